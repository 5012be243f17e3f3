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
    let count = Int(min(sketch.page.width, 10_000) / step) + 1
    var covered = [Int](repeating: 0, count: count)
    for box in boxes {
      let first = max(0, min(count - 1, Int(max(0, box.x0) / step)))
      let last = max(0, min(count - 1, Int(max(0, min(box.x1, 10_000)) / step)))
      for at in first...max(first, last) { covered[at] += 1 }
    }
    var result: [Float] = []
    var start: Int?
    for at in 0...count {
      let isWhite = at < count && covered[at] * 12 <= boxes.count
      if isWhite, start == nil { start = at }
      guard !isWhite, let first = start else { continue }
      start = nil
      guard first > 0, at < count, Float(at - first) * step >= narrowest * sketch.em else { continue }
      let middle = Float(first + at) / 2 * step
      let left = boxes.filter { $0.x1 <= middle }.count
      let right = boxes.filter { $0.x0 >= middle }.count
      if left * 4 >= boxes.count, right * 4 >= boxes.count { result.append(middle) }
    }
    return result
  }
}
