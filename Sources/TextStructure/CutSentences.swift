import ReportModel

/// Tells whether a paragraph stops in the middle of a sentence that another one goes on with: its last line is full
/// and ends without a mark, and the next paragraph is set alike and does not start anew.
struct CutSentences {
  let pages: [PageBlocks]
  let texts: [PageText]

  func goesOn(from last: BlockPlace, to next: BlockPlace) -> Bool {
    guard next.page - last.page <= 1 else { return false }
    let before = pages[last.page].blocks[last.block]
    let block = pages[next.page].blocks[next.block]
    guard before.lines.count > 1, !block.lines.isEmpty, isFull(before, pages[last.page]) else { return false }
    guard isCut(from: last, to: next) else { return false }
    let page = LineText(page: pages[last.page], text: texts[last.page])
    guard page.scalars(before.lines, limit: 400).contains(where: { "，。,".unicodeScalars.contains($0) }) else {
      return false
    }
    let nextPage = LineText(page: pages[next.page], text: texts[next.page])
    let end = page.scalars(before.lines.upperBound - 1..<before.lines.upperBound).filter { $0 != " " }
    guard let mark = end.last, end.count > 7, !endsHere(mark) else { return false }
    guard page.look(before.lines.upperBound - 1) == nextPage.look(block.lines.lowerBound) else { return false }
    return startsInside(block, nextPage)
  }

  /// Whether a page end, a column end or something drawn between parts the two.
  private func isCut(from last: BlockPlace, to next: BlockPlace) -> Bool {
    guard next.page == last.page else { return true }
    let blocks = pages[next.page].blocks
    let before = blocks[last.block].box
    let after = blocks[next.block].box
    if after.x0 > before.x0, after.y0 < before.y0 { return true }
    return blocks[last.block + 1..<next.block].contains { block in
      !block.role.isFurniture && block.box.y0 >= before.y0 && block.box.y1 <= after.y1
    }
  }

  /// Whether the last line reaches the end of its column.
  private func isFull(_ block: Block, _ page: PageBlocks) -> Bool {
    let lines = page.lines[block.lines]
    guard let last = lines.last else { return false }
    let right = lines.dropLast().map(\.box.x1).max() ?? last.box.x1
    return last.box.x1 >= right - 1.5 * last.box.height && block.box.width > 8 * last.box.height
  }

  /// Anything but a letter, a figure, an ideograph or a comma ends what stands before it.
  private func endsHere(_ scalar: Unicode.Scalar) -> Bool {
    if ["，", "、", ","].contains(scalar) { return false }
    switch ScalarClasses.shared.kind(scalar.value) {
    case .letter, .digit: return false
    case .wide: return !(0x3400...0x9FFF).contains(scalar.value)
    case .opening, .closing, .sign, .symbol, .space, .nothing, .mark: return true
    }
  }

  private func startsInside(_ block: Block, _ page: LineText) -> Bool {
    let scalars = page.scalars(block.lines, limit: 200)
    guard let first = scalars.first, TitleReading(scalars).numbering == nil else { return false }
    let hasMark = scalars.contains { "，。；、,.".unicodeScalars.contains($0) }
    switch ScalarClasses.shared.kind(first.value) {
    case .wide: return hasMark && !"【「『《（※".unicodeScalars.contains(first)
    case .letter: return hasMark && !(0x41...0x5A).contains(first.value)
    case .digit: return hasMark
    case .opening, .closing, .sign, .symbol, .space, .nothing, .mark: return false
    }
  }
}
