import ReportModel

/// Turns characters that are set one under another, each upright, into lines that run down.
enum StackedText {
  /// In ems from one baseline to the next.
  private static let steps: ClosedRange<Float> = 0.8...2.2
  private static let slack: Float = 0.12

  static func turn(_ ink: inout [InkGlyph], pages glyphs: [Glyph]) {
    var start = 0
    while start < ink.count {
      var end = start + 1
      while end < ink.count, isBelow(ink[end], ink[end - 1]) { end += 1 }
      if end - start >= 2, standsAlone(start..<end, ink) {
        let frame = Frame(direction: .down)
        for index in start..<end {
          ink[index].direction = .down
          ink[index].baseline = -(ink[index].box.x0 + ink[index].box.x1) / 2
          ink[index].box = frame.turn(glyphs[Int(ink[index].glyph)].box)
        }
      }
      start = end
    }
  }

  private static func isBelow(_ next: InkGlyph, _ last: InkGlyph) -> Bool {
    guard next.direction == .right, last.direction == .right, next.kind == .ideograph, last.kind == .ideograph else {
      return false
    }
    let em = last.size
    return abs(next.size - em) <= 0.1 * em && abs(next.box.midX - last.box.midX) <= slack * em
      && steps.contains((next.baseline - last.baseline) / em)
  }

  /// Whether no other glyph of the stream continues a line begun or ended here.
  private static func standsAlone(_ range: Range<Int>, _ ink: [InkGlyph]) -> Bool {
    if range.lowerBound > 0, isBeside(ink[range.lowerBound - 1], ink[range.lowerBound]) { return false }
    if range.upperBound < ink.count, isBeside(ink[range.upperBound - 1], ink[range.upperBound]) { return false }
    return true
  }

  private static func isBeside(_ a: InkGlyph, _ b: InkGlyph) -> Bool {
    abs(a.baseline - b.baseline) <= 0.2 * a.size && abs(b.box.x0 - a.box.x1) <= 1.2 * a.size
  }
}
