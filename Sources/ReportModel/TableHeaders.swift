/// Which cells head which: the way from a body cell of a table up and left to its headers.
package struct TableHeaders: Sendable {
  /// The index into `cells` of the cell that covers each place, row by row; -1 where there is none.
  package let places: [Int]
  private let table: TextTable
  /// For each row, the nearest body row above it that is a single cell from edge to edge; -1 where there is none.
  private let banners: [Int]

  package init(_ table: TextTable) {
    self.table = table
    let rows = 0..<max(0, table.rowCount)
    let columns = 0..<max(0, table.columnCount)
    var places = [Int](repeating: -1, count: rows.count * columns.count)
    var banners = [Int](repeating: -1, count: rows.count)
    for (index, cell) in table.cells.enumerated() {
      for row in cell.rows.clamped(to: rows) {
        for column in cell.columns.clamped(to: columns) { places[row * columns.count + column] = index }
      }
    }
    if columns.count > 1, rows.count > 1 {
      for row in 1..<rows.count {
        let above = places[(row - 1) * columns.count]
        let isBanner =
          row - 1 >= table.headerRows && above >= 0 && table.cells[above].columns == columns
          && !table.cells[above].range.isEmpty
        banners[row] = isBanner ? above : banners[row - 1]
      }
    }
    self.places = places
    self.banners = banners
  }

  /// The cell that covers a place.
  package func cell(row: Int, column: Int) -> TextTable.Cell? {
    let index = places[row * table.columnCount + column]
    return index >= 0 ? table.cells[index] : nil
  }

  /// The header cells above a body cell, from the outermost down.
  package func columnHeaders(of cell: TextTable.Cell) -> [TextTable.Cell] {
    guard cell.rows.lowerBound >= table.headerRows else { return [] }
    var path: [Int] = []
    for row in 0..<max(0, min(table.headerRows, table.rowCount)) {
      for column in cell.columns.clamped(to: 0..<table.columnCount) { add(row, column, to: &path) }
    }
    return path.map { table.cells[$0] }
  }

  /// The header cells left of a body cell, from the outermost in; a row that is one cell from edge to edge
  /// heads the rows under it.
  package func rowHeaders(of cell: TextTable.Cell) -> [TextTable.Cell] {
    let rows = cell.rows.clamped(to: 0..<table.rowCount)
    guard let first = rows.first, first >= table.headerRows, cell.columns.lowerBound >= table.headerColumns else {
      return []
    }
    var path: [Int] = []
    if banners[first] >= 0, cell.columns.count < table.columnCount { path.append(banners[first]) }
    for column in 0..<max(0, min(table.headerColumns, table.columnCount)) {
      for row in rows { add(row, column, to: &path) }
    }
    return path.map { table.cells[$0] }
  }

  private func add(_ row: Int, _ column: Int, to path: inout [Int]) {
    let index = places[row * table.columnCount + column]
    guard index >= 0, !table.cells[index].range.isEmpty, !path.contains(index) else { return }
    path.append(index)
  }
}
