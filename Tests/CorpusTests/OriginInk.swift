import ReportModel

/// Holds the glyphs of a page beside its picture: each box on ink, and the ink in boxes.
struct InkCheck {
  let page: PageText
  let picture: GreyPage
  /// Duplicates and what is never shown are no ink of their own.
  private let glyphs: [Glyph]

  /// How much darker or lighter than what is around counts as ink.
  private static let contrast = 12

  init(page: PageText, picture: GreyPage) {
    self.page = page
    self.picture = picture
    glyphs = page.glyphs.filter { glyph in
      !glyph.traits.contains(.invisible) && !glyph.traits.contains(.clipped) && glyph.scalar.isInk
        && page.box.contains(x: glyph.box.midX, y: glyph.box.midY) && glyph.box.width > 0.2 && glyph.box.height > 0.2
    }
  }

  /// Whether the box of each visible glyph, moved by `shift` of its size, holds pixels that differ.
  func onInk(shift: (x: Float, y: Float) = (0, 0)) -> [(glyph: Glyph, holds: Bool)] {
    glyphs.map { ($0, contrast(in: moved($0, shift)) >= Self.contrast) }
  }

  private func contrast(in box: Box) -> Int {
    var darkest: UInt8 = 255
    var lightest: UInt8 = 0
    let columns = columns(box)
    for row in rows(box) {
      for value in picture.pixels[row * picture.width + columns.lowerBound..<row * picture.width + columns.upperBound] {
        darkest = min(darkest, value)
        lightest = max(lightest, value)
      }
    }
    return Int(lightest) - Int(darkest)
  }

  /// Pixels that the box touches.
  private func columns(_ box: Box) -> Range<Int> { span(box.x0, box.x1, picture.width) }

  private func rows(_ box: Box) -> Range<Int> { span(box.y0, box.y1, picture.height) }

  private func span(_ low: Float, _ high: Float, _ limit: Int) -> Range<Int> {
    let first = max(0, min(limit, Int((low * picture.scale).rounded(.down))))
    return first..<max(first, min(limit, Int((high * picture.scale).rounded(.up))))
  }

  /// Of the dark pixels that no line, shape or picture accounts for, how many lie in glyph boxes, each moved by
  /// `shift` of its size.
  func coverage(shift: (x: Float, y: Float) = (0, 0)) -> (covered: Int, all: Int) {
    var kinds = [UInt8](repeating: 0, count: picture.pixels.count)
    for box in page.rulings.map(\.box) + page.outlines + page.pictures { mark(box.insetBy(-1), 1, &kinds) }
    for fill in page.fills { markFill(fill, &kinds) }
    for glyph in page.glyphs { mark(moved(glyph, shift), 2, &kinds) }
    var found = (covered: 0, all: 0)
    let tile = max(8, Int(16 * picture.scale))
    for top in stride(from: 0, to: picture.height, by: tile) {
      for left in stride(from: 0, to: picture.width, by: tile) { count(top, left, tile, kinds, &found) }
    }
    return found
  }

  /// A glyph's box, grown by half a point.
  private func moved(_ glyph: Glyph, _ shift: (x: Float, y: Float)) -> Box {
    let (x, y) = (shift.x * glyph.size, shift.y * glyph.size)
    let box = glyph.box.insetBy(-0.5)
    return Box(x0: box.x0 + x, y0: box.y0 + y, x1: box.x1 + x, y1: box.y1 + y)
  }

  private func mark(_ box: Box, _ kind: UInt8, _ kinds: inout [UInt8]) {
    let columns = columns(box)
    for row in rows(box) {
      for column in columns { kinds[row * picture.width + column] |= kind }
    }
  }

  /// A filled rectangle accounts for its own tone and its rim; a small one, for all that it covers.
  private func markFill(_ fill: Fill, _ kinds: inout [UInt8]) {
    let box = fill.box.insetBy(-1)
    let isMark = min(fill.box.width, fill.box.height) < 12
    let tone = fill.grey
    let (rows, columns) = (rows(box), columns(box))
    for row in rows {
      for column in columns {
        let at = row * picture.width + column
        let isRim =
          row < rows.lowerBound + 2 || row >= rows.upperBound - 2 || column < columns.lowerBound + 2
          || column >= columns.upperBound - 2
        if isMark || isRim || abs(Int(picture.pixels[at]) - tone) < 32 { kinds[at] |= 1 }
      }
    }
  }

  /// Within a tile, text-like ink is what is much darker than the tone that rules there.
  private func count(_ top: Int, _ left: Int, _ tile: Int, _ kinds: [UInt8], _ found: inout (covered: Int, all: Int)) {
    var tones = [Int](repeating: 0, count: 16)
    var dark: [(tone: Int, kind: UInt8)] = []
    for row in top..<min(top + tile, picture.height) {
      for column in left..<min(left + tile, picture.width) {
        let at = row * picture.width + column
        let tone = Int(picture.pixels[at])
        tones[tone / 16] += 1
        if tone < 176, kinds[at] & 1 == 0 { dark.append((tone, kinds[at])) }
      }
    }
    var ground = 0
    for tone in tones.indices where tones[tone] > tones[ground] { ground = tone }
    for (tone, kind) in dark where tone < ground * 16 - 64 {
      found.all += 1
      if kind & 2 > 0 { found.covered += 1 }
    }
  }
}

extension Fill {
  /// As the eye weighs colours.
  fileprivate var grey: Int {
    (Int(color >> 16 & 0xFF) * 30 + Int(color >> 8 & 0xFF) * 59 + Int(color & 0xFF) * 11) / 100
  }
}

extension Unicode.Scalar {
  /// Whether a person would see it.
  fileprivate var isInk: Bool {
    if (0x21...0x7E).contains(value) || (0x4E00...0x9FFF).contains(value) { return true }
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return false }
    switch properties.generalCategory {
    case .control, .format, .unassigned: return false
    default: return true
    }
  }
}
