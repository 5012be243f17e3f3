import ReportModel

/// Takes tables apart that share a frame: where a row of one cell stands between rows cut in different ways.
enum StackedTables {
  /// A share of common column borders from which on rows belong to one table.
  private static let likeness: Float = 0.6

  ///
  /// A row that white alone parts, where the rows above are cut, is no such band: `isRow` is asked of a cell and the
  /// borders above it.
  static func apart(_ grid: Grid, filled: [Bool], isRow: (GridCell, [Float]) -> Bool) -> [Grid] {
    let used = zip(grid.cells, filled).filter(\.1).map(\.0)
    for row in 1..<max(1, grid.rowCount - 1) {
      guard let band = used.first(where: { $0.columns == 0..<grid.columnCount && $0.rows.lowerBound == row }),
        band.rows.upperBound < grid.rowCount
      else { continue }
      let above = borders(used.filter { $0.rows.upperBound <= row })
      let below = borders(used.filter { $0.rows.lowerBound >= band.rows.upperBound })
      guard above.count >= 2, below.count >= 2, !isRow(band, above.map { grid.columns[$0] }) else { continue }
      let shared = above.intersection(below).count
      guard Float(shared) < likeness * Float(max(above.count, below.count)) else { continue }
      let rest = part(grid, rows: band.rows.upperBound..<grid.rowCount)
      return [part(grid, rows: 0..<row).grid] + apart(rest.grid, filled: rest.cells.map { filled[$0] }, isRow: isRow)
    }
    return [grid]
  }

  /// Where rules alone are drawn, what stands between the last of one table and the first of the next looks like a row
  /// of both: a note to the one, or the title of the next, tells that it is none.
  static func apart(_ grid: Grid, atTitles isTitle: (GridCell) -> Bool) -> [Grid] {
    let title = grid.cells.first { cell in
      cell.columns == 0..<grid.columnCount && cell.rows.lowerBound > 0 && cell.rows.upperBound < grid.rowCount
        && isTitle(cell)
    }
    guard let title else { return [grid] }
    let rest = part(grid, rows: title.rows.upperBound..<grid.rowCount).grid
    return [part(grid, rows: 0..<title.rows.lowerBound).grid] + apart(rest, atTitles: isTitle)
  }

  /// The inner column borders that cells end at.
  private static func borders(_ cells: [GridCell]) -> Set<Int> {
    var result: Set<Int> = []
    for cell in cells {
      result.insert(cell.columns.lowerBound)
      result.insert(cell.columns.upperBound)
    }
    return result
  }

  /// Some rows of a grid as a grid of their own, with the columns that they use, and which cells these were.
  private static func part(_ grid: Grid, rows: Range<Int>) -> (grid: Grid, cells: [Int]) {
    let chosen = grid.cells.indices.filter { rows.contains(grid.cells[$0].rows.lowerBound) }
    let used = borders(chosen.map { grid.cells[$0] }).sorted()
    let place = { (column: Int) in used.firstIndex(of: column) ?? 0 }
    let cells = chosen.map { index in
      let cell = grid.cells[index]
      return GridCell(
        rows: (cell.rows.lowerBound - rows.lowerBound)..<(min(cell.rows.upperBound, rows.upperBound) - rows.lowerBound),
        columns: place(cell.columns.lowerBound)..<place(cell.columns.upperBound), box: cell.box)
    }
    let borders = Array(grid.rows[rows.lowerBound...rows.upperBound])
    return (Grid(columns: used.map { grid.columns[$0] }, rows: borders, cells: cells, isFramed: grid.isFramed), chosen)
  }
}
