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
  var composed = sketches.map { sketch in
    (sketch: sketch, blocks: toc.mark(PageComposer(sketch: sketch, gutters: gutters).blocks(), sketch.ink.glyphs))
  }
  let profile = DocumentProfile(composed, facts: facts)
  for index in composed.indices {
    RoleTeller(profile: profile, sketch: composed[index].sketch).tell(&composed[index].blocks)
  }
  HeadingLevels(profile: profile).assign(&composed)
  for index in composed.indices { ChartFinder(sketch: composed[index].sketch).pair(&composed[index].blocks) }
  var ordered = composed.map { page in
    Continuations.Page(
      blocks: PageComposer(sketch: page.sketch, gutters: gutters).ordered(page.blocks, profile: profile),
      ink: page.sketch.ink.glyphs,
      height: page.sketch.page.height)
  }
  Continuations.mark(&ordered)
  return sketches.indices.map { index in
    let all = furniture[index].before + ordered[index].blocks + furniture[index].after
    let text = ordered[index].blocks.reduce(0) { $0 + $1.glyphCount }
    return Assembly(sketch: sketches[index]).page(
      all, readability: readability(of: sketches[index].page, ink: sketches[index].ink, text: text))
  }
}
