import ReportModel

/// Cutting found titles out of the blocks of a page.
extension TitleFinder {
  func promote(_ page: PageBlocks, _ text: PageText) -> PageBlocks {
    let lines = LineText(page: page, text: text)
    var result = page
    if contentsPages.contains(page.number) {
      for index in result.blocks.indices where isUnlistedEntry(result.blocks[index], lines) {
        result.blocks[index].role = .tocEntry
      }
      return result
    }
    result.blocks = page.blocks.flatMap { block -> [Block] in
      switch block.role {
      case .paragraph, .listItem, .figureText: return cut(block, lines)
      case .table: return cutTable(block, lines)
      case .heading: return [demoted(block, lines)]
      case .caption, .footnote, .tocEntry, .runningHeader, .runningFooter, .pageNumber, .navigation,
        .watermark:
        return [block]
      }
    }
    return result
  }

  /// A quantity set large (187億元) is no heading.
  private func demoted(_ block: Block, _ page: LineText) -> Block {
    guard (1...2).contains(block.lines.count) else { return block }
    let reading = TitleReading(page.scalars(block.lines))
    let words = reading.key.scalars.filter { !PageNumber.isDigit($0) }
    guard reading.numbering == nil, reading.key.scalars.first.map(PageNumber.isDigit) == true, words.count <= 4,
      words.count < reading.key.scalars.count, !words.isEmpty, words != [0x5E74]
    else { return block }
    var result = block
    result.role = .paragraph
    result.level = nil
    return result
  }

  private func isUnlistedEntry(_ block: Block, _ page: LineText) -> Bool {
    switch block.role {
    case .heading, .paragraph, .listItem, .figureText:
      !block.lines.isEmpty && block.lines.count < 3 && isContentsEntry(block.lines, on: page)
    case .table, .caption, .footnote, .tocEntry, .runningHeader, .runningFooter, .pageNumber, .navigation, .watermark:
      false
    }
  }

  private func heading(_ lines: Range<Int>, _ reading: TitleReading, _ page: LineText) -> Block {
    let box = Box(around: page.page.lines[lines].lazy.map(\.box)) ?? Box(x0: 0, y0: 0, x1: 0, y1: 0)
    return Block(role: .heading, level: level(reading), box: box, lines: lines)
  }

  /// A whole block, or its first line or two.
  private func cut(_ block: Block, _ page: LineText) -> [Block] {
    guard block.table == nil, !block.continuesEarlier, !block.lines.isEmpty else { return [block] }
    for count in [1, 2] where count <= block.lines.count {
      let title = block.lines.prefix(count)
      guard let reading = isTitle(title, on: page) else { continue }
      return [heading(title, reading, page)] + rest(of: block, from: title.upperBound, page)
    }
    if block.lines.count == 1, block.role != .figureText,
      let reading = looksLikeHeading(block.lines.lowerBound, on: page)
    {
      return [heading(block.lines, reading, page)]
    }
    return [block]
  }

  private func rest(of block: Block, from line: Int, _ page: LineText) -> [Block] {
    guard line < block.lines.upperBound else { return [] }
    var rest = block
    rest.lines = line..<block.lines.upperBound
    rest.box = Box(around: page.page.lines[rest.lines].lazy.map(\.box)) ?? block.box
    if rest.role == .listItem { rest.role = .paragraph }
    return [rest]
  }

  /// Titles that stand as rows of a table, alone in their row.
  private func cutTable(_ block: Block, _ page: LineText) -> [Block] {
    guard let grid = block.table else { return [block] }
    for cell in grid.cells where !cell.lines.isEmpty && cell.lines.count < 3 && cell.rows.count == 1 {
      guard let reading = isTitle(cell.lines, on: page) else { continue }
      let row = cell.rows.lowerBound
      let others = grid.cells.filter { $0 != cell && $0.rows.contains(row) && !$0.lines.isEmpty }
      let crossing = grid.cells.contains { $0.rows.contains(row) && $0.rows.count > 1 && !$0.lines.isEmpty }
      guard others.isEmpty, !crossing else { continue }
      guard let above = part(of: block, grid, rows: 0..<row),
        let below = part(of: block, grid, rows: row + 1..<grid.rowCount),
        (above.last?.lines.upperBound ?? 0) <= cell.lines.lowerBound,
        cell.lines.upperBound <= below.first?.lines.lowerBound ?? .max
      else { continue }
      return above + [heading(cell.lines, reading, page)] + below.flatMap { cutTable($0, page) }
    }
    return [block]
  }

  /// The rows of a table as a table; empty where they are empty, nil where their lines are not of one run.
  private func part(of block: Block, _ grid: TableGrid, rows: Range<Int>) -> [Block]? {
    let cells = grid.cells.filter { rows.contains($0.rows.lowerBound) && rows.contains($0.rows.upperBound - 1) }
    let written = cells.filter { !$0.lines.isEmpty }
    guard let first = written.map(\.lines.lowerBound).min(), let last = written.map(\.lines.upperBound).max() else {
      return []
    }
    guard written.reduce(0, { $0 + $1.lines.count }) == last - first else { return nil }
    var part = block
    part.lines = first..<last
    part.box = Box(around: written.lazy.map(\.box)) ?? block.box
    let isTop = rows.lowerBound == 0
    part.continuesEarlier = isTop && block.continuesEarlier
    part.table = TableGrid(
      rowCount: rows.count, columnCount: grid.columnCount,
      headerRows: isTop
        ? min(grid.headerRows, rows.count) : min(max(1, grid.headerRows - rows.lowerBound), rows.count - 1),
      headerColumns: grid.headerColumns,
      cells: cells.map { cell in
        var moved = cell
        moved.rows = cell.rows.lowerBound - rows.lowerBound..<cell.rows.upperBound - rows.lowerBound
        return moved
      })
    return [part]
  }
}
