import ReportModel

/// Decides whether a hyphen at the end of a line belongs to the word, from the other words of the document.
struct WordEvidence {
  /// Hashes of the document's words in lower case, with the hyphens inside them; empty where no line needs them.
  private var words: Set<UInt64> = []

  /// First parts that keep their hyphen before an ordinary word when nothing else is known.
  private static let keepers: Set<[UInt32]> = {
    let words = """
      non low high self co long short cross post pre e well zero mid net anti multi semi third carbon all on off in up \
      year end full part
      """
    return Set(words.split(separator: " ").map { $0.unicodeScalars.map(\.value) })
  }()

  init(_ blocks: [PageBlocks], _ pages: [PageText]) {
    guard zip(blocks, pages).contains(where: { page, text in Self.hasBrokenWord(page, text.glyphs) }) else { return }
    for (page, text) in zip(blocks, pages) { collect(page, text.glyphs) }
  }

  /// Whether `first` + hyphen + `second` is to be written with its hyphen.
  func keepsHyphen(_ first: [UInt32], _ second: [UInt32]) -> Bool {
    let joined = words.contains(Self.hash(first + second))
    let hyphened = words.contains(Self.hash(first + [0x2D] + second))
    if joined != hyphened { return hyphened }
    return Self.keepers.contains(first)
  }

  private static func hasBrokenWord(_ page: PageBlocks, _ glyphs: [Glyph]) -> Bool {
    page.lines.contains { line in
      guard line.pieces.count > 1 else { return false }
      let last = page.pieces[line.pieces.upperBound - 1].glyph
      let before = page.pieces[line.pieces.upperBound - 2].glyph
      guard last >= 0, before >= 0, isHyphen(glyphs[Int(last)].scalarValue) else { return false }
      return lowerCase(glyphs[Int(before)].scalarValue) != nil
    }
  }

  private mutating func collect(_ page: PageBlocks, _ glyphs: [Glyph]) {
    for line in page.lines {
      var word: [UInt32] = []
      for piece in page.pieces[line.pieces] {
        let value = piece.glyph < 0 ? 0x20 : glyphs[Int(piece.glyph)].scalarValue
        if let letter = Self.lowerCase(value) {
          word.append(letter)
        } else if Self.isHyphen(value), !word.isEmpty {
          word.append(0x2D)
        } else if !word.isEmpty {
          add(word)
          word.removeAll(keepingCapacity: true)
        }
      }
      // What ends in the line's own hyphen is no evidence.
      if let last = word.last, last != 0x2D { add(word) }
    }
  }

  private mutating func add(_ word: [UInt32]) { if word.count > 1 { words.insert(Self.hash(word)) } }

  static func isHyphen(_ value: UInt32) -> Bool { value == 0x2D || value == 0x2010 || value == 0xAD }

  static func lowerCase(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x61...0x7A, 0xDF...0xFF: value
    case 0x41...0x5A, 0xC0...0xDE: value + 0x20
    default: nil
    }
  }

  private static func hash(_ word: [UInt32]) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
