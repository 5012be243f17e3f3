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
  static func all(_ pages: [PageBlocks]) -> [BlockChain] {
    var chains: [BlockChain] = []
    chains.reserveCapacity(pages.reduce(0) { $0 + $1.blocks.count })
    var open: [BlockRole: Int] = [:]
    for (p, page) in pages.enumerated() {
      for (b, block) in page.blocks.enumerated() {
        let place = BlockPlace(page: p, block: b)
        if block.continuesEarlier, let chain = open[block.role], continues(chains[chain], place, pages) {
          chains[chain].places.append(place)
          continue
        }
        // A heading ends the running text before it.
        if block.role == .heading { open.removeAll(keepingCapacity: true) }
        open[block.role] = chains.count
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
