import ReportModel

/// Where drawings stand on a page: shapes near one another that hold no passage of text.
///
/// What stands among the bars, rings, arrows and boxes of a drawing labels it, and is no title of the report.
struct FigureAreas {
  private let areas: [Box]

  private static let fewestShapes = 5
  private static let smallest: Float = 60
  /// Shapes nearer than this (points) belong to one drawing.
  private static let reach: Float = 14
  /// A page of more shapes is looked at in part.
  private static let mostShapes = 700
  private static let longestLabel = 26

  init(_ sketch: PageSketch, _ blocks: [BlockDraft]) {
    let page = sketch.page
    let passages = blocks.filter { $0.table == nil && ($0.lines.count >= 3 || $0.glyphCount > Self.longestLabel) }.map(
      \.box)
    let tables = blocks.filter { $0.table != nil && $0.role == .table }.map(\.box)
    let limit = 0.3 * page.box.area
    let shapes = (page.fills.map(\.box) + page.outlines).prefix(Self.mostShapes * 2).filter { shape in
      shape.area < limit && shape.width > 2 && shape.height > 2
        && !tables.contains { $0.insetBy(-4).contains(shape) } && !passages.contains { $0.intersects(shape.insetBy(2)) }
    }.prefix(Self.mostShapes)
    areas = FigureAreas.clusters(Array(shapes)).filter { area in
      area.width >= Self.smallest && area.height >= Self.smallest && area.area < 0.6 * page.box.area
    }
  }

  /// Whether a block stands within a drawing.
  func holds(_ block: BlockDraft) -> Bool {
    areas.contains { $0.containsMiddle(of: block.box) }
  }

  private static func clusters(_ shapes: [Box]) -> [Box] {
    var sets = DisjointSets(count: shapes.count)
    let byTop = shapes.indices.sorted { (shapes[$0].y0, $0) < (shapes[$1].y0, $1) }
    for (at, i) in byTop.enumerated() {
      let near = shapes[i].insetBy(-reach)
      for j in byTop[(at + 1)...] {
        if shapes[j].y0 > near.y1 { break }
        if shapes[j].intersects(near) { sets.join(i, j) }
      }
    }
    var boxes: [Int: (box: Box, count: Int)] = [:]
    for (i, shape) in shapes.enumerated() {
      let root = sets.root(i)
      boxes[root] = boxes[root].map { ($0.box.union(shape), $0.count + 1) } ?? (shape, 1)
    }
    return boxes.sorted { $0.key < $1.key }.filter { $0.value.count >= fewestShapes }.map(\.value.box)
  }
}
