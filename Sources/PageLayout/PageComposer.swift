import ReportModel

/// Makes blocks out of a page's lines and puts them in reading order.
struct PageComposer {
  let sketch: PageSketch
  let gutters: Gutters

  func blocks() -> [BlockDraft] {
    var result: [BlockDraft] = []
    for (index, lines) in sketch.lines.enumerated() {
      for (direction, lines) in byDirection(lines, \.direction) {
        let builder = BlockBuilder(ink: sketch.ink.glyphs, borders: sketch.edges.borders(direction))
        for paragraph in builder.paragraphs(JustifiedRows.joined(lines)) {
          var block = BlockDraft(paragraph, region: index)
          if let first = paragraph.first, ListMark.opens(first, sketch.ink.glyphs) { block.role = .listItem }
          result.append(block)
        }
      }
      if let table = sketch.tables[index], table.cells.contains(where: { !$0.lines.isEmpty }) {
        result.append(BlockDraft(table, region: index))
      }
    }
    return result
  }

  /// Region by region: what a card holds is read before what comes after the card.
  func ordered(_ blocks: [BlockDraft], profile: DocumentProfile) -> [BlockDraft] {
    var members = [[Int]](repeating: [], count: sketch.regions.count)
    for (index, block) in blocks.enumerated() {
      // A table stands as a block in the region around it; so do the lines of one that was none after all.
      let region = sketch.regions[block.region]
      members[region.isTable ? region.parent : block.region].append(index)
    }
    let tags = blocks.map { profile.tag($0, sketch).map { Int($0.element) } }
    return order(region: 0, members, blocks, tags).map { blocks[$0] }
  }

  private func order(region: Int, _ members: [[Int]], _ blocks: [BlockDraft], _ tags: [Int?]) -> [Int] {
    let inner = sketch.regions.indices.dropFirst().filter {
      sketch.regions[$0].parent == region && $0 != region && !sketch.regions[$0].isTable
    }
    var items = members[region].map { index in
      ReadingItem(
        box: blocks[index].box, stream: blocks[index].stream, tag: tags[index], weight: Float(blocks[index].glyphCount),
        index: index)
    }
    // Regions go by -1, -2 …: places from behind in their contents.
    var contents: [[Int]] = []
    for child in inner {
      let content = order(region: child, members, blocks, tags)
      guard !content.isEmpty else { continue }
      items.append(
        ReadingItem(
          box: sketch.regions[child].box, stream: content.map { blocks[$0].stream }.min() ?? 0,
          tag: content.compactMap { tags[$0] }.min(),
          weight: content.reduce(0) { $0 + Float(blocks[$1].glyphCount) }, index: -1 - contents.count))
      contents.append(content)
    }
    let reading = ReadingOrder(em: sketch.em, trust: ReadingOrder.Trust(items)) { left, right in
      gutters.isKnown(from: left, to: right, pageWidth: sketch.page.width)
    }
    return reading.order(items).flatMap { item in
      item.index >= 0 ? [item.index] : contents[-1 - item.index]
    }
  }
}
