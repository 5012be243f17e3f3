import ReportModel

/// The plain scalars of laid-out lines, for questions before the text is composed.
struct LineText {
  let page: PageBlocks
  let text: PageText

  /// The scalars of lines, folded one by one, with a space for a gap; at most `limit` of them.
  func scalars(_ lines: Range<Int>, limit: Int = 120) -> [Unicode.Scalar] {
    var found: [Unicode.Scalar] = []
    for line in lines {
      for piece in page.pieces[page.lines[line].pieces] {
        if found.count == limit { return found }
        if piece.glyph < 0 {
          found.append(" ")
        } else {
          found.append(Self.folded(text.glyphs[Int(piece.glyph)].scalarValue))
        }
      }
    }
    return found
  }

  /// The first scalar of the lines that counts in a title's key.
  func firstOfKey(_ lines: Range<Int>) -> UInt32? {
    for line in lines {
      for piece in page.pieces[page.lines[line].pieces] where piece.glyph >= 0 {
        let scalar = Self.folded(text.glyphs[Int(piece.glyph)].scalarValue)
        if let first = TitleKey(CollectionOfOne(scalar)).scalars.first { return first }
      }
    }
    return nil
  }

  private static func folded(_ value: UInt32) -> Unicode.Scalar {
    if (0xFF10...0xFF19).contains(value) || value == 0xFF0E || value == 0xFF0D {
      return Unicode.Scalar(value - 0xFEE0) ?? " "
    }
    return Unicode.Scalar(Folding.single(value)?.value ?? value) ?? " "
  }

  /// The font and size that the line starts with.
  func look(_ line: Int) -> Look? {
    guard let piece = page.pieces[page.lines[line].pieces].first(where: { $0.glyph >= 0 }) else { return nil }
    let glyph = text.glyphs[Int(piece.glyph)]
    guard Int(glyph.font) < text.fonts.count, glyph.size.isFinite else { return nil }
    let halfPoints = Int((min(max(glyph.size, 0), 10_000) * 2).rounded())
    return Look(font: text.fonts[Int(glyph.font)].name, halfPoints: halfPoints, color: glyph.color)
  }

  struct Look: Hashable {
    var font: String
    var halfPoints: Int
    var color: UInt32
  }
}

/// A title without the bullets and spaces before it, and what it says of itself.
struct TitleReading {
  var key: TitleKey
  var numbering: Numbering?
  /// In scalars.
  var length: Int
  var endsSentence: Bool
  /// Whether it names a figure or a table (圖3, 表 2): a caption, whatever lists it.
  var isCaption: Bool
  /// Whether it says anything but figures.
  var hasWords: Bool

  init(_ scalars: [Unicode.Scalar]) {
    var start = scalars.startIndex
    while start < scalars.endIndex, Self.isMark(scalars[start].value) { start += 1 }
    var end = scalars.endIndex
    while end > start, scalars[end - 1] == " " { end -= 1 }
    let title = scalars[start..<end]
    key = TitleKey(title)
    numbering = Numbering(title)
    isCaption = Self.namesFigure(key)
    hasWords = key.scalars.contains { !(0x30...0x39).contains($0) }
    length = title.count
    endsSentence = title.last.map { "。，、；：:！？".unicodeScalars.contains($0) } ?? false
  }

  static func namesFigure(_ key: TitleKey) -> Bool {
    guard key.scalars.count > 1, "圖表".unicodeScalars.contains(where: { $0.value == key.scalars[0] }) else {
      return false
    }
    let next = key.scalars[1]
    return (0x30...0x39).contains(next) || NumberReader.digits[next] != nil
  }

  private static func isMark(_ value: UInt32) -> Bool {
    switch ScalarClasses.shared.kind(value) {
    case .space, .nothing: true
    case .symbol: !(0x2460...0x24FF).contains(value) && !(0x2776...0x2793).contains(value)
    case .opening: value == 0x2022
    case .wide, .letter, .digit, .closing, .sign, .mark: false
    }
  }
}
