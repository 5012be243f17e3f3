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

  func regions(edges: Edges) -> [Region] {
    let boxes = runs.map(\.pageBox)
    let sorter = GridSorter(page: page, runs: runs, boxes: boxes)
    var tables: [Grid] = []
    var cards: [Box] = []
    for grid in GridFinder.grids(edges).sorted(by: { $0.box.area > $1.box.area }) {
      if tables.contains(where: { $0.box.contains(grid.box, slack: 2) }) { continue }
      switch sorter.sort(grid) {
      case .table(let table): tables.append(table)
      case .frames(let frames): cards += frames
      case .drawing: break
      }
    }
    cards += backgrounds(boxes)
    return nested(tables, cards, boxes)
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
      regions[index].parent = home(of: regions[index].box, in: regions[..<index])
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
  let runs: [Run]
  let boxes: [Box]

  enum Verdict {
    case table(Grid)
    case frames([Box])
    case drawing
  }

  /// A share of runs that cross borders above this means that the borders are no cells.
  private static let mostCrossing: Float = 0.15

  func sort(_ grid: Grid) -> Verdict {
    let census = Census(grid, boxes: boxes, runs: runs)
    guard census.filled.contains(true) else { return .drawing }
    let crossing = Float(census.crossing) / Float(max(1, census.inside + census.crossing))
    guard crossing <= Self.mostCrossing else { return .drawing }
    let filledCells = zip(grid.cells, census.filled).filter(\.1).map(\.0)
    let rowsUsed = Set(filledCells.map(\.rows.lowerBound)).count
    let columnsUsed = Set(filledCells.map(\.columns.lowerBound)).count
    if filledCells.count >= 3, rowsUsed >= 2, columnsUsed >= 2, !isPageFrame(grid, census) {
      return .table(GridTrim.withoutSlivers(grid, filled: census.filled))
    }
    return .frames(filledCells.map(\.box))
  }

  /// A few large cells around whole passages are the page's design, not a table.
  private func isPageFrame(_ grid: Grid, _ census: Census) -> Bool {
    guard let most = census.glyphs.indices.max(by: { census.glyphs[$0] < census.glyphs[$1] }) else { return false }
    let total = census.glyphs.reduce(0, +)
    guard census.glyphs[most] * 10 >= total * 6, census.glyphs[most] >= 120 else { return false }
    let cell = grid.cells[most].box
    return cell.area >= 0.3 * page.box.area && census.sizes[most].count >= 3
  }

  /// What stands in each cell of a grid.
  private struct Census {
    var filled: [Bool]
    var glyphs: [Int]
    var sizes: [Set<Int>]
    var inside = 0
    var crossing = 0

    init(_ grid: Grid, boxes: [Box], runs: [Run]) {
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
        glyphs[at] += runs[index].glyphs.count
        sizes[at].insert(Int((runs[index].size * 2).rounded()))
        if grid.cells[at].box.contains(box, slack: max(4, 0.5 * runs[index].size)) { inside += 1 } else { crossing += 1 }
      }
    }
  }
}

/// Takes rows and columns out of a grid that hold nothing and are too thin to.
enum GridTrim {
  private static let sliver: Float = 6

  static func withoutSlivers(_ grid: Grid, filled: [Bool]) -> Grid {
    let used = zip(grid.cells, filled).filter(\.1).map(\.0)
    let columns = kept(grid.columns) { at in used.contains { $0.columns == at..<(at + 1) } }
    let rows = kept(grid.rows) { at in used.contains { $0.rows == at..<(at + 1) } }
    guard columns.positions.count < grid.columns.count || rows.positions.count < grid.rows.count else { return grid }
    let cells = grid.cells.compactMap { cell -> GridCell? in
      let c = columns.place[cell.columns.lowerBound]..<columns.place[cell.columns.upperBound]
      let r = rows.place[cell.rows.lowerBound]..<rows.place[cell.rows.upperBound]
      return c.isEmpty || r.isEmpty ? nil : GridCell(rows: r, columns: c, box: cell.box)
    }
    return Grid(columns: columns.positions, rows: rows.positions, cells: cells)
  }

  /// The positions left, and for each old position its place among them.
  private static func kept(_ positions: [Float], isUsed: (Int) -> Bool) -> (positions: [Float], place: [Int]) {
    var left = [positions[0]]
    var place = [0]
    for at in 1..<positions.count {
      let isSliver = positions[at] - positions[at - 1] < sliver && !isUsed(at - 1)
      if isSliver {
        left[left.count - 1] = left.count == 1 ? left[0] : positions[at]
      } else {
        left.append(positions[at])
      }
      place.append(left.count - 1)
    }
    return (left, place)
  }
}
