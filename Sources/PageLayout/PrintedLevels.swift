import ReportModel

/// Gives the headings of a document the levels that each speaks of by itself: by bookmark, tag, counter, or size of type
/// among all headings. `TextStructure` settles them against one another.
struct PrintedLevels {
  let profile: DocumentProfile

  func assign(_ pages: inout [PageDraft]) {
    let sizes = ranks(pages)
    for page in pages.indices {
      for index in pages[page].blocks.indices where pages[page].blocks[index].role == .heading {
        let block = pages[page].blocks[index]
        let text = BlockText(block, pages[page].sketch.ink.glyphs)
        pages[page].blocks[index].level =
          profile.outlineLevel(text, page: pages[page].sketch.page.number)
          ?? profile.tag(block, pages[page].sketch)?.role.headingLevel
          ?? dottedDepth(text) ?? sizes.rank(block.size)
      }
    }
  }

  /// Only counters of several parts say how deep they are in any document.
  private func dottedDepth(_ text: BlockText) -> Int? {
    guard let first = text.scalars.first, GlyphKind.of(first) == .digit else { return nil }
    return SectionCounter.depth(text.scalars).flatMap { $0 <= 4 ? $0 : nil }
  }

  private func ranks(_ pages: [PageDraft]) -> SizeRanks {
    SizeRanks(pages.flatMap { $0.blocks.filter { $0.role == .heading }.map(\.size) })
  }

  /// Type sizes from large to small, near ones taken together.
  struct SizeRanks {
    private var steps: [Float] = []
    private static let deepest = 5

    init(_ sizes: [Float]) {
      for size in sizes.sorted(by: >) {
        if let last = steps.last, size > last * 0.92 { continue }
        steps.append(size)
      }
    }

    func rank(_ size: Float) -> Int {
      let at = steps.firstIndex { size > $0 * 0.92 } ?? steps.count
      return min(at + 1, Self.deepest)
    }
  }
}
