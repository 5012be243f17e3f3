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
    let withLeader = lines.filter { isEntry($0.0, ink) }.count
    guard withLeader >= Self.fewestEntries else { return blocks }
    return blocks.flatMap { block -> [BlockDraft] in
      guard block.table == nil, block.lines.contains(where: { isEntry($0.line, ink) }) else { return [block] }
      return block.lines.map { entry in
        var single = BlockDraft([entry.line], region: block.region)
        single.role = isEntry(entry.line, ink) ? .tocEntry : block.role
        return single
      }
    }
  }

  /// Whether a line ends in a page number after a leader.
  private func isEntry(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    let scalars = line.runs.flatMap(\.glyphs).map { ink[$0].scalar }
    guard scalars.count >= 6 else { return false }
    let number = scalars.reversed().prefix { Self.countsPages($0) }
    guard (1...4).contains(number.count) else { return false }
    let before = scalars.dropLast(number.count)
    let dots = before.reversed().prefix { Self.leader.contains($0) }.count
    return dots >= 3 && dots < before.count
  }

  /// Figures, and the letters of small Roman numerals.
  private static func countsPages(_ scalar: UInt32) -> Bool {
    GlyphKind.of(scalar) == .digit || [0x69, 0x76, 0x78].contains(scalar)
  }

  /// An entry's words without leader and number.
  static func title(_ text: BlockText) -> [UInt32] {
    var scalars = text.scalars
    while let last = scalars.last, countsPages(last) || leader.contains(last) { scalars.removeLast() }
    return scalars
  }
}
