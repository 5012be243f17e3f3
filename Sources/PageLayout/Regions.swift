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

  /// What borders and backgrounds enclose.
  private struct Drawn {
    var tables: [Grid] = []
    var cards: [Box] = []
  }

  /// Frames in frames in frames are looked into, no deeper.
  private static let deepest = 2
  /// A region of fewer runs holds no table without borders.
  private static let fewestInTable = 4
  /// Of more outlined shapes, the rest are a drawing.
  private static let mostOutlines = 400

  func regions(edges: Edges) -> [Region] {
    let boxes = runs.map(\.pageBox)
    var drawn = Drawn()
    sort(edges, boxes, depth: 0, into: &drawn)
    drawn.cards += backgrounds(boxes)
    return withBorderlessTables(nested(drawn, boxes), edges)
  }

  /// Takes tables without borders out of the regions that hold them, as regions of their own.
  private func withBorderlessTables(_ regions: [Region], _ edges: Edges) -> [Region] {
    var result = regions
    for index in regions.indices where !regions[index].isTable {
      let own = regions[index].runs.filter { $0.direction == .right }
      guard own.count >= Self.fewestInTable else { continue }
      let lines = LineBuilder(ink: ink, fonts: page.fonts, em: em, walls: edges.vertical).lines(own)
      let sorter = GridSorter(page: page, edges: edges, runs: own, boxes: own.map(\.pageBox), ink: ink)
      for found in BorderlessTables(ink: ink, lines: lines).grids() {
        let inside = lines.filter { found.box.containsMiddle(of: $0.box) }
        let columns = GridSplitter(ink: ink, lines: inside, rules: []).splitColumns(found)
        guard columns.columnCount >= 2, case .table(let table) = sorter.verdict(on: columns),
          !result[regions.count...].contains(where: { $0.box.intersects(table.box.insetBy(3)) })
        else { continue }
        let isMember = { (run: Run) in table.box.containsMiddle(of: run.pageBox) }
        result.append(
          Region(box: table.box, kind: .table(table), parent: index, runs: result[index].runs.filter(isMember)))
        result[index].runs.removeAll(where: isMember)
      }
    }
    return result
  }

  /// Sorts the grids among some edges; inside a frame it looks again, for a table may touch the frame around it.
  private func sort(_ edges: Edges, _ boxes: [Box], depth: Int, into drawn: inout Drawn) {
    let sorter = GridSorter(page: page, edges: edges, runs: runs, boxes: boxes, ink: ink)
    let found = GridFinder(sideBySide: sideBySide).grids(edges)
    if found.isEmpty { return }
    let free = lines(runs, walls: edges.vertical)
    let grids = found.flatMap { grid in
      StackedTables.apart(grid, filled: sorter.filled(grid)) { cell, borders in
        sideBySide(in: cell.box) != .nothing
          && !free.contains { line in
            cell.box.containsMiddle(of: line.box)
              && borders.contains { line.box.x0 < $0 - Edges.snap && line.box.x1 > $0 + Edges.snap }
          }
      }
    }.flatMap { grid in
      StackedTables.apart(grid) { cell in
        free.contains {
          cell.box.containsMiddle(of: $0.box) && (CaptionSigns.isCaption($0, ink) || NoteSigns.opensNote($0, ink))
        }
      }
    }
    for grid in grids.sorted(by: { $0.box.area > $1.box.area }) {
      if drawn.tables.contains(where: { $0.box.contains(grid.box, slack: 2) }) { continue }
      let others = grids.map(\.box).filter { $0 != grid.box && !$0.intersects(grid.box.insetBy(Edges.snap)) }
      let near = free.indices.filter { index in
        free[index].box.overlapX(grid.box) > 0 && !others.contains { $0.containsMiddle(of: free[index].box) }
      }
      let ends = OpenEnds(ink: ink, lines: near.map { free[$0] }) { splitter($0, edges).split($0) }
      switch sorter.verdict(on: ends.completed(grid)) {
      case .table(let table): drawn.tables.append(table)
      case .frames(let frames):
        drawn.cards += frames
        guard depth < Self.deepest else { continue }
        for frame in frames where frame.area < 0.98 * grid.box.area || depth == 0 {
          sort(edges.inside(frame), boxes, depth: depth + 1, into: &drawn)
        }
      case .drawing: break
      }
    }
  }

  /// How far what stands in a zone is set side by side, well apart from each other.
  private func sideBySide(in zone: Box) -> GridFinder.SideBySide {
    let inside = runs.filter { $0.direction == .right && zone.containsMiddle(of: $0.box) }
      .sorted { ($0.box.x0, $0.glyphs.lowerBound) < ($1.box.x0, $1.glyphs.lowerBound) }
    func leads(_ at: Int) -> Bool {
      let left = inside[at]
      let right = inside[(at + 1)...].first { isLevel($0, left) && $0.box.x0 > left.box.x0 }
      return right.map { $0.box.x0 - left.box.x1 >= 1.2 * left.size } ?? false
    }
    guard let first = inside.indices.first(where: leads) else { return .nothing }
    guard zone.height > GridFinder.highestRow, inside.count <= Self.mostInTable else { return .some }
    let leading = inside[first...].indices.filter(leads).map { inside[$0] }
    let level = inside.filter { run in leading.contains { isLevel($0, run) } }
    // Rules under the figures of a sum leave out what the rows are called.
    let named = leading.filter { run in
      runs.contains { $0.direction == .right && isLevel($0, run) && $0.box.x1 <= zone.x0 }
    }
    guard leading.count >= Self.fewestRows, level.count * 10 >= inside.count * 8, named.count * 2 < leading.count,
      !isInColumnsOfText(leading, level),
      !listsPages(inside)
    else { return .some }
    return .most
  }

  /// Whether most levels hold long lines side by side, and nothing else.
  private func isInColumnsOfText(_ leading: [Run], _ level: [Run]) -> Bool {
    let text = leading.filter { run in
      level.filter { isLevel($0, run) }.allSatisfy { $0.box.width >= Self.lineOfText * $0.size }
    }
    return text.count * 2 > leading.count
  }

  /// In ems.
  private static let lineOfText: Float = 12
  private static let fewestRows = 3
  /// More pieces between two rules are a drawing.
  private static let mostInTable = 1200

  private func isLevel(_ a: Run, _ b: Run) -> Bool { abs(a.baseline - b.baseline) <= 0.6 * b.size }

  /// Whether the last on each level are mostly the numbers of pages.
  private func listsPages(_ inside: [Run]) -> Bool {
    let last = inside.filter { run in !inside.contains { isLevel($0, run) && $0.box.x0 > run.box.x0 } }
    let numbers = last.sorted { $0.baseline < $1.baseline }.map { run in
      run.glyphs.allSatisfy { ink[$0].kind == .digit } && run.glyphs.count <= 3
        ? run.glyphs.reduce(0) { $0 * 10 + Int(ink[$1].scalar & 0xF) } : nil
    }
    let told = numbers.compactMap { $0 }
    return told.count * 5 >= numbers.count * 4 && TocFinder.grow(told)
  }

  private func splitter(_ grid: Grid, _ edges: Edges) -> GridSplitter {
    let inside = runs.filter { grid.box.containsMiddle(of: $0.box) }
    let walls = grid.columns.map { Edge(position: $0, start: grid.box.y0, end: grid.box.y1) }
    return GridSplitter(ink: ink, lines: lines(inside, walls: walls), rules: edges.horizontal)
  }

  /// The lines of some runs, as far as these go in ordinary direction.
  private func lines(_ runs: [Run], walls: [Edge]) -> [LineDraft] {
    LineBuilder(ink: ink, fonts: page.fonts, em: em, walls: walls).lines(runs.filter { $0.direction == .right })
  }

  /// Filled shapes large enough to carry text and not crossed by any.
  private func backgrounds(_ boxes: [Box]) -> [Box] {
    let limit = 0.8 * page.box.area
    let shapes = Shading.merged(page).map(\.box) + page.outlines.prefix(Self.mostOutlines)
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

  /// The page and all that was drawn on it, each in the smallest that holds it, with the runs that stand there.
  private func nested(_ drawn: Drawn, _ boxes: [Box]) -> [Region] {
    var found = drawn.tables.map { Region(box: $0.box, kind: .table($0), parent: 0) }
    let apart = drawn.cards.filter { card in !drawn.tables.contains { $0.box.contains(card, slack: 2) } }
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
      guard region.box.containsMiddle(of: box) else { continue }
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
