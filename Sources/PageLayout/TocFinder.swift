import ReportModel

/// Finds the lines of a contents page: titles that lead to page numbers.
struct TocFinder {
  let pageCount: Int

  private static let fewestEntries = 4
  private static let mostEntries = 200
  private static let leader: Set<UInt32> = [0x2E, 0x2026, 0xB7, 0x2025, 0x22EF, 0xFF0E, 0x2027, 0x5F, 0x2D, 0x2500]

  static func isLeader(_ scalar: UInt32) -> Bool { leader.contains(scalar) }

  /// Marks the entries of a page, if it has enough of them: a line with a leader and a number, or a title with a
  /// number well to its right.
  func mark(_ blocks: [BlockDraft], _ ink: [InkGlyph]) -> [BlockDraft] {
    let blocks = withoutListings(blocks, ink)
    let lines = blocks.filter { $0.table == nil }.flatMap(\.lines).map(\.line)
    if lines.filter({ isEntry($0, ink) }).count >= Self.fewestEntries { return split(blocks) { isEntry($0, ink) } }
    return paired(blocks, lines, ink)
  }

  /// Entries that rules part are no tables: these are taken apart into their lines.
  private func withoutListings(_ blocks: [BlockDraft], _ ink: [InkGlyph]) -> [BlockDraft] {
    let listed = blocks.map { block in block.table.flatMap { pagesListed(in: $0, ink) } ?? [] }
    let inOrder = blocks.indices.sorted { (blocks[$0].box.y0, $0) < (blocks[$1].box.y0, $1) }
    let all = inOrder.flatMap { listed[$0] }
    guard all.count > Self.fewestEntries, Self.grow(all) else { return blocks }
    return zip(blocks, listed).flatMap { block, pages in
      pages.isEmpty ? [block] : block.lines.map { BlockDraft([$0.line], region: block.region) }
    }
  }

  /// The pages that a table of titles and numbers leads to; nil where it is another table.
  private func pagesListed(in table: TableDraft, _ ink: [InkGlyph]) -> [Int]? {
    guard table.grid.columnCount == 2, table.grid.rowCount > 1 else { return nil }
    let last = table.cells.filter { $0.columns.lowerBound == 1 }.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    let pages = last.compactMap { $0.lines.count == 1 ? Self.page($0.lines[0].line, ink) : nil }
    let isListing = pages.count > 1 && pages.count * 5 >= last.count * 4 && pages.allSatisfy { $0 <= pageCount + 20 }
    return isListing && Self.grow(pages) ? pages : nil
  }

  /// Takes the lines that are entries out of their blocks.
  private func split(_ blocks: [BlockDraft], isEntry: (LineDraft) -> Bool) -> [BlockDraft] {
    blocks.flatMap { block -> [BlockDraft] in
      guard block.table == nil, block.lines.contains(where: { isEntry($0.line) }) else { return [block] }
      return block.lines.map { entry in
        var single = BlockDraft([entry.line], region: block.region)
        single.role = isEntry(entry.line) ? .tocEntry : block.role
        return single
      }
    }
  }

  /// Joins titles with the page numbers that stand to their right.
  private func paired(_ blocks: [BlockDraft], _ lines: [LineDraft], _ ink: [InkGlyph]) -> [BlockDraft] {
    let numbers = lines.filter { Self.page($0, ink).map { $0 <= pageCount + 20 } ?? false }
    guard (Self.fewestEntries...Self.mostEntries).contains(numbers.count) else { return blocks }
    var numberOf: [Int: LineDraft] = [:]
    for number in numbers {
      let beside = lines.filter { title in
        title.stream != number.stream && title.box.x1 <= number.box.x0
          && title.box.overlapY(number.box) > 0.4 * number.size
          && Self.page(title, ink) == nil
      }
      if let title = beside.max(by: { $0.box.x1 < $1.box.x1 }) { numberOf[title.stream] = number }
    }
    guard numberOf.count * 10 >= numbers.count * 7, areGrowing(Array(numberOf.values), ink) else { return blocks }
    let taken = Set(numberOf.values.map(\.stream))
    return blocks.flatMap { block -> [BlockDraft] in
      guard block.table == nil,
        block.lines.contains(where: { numberOf[$0.line.stream] != nil || taken.contains($0.line.stream) })
      else { return [block] }
      return block.lines.compactMap { entry -> BlockDraft? in
        if taken.contains(entry.line.stream) { return nil }
        guard let number = numberOf[entry.line.stream] else { return BlockDraft([entry.line], region: block.region) }
        var single = BlockDraft([entry.line.followed(by: number)], region: block.region)
        single.role = .tocEntry
        return single
      }
    }
  }

  /// Whether numbers grow as those of pages do; behind the chapters tables and figures may be listed, each from the
  /// first page on.
  static func grow(_ numbers: [Int]) -> Bool {
    isGrowth(numbers.count, falls: zip(numbers, numbers.dropFirst()).count { $0 > $1 })
  }

  private static func isGrowth(_ count: Int, falls: Int) -> Bool { falls * 10 <= count }

  /// Whether the numbers of each column grow down the page.
  private func areGrowing(_ numbers: [LineDraft], _ ink: [InkGlyph]) -> Bool {
    let sorted = numbers.topToBottom
    var wrong = 0
    for (at, upper) in sorted.enumerated() {
      let lower = sorted[(at + 1)...].first {
        abs($0.box.x1 - upper.box.x1) <= 2 * upper.size && $0.baseline > upper.baseline + 1
      }
      guard let lower, let a = Self.page(upper, ink), let b = Self.page(lower, ink) else { continue }
      if b < a { wrong += 1 }
    }
    return Self.isGrowth(numbers.count, falls: wrong)
  }

  /// The number of a line that is nothing but one, of a page's size.
  static func page(_ line: LineDraft, _ ink: [InkGlyph]) -> Int? {
    guard (1...3).contains(line.glyphCount) else { return nil }
    var value = 0
    for run in line.runs {
      for index in run.glyphs {
        guard ink[index].kind == .digit else { return nil }
        value = value * 10 + Int(ink[index].scalar & 0xF)
      }
    }
    return value
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
