import Quantities
import ReportModel
import RuleBook

/// Reads a rule's values off a table or chart: the cells of the rows, or columns, whose headers the rule names.
struct TableJudge {
  let judge: Judge
  let matcher: Matcher
  let index: Int

  private var text: SearchText { matcher.text }
  private var rule: CompiledRule { matcher.book.rules[index] }

  init(matcher: Matcher, index: Int) {
    self.matcher = matcher
    self.index = index
    judge = Judge(matcher: matcher, index: index)
  }

  /// Which headers a label was found on.
  enum Axis: Sendable, Hashable {
    case row(Int)
    case column(Int)
  }

  func judge(table number: Int, along axis: Axis) -> [Judgement] {
    guard let request = rule.table else { return [] }
    let view = text.tables[number]
    let label = axis.label(in: view)
    let passage = axis.passage(table: number, view: view, range: label.range)
    guard let hit = matcher.hits(request.label, in: passage, except: rule.except).first else { return [] }
    if let refusal = refusal(of: passage, request) { return [judge.judgement(passage, hit, .refused(refusal))] }
    let cells = axis.cells(of: view)
    var judged: [Judgement] = []
    for cell in cells {
      if let judgement = self.judgement(cell, in: view, number, axis: axis, hit: hit, request) {
        judged.append(judgement)
      }
    }
    return judged.isEmpty ? [judge.judgement(passage, hit, .refused(.noValue))] : judged
  }

  private func refusal(of passage: Passage, _ request: CompiledRule.Table) -> Refusal? {
    if let refusal = judge.refusal(of: passage) { return refusal }
    guard let caption = request.caption else { return nil }
    let ranges = captionRanges(passage)
    return holds(caption, in: ranges, passage) ? nil : .caption
  }

  /// The caption, the headings, and all headers of the table.
  private func captionRanges(_ passage: Passage) -> [Range<Int>] {
    guard let place = passage.cell else { return [] }
    let view = text.tables[place.table]
    return view.captions + text.headingRanges(ofBlock: view.block) + view.columns.map(\.range) + view.rows.map(\.range)
  }

  private func holds(_ condition: CompiledCondition, in ranges: [Range<Int>], _ passage: Passage) -> Bool {
    matcher.holds(condition, in: ranges, of: passage, except: rule.except)
  }

  // MARK: Cells

  private func judgement(
    _ place: (row: Int, column: Int), in view: TableView, _ number: Int, axis: Axis, hit: Hit,
    _ request: CompiledRule.Table
  ) -> Judgement? {
    guard let cell = view.cell(row: place.row, column: place.column), !cell.range.isEmpty else { return nil }
    let passage = Passage(
      range: cell.range, block: view.block, role: view.isChart ? .figure : .table,
      cell: Passage.CellPlace(table: number, row: place.row, column: place.column))
    let crossing = axis.crossing(place, in: view).range
    if let across = request.across, !holds(across, in: [crossing], passage) {
      return judge.judgement(passage, hit, .refused(.across))
    }
    if let notAcross = request.notAcross, holds(notAcross, in: [crossing], passage) {
      return judge.judgement(passage, hit, .refused(.across))
    }
    if let not = rule.not, matcher.holds(not, in: matcher.headers(of: passage), of: passage, except: nil) {
      return judge.judgement(passage, hit, .refused(.excluded(nil)))
    }
    guard let quantity = value(of: cell, place, in: view) else { return nil }
    guard judge.isInRange(.quantity(quantity)) else { return judge.judgement(passage, hit, .refused(.outOfRange)) }
    var draft = Draft(hit: hit, passage: passage, value: .quantity(quantity), quote: quote(of: cell, place, in: view))
    draft.year = year(of: passage, crossing: crossing, label: axis.label(in: view).range)
    return judge.judged(draft, Signs(matcher: matcher, passage: passage))
  }

  /// The cell's number, with a unit out of its headers where it has none of its own.
  func value(of cell: TextTable.Cell, _ place: (row: Int, column: Int), in view: TableView) -> Quantity? {
    let request = rule.rule.value
    var units = units(of: place, in: view)
    if units.isEmpty, isBare(cell) { units = unitsElsewhere(in: view, kinds: request?.kinds ?? []) }
    let hint = unit(of: place, in: view, units, kinds: request?.kinds ?? [])
    guard let quantity = Quantities.quantity(ofCell: cell.range, in: text.scalars, unitHint: hint) else { return nil }
    guard quantity.calendarYear == nil || quantity.kind == .number else { return nil }
    guard let request else { return quantity }
    if fits(quantity, kinds: request.kinds, units: request.units) { return quantity }
    // A bare number under a label that the rule knows: its unit is the rule's to say.
    return quantity.kind == .number && !isOfOtherKind(units, request.kinds) ? quantity : nil
  }

  private func isBare(_ cell: TextTable.Cell) -> Bool {
    Quantities.quantity(ofCell: cell.range, in: text.scalars)?.kind == .number
  }

  /// Whether the headers or captions name units, and none of a wanted kind: 百萬元 over a column of no volumes.
  private func isOfOtherKind(_ units: [UnitMention], _ kinds: [Quantity.Kind]) -> Bool {
    !kinds.isEmpty && !units.isEmpty && !units.contains { $0.isOfKind(kinds) }
  }

  private func units(of place: (row: Int, column: Int), in view: TableView) -> [UnitMention] {
    if let own = unitOfRow(place.row, in: view) { return [own] }
    let heads = [view.rows[place.row].range, view.columns[place.column].range] + view.captions
    return (heads + wholeTableHeads(of: view)).flatMap { unitsMentioned(in: text.scalars, range: $0) }
  }

  /// What stands in a column that is headed 單位, before the figures or behind them.
  private func unitOfRow(_ row: Int, in view: TableView) -> UnitMention? {
    guard let column = view.unitColumn, let cell = view.cell(row: row, column: column) else {
      return nil
    }
    let name = text.string(cell.range).filter { !$0.isWhitespace }
    guard let meaning = UnitTable.meaning(of: name), let kind = meaning.kinds.first else { return nil }
    return UnitMention(range: cell.range, unit: name, kind: kind, alternatives: Array(meaning.kinds.dropFirst()))
  }

  /// The one unit of a wanted kind that the corner or another row's header names, as 總計（噸） below bare rows.
  private func unitsElsewhere(in view: TableView, kinds: [Quantity.Kind]) -> [UnitMention] {
    guard !kinds.isEmpty else { return [] }
    let corner = view.columns.prefix(view.firstColumn).map(\.range)
    for heads in [corner, view.rows.map(\.range)] {
      let named = heads.flatMap { unitsMentioned(in: text.scalars, range: $0) }
      let wanted = named.filter { $0.kind.isWeighed && $0.isOfKind(kinds) }
      if let first = wanted.first, Set(wanted.map(\.unit)).count == 1 { return [first] }
    }
    return []
  }

  /// The unit that the headers, or else the captions, name; one of a wanted kind before others.
  private func unit(
    of place: (row: Int, column: Int), in view: TableView, _ units: [UnitMention], kinds: [Quantity.Kind]
  ) -> String? {
    let wanted = units.filter { $0.isOfKind(kinds) }
    if let named = wanted.first(where: { rule.rule.value?.units.contains($0.unit) == true }) ?? wanted.first {
      return named.unit
    }
    // Emissions headed kg or 噸 are so much CO2e.
    guard kinds.contains(.emissions), let mass = units.first(where: { $0.kind == .mass }) else {
      return [view.rows[place.row].range, view.columns[place.column].range].lazy.compactMap(text.tally).first
    }
    return mass.alternatives.contains(.emissions) ? mass.unit : mass.unit + "CO2e"
  }

  /// A header that says 單位 speaks for all columns, wherever it stands.
  private func wholeTableHeads(of view: TableView) -> [Range<Int>] {
    view.columns.map(\.range).filter { range in
      text.scalars[range].indices.contains {
        text.scalars[$0] == "位" && $0 > range.lowerBound && text.scalars[$0 - 1] == "單"
      }
    }
  }

  func year(of passage: Passage, crossing: Range<Int>, label: Range<Int>) -> YearBinding.Bound? {
    let binding = YearBinding(matcher: matcher, passage: passage)
    for header in [crossing, label] {
      if let year = binding.year(inHeader: header) { return YearBinding.Bound(year: year, source: .column) }
    }
    if let year = binding.yearBeside() { return year }
    if let year = binding.year(by: rule.years, except: rule.except) { return year }
    if rule.tense == .outlook, let year = binding.yearToCome(around: passage.range) { return year }
    if rule.isAboutGoals { return nil }
    return binding.yearAbove() ?? matcher.reportYear.map { YearBinding.Bound(year: $0, source: .report) }
  }

  func quote(of cell: TextTable.Cell, _ place: (row: Int, column: Int), in view: TableView) -> [Range<Int>] {
    let name = view.name(besideRow: place.row, column: place.column, in: text.scalars)
    return [view.rows[place.row].range, view.columns[place.column].range, name, cell.range].compactMap { $0 }
      .filter { !$0.isEmpty }
  }
}

extension TableJudge.Axis {
  func label(in view: TableView) -> ComposedText {
    switch self {
    case .row(let row): view.rows[row]
    case .column(let column): view.columns[column]
    }
  }

  /// The headers across the axis.
  func crossing(_ place: (row: Int, column: Int), in view: TableView) -> ComposedText {
    switch self {
    case .row: view.columns[place.column]
    case .column: view.rows[place.row]
    }
  }

  func cells(of view: TableView) -> [(row: Int, column: Int)] {
    let table = view.table
    switch self {
    case .row(let row):
      return (view.firstColumn..<max(view.firstColumn, table.columnCount)).map { (row, $0) }.filter {
        isFirst($0, view)
      }
    case .column(let column):
      return (view.firstRow..<max(view.firstRow, table.rowCount)).map { ($0, column) }.filter { isFirst($0, view) }
    }
  }

  /// A cell that spans several places is read once.
  private func isFirst(_ place: (row: Int, column: Int), _ view: TableView) -> Bool {
    guard let cell = view.cell(row: place.row, column: place.column) else { return false }
    switch self {
    case .row: return cell.columns.lowerBound == place.column || place.column == view.firstColumn
    case .column: return cell.rows.lowerBound == place.row || place.row == view.firstRow
    }
  }

  func passage(table: Int, view: TableView, range: Range<Int>) -> Passage {
    let place: Passage.CellPlace
    switch self {
    case .row(let row): place = Passage.CellPlace(table: table, row: row, column: nil)
    case .column(let column): place = Passage.CellPlace(table: table, row: nil, column: column)
    }
    return Passage(range: range, block: view.block, role: view.isChart ? .figure : .table, cell: place)
  }
}

extension Quantity.Kind {
  /// Whether a table may say its unit once for all rows; shares and counts stand among amounts and say their own.
  fileprivate var isWeighed: Bool {
    switch self {
    case .money, .emissions, .energy, .mass, .volume, .area, .intensity: true
    case .share, .count, .persons, .power, .hours, .length, .temperature, .multiple, .score, .date, .year, .number:
      false
    }
  }
}

extension UnitMention {
  /// Whether it may measure one of these kinds; of none named any will do.
  fileprivate func isOfKind(_ kinds: [Quantity.Kind]) -> Bool {
    kinds.isEmpty || kinds.contains { $0.takes(kind) || alternatives.contains($0) }
  }
}
