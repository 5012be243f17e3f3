import ReportModel

/// Turns pages of glyphs into pages of blocks in reading order.
///
/// Lines and regions are found page by page; what repeats over the document is learnt from all pages; then each
/// page is put in order with what was learnt.
package func layOut(_ pages: [PageText], facts: DocumentFacts) -> [PageBlocks] {
  var sketches = pages.map(PageSketch.init)
  let furniture = FurnitureFinder.takeOut(&sketches)
  return zip(sketches, furniture).map { sketch, furniture in
    let blocks = PageComposer(sketch: sketch).blocks()
    let ordered = PageComposer(sketch: sketch).ordered(blocks)
    return Assembly(sketch: sketch).page(furniture.before + ordered + furniture.after, readability: .full)
  }
}
