import ReportModel

/// Filled rectangles as areas of one colour.
enum Shading {
  /// More rectangles than shaded cells ever are: a drawing made of tiles.
  private static let most = 1500
  /// Fills that touch within this are painted as one area.
  private static let touch: Float = 0.45

  /// The fills of a page that part text from text: page backgrounds and specks left out, and strips of one colour
  /// that touch joined (word processors shade line by line).
  static func merged(_ page: PageText) -> [Fill] {
    let pageArea = page.box.area
    var fills = page.fills.filter { fill in
      fill.box.area < 0.8 * pageArea && fill.box.width > 6 && fill.box.height > 6
    }
    guard fills.count <= most else { return [] }
    fills = joined(fills, .downwards)
    return joined(fills, .sideways)
  }

  private enum Way {
    case downwards, sideways
  }

  /// Joins touching fills of one colour and the same extent across the way.
  private static func joined(_ fills: [Fill], _ way: Way) -> [Fill] {
    let keyed = fills.map { Strip($0, way) }.sorted {
      ($0.color, $0.low, $0.high, $0.start) < ($1.color, $1.low, $1.high, $1.start)
    }
    var result: [Strip] = []
    for strip in keyed {
      if let last = result.last, last.continues(strip, within: touch) {
        result[result.count - 1].end = max(last.end, strip.end)
      } else {
        result.append(strip)
      }
    }
    return result.map { Fill(box: $0.box(way), color: $0.color) }
  }

  private struct Strip {
    var color: UInt32
    var low: Float
    var high: Float
    var start: Float
    var end: Float

    /// Extents across the way are rounded to half points, so that twins compare as equal.
    init(_ fill: Fill, _ way: Way) {
      let b = fill.box
      color = fill.color
      let (low, high) = way == .downwards ? (b.x0, b.x1) : (b.y0, b.y1)
      self.low = (low * 2).rounded() / 2
      self.high = (high * 2).rounded() / 2
      (start, end) = way == .downwards ? (b.y0, b.y1) : (b.x0, b.x1)
    }

    func continues(_ next: Strip, within touch: Float) -> Bool {
      color == next.color && low == next.low && high == next.high && next.start <= end + touch
    }

    func box(_ way: Way) -> Box {
      switch way {
      case .downwards: Box(x0: low, y0: start, x1: high, y1: end)
      case .sideways: Box(x0: start, y0: low, x1: end, y1: high)
      }
    }
  }
}

/// The colours of a page's ground, as its fills cover one another.
struct Paint {
  /// In the order of painting.
  private let fills: [Fill]
  /// A page of more tiles is a drawing: all its edges are taken as seen.
  private static let most = 400
  private static let step: Float = 12
  private static let paper: UInt32 = 0xFF_FFFF
  /// Colours no farther apart than this are one to the eye.
  private static let nearest = 8

  init(_ fills: [Fill]) { self.fills = fills }

  /// The stretches of a fill's edge along which the colour changes.
  func visible(_ edge: Edge, isUpright: Bool) -> [Edge] {
    guard fills.count <= Self.most else { return [edge] }
    let count = max(3, min(24, Int(edge.length / Self.step)))
    let step = edge.length / Float(count)
    var result: [Edge] = []
    for index in 0..<count {
      let start = edge.start + Float(index) * step
      guard isSeen(at: edge.position, along: start + step / 2, isUpright) else { continue }
      if let last = result.last, last.end >= start - 0.01 {
        result[result.count - 1].end = start + step
      } else {
        result.append(Edge(position: edge.position, start: start, end: start + step))
      }
    }
    return result
  }

  private func isSeen(at position: Float, along: Float, _ isUpright: Bool) -> Bool {
    let near: Float = 1.2
    let before = isUpright ? color(position - near, along) : color(along, position - near)
    let after = isUpright ? color(position + near, along) : color(along, position + near)
    return Self.differ(before, after)
  }

  private func color(_ x: Float, _ y: Float) -> UInt32 {
    for fill in fills.reversed() where fill.box.contains(x: x, y: y) { return fill.color }
    return Self.paper
  }

  /// Whether the eye tells the colours apart.
  private static func differ(_ a: UInt32, _ b: UInt32) -> Bool {
    a != b && Tint(a).distance(to: Tint(b)) > nearest
  }
}
