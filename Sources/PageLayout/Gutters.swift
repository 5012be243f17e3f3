import ReportModel

/// The white strips that part the columns, or the two printed pages of a spread, of page after page.
struct Gutters {
  /// Middles of the strips, with the page width that they belong to.
  private let known: [(width: Float, middle: Float)]

  private static let fewestPages = 3
  /// Of so few pages, two that agree are many.
  private static let shortReport = 10
  private static let same: Float = 6
  /// In ems of the page.
  private static let narrowest: Float = 1.1
  /// Of this many lines one may cross a strip: a title over both columns.
  private static let mostCrossing = 12
  /// Pages wider than this (points) are looked at in part.
  private static let widestPage: Float = 10_000

  init(_ sketches: [PageSketch]) {
    var found: [(width: Float, middle: Float, pages: Int)] = []
    for sketch in sketches {
      for middle in Gutters.strips(sketch) {
        let at = found.firstIndex { abs($0.width - sketch.page.width) <= 2 && abs($0.middle - middle) <= Self.same }
        if let at { found[at].pages += 1 } else { found.append((sketch.page.width, middle, 1)) }
      }
    }
    let fewest = sketches.count < Self.shortReport ? 2 : Self.fewestPages
    known = found.filter { $0.pages >= fewest }.map { ($0.width, $0.middle) }
  }

  /// Whether a white strip of a page is one that comes back.
  func isKnown(from left: Float, to right: Float, pageWidth: Float) -> Bool {
    known.contains { abs($0.width - pageWidth) <= 2 && left - 2 <= $0.middle && $0.middle <= right + 2 }
  }

  /// Strips of one page that few lines cross, with a fair share of the lines on either side.
  private static func strips(_ sketch: PageSketch) -> [Float] {
    let boxes =
      sketch.lines.flatMap { $0 }.filter { $0.direction == .right }.map(\.box)
      + sketch.tables.values.map { $0.grid.box }
    guard boxes.count >= 8 else { return [] }
    let step: Float = 2
    let count = Int(min(sketch.page.width, widestPage) / step) + 1
    var covered = [Int](repeating: 0, count: count)
    for box in boxes {
      let first = max(0, min(count - 1, Int(max(0, box.x0) / step)))
      let last = max(0, min(count - 1, Int(max(0, min(box.x1, widestPage)) / step)))
      for at in first...max(first, last) { covered[at] += 1 }
    }
    let white = stretches(in: covered.indices) { covered[$0] * mostCrossing <= boxes.count }
    var result: [Float] = []
    for strip in white where strip.lowerBound > 0 && strip.upperBound < count {
      guard Float(strip.count) * step >= narrowest * sketch.em else { continue }
      let middle = Float(strip.lowerBound + strip.upperBound) / 2 * step
      let left = boxes.filter { $0.x1 <= middle }.count
      let right = boxes.filter { $0.x0 >= middle }.count
      if left * 4 >= boxes.count, right * 4 >= boxes.count { result.append(middle) }
    }
    return result
  }
}

/// The longest stretches of a range throughout which something holds, first to last.
func stretches(in range: Range<Int>, where holds: (Int) -> Bool) -> [Range<Int>] {
  var result: [Range<Int>] = []
  var start: Int?
  for at in range {
    if holds(at) {
      start = start ?? at
    } else if let first = start {
      result.append(first..<at)
      start = nil
    }
  }
  if let first = start { result.append(first..<range.upperBound) }
  return result
}
