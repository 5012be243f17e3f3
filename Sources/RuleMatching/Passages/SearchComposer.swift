import ReportModel
import RuleBook

/// Puts together what a report is searched in: its own text, and behind it the titles above each section, the headers
/// of each row and column, and each row as a whole.
struct SearchComposer {
  let report: ReportText
  /// For each block whether anybody looks for something in it.
  private let isAsked: [Bool]
  private(set) var scalars: [Unicode.Scalar]
  private(set) var composed: [ComposedText] = []
  private(set) var headings: [[ComposedText]] = []
  private(set) var tables: [TableView] = []
  private(set) var passages: [Passage] = []
  private var tablesOfBlock: [Int: Range<Int>] = [:]

  init(_ report: ReportText, isAsked: [Bool]) {
    self.report = report
    self.isAsked = isAsked
    scalars = report.text
    scalars.append("\n")
  }

  mutating func composeHeadings() {
    for section in report.sections {
      let title = compose(section.title.unicodeScalars)
      let above = section.parent.map { headings[$0] } ?? []
      headings.append(above + [title])
    }
  }

  private mutating func compose(_ text: some Sequence<Unicode.Scalar>) -> ComposedText {
    let start = scalars.count
    scalars.append(contentsOf: text)
    return close(from: start, sources: [])
  }

  private mutating func compose(_ ranges: [Range<Int>], _ joint: Joint) -> ComposedText {
    let start = scalars.count
    for range in ranges {
      if scalars.count > start { scalars.append(contentsOf: joint.rawValue.unicodeScalars) }
      // A line break inside a cell is no end of what it says.
      scalars.append(contentsOf: report.text[range].lazy.filter { $0 != "\n" })
    }
    return close(from: start, sources: ranges)
  }

  /// What stands between cells that are read as one.
  private enum Joint: String {
    /// A number may have its unit in the next cell.
    case ofRow = " "
    /// A year beside a unit is no number of it: 2017, 新台幣億元.
    case ofHeaders = "  "
  }

  private mutating func close(from start: Int, sources: [Range<Int>]) -> ComposedText {
    let text = ComposedText(range: start..<scalars.count, sources: sources)
    scalars.append("\n")
    composed.append(text)
    return text
  }

  mutating func composeTables() {
    for (index, block) in report.blocks.enumerated() where isAsked[index] {
      guard let table = block.table, table.rowCount > 0, table.columnCount > 0, !block.role.isFurniture else {
        continue
      }
      let whole = HeaderFinder(table, in: report.text)
      let parts = InnerTables(finder: whole).parts()
      let captions = captions(of: index)
      let first = tables.count
      add(parts.inner.isEmpty ? whole : HeaderFinder(parts.outer, in: report.text), ofBlock: index, captions: captions)
      for inner in parts.inner {
        add(HeaderFinder(inner.table, in: report.text), ofBlock: index, captions: captions + inner.leads)
      }
      tablesOfBlock[index] = first..<tables.count
    }
  }

  private mutating func add(_ finder: HeaderFinder, ofBlock index: Int, captions: [Range<Int>]) {
    let table = finder.table
    let rows = (0..<table.rowCount).map { compose(finder.head(ofRow: $0).map(\.range), .ofHeaders) }
    let columns = (0..<table.columnCount).map { compose(finder.head(ofColumn: $0).map(\.range), .ofHeaders) }
    tables.append(
      TableView(
        block: index, table: table, isChart: report.blocks[index].role == .figureText, rows: rows, columns: columns,
        firstRow: finder.firstRow, firstColumn: finder.firstColumn, captions: finder.titles + captions,
        unitColumn: TableView.unitColumn(columns, in: scalars), places: finder.headers.places))
  }

  /// The captions beside a table, and a short line right above it, which may say the unit.
  private func captions(of index: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for neighbour in [index - 2, index - 1, index + 1] where report.blocks.indices.contains(neighbour) {
      let block = report.blocks[neighbour]
      let isNear = neighbour != index - 2 || found.isEmpty
      switch block.role {
      case .caption where isNear: found.append(block.range)
      case .heading where neighbour == index - 1: found.append(block.range)
      case .paragraph where neighbour < index && block.range.count <= 40: found.append(block.range)
      case .paragraph where neighbour == index - 1, .listItem where neighbour == index - 1:
        if let announcement = announcement(in: block) { found.append(announcement) }
      // Words beside a chart's bars that are no part of them: what the chart shows.
      case .figureText
      where neighbour == index - 1 && report.blocks[index].role == .figureText && block.table == nil
        && block.range.count <= 40:
        found.append(block.range)
      default: break
      }
    }
    return found + [unitLine(above: index)].compactMap { $0 }.filter { !found.contains($0) }
  }

  /// The last sentence of a paragraph that announces what stands below it.
  private func announcement(in block: TextBlock) -> Range<Int>? {
    guard let last = block.sentences.last, let end = report.text[last].last else { return nil }
    if end == "：" || end == ":" { return last }
    let pairs = zip(report.text[last], report.text[last].dropFirst())
    return pairs.contains { first, second in Self.announcing.contains { $0 == (first, second) } } ? last : nil
  }

  private static let announcing: [(Unicode.Scalar, Unicode.Scalar)] = [("如", "下"), ("下", "表"), ("下", "圖")]

  /// A line that says nothing but the unit, with short pieces of a drawing or list between it and the table.
  private func unitLine(above index: Int) -> Range<Int>? {
    for block in report.blocks[max(0, index - Self.unitReach)..<index].reversed() {
      guard block.role != .table else { return nil }
      let words = report.text[block.range]
      let opens = words.drop { $0 == "(" || $0 == "（" }
      if words.count <= Self.longestUnitLine, opens.starts(with: "單位".unicodeScalars) { return block.range }
    }
    return nil
  }

  /// The blocks that may be a table's captions.
  static func neighbours(of table: Int, in report: ReportText) -> Range<Int> {
    max(0, table - unitReach)..<min(report.blocks.count, table + 2)
  }

  private static let unitReach = 12
  private static let longestUnitLine = 24

  mutating func findPassages() {
    for (index, block) in report.blocks.enumerated() where isAsked[index] {
      if let tables = tablesOfBlock[index] {
        for table in tables { addPassages(ofTable: table) }
      } else if let role = Self.role(of: block.role) {
        for sentence in block.sentences { passages.append(Passage(range: sentence, block: index, role: role)) }
        if block.sentences.isEmpty { passages.append(Passage(range: block.range, block: index, role: role)) }
      }
    }
  }

  private static func role(of role: BlockRole) -> Rule.Role? {
    switch role {
    case .paragraph, .listItem, .footnote: .body
    case .caption: .caption
    case .figureText: .figure
    case .table: .table
    case .tocEntry: .pointer
    case .heading, .runningHeader, .runningFooter, .pageNumber, .navigation, .watermark: nil
    }
  }

  private static let longestHeader = 30

  /// The sentences of every cell, and every row as a whole.
  private mutating func addPassages(ofTable number: Int) {
    let view = tables[number]
    let role: Rule.Role = view.isChart ? .figure : .table
    for (index, cell) in view.table.cells.enumerated() where !cell.range.isEmpty {
      // A sentence is one wherever it stands, also where the reader took the first row for headers.
      let isHeader = cell.rows.lowerBound < view.table.headerRows && cell.range.count <= Self.longestHeader
      guard !isHeader, view.places[cell.rows.lowerBound * view.table.columnCount + cell.columns.lowerBound] == index
      else { continue }
      let place = Passage.CellPlace(table: number, row: cell.rows.lowerBound, column: cell.columns.lowerBound)
      for sentence in Self.sentences(of: cell.range, in: scalars) {
        passages.append(Passage(range: sentence, block: view.block, role: role, cell: place))
      }
    }
    for row in view.firstRow..<max(view.firstRow, view.table.rowCount) {
      let cells = view.table.cells.filter { $0.rows.contains(row) && !$0.range.isEmpty }
      guard cells.count > 1, cells.reduce(0, { $0 + $1.range.count }) < 400 else { continue }
      let place = Passage.CellPlace(table: number, row: row, column: nil)
      let text = compose(cells.map(\.range), .ofRow)
      passages.append(Passage(range: text.range, block: view.block, role: role, cell: place))
    }
  }

  private static func sentences(of range: Range<Int>, in text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where text[index] == "。" || text[index] == "\n" || text[index] == "；" {
      if index > start { found.append(start..<index) }
      start = index + 1
    }
    if start < range.upperBound { found.append(start..<range.upperBound) }
    return found
  }
}
