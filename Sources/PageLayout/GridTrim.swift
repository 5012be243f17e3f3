import ReportModel

/// Takes borders out of a grid that part nothing from nothing.
///
/// Word processors shade a cell line by line and as far as its text goes, so that edges appear inside cells;
/// a border counts where it parts text from text, or runs through the whole table.
enum GridTrim {
  /// A border this much of the table long is the designer's.
  private static let through: Float = 0.9

  static func withoutIdleBorders(_ grid: Grid, filled: [Bool], edges: Edges) -> Grid {
    let rows = trimmed(grid, filled, along: \.rows, length: grid.box.width) { at in
      coverage(edges.horizontal, at: grid.rows[at], from: grid.box.x0, to: grid.box.x1)
    }
    let columns = trimmed(grid, filled, along: \.columns, length: grid.box.height) { at in
      coverage(edges.vertical, at: grid.columns[at], from: grid.box.y0, to: grid.box.y1)
    }
    guard rows.contains(true) || columns.contains(true) else { return grid }
    return without(grid, filled, idleRows: rows, idleColumns: columns)
  }

  /// For each inner border whether it is idle.
  private static func trimmed(
    _ grid: Grid, _ filled: [Bool], along span: KeyPath<GridCell, Range<Int>>, length: Float, coverage: (Int) -> Float
  ) -> [Bool] {
    let other: KeyPath<GridCell, Range<Int>> = span == \GridCell.rows ? \.columns : \.rows
    let count = span == \GridCell.rows ? grid.rows.count : grid.columns.count
    var idle = [Bool](repeating: false, count: count)
    let used = zip(grid.cells, filled).filter(\.1).map(\.0)
    // What the last kept border before each cell is, as idle ones go.
    for at in 1..<max(1, count - 1) where coverage(at) < through * length {
      var first = at
      while first > 0, first == at || idle[first] { first -= 1 }
      let before = used.filter { $0[keyPath: span].upperBound <= at && $0[keyPath: span].upperBound > first }
      let after = used.filter { $0[keyPath: span].lowerBound == at }
      let parts = before.contains { a in after.contains { a[keyPath: other].overlaps($0[keyPath: other]) } }
      idle[at] = !parts
    }
    return idle
  }

  private static func coverage(_ edges: [Edge], at position: Float, from low: Float, to high: Float) -> Float {
    var covered: Float = 0
    for edge in edges where abs(edge.position - position) <= Edges.snap {
      covered += max(0, min(edge.end, high) - max(edge.start, low))
    }
    return covered
  }

  private static func without(_ grid: Grid, _ filled: [Bool], idleRows: [Bool], idleColumns: [Bool]) -> Grid {
    let rows = places(idleRows)
    let columns = places(idleColumns)
    let keptRows = zip(grid.rows, idleRows).filter { !$0.1 }.map(\.0)
    let keptColumns = zip(grid.columns, idleColumns).filter { !$0.1 }.map(\.0)
    var isTaken = [Bool](repeating: false, count: (keptRows.count - 1) * (keptColumns.count - 1))
    var cells: [GridCell] = []
    // Cells with text first: empty ones give way.
    let order = grid.cells.indices.sorted { (filled[$0] ? 0 : 1, $0) < (filled[$1] ? 0 : 1, $1) }
    for index in order {
      let cell = grid.cells[index]
      let r = rows.start[cell.rows.lowerBound]..<rows.end[cell.rows.upperBound]
      let c = columns.start[cell.columns.lowerBound]..<columns.end[cell.columns.upperBound]
      let slots = r.flatMap { row in c.map { row * (keptColumns.count - 1) + $0 } }
      guard !slots.isEmpty, slots.allSatisfy({ !isTaken[$0] }) else { continue }
      for slot in slots { isTaken[slot] = true }
      let box = Box(
        x0: keptColumns[c.lowerBound], y0: keptRows[r.lowerBound], x1: keptColumns[c.upperBound],
        y1: keptRows[r.upperBound])
      cells.append(GridCell(rows: r, columns: c, box: box))
    }
    cells.sort(by: GridCell.isBefore)
    return Grid(columns: keptColumns, rows: keptRows, cells: cells)
  }

  /// For each old border the kept one at or before it, and the kept one at or after it.
  private static func places(_ idle: [Bool]) -> (start: [Int], end: [Int]) {
    var start: [Int] = []
    var end: [Int] = []
    var kept = -1
    for isIdle in idle {
      if !isIdle { kept += 1 }
      start.append(kept)
      end.append(isIdle ? kept + 1 : kept)
    }
    return (start, end)
  }
}
