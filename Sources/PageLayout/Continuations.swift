import ReportModel

/// Finds the blocks that carry on an earlier one: a sentence that goes on in the next column, below a figure or on
/// the next page, and a table that goes on overleaf.
enum Continuations {
  /// In points: borders of one column as two pages draw them.
  private static let sameBorder: Float = 8

  /// Of pages in reading order.
  static func mark(_ pages: inout [PageDraft]) {
    var text: (page: Int, index: Int)?
    var table: (page: Int, index: Int)?
    for page in pages.indices {
      for index in pages[page].blocks.indices {
        let block = pages[page].blocks[index]
        switch block.role {
        case .paragraph, .listItem:
          if let last = text, page - last.page <= 1 {
            let upper = Passage(pages[last.page], last.index)
            if upper.carriesOn(into: Passage(pages[page], index), isOverleaf: page > last.page) {
              pages[page].blocks[index].continuesEarlier = true
              pages[page].blocks[index].role = upper.block.role
            }
          }
          text = (page, index)
          table = nil
        case .table:
          if let last = table, page == last.page + 1, isSameTable(pages[last.page].blocks[last.index], block) {
            pages[page].blocks[index].continuesEarlier = true
          }
          table = (page, index)
        case .heading, .tocEntry:
          text = nil
          table = nil
        case .caption: table = nil
        case .figureText, .footnote, .runningHeader, .runningFooter, .pageNumber, .navigation, .watermark: break
        }
      }
    }
  }

  /// The same columns at the same places.
  private static func isSameTable(_ a: BlockDraft, _ b: BlockDraft) -> Bool {
    guard let x = a.table?.grid.columns, let y = b.table?.grid.columns, x.count == y.count else { return false }
    return zip(x, y).allSatisfy { abs($0 - $1) <= sameBorder }
  }
}

/// A paragraph or list item, and what its rim says of where it goes on.
private struct Passage {
  let block: BlockDraft
  let ink: [InkGlyph]

  init(_ page: PageDraft, _ index: Int) {
    block = page.blocks[index]
    ink = page.sketch.ink.glyphs
  }

  func carriesOn(into lower: Passage, isOverleaf: Bool) -> Bool {
    guard let last = block.lines.last?.line, let first = lower.block.lines.first?.line, looksAlike(last, first) else {
      return false
    }
    guard !ListMark.opens(first, lower.ink), !endsSentenceOrClause(last), lower.isOpening(first) else { return false }
    let (from, to) = (block.box, lower.block.box)
    guard isFull(last), abs(from.width - to.width) <= 0.5 * max(from.width, to.width) else { return false }
    if isOverleaf { return true }
    // On one page: in a column to the right, or below something that stands between.
    let isNextColumn = to.y0 < from.y0 && to.x0 > from.x1 - last.size
    let isBelowFigure = to.y0 - from.y1 > 3 * last.size && to.overlapX(from) > 0.6 * to.width
    return isNextColumn || isBelowFigure
  }

  private func looksAlike(_ last: LineDraft, _ first: LineDraft) -> Bool {
    last.direction == .right && first.direction == .right && abs(last.size - first.size) <= 0.06 * last.size
      && last.style.isBold == first.style.isBold && last.style.color == first.style.color
  }

  /// Whether the first line starts at the margin, as the middle of a paragraph does.
  private func isOpening(_ first: LineDraft) -> Bool {
    let left = block.lines.map(\.line.box.x0).min() ?? first.box.x0
    return first.box.x0 <= left + 0.8 * first.size
  }

  /// Whether the last line runs to the right margin; a lone line must be long to say so.
  private func isFull(_ last: LineDraft) -> Bool {
    if block.lines.count == 1 { return last.box.width >= 14 * last.size }
    let right = block.lines.map(\.line.box.x1).max() ?? last.box.x1
    return last.box.x1 >= right - 1.6 * last.size
  }

  private func endsSentenceOrClause(_ line: LineDraft) -> Bool {
    guard let end = LineText.lastSign(line, ink) else { return false }
    return endsSentence(end) || isColon(end) || end == 0xFF1B
  }
}
