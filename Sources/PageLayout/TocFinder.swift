import ReportModel

/// Finds the lines of a contents page: titles that lead to page numbers.
struct TocFinder {
  let pageCount: Int

  private static let fewestEntries = 4
  private static let leader: Set<UInt32> = [0x2E, 0x2026, 0xB7, 0x2025, 0x22EF, 0xFF0E, 0x2027, 0x5F, 0x2D, 0x2500]

  static func isLeader(_ scalar: UInt32) -> Bool { leader.contains(scalar) }

  /// Marks the entries of a page, if it has enough of them: a line with a leader and a number, or a title with a
  /// number well to its right.
  func mark(_ blocks: [BlockDraft], _ ink: [InkGlyph]) -> [BlockDraft] {
    let lines = blocks.filter { $0.table == nil }.flatMap { block in block.lines.map { ($0.line, block) } }
    let withLeader = lines.filter { leaderEntry($0.0, ink) != nil }.count
    guard withLeader >= Self.fewestEntries else { return blocks }
    return blocks.flatMap { block -> [BlockDraft] in
      guard block.table == nil, block.lines.contains(where: { leaderEntry($0.line, ink) != nil }) else { return [block] }
      return block.lines.map { entry in
        var single = BlockDraft([entry.line], region: block.region)
        single.role = leaderEntry(entry.line, ink) != nil ? .tocEntry : block.role
        return single
      }
    }
  }

  /// The page number at the end of a line, after a leader.
  private func leaderEntry(_ line: LineDraft, _ ink: [InkGlyph]) -> Int? {
    let scalars = line.runs.flatMap(\.glyphs).map { ink[$0].scalar }
    guard scalars.count >= 6 else { return nil }
    let digits = scalars.reversed().prefix { GlyphKind.of($0) == .digit }
    guard (1...3).contains(digits.count) else { return nil }
    let before = scalars.dropLast(digits.count)
    let dots = before.reversed().prefix { Self.leader.contains($0) }.count
    guard dots >= 3, dots < before.count else { return nil }
    return digits.reversed().reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }

  /// An entry's words without leader and number.
  static func title(_ text: BlockText) -> [UInt32] {
    var scalars = text.scalars
    while let last = scalars.last, GlyphKind.of(last) == .digit || leader.contains(last) { scalars.removeLast() }
    return scalars
  }
}
