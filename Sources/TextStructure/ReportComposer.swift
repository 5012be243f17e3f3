import ReportModel

/// Writes all blocks of a report, chain by chain, and keeps what belongs to each.
struct ReportComposer {
  let pages: [PageBlocks]
  let writers: [LineWriter]
  var out: TextBuilder
  var blocks: [TextBlock] = []

  init(_ pages: [PageBlocks], _ texts: [PageText]) {
    self.pages = pages
    let words = WordEvidence(pages, texts)
    writers = zip(pages, texts).map { LineWriter(page: $0, text: $1, words: words) }
    out = TextBuilder(capacity: pages.reduce(0) { $0 + $1.pieces.count + $1.lines.count + $1.blocks.count })
  }

  mutating func write(_ chain: BlockChain) {
    guard let start = chain.places.first else { return }
    if !blocks.isEmpty { out.separate(with: 0x0A) }
    let first = pages[start.page].blocks[start.block]
    let begin = out.count
    var block = TextBlock(
      id: blocks.count, role: first.role, level: first.level, range: begin..<begin, parts: [], target: first.target)
    if first.table != nil { writeTable(chain, into: &block) } else { writeLines(chain, into: &block) }
    out.restart()
    block.range = begin..<out.count
    blocks.append(block)
  }

  private mutating func writeLines(_ chain: BlockChain, into result: inout TextBlock) {
    var pending: Join?
    for (index, place) in chain.places.enumerated() {
      let block = pages[place.page].blocks[place.block]
      if let join = pending { apply(join) }
      var begin = out.count
      for line in block.lines {
        let join = joinAfter(line, block, index, chain)
        let isFirst = line == block.lines.lowerBound
        write(line, place.page, block.role, join)
        // The space before a part's first character belongs to neither part.
        if isFirst, index > 0, begin < out.count, out.text[begin] == " " { begin += 1 }
        if let join, line + 1 < block.lines.upperBound { apply(join) }
        pending = join
      }
      result.parts.append(TextBlock.Part(page: pages[place.page].number, box: block.box, range: begin..<out.count))
    }
  }

  typealias Join = LineWriter.Join

  mutating func write(_ line: Int, _ page: Int, _ role: BlockRole, _ join: Join?) {
    let writer = writers[page]
    if case .unhyphenate(let hyphen) = join {
      writer.write(writer.page.lines[line], role: role, hyphen: hyphen, into: &out)
    } else {
      writer.write(writer.page.lines[line], role: role, into: &out)
    }
  }

  mutating func apply(_ join: Join) {
    switch join {
    case .gap: out.gap()
    case .close, .unhyphenate: out.closeGap()
    case .paragraph: out.separate(with: 0x0A)
    }
  }

  /// How a line joins with the next one of its block, or of the chain's next block; nil at the end.
  private func joinAfter(_ line: Int, _ block: Block, _ index: Int, _ chain: BlockChain) -> Join? {
    let place = chain.places[index]
    let writer = writers[place.page]
    if line + 1 < block.lines.upperBound {
      return join(writer.page.lines[line], writer.page.lines[line + 1], writer, writer, block.role)
    }
    for next in chain.places.dropFirst(index + 1) {
      let lines = pages[next.page].blocks[next.block].lines
      guard let first = lines.first else { continue }
      // A chain says that the paragraph goes on, whatever the last line looks like.
      var last = writer.page.lines[line]
      last.endsParagraph = false
      return join(last, pages[next.page].lines[first], writer, writers[next.page], .paragraph)
    }
    return nil
  }

  func join(_ line: Line, _ next: Line, _ writer: LineWriter, _ nextWriter: LineWriter, _ role: BlockRole) -> Join {
    if line.endsParagraph || role == .figureText && Self.standApart(line.box, next.box) {
      if !writer.runsOn(line, next, of: nextWriter) { return .paragraph }
    }
    return writer.join(line, next, of: nextWriter)
  }

  /// Labels of a figure are lines of their own unless one stands right under the other.
  private static func standApart(_ box: Box, _ next: Box) -> Bool {
    guard box.height > 0, next.height > 0 else { return false }
    let gap = next.y0 - box.y1
    let height = min(box.height, next.height)
    return gap > 0.9 * height || gap < -0.6 * height || box.overlapX(next) <= 0
  }
}
