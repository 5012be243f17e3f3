import Quantities
import ReportModel

/// A table or chart as rules read it: what heads each row and each column, and which cells bear values.
struct TableView: Sendable {
  var block: Int
  var table: TextTable
  var isChart: Bool
  /// For each row the text that heads it, and for each column.
  var rows: [ComposedText]
  var columns: [ComposedText]
  /// Rows and columns below and right of the headers.
  var firstRow: Int
  var firstColumn: Int
  /// The caption and what stands right above: units, notes.
  var captions: [Range<Int>]
  /// The column that says in what the numbers of each row are.
  var unitColumn: Int?
  /// The index into `table.cells` of the cell at each place, row by row; -1 where there is none.
  var places: [Int]

  /// Nil for a whole row or column, and where there is none.
  func cell(_ place: Passage.CellPlace) -> TextTable.Cell? {
    guard let row = place.row, let column = place.column else { return nil }
    return cell(row: row, column: column)
  }

  /// The cell, or the first of the row or column.
  func firstCell(of place: Passage.CellPlace) -> TextTable.Cell? {
    table.cells.first { cell in
      (place.row.map(cell.rows.contains) ?? true) && (place.column.map(cell.columns.contains) ?? true)
    }
  }

  /// The words to the left of a number where one header stands over both: 國內 before 8,200 under 2021.
  func name(besideRow row: Int, column: Int, in text: [Unicode.Scalar]) -> Range<Int>? {
    guard firstRow > 0, row >= firstRow, column > firstColumn,
      let header = cell(row: firstRow - 1, column: column), header == cell(row: firstRow - 1, column: column - 1),
      let beside = cell(row: row, column: column - 1), beside != cell(row: row, column: column),
      (1...Self.longestName).contains(beside.range.count),
      text[beside.range].contains(where: { $0.properties.isAlphabetic }),
      !text[beside.range].contains(where: { ("0"..."9").contains($0) })
    else { return nil }
    return beside.range
  }

  private static let longestName = 12

  static func unitColumn(_ columns: [ComposedText], in text: [Unicode.Scalar]) -> Int? {
    columns.firstIndex { header in
      let words = text[header.range].filter { $0 != " " }[...]
      return unitHeads.contains(String(scalars: words).lowercased())
    }
  }

  private static let unitHeads: Set<String> = ["單位", "unit", "units", "計量單位", "衡量單位"]

  func cell(row: Int, column: Int) -> TextTable.Cell? {
    let index = places[row * table.columnCount + column]
    return index >= 0 ? table.cells[index] : nil
  }
}

/// Tells the headers of a table by what stands in it: rows without figures head its columns, and the columns before
/// the first one of figures head its rows. Where there are no figures, the reader's own word counts.
struct HeaderFinder {
  let table: TextTable
  let headers: TableHeaders
  let text: [Unicode.Scalar]
  /// The first row and column of the body.
  private(set) var firstRow = 0
  private(set) var firstColumn = 0

  private static let mostHeaderRows = 4
  /// Longer cells are sentences: what a form asks, and the answer.
  private static let longestHeader = 60

  init(_ table: TextTable, in text: [Unicode.Scalar]) {
    self.table = table
    self.text = text
    headers = TableHeaders(table)
    firstRow = foundFirstRow
    firstColumn = foundFirstColumn
  }

  private var foundFirstRow: Int {
    let told = min(table.headerRows, max(0, table.rowCount - 1))
    let figures = (0..<table.rowCount).first { row in cells(ofRow: row).contains { isFigure($0.range) } }
    guard let figures else { return told > 0 ? told : min(1, table.rowCount - 1) }
    // Below what the reader saw, only rows that look like headers: several cells of words or years.
    let more = (told..<max(told, min(figures, Self.mostHeaderRows))).prefix { row in
      let cells = cells(ofRow: row)
      return cells.count > 1 && cells.allSatisfy { $0.range.count <= Self.longestHeader }
    }
    return min(figures, told + more.count)
  }

  private func cells(ofRow row: Int) -> [TextTable.Cell] {
    var cells: [TextTable.Cell] = []
    for column in 0..<table.columnCount {
      guard let cell = headers.cell(row: row, column: column), !cell.range.isEmpty, cell != cells.last else { continue }
      cells.append(cell)
    }
    return cells
  }

  private var foundFirstColumn: Int {
    // Figures that stand in the last column alone have all others before them for headers.
    let figures = (0..<table.columnCount).first { isOfFigures(column: $0) }
    return figures ?? min(max(1, table.headerColumns), table.columnCount - 1)
  }

  /// Whether more than half of what a column's cells say below the headers are figures, and not just their numbers in
  /// a list. A dash says that there is none.
  private func isOfFigures(column: Int) -> Bool {
    let rows = firstRow..<max(firstRow, table.rowCount)
    let told = rows.compactMap { headers.cell(row: $0, column: column) }.filter { !isBlank($0.range) }
    let figures = told.filter { isFigure($0.range) }
    let dashes = rows.count { row in headers.cell(row: row, column: column).map { isDash($0.range) } ?? false }
    let isEnough =
      figures.count >= Self.fewestFigures || figures.count * 2 > rows.count
      || figures.count > 1 && (figures.count + dashes) * 2 > rows.count
    return isEnough && figures.count * 2 > told.count && !counts(figures)
  }

  /// Of fewer, in a column that is mostly blank, each may be a mere number of a line.
  private static let fewestFigures = 3

  private func isBlank(_ range: Range<Int>) -> Bool {
    text[range].allSatisfy { $0 == " " || $0 == "\n" || Self.dashes.contains($0) }
  }

  private func isDash(_ range: Range<Int>) -> Bool { !range.isEmpty && isBlank(range) }

  private static let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "－", "─"]

  private func counts(_ cells: [TextTable.Cell]) -> Bool {
    let numbers = cells.compactMap { quantity(ofCell: $0.range, in: text)?.value }
    if cells.allSatisfy({ $0.columns.lowerBound == 0 }), numbersCategories(numbers) { return true }
    return numbers.count > 2 && numbers == (1...numbers.count).map { Figure(digits: Int64($0)) }
  }

  /// 1, 3, 5, 6, 7 before the names of the categories of scope 3.
  private func numbersCategories(_ numbers: [Figure]) -> Bool {
    let values = numbers.map(\.double)
    return values.count > 1 && table.columnCount > 2
      && values.allSatisfy { (1..<100).contains($0) && $0.rounded() == $0 }
      && zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// Longer cells are words, whatever figures they hold.
  private static let longestFigure = 32

  /// Whether a cell holds a figure and little else; a year heads a row or column.
  private func isFigure(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= Self.longestFigure else { return false }
    return quantity(ofCell: range, in: text).map { $0.calendarYear == nil } ?? false
  }

  /// The cells that head a row: a row above it that spans the table, and those of the header columns.
  func head(ofRow row: Int) -> [TextTable.Cell] {
    let body = (firstColumn..<max(firstColumn, table.columnCount)).lazy.compactMap {
      headers.cell(row: row, column: $0)
    }
    var cells = body.first.map { headers.rowHeaders(of: $0) } ?? []
    for column in 0..<firstColumn {
      if let cell = headers.cell(row: row, column: column), !cells.contains(cell) { cells.append(cell) }
    }
    return cells.filter { !$0.range.isEmpty }
  }

  func head(ofColumn column: Int) -> [TextTable.Cell] {
    var cells: [TextTable.Cell] = []
    for row in 0..<firstRow {
      guard let cell = headers.cell(row: row, column: column), !cells.contains(cell), !isTitle(cell) else { continue }
      cells.append(cell)
    }
    return cells.filter { !$0.range.isEmpty }
  }

  /// Header cells that speak of the whole table.
  var titles: [Range<Int>] {
    (0..<firstRow).flatMap { cells(ofRow: $0) }.filter(isTitle).map(\.range)
  }

  private func isTitle(_ cell: TextTable.Cell) -> Bool {
    table.columnCount > 3 && cell.columns.count * 2 > table.columnCount
      && cells(ofRow: cell.rows.lowerBound).allSatisfy { $0 == cell }
  }
}
