import ReportModel
import RuleBook

/// How the cells stand to one another that a rule reads off one table: a total before its parts, of several amounts
/// the largest.
struct TableStanding {
  let matcher: Matcher

  private enum Points {
    /// More than lies between the report's year and the years before: a total's own years go before its parts.
    static let part = -36
    static let largest = 3
  }

  /// What is read off one table for one question.
  private struct Reading: Hashable {
    var rule: Int
    var table: Int
  }

  /// Amounts that can be compared.
  private struct Amount: Hashable {
    var reading: Reading
    var year: Int?
    var unit: String
  }

  private struct Cell {
    var judgement: Int
    var row: Int
    var column: Int
    var amount: Amount
    var number: Double
    /// Whether the largest says most: amounts add up to it; among scenarios it is the worst.
    var isComparable: Bool
    var isRowTotal: Bool
    var isColumnTotal: Bool

    var isTotal: Bool { isRowTotal || isColumnTotal }

    func isPart(of total: Cell) -> Bool {
      !isTotal && total.amount.year == amount.year
        && (total.isRowTotal && total.column == column || total.isColumnTotal && total.row == row)
    }
  }

  /// Points by judgement.
  func points(_ judgements: [Judgement]) -> [Int: Int] {
    let cells = judgements.enumerated().compactMap { cell($1, number: $0) }
    let readings = Dictionary(grouping: cells, by: \.amount.reading).values.filter { $0.count > 1 }
    var points: [Int: Int] = [:]
    for reading in readings {
      for cell in reading { points[cell.judgement] = standing(of: cell, among: reading) }
      for alike in Dictionary(grouping: reading, by: \.amount).values where alike.count > 1 && alike[0].isComparable {
        guard let largest = alike.max(by: { ($0.number, $1.judgement) < ($1.number, $0.judgement) }) else { continue }
        points[largest.judgement, default: 0] += Points.largest
      }
    }
    return points
  }

  private func cell(_ judgement: Judgement, number: Int) -> Cell? {
    guard case .evidence(let draft) = judgement.outcome, case .quantity(let quantity)? = draft.value,
      let place = judgement.passage.cell, let row = place.row, let column = place.column
    else { return nil }
    let view = matcher.text.tables[place.table]
    let reading = Reading(rule: judgement.rule, table: place.table)
    return Cell(
      judgement: number, row: row, column: column,
      amount: Amount(reading: reading, year: draft.year?.year, unit: quantity.unit),
      number: quantity.value.double,
      isComparable: quantity.kind.addsUp || matcher.book.rules[judgement.rule].tense == .any,
      isRowTotal: isTotal(view.rows[row].range),
      isColumnTotal: isTotal(view.columns[column].range))
  }

  private func isTotal(_ header: Range<Int>) -> Bool { !matcher.occurrences(of: .total, in: header).isEmpty }

  private func standing(of cell: Cell, among cells: [Cell]) -> Int {
    cells.contains(where: cell.isPart) ? Points.part : 0
  }
}

extension Quantity.Kind {
  /// Whether amounts of it make a total.
  fileprivate var addsUp: Bool {
    switch self {
    case .money, .emissions, .energy, .power, .mass, .volume, .area, .length, .count, .persons, .hours: true
    case .share, .intensity, .temperature, .multiple, .score, .date, .year, .number: false
    }
  }
}
