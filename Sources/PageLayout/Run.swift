import ReportModel

/// Glyphs that the stream sets one after another on one baseline: the smallest thing that is surely text together.
struct Run {
  /// Into `Ink.glyphs`.
  var glyphs: Range<Int>
  /// In the frame of its direction.
  var box: Box
  var baseline: Float
  var size: Float
  var direction: Direction
  var font: UInt16
  var color: UInt32

  /// The box on the page.
  var pageBox: Box { Frame(direction: direction).turnBack(box) }
}

/// Cuts the stream of glyphs into runs.
enum RunCutter {
  /// Farther than this (in ems) from the glyph before, a glyph starts a new run; a drawn space allows more.
  private static let widestGap: Float = 0.5
  private static let widestGapAfterSpace: Float = 0.8
  private static let furthestBack: Float = -0.6
  /// The white half of a full-width closing sign may be taken back.
  private static let furthestBackAfterSign: Float = -0.8
  /// How far (ems) a glyph may lean over a border.
  private static let borderSlack: Float = 0.25

  static func cut(_ ink: [InkGlyph]) -> [Run] {
    var runs: [Run] = []
    runs.reserveCapacity(ink.count / 8 + 1)
    var start = 0
    for index in ink.indices where index > start {
      if !follows(ink[index], ink[index - 1]) {
        runs.append(run(ink, start..<index))
        start = index
      }
    }
    if start < ink.count { runs.append(run(ink, start..<ink.count)) }
    return runs
  }

  /// Cuts a run where an upright border passes between two of its glyphs: cells of a table that stand close.
  static func cut(_ run: Run, at edges: Edges, _ ink: [InkGlyph]) -> [Run] {
    guard run.direction == .right, run.glyphs.count > 1 else { return [run] }
    var starts: [Int] = []
    for wall in edges.vertical.between(run.box.x0 + 1, run.box.x1 - 1)
    where wall.start <= run.box.midY && run.box.midY <= wall.end {
      let at = run.glyphs.dropFirst().first { ink[$0].box.midX > wall.position && ink[$0 - 1].box.midX < wall.position }
      guard let at, ink[at].box.x0 >= wall.position - borderSlack * run.size,
        ink[at - 1].box.x1 <= wall.position + borderSlack * run.size
      else { continue }
      starts.append(at)
    }
    guard !starts.isEmpty else { return [run] }
    var result: [Run] = []
    var first = run.glyphs.lowerBound
    for at in Set(starts).sorted() + [run.glyphs.upperBound] {
      result.append(self.run(ink, first..<at))
      first = at
    }
    return result
  }

  private static func follows(_ next: InkGlyph, _ last: InkGlyph) -> Bool {
    guard next.direction == last.direction else { return false }
    let em = max(next.size, last.size)
    if next.direction == .oblique { return isAlongSlant(next, last, em) }
    if isRinged(next, last) { return true }
    let gap = next.box.x0 - last.box.x1
    guard gap >= (last.kind == .wideSign ? furthestBackAfterSign : furthestBack) * em,
      gap <= (next.followsSpace ? widestGapAfterSpace : widestGap) * em
    else { return false }
    guard next.box.x0 > last.box.x0 - 0.1 * em || next.box.width <= 0 else { return false }
    let shift = abs(next.baseline - last.baseline)
    if shift <= 0.12 * em { return true }
    return isRaisedOrLowered(next, last, shift: shift)
  }

  /// On a slant the pen goes on to anywhere near.
  private static func isAlongSlant(_ next: InkGlyph, _ last: InkGlyph, _ em: Float) -> Bool {
    let dx = next.box.midX - last.box.midX
    let dy = next.box.midY - last.box.midY
    return dx * dx + dy * dy <= 2.6 * em * em
  }

  /// A counter set into a ring: ○ with a figure drawn over it.
  private static func isRinged(_ next: InkGlyph, _ last: InkGlyph) -> Bool {
    let (ring, figure) = last.scalar == 0x25CB ? (last, next) : (next, last)
    return ring.scalar == 0x25CB && figure.kind == .digit && ring.box.containsMiddle(of: figure.box)
  }

  /// A footnote mark, an exponent or an index beside its base: clearly smaller, still beside it.
  private static func isRaisedOrLowered(_ a: InkGlyph, _ b: InkGlyph, shift: Float) -> Bool {
    let large = max(a.size, b.size)
    let small = min(a.size, b.size)
    return small <= 0.85 * large && shift <= 0.6 * large && a.box.overlapY(b.box) > 0.3 * small
  }

  private static func run(_ ink: [InkGlyph], _ range: Range<Int>) -> Run {
    var box = ink[range.lowerBound].box
    var main = range.lowerBound
    for index in range.dropFirst() {
      box = box.union(ink[index].box)
      if ink[index].size > ink[main].size { main = index }
    }
    let lead = ink[main]
    return Run(
      glyphs: range, box: box, baseline: lead.baseline, size: lead.size, direction: lead.direction, font: lead.font,
      color: lead.color)
  }
}
