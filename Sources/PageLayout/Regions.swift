import ReportModel

/// A part of the page that holds its text together: the page itself, a card or box on it, or a table.
struct Region {
  var box: Box
  var kind: Kind
  /// Index of the region around it; the page is its own parent.
  var parent: Int
  /// Runs that stand in it and in nothing smaller.
  var runs: [Run] = []

  enum Kind {
    case page
    case card
    case table(Grid)
  }

  var isTable: Bool {
    if case .table = kind { true } else { false }
  }
}

/// Divides a page into regions by its borders and backgrounds.
struct RegionFinder {
  let page: PageText
  let runs: [Run]
  let ink: [InkGlyph]
  /// The usual type size of the page.
  let em: Float

  func regions(edges: Edges) -> [Region] {
    let boxes = runs.map(\.pageBox)
    var tables: [Grid] = []
    var cards: [Box] = []
    sort(edges, boxes, depth: 0, &tables, &cards)
    cards += backgrounds(boxes)
    return withBorderlessTables(nested(tables, cards, boxes), edges)
  }

  /// Takes tables without borders out of the regions that hold them, as regions of their own.
  private func withBorderlessTables(_ regions: [Region], _ edges: Edges) -> [Region] {
    var result = regions
    for index in regions.indices where !regions[index].isTable {
      let own = regions[index].runs.filter { $0.direction == .right }
      guard own.count >= 4 else { continue }
      let lines = LineBuilder(ink: ink, fonts: page.fonts, em: em, walls: edges.vertical).lines(own)
      let sorter = GridSorter(page: page, edges: edges, runs: own, boxes: own.map(\.pageBox), ink: ink)
      for found in BorderlessTables(ink: ink, lines: lines).grids() {
        let inside = lines.filter { found.box.contains(x: $0.box.midX, y: $0.box.midY) }
        let columns = GridSplitter(ink: ink, lines: inside).splitColumns(found)
        guard columns.columnCount >= 2, case .table(let table) = sorter.sort(columns) else { continue }
        let isMember = { (run: Run) in table.box.contains(x: run.pageBox.midX, y: run.pageBox.midY) }
        result.append(
          Region(box: table.box, kind: .table(table), parent: index, runs: result[index].runs.filter(isMember)))
        result[index].runs.removeAll(where: isMember)
      }
    }
    return result
  }

  /// Sorts the grids among some edges; inside a frame it looks again, for a table may touch the frame around it.
  private func sort(_ edges: Edges, _ boxes: [Box], depth: Int, _ tables: inout [Grid], _ cards: inout [Box]) {
    let sorter = GridSorter(page: page, edges: edges, runs: runs, boxes: boxes, ink: ink)
    let grids = GridFinder(isRow: isRow).grids(edges).flatMap { StackedTables.apart($0, filled: sorter.filled($0)) }
    for grid in grids.sorted(by: { $0.box.area > $1.box.area }) {
      if tables.contains(where: { $0.box.contains(grid.box, slack: 2) }) { continue }
      switch sorter.sort(splitter(grid).split(grid)) {
      case .table(let table): tables.append(table)
      case .frames(let frames):
        cards += frames
        guard depth < 2 else { continue }
        for frame in frames where frame.area < 0.98 * grid.box.area || depth == 0 {
          sort(edges.inside(frame), boxes, depth: depth + 1, &tables, &cards)
        }
      case .drawing: break
      }
    }
  }

  /// Whether runs in a zone stand on one baseline well apart from each other.
  private func isRow(_ zone: Box) -> Bool {
    let inside = runs.filter { $0.direction == .right && zone.contains(x: $0.box.midX, y: $0.box.midY) }
      .sorted { ($0.box.x0, $0.glyphs.lowerBound) < ($1.box.x0, $1.glyphs.lowerBound) }
    for (at, left) in inside.enumerated() {
      let right = inside[(at + 1)...].first {
        abs($0.baseline - left.baseline) <= 0.6 * left.size && $0.box.x0 > left.box.x0
      }
      if let right, right.box.x0 - left.box.x1 >= 1.2 * left.size { return true }
    }
    return false
  }

  private func splitter(_ grid: Grid) -> GridSplitter {
    let inside = runs.filter { $0.direction == .right && grid.box.contains(x: $0.box.midX, y: $0.box.midY) }
    let walls = grid.columns.map { Edge(position: $0, start: grid.box.y0, end: grid.box.y1) }
    return GridSplitter(ink: ink, lines: LineBuilder(ink: ink, fonts: page.fonts, em: em, walls: walls).lines(inside))
  }

  /// Filled shapes large enough to carry text and not crossed by any.
  private func backgrounds(_ boxes: [Box]) -> [Box] {
    let limit = 0.8 * page.box.area
    let shapes = Shading.merged(page).map(\.box) + page.outlines.prefix(400)
    return shapes.filter { shape in
      guard shape.width >= 40, shape.height >= 18, shape.area < limit else { return false }
      var inside = 0
      for box in boxes where box.intersects(shape) {
        if shape.contains(box, slack: 0.35 * box.height) {
          inside += 1
        } else if box.intersection(shape).area > 0.15 * box.area {
          return false
        }
      }
      return inside > 0
    }
  }

  private func nested(_ tables: [Grid], _ cards: [Box], _ boxes: [Box]) -> [Region] {
    var found = tables.map { Region(box: $0.box, kind: .table($0), parent: 0) }
    let apart = cards.filter { card in !tables.contains { $0.box.contains(card, slack: 2) } }
    found += RegionFinder.distinct(apart).map { Region(box: $0, kind: .card, parent: 0) }
    found.sort { ($0.box.area, $0.box.y0, $0.box.x0) > ($1.box.area, $1.box.y0, $1.box.x0) }
    var regions = [Region(box: page.box, kind: .page, parent: 0)] + found
    for index in regions.indices.dropFirst() {
      var parent = home(of: regions[index].box, in: regions[..<index])
      // Tables whose edges overlap stand side by side, never one in the other.
      while regions[parent].isTable { parent = regions[parent].parent }
      regions[index].parent = parent
    }
    for (run, box) in zip(runs, boxes) { regions[home(of: box, in: regions[...])].runs.append(run) }
    return regions
  }

  /// The smallest region (they come largest first) that holds the middle and most of the box.
  private func home(of box: Box, in regions: ArraySlice<Region>) -> Int {
    for index in regions.indices.reversed() where index > 0 {
      let region = regions[index]
      guard region.box.contains(x: box.midX, y: box.midY) else { continue }
      if region.isTable || box.intersection(region.box).area >= 0.6 * box.area { return index }
    }
    return 0
  }

  /// Leaves one of boxes that are nearly the same (a fill and its frame).
  private static func distinct(_ boxes: [Box]) -> [Box] {
    var result: [Box] = []
    for box in boxes.sorted(by: { ($0.area, $0.y0, $0.x0) < ($1.area, $1.y0, $1.x0) }) {
      let isTwin = result.contains { other in
        let both = other.intersection(box)
        return both.width > 0 && both.height > 0 && both.area > 0.85 * box.area
      }
      if !isTwin { result.append(box) }
    }
    return result
  }
}

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

  /// Which cells of a grid hold text.
  func filled(_ grid: Grid) -> [Bool] { Census(grid, boxes: boxes, runs: runs, ink: ink).filled }

  func sort(_ grid: Grid) -> Verdict {
    let census = Census(grid, boxes: boxes, runs: runs, ink: ink)
    guard census.filled.contains(true) else { return .drawing }
    let crossing = Float(census.crossing) / Float(max(1, census.inside + census.crossing))
    guard crossing <= Self.mostCrossing else { return .drawing }
    let filledCells = zip(grid.cells, census.filled).filter(\.1).map(\.0)
    let rowsUsed = Set(filledCells.map(\.rows.lowerBound)).count
    let columnsUsed = Set(filledCells.map(\.columns.lowerBound)).count
    guard census.words * 8 >= filledCells.count else { return .drawing }
    if filledCells.count >= 3, rowsUsed >= 2, columnsUsed >= 2, !isPageFrame(grid, census) {
      return .table(GridTrim.withoutIdleBorders(grid, filled: census.filled, edges: edges))
    }
    return grid.isFramed ? .frames(filledCells.map(\.box)) : .drawing
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
        guard let at = grid.cells.firstIndex(where: { $0.box.contains(x: box.midX, y: box.midY) }) else {
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
    cells.sort { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
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
