import ReportModel

/// Tells tables from frames around text and from drawings.
struct GridSorter {
  let page: PageText
  let edges: Edges
  let runs: [Run]
  let boxes: [Box]
  let ink: [InkGlyph]

  enum Verdict {
    case table(Grid)
    case frames([Box])
    case drawing
  }

  /// A share of runs that cross borders above this means that the borders are no cells.
  private static let mostCrossing: Float = 0.15
  private static let leastFilled: Float = 0.38

  /// Which cells of a grid hold text.
  func filled(_ grid: Grid) -> [Bool] { Census(grid, boxes: boxes, runs: runs, ink: ink).filled }

  func verdict(on grid: Grid) -> Verdict {
    let census = Census(grid, boxes: boxes, runs: runs, ink: ink)
    guard census.filled.contains(true) else { return .drawing }
    let crossing = Float(census.crossing) / Float(max(1, census.inside + census.crossing))
    guard crossing <= Self.mostCrossing else { return .drawing }
    let filledCells = zip(grid.cells, census.filled).filter(\.1).map(\.0)
    let rowsUsed = Set(filledCells.map(\.rows.lowerBound)).count
    let columnsUsed = Set(filledCells.map(\.columns.lowerBound)).count
    guard census.words * 8 >= filledCells.count else { return .drawing }
    if filledCells.count >= 3, rowsUsed >= 2, columnsUsed >= 2, !isPageFrame(grid, census) {
      let trimmed = GridTrim.withoutIdleBorders(grid, filled: census.filled, edges: edges)
      if isFull(trimmed) { return .table(trimmed) }
    }
    return grid.isFramed ? .frames(filledCells.map(\.box)) : .drawing
  }

  /// Whether a grid has rows and columns, and enough of its places hold something: the net of a drawing is sparse.
  private func isFull(_ grid: Grid) -> Bool {
    guard grid.rowCount >= 2, grid.columnCount >= 2 else { return false }
    let used = zip(grid.cells, filled(grid)).filter(\.1).map(\.0).reduce(0) { $0 + $1.rows.count * $1.columns.count }
    return Float(used) >= Self.leastFilled * Float(grid.rowCount * grid.columnCount)
  }

  /// A few large cells around whole passages are the page's design, not a table.
  private func isPageFrame(_ grid: Grid, _ census: Census) -> Bool {
    guard let most = census.glyphs.indices.max(by: { census.glyphs[$0] < census.glyphs[$1] }) else { return false }
    let total = census.glyphs.reduce(0, +)
    guard census.glyphs[most] >= 120 else { return false }
    let share = Float(census.glyphs[most]) / Float(total)
    let area = grid.cells[most].box.area / page.box.area
    let sizes = census.sizes[most].count
    return (share >= 0.3 && area >= 0.2 && sizes >= 3) || (share >= 0.6 && area >= 0.3 && sizes >= 2)
  }

  /// What stands in each cell of a grid.
  private struct Census {
    var filled: [Bool]
    var glyphs: [Int]
    var sizes: [Set<Int>]
    var inside = 0
    var crossing = 0
    /// How many cells hold words: a net of figures alone is the bars of a chart.
    var words = 0

    init(_ grid: Grid, boxes: [Box], runs: [Run], ink: [InkGlyph]) {
      var hasWords = [Bool](repeating: false, count: grid.cells.count)
      defer { words = hasWords.filter { $0 }.count }
      filled = [Bool](repeating: false, count: grid.cells.count)
      glyphs = [Int](repeating: 0, count: grid.cells.count)
      sizes = [Set<Int>](repeating: [], count: grid.cells.count)
      let area = grid.box
      for (index, box) in boxes.enumerated() where box.intersects(area) {
        guard let at = grid.cells.firstIndex(where: { $0.box.containsMiddle(of: box) }) else {
          if area.insetBy(2).contains(box) { crossing += 1 }
          continue
        }
        filled[at] = true
        hasWords[at] =
          hasWords[at] || runs[index].glyphs.contains { ink[$0].kind == .ideograph || ink[$0].kind == .letter }
        glyphs[at] += runs[index].glyphs.count
        sizes[at].insert(Int((runs[index].size * 2).rounded()))
        if grid.cells[at].box.contains(box, slack: max(4, 0.5 * runs[index].size)) {
          inside += 1
        } else {
          crossing += 1
        }
      }
    }
  }
}
