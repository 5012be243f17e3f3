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
