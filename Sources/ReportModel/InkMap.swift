/// Where the ink of every character stands: what is left of the way back to the page once its glyphs are gone.
package struct InkMap: Sendable, Equatable {
  /// One for each scalar of `ReportText.text`: which of `glyphs` it was made of, none for what was put in.
  package var spans: [Span]
  /// In reading order.
  package var glyphs: [Glyph]

  package struct Span: Sendable, BitwiseCopyable, Equatable {
    package var first: UInt32
    package var count: UInt8

    package init(first: UInt32, count: UInt8) {
      self.first = first
      self.count = count
    }
  }

  package struct Glyph: Sendable, Equatable {
    package var page: Int
    package var box: Box
    /// On a slant.
    package var isOblique: Bool

    package init(page: Int, box: Box, isOblique: Bool) {
      self.page = page
      self.box = box
      self.isOblique = isOblique
    }
  }

  package init(spans: [Span] = [], glyphs: [Glyph] = []) {
    self.spans = spans
    self.glyphs = glyphs
  }

  /// The glyphs that a range of the text was made of, in order, each once.
  package func glyphs(of range: Range<Int>) -> [Glyph] {
    var found: [Glyph] = []
    var next: UInt32 = 0
    for span in spans[range.clamped(to: spans.indices)] where span.count > 0 {
      let end = span.first + UInt32(span.count)
      for place in max(span.first, next)..<max(end, next) { found.append(glyphs[Int(place)]) }
      next = max(next, end)
    }
    return found
  }
}
