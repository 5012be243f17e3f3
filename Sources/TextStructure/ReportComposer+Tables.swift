import ReportModel

/// Tables: cells between tabs, rows between newlines, continued parts as further rows of one grid.
extension ReportComposer {
  mutating func writeTable(_ chain: BlockChain, into result: inout TextBlock) {
    var table = TextTable(rowCount: 0, columnCount: 0, headerRows: 0, headerColumns: 0, cells: [])
    for (index, place) in chain.places.enumerated() {
      let block = pages[place.page].blocks[place.block]
      guard let grid = block.table else { continue }
      if index > 0 { out.separate(with: 0x0A) }
      let begin = out.count
      let firstRow = table.rowCount
      let cells = writeGrid(grid, page: place.page, firstRow: firstRow)
      writeStrays(block, grid, page: place.page)
      if index == 0 {
        table.headerRows = grid.headerRows
        table.columnCount = grid.columnCount
        table.headerColumns = grid.headerColumns
      } else {
        table.repeatedHeaders += repeatedHeaders(table, cells, grid, firstRow: firstRow)
      }
      table.cells += cells
      table.rowCount += grid.rowCount
      result.parts.append(
        TextBlock.Part(
          page: pages[place.page].number, box: block.box, range: begin..<out.count,
          rows: firstRow..<table.rowCount))
    }
    result.table = table
  }

  private mutating func writeGrid(_ grid: TableGrid, page: Int, firstRow: Int) -> [TextTable.Cell] {
    var cells: [TextTable.Cell] = []
    cells.reserveCapacity(grid.cells.count)
    var row = 0
    var column = 0
    for cell in grid.cells {
      while row < cell.rows.lowerBound {
        out.separate(with: 0x0A)
        row += 1
        column = 0
      }
      while column < cell.columns.lowerBound {
        out.separate(with: 0x09)
        column += 1
      }
      out.restart()
      let begin = out.count
      writeCell(cell, page: page)
      cells.append(
        TextTable.Cell(
          rows: cell.rows.lowerBound + firstRow..<cell.rows.upperBound + firstRow, columns: cell.columns,
          range: begin..<out.count, page: pages[page].number, box: cell.box))
    }
    out.restart()
    return cells
  }

  /// Lines of the block that no cell claims still belong to the text.
  private mutating func writeStrays(_ block: Block, _ grid: TableGrid, page: Int) {
    guard grid.cells.reduce(0, { $0 + $1.lines.count }) < block.lines.count else { return }
    let claimed = grid.cells.reduce(into: Set<Int>()) { $0.formUnion($1.lines) }
    for line in block.lines where !claimed.contains(line) {
      out.separate(with: 0x0A)
      writers[page].write(writers[page].page.lines[line], role: .paragraph, into: &out)
    }
    out.restart()
  }

  private mutating func writeCell(_ cell: TableGrid.Cell, page: Int) {
    let writer = writers[page]
    for line in cell.lines {
      guard line + 1 < cell.lines.upperBound else {
        writer.write(writer.page.lines[line], role: .paragraph, into: &out)
        return
      }
      let join = join(writer.page.lines[line], writer.page.lines[line + 1], writer, writer, .paragraph)
      write(line, page, .paragraph, join)
      apply(join)
    }
  }

  /// The rows at the top of a continued part that say what the table's header says.
  private func repeatedHeaders(
    _ table: TextTable, _ cells: [TextTable.Cell], _ grid: TableGrid, firstRow: Int
  ) -> [Int] {
    var repeated: [Int] = []
    for row in 0..<min(table.headerRows, grid.rowCount) {
      let printed = table.cells.filter { $0.rows.lowerBound == row }
      let again = cells.filter { $0.rows.lowerBound == row + firstRow }
      let isSame =
        printed.count == again.count && !printed.isEmpty
        && zip(printed, again).allSatisfy { $0.columns == $1.columns && out.text[$0.range] == out.text[$1.range] }
      guard isSame else { break }
      repeated.append(row + firstRow)
    }
    return repeated
  }
}
