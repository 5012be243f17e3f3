import ReportModel

/// A block's place: which page of the list, which of its blocks.
struct BlockPlace: Equatable {
  var page: Int
  var block: Int
}

/// Blocks that are one value: a paragraph or table and its continuations in later columns and on later pages.
struct BlockChain {
  var places: [BlockPlace]

  /// Pages without the text in between that a continuation may skip (full-page pictures).
  private static let reach = 2

  /// All blocks in reading order, continuations joined to what they continue.
  ///
  /// The layout says which blocks go on; a sentence that stops in mid-line says so too.
  static func all(_ pages: [PageBlocks], _ texts: [PageText]) -> [BlockChain] {
    let evidence = CutSentences(pages: pages, texts: texts)
    var chains: [BlockChain] = []
    chains.reserveCapacity(pages.reduce(0) { $0 + $1.blocks.count })
    var open: [BlockRole: Int] = [:]
    var lastText: Int?
    for (p, page) in pages.enumerated() {
      for (b, block) in page.blocks.enumerated() {
        let place = BlockPlace(page: p, block: b)
        if block.role == .paragraph, !block.continuesEarlier, let chain = lastText,
          let last = chains[chain].places.last, evidence.goesOn(from: last, to: place)
        {
          chains[chain].places.append(place)
          continue
        }
        if block.continuesEarlier, let chain = open[block.role], continues(chains[chain], place, pages) {
          chains[chain].places.append(place)
          lastText = block.role == .paragraph ? chain : lastText
          continue
        }
        // A heading ends the running text before it.
        if block.role == .heading { open.removeAll(keepingCapacity: true) }
        open[block.role] = chains.count
        switch block.role {
        case .paragraph: lastText = chains.count
        case .heading, .listItem, .tocEntry: lastText = nil
        case .table, .caption, .figureText, .footnote, .runningHeader, .runningFooter, .pageNumber, .navigation,
          .watermark:
          break
        }
        chains.append(BlockChain(places: [place]))
      }
    }
    return chains
  }

  private static func continues(_ chain: BlockChain, _ place: BlockPlace, _ pages: [PageBlocks]) -> Bool {
    guard let last = chain.places.last, place.page - last.page <= reach else { return false }
    let before = pages[last.page].blocks[last.block]
    let block = pages[place.page].blocks[place.block]
    return before.table?.columnCount == block.table?.columnCount
  }
}
