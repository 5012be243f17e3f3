import ReportModel

/// Makes laid-out pages into a report's text: folded, joined, in sections and sentences, with the way back.
///
/// `blocks[i]` belongs to `pages[i]`.
package func composeText(_ blocks: [PageBlocks], pages: [PageText], facts: DocumentFacts) -> ReportText {
  let finder = TitleFinder(blocks, pages, facts)
  let blocks = zip(blocks, pages).map { finder.promote($0, $1) }
  var composer = ReportComposer(blocks, pages)
  for page in blocks {
    let number = Int32(truncatingIfNeeded: page.number)
    for dropped in page.dropped {
      composer.out.drop(GlyphReference(page: number, glyph: dropped.glyph), .layout(dropped.reason))
    }
  }
  for chain in BlockChain.all(blocks, pages) { composer.write(chain) }
  var report = ReportText(
    pages: blocks.map(PageSummary.init), text: composer.out.text, blocks: composer.blocks,
    origins: composer.out.map)
  markSentences(&report)
  buildSections(&report, facts)
  return report
}

extension PageSummary {
  init(_ page: PageBlocks) {
    self.init(
      number: page.number, label: page.label, width: page.width, height: page.height, readability: page.readability)
  }
}
