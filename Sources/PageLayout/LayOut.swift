import ReportModel

/// Turns pages of glyphs into pages of blocks in reading order.
///
/// Lines and regions are found page by page; what repeats over the document is learnt from all pages; then each
/// page is put in order with what was learnt.
package func layOut(_ pages: [PageText], facts: DocumentFacts) -> [PageBlocks] {
  var sketches = pages.map { PageSketch($0.withoutAbsurdPlaces) }
  let furniture = FurnitureFinder.takeOut(&sketches)
  let gutters = Gutters(sketches)
  let toc = TocFinder(pageCount: pages.count)
  var pages = sketches.map { sketch in
    let blocks = PageComposer(sketch: sketch, gutters: gutters).blocks()
    return PageDraft(sketch: sketch, blocks: toc.mark(blocks, sketch.ink.glyphs))
  }
  let profile = DocumentProfile(pages, facts: facts)
  for index in pages.indices { RoleTeller(profile: profile, sketch: pages[index].sketch).tell(&pages[index].blocks) }
  PrintedLevels(profile: profile).assign(&pages)
  for index in pages.indices {
    let sketch = pages[index].sketch
    ChartFinder(sketch: sketch).pair(&pages[index].blocks)
    pages[index].blocks = PageComposer(sketch: sketch, gutters: gutters).ordered(pages[index].blocks, profile: profile)
  }
  Continuations.mark(&pages)
  return zip(pages, furniture).map { page, furniture in
    let (sketch, text) = (page.sketch, page.blocks.reduce(0) { $0 + $1.glyphCount })
    return Assembly(sketch: sketch).page(
      furniture.before + page.blocks + furniture.after,
      readability: readability(of: sketch.page, ink: sketch.ink, text: text))
  }
}

/// A page in the making: what was seen on it, and the blocks made of that.
struct PageDraft {
  let sketch: PageSketch
  /// In reading order from `PageComposer.ordered` on.
  var blocks: [BlockDraft]
}
