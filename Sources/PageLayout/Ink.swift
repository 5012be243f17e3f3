import ReportModel

/// A glyph that takes part in the layout, in the frame of its direction.
struct InkGlyph {
  /// Index into the page's glyphs.
  var glyph: Int32
  var box: Box
  var baseline: Float
  var size: Float
  var font: UInt16
  var kind: GlyphKind
  var direction: Direction
  /// The stream drew a space between the glyph before and this one.
  var followsSpace: Bool
  var color: UInt32
  var scalar: UInt32
}

/// The visible, distinct glyphs of a page in stream order, and what was left out and why.
struct Ink {
  var glyphs: [InkGlyph] = []
  var dropped: [DroppedGlyph] = []

  init(_ page: PageText) {
    glyphs.reserveCapacity(page.glyphs.count)
    let hidden = Ink.hiddenLayerReason(page)
    var seen = DuplicateFinder(count: page.glyphs.count)
    var followsSpace = false
    let isSymbol = page.fonts.map { SymbolFont($0)?.drawsForLetters ?? false }
    for (index, glyph) in page.glyphs.enumerated() {
      var kind = GlyphKind.of(glyph.scalarValue)
      if kind != .space, kind != .control, isSymbol.indices.contains(Int(glyph.font)), isSymbol[Int(glyph.font)] {
        kind = .bullet
      }
      if let reason = Ink.reasonToDrop(glyph, kind, page: page, hidden: hidden) {
        dropped.append(DroppedGlyph(glyph: Int32(index), reason: reason))
        if reason == .space { followsSpace = true }
        continue
      }
      if seen.isRepeated(glyph) {
        dropped.append(DroppedGlyph(glyph: Int32(index), reason: .duplicate))
        continue
      }
      glyphs.append(InkGlyph(glyph, index: index, kind: kind, followsSpace: followsSpace))
      followsSpace = false
    }
  }

  private static func reasonToDrop(
    _ glyph: Glyph, _ kind: GlyphKind, page: PageText, hidden: DroppedGlyph.Reason?
  ) -> DroppedGlyph.Reason? {
    if kind == .space { return .space }
    if kind == .control { return .control }
    if glyph.traits.contains(.clipped) { return .clipped }
    if glyph.traits.contains(.invisible), let hidden { return hidden }
    guard glyph.isAtSanePlace else { return .outsidePage }
    let b = glyph.box
    if b.x1 <= 0 || b.y1 <= 0 || b.x0 >= page.width || b.y0 >= page.height { return .outsidePage }
    return nil
  }

  /// A hidden layer is the text of a scan where it is alone, and a second copy where real text stands beside it.
  private static func hiddenLayerReason(_ page: PageText) -> DroppedGlyph.Reason? {
    var invisible = 0
    for glyph in page.glyphs where glyph.traits.contains(.invisible) { invisible += 1 }
    let visible = page.glyphs.count - invisible
    return invisible > 0 && visible > invisible / 4 ? .hiddenLayer : nil
  }
}

extension InkGlyph {
  fileprivate init(_ g: Glyph, index: Int, kind: GlyphKind, followsSpace: Bool) {
    let direction = g.direction
    let frame = Frame(direction: direction)
    self.init(
      glyph: Int32(index), box: frame.turn(g.box), baseline: frame.baseline(x: g.originX, y: g.originY),
      size: max(g.size, 0.5), font: g.font, kind: kind, direction: direction, followsSpace: followsSpace,
      color: g.color, scalar: g.scalarValue)
  }
}

/// Finds glyphs drawn twice on nearly the same spot: an open-addressed table of what was drawn so far,
/// keyed by character and square of the page.
private struct DuplicateFinder {
  private static let step: Float = 8
  /// However large the type, so that few squares are looked at.
  private static let furthest: Float = 24
  private let mask: Int
  private var table: [Int32]
  private var kept: [Glyph] = []

  init(count: Int) {
    var size = 64
    while size < count * 2 { size *= 2 }
    mask = size - 1
    table = [Int32](repeating: -1, count: size)
    kept.reserveCapacity(count)
  }

  mutating func isRepeated(_ glyph: Glyph) -> Bool {
    // Far nearer than any font sets a character after its like.
    let reach = max(0, min(0.2 * glyph.size, 0.45 * max(glyph.box.width, 0.1 * glyph.size), Self.furthest))
    for row in square(glyph.originY - reach)...square(glyph.originY + reach) {
      for column in square(glyph.originX - reach)...square(glyph.originX + reach) {
        var slot = place(column, row, glyph.scalarValue)
        while table[slot] >= 0 {
          if isSame(glyph, kept[Int(table[slot])], reach) { return true }
          slot = (slot + 1) & mask
        }
      }
    }
    var slot = place(square(glyph.originX), square(glyph.originY), glyph.scalarValue)
    while table[slot] >= 0 { slot = (slot + 1) & mask }
    table[slot] = Int32(kept.count)
    kept.append(glyph)
    return false
  }

  private func isSame(_ a: Glyph, _ b: Glyph, _ reach: Float) -> Bool {
    a.scalarValue == b.scalarValue && abs(a.originX - b.originX) <= reach && abs(a.originY - b.originY) <= reach
      && abs(a.size - b.size) <= 0.2 * a.size
  }

  /// Clamped, so that a glyph at an absurd place stays a number.
  private func square(_ coordinate: Float) -> Int {
    Int(max(-30_000, min(30_000, coordinate / Self.step)).rounded(.down))
  }

  private func place(_ column: Int, _ row: Int, _ scalar: UInt32) -> Int {
    var hash = UInt64(truncatingIfNeeded: row &* 65_521 &+ column) &* 0x9E37_79B9_7F4A_7C15
    hash ^= UInt64(scalar) &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: hash >> 20) & mask
  }
}
