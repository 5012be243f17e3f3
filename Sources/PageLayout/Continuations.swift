import ReportModel

/// Finds the blocks that carry on an earlier one: a sentence that goes on in the next column, below a figure or on
/// the next page, and a table that goes on overleaf.
struct Continuations {
  /// One page's blocks in reading order, with the ink that they are made of.
  struct Page {
    var blocks: [BlockDraft]
    let ink: [InkGlyph]
    let height: Float
  }

  static func mark(_ pages: inout [Page]) {
    var text: (page: Int, index: Int)?
    var table: (page: Int, index: Int)?
    for page in pages.indices {
      for index in pages[page].blocks.indices {
        let block = pages[page].blocks[index]
        switch block.role {
        case .paragraph, .listItem:
          if let last = text, carriesOn(pages[last.page], last.index, pages[page], index, overleaf: page - last.page) {
            pages[page].blocks[index].continuesEarlier = true
            pages[page].blocks[index].role = pages[last.page].blocks[last.index].role
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

  private static func carriesOn(_ a: Page, _ ai: Int, _ b: Page, _ bi: Int, overleaf: Int) -> Bool {
    let upper = a.blocks[ai]
    let lower = b.blocks[bi]
    guard (0...1).contains(overleaf), let last = upper.lines.last?.line, let first = lower.lines.first?.line else {
      return false
    }
    guard last.direction == .right, first.direction == .right, abs(last.size - first.size) <= 0.06 * last.size,
      last.style.isBold == first.style.isBold, last.style.color == first.style.color
    else { return false }
    guard !ListMark.opens(first, b.ink), !endsSentenceHere(last, a.ink), isOpening(lower, first) else { return false }
    guard isFull(upper, last), abs(upper.box.width - lower.box.width) <= 0.5 * max(upper.box.width, lower.box.width)
    else {
      return false
    }
    if overleaf == 1 { return true }
    // On one page: in a column to the right, or below something that stands between.
    let isNextColumn = lower.box.y0 < upper.box.y0 && lower.box.x0 > upper.box.x1 - last.size
    let isBelowFigure =
      lower.box.y0 - upper.box.y1 > 3 * last.size && lower.box.overlapX(upper.box) > 0.6 * lower.box.width
    return isNextColumn || isBelowFigure
  }

  /// Whether a block's first line starts at the margin, as the middle of a paragraph does.
  private static func isOpening(_ block: BlockDraft, _ first: LineDraft) -> Bool {
    let left = block.lines.map(\.line.box.x0).min() ?? first.box.x0
    return first.box.x0 <= left + 0.8 * first.size
  }

  /// Whether the last line runs to the right margin; a lone line must be long to say so.
  private static func isFull(_ block: BlockDraft, _ last: LineDraft) -> Bool {
    if block.lines.count == 1 { return last.box.width >= 14 * last.size }
    let right = block.lines.map(\.line.box.x1).max() ?? last.box.x1
    return last.box.x1 >= right - 1.6 * last.size
  }

  private static func endsSentenceHere(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    guard let run = line.runs.last else { return true }
    for index in run.glyphs.reversed() {
      let scalar = ink[index].scalar
      if endsSentence(scalar) || scalar == 0xFF1A || scalar == 0x3A || scalar == 0xFF1B { return true }
      if !closesBracket(scalar) { return false }
    }
    return false
  }

  /// The same columns at the same places.
  private static func isSameTable(_ a: BlockDraft, _ b: BlockDraft) -> Bool {
    guard let x = a.table?.grid.columns, let y = b.table?.grid.columns, x.count == y.count else { return false }
    return zip(x, y).allSatisfy { abs($0 - $1) <= 8 }
  }
}
