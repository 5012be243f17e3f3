import Quantities
import ReportModel

/// Takes tables apart that stand within others: in the body a row of years, which the headers above them are not, and
/// figures under it. Forms that ask a question a row are answered so, and tables with new years half-way down.
struct InnerTables {
  /// Of the whole table.
  let finder: HeaderFinder

  private var table: TextTable { finder.table }
  private var text: [Unicode.Scalar] { finder.text }

  /// The table without what stands in it, and each of these with the cells of the outer one that lead to it.
  struct Parts {
    var outer: TextTable
    var inner: [(table: TextTable, leads: [Range<Int>])]
  }

  private static let fewestYears = 2
  private static let longestYear = 8
  private static let longestName = 40

  func parts() -> Parts {
    var parts = Parts(outer: table, inner: [])
    var row = max(1, table.headerRows)
    while row + 1 < table.rowCount {
      // A second row of headers is none of an inner table.
      guard let columns = columns(headedBy: row), row >= finder.firstRow || isAnswer(row: row, columns) else {
        row += 1
        continue
      }
      let end = (row + 1..<table.rowCount).first { !holdsFigures(row: $0, columns) } ?? table.rowCount
      if end > row + 1 {
        parts.inner.append((cut(rows: row..<end, columns), leads(to: row, columns)))
        parts.outer.cells.removeAll { isWithin($0, rows: row..<end, columns) }
      }
      row = end
    }
    return parts
  }

  /// The columns of a row of years, with the one before them that names the rows.
  private func columns(headedBy row: Int) -> Range<Int>? {
    let years = (1..<max(1, table.columnCount)).filter { isYear(row: row, column: $0) }
    guard years.count >= Self.fewestYears, let first = years.first, let last = years.last,
      last - first + 1 == years.count, !years.contains(where: isHeadedByYear),
      let name = cell(row: row, column: first - 1), name.columns.count == 1, name.rows.count == 1
    else { return nil }
    return first - 1..<last + 1
  }

  /// Whether what is asked to the left goes on beside the rows below.
  private func isAnswer(row: Int, _ columns: Range<Int>) -> Bool {
    guard columns.lowerBound > 0, let question = cell(row: row, column: columns.lowerBound - 1) else { return false }
    return question.rows.contains(row + 1)
  }

  private func isYear(row: Int, column: Int) -> Bool {
    guard let cell = cell(row: row, column: column), cell.rows.count == 1, cell.columns.count == 1,
      (2...Self.longestYear).contains(cell.range.count)
    else { return false }
    return quantity(ofCell: cell.range, in: text)?.calendarYear != nil
  }

  private func isHeadedByYear(_ column: Int) -> Bool {
    (0..<max(1, table.headerRows)).contains { row in
      cell(row: row, column: column).flatMap { quantity(ofCell: $0.range, in: text) }?.calendarYear != nil
    }
  }

  /// Words, and figures or nothing behind them.
  private func holdsFigures(row: Int, _ columns: Range<Int>) -> Bool {
    guard let name = cell(row: row, column: columns.lowerBound), columns.contains(name.columns.upperBound - 1),
      (1...Self.longestName).contains(name.range.count)
    else { return false }
    let values = columns.dropFirst().compactMap { cell(row: row, column: $0) }.filter { !$0.range.isEmpty }
    return !values.isEmpty
      && values.allSatisfy { value in
        value.columns.count == 1
          && (quantity(ofCell: value.range, in: text).map { $0.calendarYear == nil } ?? (value.range.count <= 2))
      }
  }

  private func cell(row: Int, column: Int) -> TextTable.Cell? { finder.headers.cell(row: row, column: column) }

  private func isWithin(_ cell: TextTable.Cell, rows: Range<Int>, _ columns: Range<Int>) -> Bool {
    rows.contains(cell.rows.lowerBound) && rows.contains(cell.rows.upperBound - 1)
      && columns.contains(cell.columns.lowerBound) && columns.contains(cell.columns.upperBound - 1)
  }

  private func cut(rows: Range<Int>, _ columns: Range<Int>) -> TextTable {
    let cells = table.cells.filter { isWithin($0, rows: rows, columns) }.map { cell in
      var moved = cell
      moved.rows = cell.rows.lowerBound - rows.lowerBound..<cell.rows.upperBound - rows.lowerBound
      moved.columns = cell.columns.lowerBound - columns.lowerBound..<cell.columns.upperBound - columns.lowerBound
      return moved
    }
    return TextTable(rowCount: rows.count, columnCount: columns.count, headerRows: 1, headerColumns: 1, cells: cells)
  }

  /// What stands to the left of it, and right above it.
  private func leads(to row: Int, _ columns: Range<Int>) -> [Range<Int>] {
    var found: [TextTable.Cell] = []
    let places = (0..<columns.lowerBound).map { (row, $0) } + [(row - 1, columns.lowerBound)]
    for (row, column) in places {
      if let cell = cell(row: row, column: column), !cell.range.isEmpty, !found.contains(cell) { found.append(cell) }
    }
    return found.map(\.range)
  }
}
