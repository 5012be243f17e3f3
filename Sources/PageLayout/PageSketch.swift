import ReportModel

/// What can be said of a page without knowing the others: its ink, its regions, and the lines in each.
struct PageSketch {
  let page: PageText
  let ink: Ink
  let edges: Edges
  let regions: [Region]
  /// The lines of each region that is not a table.
  var lines: [[LineDraft]]
  /// Runs of large slanted type, which lie over or under everything else.
  let watermark: [Run]
  /// The tables by the region that they are.
  var tables: [Int: TableDraft]
  /// The type size of most glyphs.
  let em: Float

  /// Several times what the fullest page of a report holds.
  private static let mostGlyphs = 20_000

  init(_ page: PageText) {
    var ink = Ink(page)
    StackedText.turn(&ink.glyphs, pages: page.glyphs)
    let em = PageSketch.commonSize(ink.glyphs)
    // A page in more pieces than this is a drawing; looking for tables in it would take too long.
    let edges = ink.glyphs.count > Self.mostGlyphs ? Edges.none : Edges(page)
    let all = RunCutter.cut(ink.glyphs).flatMap { RunCutter.cut($0, at: edges, ink.glyphs) }
    let runs = all.filter { !Watermark.isSlanted($0, em: em) }
    watermark = all.filter { Watermark.isSlanted($0, em: em) }
    let regions = RegionFinder(page: page, runs: runs, ink: ink.glyphs, em: em).regions(edges: edges)
    self.page = page
    self.ink = ink
    self.edges = edges
    self.regions = regions
    self.em = em
    lines = []
    tables = [:]
    for (index, region) in regions.enumerated() {
      switch region.kind {
      case .page, .card:
        lines.append(PageSketch.lines(region.runs, page, ink.glyphs, edges, em))
      case .table(let grid):
        lines.append([])
        tables[index] = TableBuilder(page: page, ink: ink.glyphs, edges: edges, em: em).table(grid, region.runs)
      }
    }
  }

  /// Lines of all directions, each in its own frame.
  private static func lines(
    _ runs: [Run], _ page: PageText, _ ink: [InkGlyph], _ edges: Edges, _ em: Float
  ) -> [LineDraft] {
    byDirection(runs, \.direction).flatMap { direction, runs in
      LineBuilder(ink: ink, fonts: page.fonts, em: em, walls: edges.walls(direction)).lines(runs)
    }
  }

  private static func commonSize(_ ink: [InkGlyph]) -> Float {
    var sizes = Tally<Float>()
    for glyph in ink { sizes.add((glyph.size * 4).rounded() / 4) }
    return sizes.most ?? 10
  }
}

/// Type that is set over the page for show.
enum Watermark {
  /// In ems of the page: smaller slanted type labels a drawing.
  private static let smallest: Float = 1.8
  /// Lightness above this is read through.
  private static let readThrough = 480

  static func isSlanted(_ run: Run, em: Float) -> Bool {
    run.direction == .oblique && run.size >= smallest * em && isPale(run.color)
  }

  /// Large and pale enough to be read through.
  static func isPale(_ line: LineDraft, em: Float) -> Bool { line.size >= smallest * em && isPale(line.style.color) }

  private static func isPale(_ color: UInt32) -> Bool { Tint(color).lightness > readThrough }
}

/// Splits by direction, the commonest order first: right, down, left, up, oblique.
func byDirection<Item>(_ items: [Item], _ direction: (Item) -> Direction) -> [(Direction, [Item])] {
  [Direction.right, .down, .left, .up, .oblique].compactMap { wanted in
    let chosen = items.filter { direction($0) == wanted }
    return chosen.isEmpty ? nil : (wanted, chosen)
  }
}

extension Edges {
  /// The borders across the lines of a direction, in its frame.
  func walls(_ direction: Direction) -> [Edge] { seen(from: direction).vertical }

  /// The borders along the lines of a direction, in its frame.
  func borders(_ direction: Direction) -> [Edge] { seen(from: direction).horizontal }

  private func seen(from direction: Direction) -> (horizontal: [Edge], vertical: [Edge]) {
    switch direction {
    case .right, .oblique: return (horizontal, vertical)
    case .left: return (horizontal.map(Edges.mirrored), vertical.map(Edges.mirrored))
    case .down:
      return (
        vertical.map { Edge(position: -$0.position, start: $0.start, end: $0.end) },
        horizontal.map { Edge(position: $0.position, start: -$0.end, end: -$0.start) }
      )
    case .up:
      return (
        vertical.map { Edge(position: $0.position, start: -$0.end, end: -$0.start) },
        horizontal.map { Edge(position: -$0.position, start: $0.start, end: $0.end) }
      )
    }
  }

  private static func mirrored(_ e: Edge) -> Edge { Edge(position: -e.position, start: -e.end, end: -e.start) }
}
