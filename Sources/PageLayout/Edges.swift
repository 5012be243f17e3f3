import ReportModel

/// A straight border on the page: at `position` across, from `start` to `end` along.
struct Edge {
  var position: Float
  var start: Float
  var end: Float

  var length: Float { end - start }
}

extension [Edge] {
  /// Of edges in order of position, those strictly between two positions.
  func between(_ low: Float, _ high: Float) -> ArraySlice<Edge> {
    var first = startIndex
    var end = endIndex
    while first < end {
      let middle = (first + end) / 2
      if self[middle].position > low { end = middle } else { first = middle + 1 }
    }
    return self[first...].prefix { $0.position < high }
  }
}

/// The borders of a page that may part cells, snapped to common lines, in order of position.
struct Edges {
  var horizontal: [Edge] = []
  var vertical: [Edge] = []

  /// Borders nearer than this are one: double rules, the two sides of a white gap between shaded cells.
  static let snap: Float = 2.6
  /// More borders than any table page has: a drawing.
  private static let most = 3000
  private static let longestDash: Float = 4
  /// Shorter than a character: ticks, dots, ornaments.
  private static let shortest: Float = 5

  static var none: Edges { Edges() }
  private init() {}

  /// In points: a picture of these measures may be a header's shading.
  private static let bandHeights: ClosedRange<Float> = 8...60
  private static let narrowestBand: Float = 60
  /// Of more pictures, the rest are tiles of a drawing.
  private static let mostPictures = 100

  init(_ page: PageText) {
    for ruling in page.rulings {
      let b = ruling.box
      if ruling.isHorizontal {
        horizontal.append(Edge(position: b.midY, start: b.x0, end: b.x1))
      } else {
        vertical.append(Edge(position: b.midX, start: b.y0, end: b.y1))
      }
    }
    let paint = Paint(page.fills)
    for fill in Shading.merged(page) {
      let b = fill.box
      horizontal += paint.visible(Edge(position: b.y0, start: b.x0, end: b.x1), isUpright: false)
      horizontal += paint.visible(Edge(position: b.y1, start: b.x0, end: b.x1), isUpright: false)
      vertical += paint.visible(Edge(position: b.x0, start: b.y0, end: b.y1), isUpright: true)
      vertical += paint.visible(Edge(position: b.x1, start: b.y0, end: b.y1), isUpright: true)
    }
    // A header shaded with a gradient is a picture to the PDF.
    for b in page.pictures.prefix(Self.mostPictures)
    where Self.bandHeights.contains(b.height) && b.width >= Self.narrowestBand {
      horizontal += [Edge(position: b.y0, start: b.x0, end: b.x1), Edge(position: b.y1, start: b.x0, end: b.x1)]
      vertical += [Edge(position: b.x0, start: b.y0, end: b.y1), Edge(position: b.x1, start: b.y0, end: b.y1)]
    }
    // Joining takes time too: far too many are not even joined.
    guard horizontal.count + vertical.count <= Self.most * 3 else {
      self = .none
      return
    }
    horizontal = Edges.joined(horizontal)
    vertical = Edges.joined(vertical)
    if horizontal.count + vertical.count > Self.most { self = .none }
  }

  /// The edges that run inside a box, its own borders left out.
  func inside(_ box: Box) -> Edges {
    let margin = Self.snap + 1
    var result = self
    result.horizontal = horizontal.compactMap { edge in
      guard edge.position > box.y0 + margin, edge.position < box.y1 - margin else { return nil }
      return clipped(edge, box.x0, box.x1)
    }
    result.vertical = vertical.compactMap { edge in
      guard edge.position > box.x0 + margin, edge.position < box.x1 - margin else { return nil }
      return clipped(edge, box.y0, box.y1)
    }
    return result
  }

  private func clipped(_ edge: Edge, _ low: Float, _ high: Float) -> Edge? {
    let part = Edge(position: edge.position, start: max(edge.start, low), end: min(edge.end, high))
    return part.length >= Self.shortest ? part : nil
  }

  /// Snaps edges to common positions and joins those that touch along the line.
  private static func joined(_ edges: [Edge]) -> [Edge] {
    var result: [Edge] = []
    var sorted = edges.sorted { ($0.position, $0.start, $0.end) < ($1.position, $1.start, $1.end) }
    var first = 0
    while first < sorted.count {
      var last = first
      var sum: Float = 0
      while last < sorted.count, sorted[last].position - sorted[first].position <= snap {
        sum += sorted[last].position
        last += 1
      }
      let position = sum / Float(last - first)
      sorted[first..<last].sort { ($0.start, $0.end) < ($1.start, $1.end) }
      var open = Edge(position: position, start: sorted[first].start, end: sorted[first].end)
      var dash = open.length
      for edge in sorted[first..<last].dropFirst() {
        // Dots and dashes of one line stand apart by about their own length.
        let reach = max(dash, edge.length) <= longestDash ? max(snap, 1.5 * longestDash) : snap
        dash = edge.length
        if edge.start <= open.end + reach {
          open.end = max(open.end, edge.end)
        } else {
          if open.length >= shortest { result.append(open) }
          open = Edge(position: position, start: edge.start, end: edge.end)
        }
      }
      if open.length >= shortest { result.append(open) }
      first = last
    }
    return result
  }
}
