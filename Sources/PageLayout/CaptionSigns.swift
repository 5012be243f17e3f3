import ReportModel

/// Tells the titles of figures and tables: 圖一, 表 2-1, Figure 3.
enum CaptionSigns {
  private static let words = ["figure", "fig.", "table", "chart"].map { $0.unicodeScalars.map(\.value) }
  private static let mostLines = 2
  private static let longest = 60

  static func isCaption(_ block: BlockDraft, _ text: BlockText) -> Bool {
    block.lines.count <= mostLines && isCaption(text.scalars)
  }

  /// Whether a line is all of a title.
  static func isCaption(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    line.glyphCount <= longest && isCaption(line.runs.flatMap(\.glyphs).map { BlockText.plain(ink[$0].scalar) })
  }

  private static func isCaption(_ scalars: [UInt32]) -> Bool {
    guard scalars.count <= longest else { return false }
    // Past 【, [ and <.
    let start = scalars.drop { GlyphKind.of($0) == .bullet || $0 == 0x3010 || $0 == 0x5B || $0 == 0x3C }
    if let first = start.first, first == 0x5716 || first == 0x8868 { return counts(start.dropFirst()) }
    guard let word = words.first(where: { start.starts(with: $0) }) else { return false }
    return counts(start.dropFirst(word.count))
  }

  /// A counter: 3, 三, A-1.
  private static func counts(_ rest: ArraySlice<UInt32>) -> Bool {
    guard let next = rest.first else { return false }
    if GlyphKind.of(next) == .digit || Numeral.isChinese(next) { return true }
    guard (0x61...0x7A).contains(next), let second = rest.dropFirst().first else { return false }
    return second == 0x2D || second == 0x2E || GlyphKind.of(second) == .digit
  }
}
