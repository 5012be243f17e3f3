import ReportModel

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

  /// Whether a line opens a note by its counter or colon: 註： and 註1, not 註冊.
  static func opensNote(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    let scalars = line.runs.flatMap(\.glyphs).prefix(2).map { BlockText.plain(ink[$0].scalar) }
    return scalars.count == 2 && scalars[0] == 0x8A3B
      && (scalars[1] == 0x3A || GlyphKind.of(scalars[1]) == .digit)
  }

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
