import ReportModel

/// Tells the titles of figures and tables: 圖一, 表 2-1, Figure 3.
enum CaptionSigns {
  private static let words = ["figure", "fig.", "table", "chart"].map { $0.unicodeScalars.map(\.value) }
  private static let mostLines = 2
  private static let longest = 60

  static func isCaption(_ block: BlockDraft, _ text: BlockText) -> Bool {
    guard block.lines.count <= mostLines, text.scalars.count <= longest else { return false }
    // Past 【, [ and <.
    let start = text.scalars.drop { GlyphKind.of($0) == .bullet || $0 == 0x3010 || $0 == 0x5B || $0 == 0x3C }
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

/// Tells notes to text and tables.
struct NoteSigns {
  let profile: DocumentProfile
  let sketch: PageSketch

  /// As `BlockText` spells them.
  private static let openings = ["註", "注:", "備註", "※", "資料來源", "note:", "notes:", "note1", "source:"]
    .map { $0.unicodeScalars.map(\.value) }
  private static let asterisk: [UInt32] = [0x2A]
  /// Of the body's type: notes are set no larger, most of them smaller.
  private static let largest: Float = 1.05
  private static let smaller: Float = 0.97
  private static let small: Float = 0.9
  /// Where the foot of the page begins, as a share of its height.
  private static let foot: Float = 0.6

  func isNote(_ block: BlockDraft, _ text: BlockText) -> Bool {
    guard block.size <= profile.bodySize * Self.largest else { return false }
    if Self.openings.contains(where: text.starts) { return true }
    let isSmaller = block.size < profile.bodySize * Self.smaller
    if text.starts(with: Self.asterisk) { return isSmaller }
    guard block.box.y0 > sketch.page.height * Self.foot else { return false }
    return isCountedNote(block, text) || (isSmaller && opensWithRaisedFigure(block))
  }

  /// Small type at the foot that counts is a list of notes.
  private func isCountedNote(_ block: BlockDraft, _ text: BlockText) -> Bool {
    guard block.role == .listItem, let first = text.scalars.first else { return false }
    return block.size <= profile.bodySize * Self.small && (GlyphKind.of(first) == .digit || Numeral.isRinged(first))
  }

  private func opensWithRaisedFigure(_ block: BlockDraft) -> Bool {
    guard let line = block.lines.first?.line, let first = line.runs.first?.glyphs.first else { return false }
    let glyph = sketch.ink.glyphs[first]
    return glyph.kind == .digit && glyph.size <= 0.8 * line.size
  }
}
