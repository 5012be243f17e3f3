import Quantities
import ReportModel
import RuleBook

/// How the values that a rule reads stand to one another: in a table a total before its parts, of several scenarios
/// the worst.
struct Standing {
  let matcher: Matcher

  private enum Points {
    /// More than lies between the report's year and the years before: a total's own years go before its parts.
    static let part = -36
    static let worst = 3
    static let milder = -8
  }

  /// What is read off one table for one question.
  private struct Reading: Hashable {
    var rule: Int
    var table: Int
  }

  /// Values that tell of the same thing in several scenarios: in a table those of a year and unit, in tables that are
  /// alike those of the same headers, in sentences that are alike but for their figures those of a year.
  private enum Alike: Hashable {
    case inTable(Reading, unit: String, year: Int?)
    case ofHeaders(rule: Int, row: String, column: String)
    case ofWords(rule: Int, words: String, year: Int?)
  }

  private struct Value {
    var judgement: Int
    var passage: Passage
    var rule: Int
    var year: Int?
    var unit: String
    var number: Double
  }

  private struct Cell {
    var value: Value
    var row: Int
    var column: Int
    var isRowTotal: Bool
    var isColumnTotal: Bool

    func isPart(of total: Cell) -> Bool {
      !isRowTotal && !isColumnTotal && total.value.year == value.year && total.value.unit == value.unit
        && (total.isRowTotal && total.column == column || total.isColumnTotal && total.row == row)
    }
  }

  /// Points by judgement.
  func points(_ judgements: [Judgement]) -> [Int: Int] {
    let values = judgements.enumerated().compactMap { value($1, number: $0) }
    // Of a rule that asks for neither facts nor goals: what may come in several scenarios.
    let outlooks = values.filter { matcher.book.rules[$0.rule].isAboutWhatMayCome }
    var points: [Int: Int] = [:]
    for each in milder(outlooks) { points[each] = Points.milder }
    for each in worst(outlooks) where points[each] == nil { points[each] = Points.worst }
    for each in parts(values) { points[each] = Points.part }
    return points
  }

  private func value(_ judgement: Judgement, number: Int) -> Value? {
    guard case .evidence(let draft) = judgement.outcome, case .quantity(let quantity)? = draft.value else { return nil }
    return Value(
      judgement: number, passage: judgement.passage, rule: judgement.rule, year: draft.year?.year,
      unit: quantity.unit, number: quantity.value.double)
  }

  // MARK: Totals and parts

  private func parts(_ values: [Value]) -> [Int] {
    var totals: [Range<Int>: Bool] = [:]
    let readings = Dictionary(grouping: values.filter { reading($0) != nil }, by: reading).values
    return readings.filter { $0.count > 1 }.flatMap { values in
      let cells = values.compactMap { cell($0, &totals) }
      return cells.filter { part in cells.contains { part.isPart(of: $0) } }.map(\.value.judgement)
    }
  }

  private func reading(_ value: Value) -> Reading? {
    guard let place = value.passage.cell, place.row != nil, place.column != nil else { return nil }
    return Reading(rule: value.rule, table: place.table)
  }

  private func cell(_ value: Value, _ totals: inout [Range<Int>: Bool]) -> Cell? {
    guard let place = value.passage.cell, let row = place.row, let column = place.column else { return nil }
    let view = matcher.text.tables[place.table]
    return Cell(
      value: value, row: row, column: column,
      isRowTotal: isTotal(view.rows[row].range, &totals) || isNamelessSum(row, column, in: view),
      isColumnTotal: isTotal(view.columns[column].range, &totals))
  }

  /// Whether a last row without a name is the sum of what stands above it.
  private func isNamelessSum(_ row: Int, _ column: Int, in view: TableView) -> Bool {
    guard row == view.table.rowCount - 1, row > view.firstRow + 1,
      matcher.text.scalars[view.rows[row].range].allSatisfy({ $0 == " " })
    else { return false }
    func number(_ row: Int) -> Double? {
      view.cell(row: row, column: column).flatMap { quantity(ofCell: $0.range, in: matcher.text.scalars) }?.value.double
    }
    guard let sum = number(row) else { return false }
    let parts = (view.firstRow..<row).compactMap(number)
    return parts.count > 1 && abs(parts.reduce(0, +) - sum) <= Self.rounding * abs(sum)
  }

  /// What rounded parts may be off together.
  private static let rounding = 0.005

  /// Headers are asked for one cell after the other.
  private func isTotal(_ header: Range<Int>, _ known: inout [Range<Int>: Bool]) -> Bool {
    if let answer = known[header] { return answer }
    let answer = !matcher.occurrences(of: .total, in: header).isEmpty
    known[header] = answer
    return answer
  }

  // MARK: Scenarios

  private func worst(_ outlooks: [Value]) -> [Int] {
    groups(outlooks).flatMap { group in group.filter { $0.number.magnitude == most(group) }.map(\.judgement) }
  }

  private func milder(_ outlooks: [Value]) -> [Int] {
    groups(outlooks).flatMap { group in group.filter { $0.number.magnitude != most(group) }.map(\.judgement) }
  }

  /// Of losses that are told as such, the one below nought by the most.
  private func most(_ values: [Value]) -> Double? { values.map(\.number.magnitude).max() }

  private func groups(_ outlooks: [Value]) -> [[Value]] {
    var groups: [Alike: [Value]] = [:]
    for value in outlooks {
      for alike in alike(value) { groups[alike, default: []].append(value) }
    }
    return groups.values.filter { $0.count > 1 }
  }

  private func alike(_ value: Value) -> [Alike] {
    guard let place = value.passage.cell, let row = place.row, let column = place.column else {
      return [.ofWords(rule: value.rule, words: words(value.passage), year: value.year)]
    }
    let view = matcher.text.tables[place.table]
    let headers = [view.rows[row], view.columns[column]].map { matcher.text.string($0.range) }
    return [
      .inTable(Reading(rule: value.rule, table: place.table), unit: value.unit, year: value.year),
      .ofHeaders(rule: value.rule, row: headers[0], column: headers[1]),
    ]
  }

  /// What a sentence says without its figures.
  private func words(_ passage: Passage) -> String {
    matcher.text.string(passage.range).filter { !$0.isNumber && $0 != "." && $0 != "," }
  }
}
