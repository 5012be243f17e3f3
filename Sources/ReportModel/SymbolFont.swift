/// A font whose codes are pictures, not letters; what each shows is the font's own secret, told here.
///
/// Such glyphs come out of a PDF either as letters or as private code points U+F020 … U+F0FF.
package enum SymbolFont: UInt8 {
  case wingdings, wingdings2, wingdings3, symbol, zapf, webdings

  /// The first whose word a font's name has.
  package init?(_ font: FontFace) {
    // Bytes: every page names its fonts.
    let name = font.name.utf8.lazy.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
      .filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
    let letters = Array(name)
    let found = Self.words.first { word, _ in letters.indices.contains { letters[$0...].starts(with: word) } }
    if let found {
      self = found.font
    } else if letters.starts(with: Self.symbolWord) {
      self = .symbol
    } else {
      return nil
    }
  }

  private static let words: [(word: [UInt8], font: SymbolFont)] = [
    (Array("wingdings2".utf8), .wingdings2), (Array("wingdings3".utf8), .wingdings3),
    (Array("wingdings".utf8), .wingdings), (Array("webdings".utf8), .webdings), (Array("dingbats".utf8), .zapf),
  ]
  private static let symbolWord = Array("symbol".utf8)

  /// Whether its letters are pictures too; the letters that come out of Symbol are real ones.
  package var drawsForLetters: Bool { self != .symbol }

  /// The code in the font behind a scalar.
  package static func code(_ value: UInt32) -> UInt32? {
    if (0xF020...0xF0FF).contains(value) { return value & 0xFF }
    return (0x21...0xFF).contains(value) ? value : nil
  }

  /// A glyph's code as the private code point that such fonts use; where the file has no map, the number of the
  /// glyph tells: in these fonts the first printable code, a space, is glyph 3.
  package static func value(of glyph: Glyph) -> UInt32 {
    guard glyph.traits.contains(.guessed), glyph.code <= 0xFF - 29 else { return glyph.scalarValue }
    return 0xF000 + glyph.code + 29
  }

  /// Whether a scalar is a picture in this font, known or not.
  package func draws(_ value: UInt32) -> Bool { Self.code(value) != nil && (drawsForLetters || value > 0xFF) }

  /// What a glyph of the font shows.
  package func shown(_ value: UInt32) -> UInt32? {
    guard draws(value), let code = Self.code(value) else { return nil }
    return Self.tables[Int(rawValue)][code]
  }

  /// "ABC" at `first` and the codes after it.
  private static func run(_ first: UInt32, _ shown: String) -> [(UInt32, UInt32)] {
    shown.unicodeScalars.enumerated().map { (first + UInt32($0), $1.value) }
  }

  private static func table(_ runs: [(UInt32, UInt32)]...) -> [UInt32: UInt32] {
    Dictionary(runs.flatMap { $0 }, uniquingKeysWith: { first, _ in first })
  }

  private static let tables: [[UInt32: UInt32]] = [
    table(
      run(0x6C, "●"), run(0x6E, "■□"), run(0x71, "❑"), run(0x75, "◆❖"), run(0x81, "①②③④⑤⑥⑦⑧⑨⑩"),
      run(0x8C, "❶❷❸❹❺❻❼❽❾❿"), run(0x9F, "•"), run(0xA1, "○"), run(0xA7, "▪□"), run(0xD8, "➢"), run(0xDF, "←→↑↓"),
      run(0xE8, "➔"), run(0xFB, "✗✓☒☑")),
    table(run(0x4F, "✗✓☒☑"), run(0x53, "☒☒"), run(0x96, "●●●"), run(0xA2, "■□")),
    table(run(0x70, "▲▼△▽◀▶◁▷"), run(0x7D, "▶")),
    table(
      run(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"), run(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"), run(0x2B, "+,−./"),
      run(0x30, "0123456789"), run(0x25, "%&"), run(0x28, "()"), run(0x3C, "<=>"), run(0xA3, "≤"), run(0xA5, "∞"),
      run(0xAB, "↔←↑→↓°±″≥×∝∂•÷≠≡≈…"), run(0xD1, "∇"), run(0xD5, "∏√"), run(0xE5, "∑"), run(0xF2, "∫")),
    table(run(0x33, "✓✔✕✖✗✘"), run(0x6C, "●"), run(0x6E, "■"), run(0x75, "◆❖"), run(0xD4, "➔")),
    table(run(0x61, "✔"), run(0x67, "■"), run(0x6E, "●"), run(0x72, "✘")),
  ]
}
