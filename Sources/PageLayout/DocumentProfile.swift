import ReportModel

/// What the document's running text looks like, and which titles it announces: the measure of headings.
struct DocumentProfile {
  /// Type size and colour of most running text.
  let bodySize: Float
  let bodyColor: UInt32
  let bodyIsBold: Bool
  /// Levels of bookmark titles by page and text; a bookmark that leads to no page says nothing here.
  private let outline: [TitleKey: Int]
  /// Titles that the contents page lists.
  private let contents: Set<UInt64>
  private let tags: [TagKey: StructureTag]

  private struct TitleKey: Hashable {
    var page: Int
    var text: UInt64
  }

  private struct TagKey: Hashable {
    var page: Int
    var mark: Int32
  }

  init(_ pages: [PageDraft], facts: DocumentFacts) {
    var sizes = Tally<Float>()
    var colors = Tally<UInt32>()
    var bold = Tally<Bool>()
    var contents: Set<UInt64> = []
    for page in pages {
      for block in page.blocks {
        if block.role == .tocEntry {
          let title = BlockText(block, page.sketch.ink.glyphs)
          contents.insert(BlockText.key(TocFinder.title(title)[...]))
        }
        guard block.table == nil, block.lines.count >= 2 else { continue }
        for entry in block.lines {
          let weight = entry.line.glyphCount
          sizes.add((entry.line.size * 2).rounded() / 2, weight: weight)
          colors.add(entry.line.style.color, weight: weight)
          bold.add(entry.line.style.isBold, weight: weight)
        }
      }
    }
    bodySize = sizes.most ?? 10
    bodyColor = colors.most ?? 0
    bodyIsBold = bold.most ?? false
    self.contents = contents
    outline = Dictionary(
      facts.outline.compactMap { entry in
        entry.page.map { (TitleKey(page: $0, text: BlockText(entry.title).key), entry.level) }
      }, uniquingKeysWith: { first, _ in first })
    tags = Dictionary(
      facts.tags.map { (TagKey(page: $0.page, mark: $0.mark), $0) }, uniquingKeysWith: { first, _ in first })
  }

  func outlineLevel(_ text: BlockText, page: Int) -> Int? {
    outline[TitleKey(page: page, text: text.key)]
      ?? outline[TitleKey(page: page, text: BlockText.key(text.withoutCounter))]
  }

  func isInContents(_ text: BlockText) -> Bool {
    contents.contains(text.key)
  }

  /// The tag of a block's first glyph.
  func tag(_ block: BlockDraft, _ sketch: PageSketch) -> StructureTag? {
    guard !tags.isEmpty, let first = block.lines.first?.line.runs.first?.glyphs.first else { return nil }
    let mark = sketch.page.glyphs[Int(sketch.ink.glyphs[first].glyph)].mark
    return mark < 0 ? nil : tags[TagKey(page: sketch.page.number, mark: mark)]
  }
}
