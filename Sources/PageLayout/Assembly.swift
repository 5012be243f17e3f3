import ReportModel

/// Writes ordered blocks out as the page's lasting value.
struct Assembly {
  let sketch: PageSketch

  func page(_ blocks: [BlockDraft], readability: Readability) -> PageBlocks {
    let page = sketch.page
    var result = PageBlocks(
      number: page.number, label: page.label, width: page.width, height: page.height, readability: readability,
      dropped: sketch.ink.dropped)
    result.pieces.reserveCapacity(sketch.ink.glyphs.count * 5 / 4)
    let setter = LineSetter(ink: sketch.ink.glyphs)
    for block in blocks {
      let first = result.lines.count
      var table: TableGrid?
      if let draft = block.table {
        table = write(draft, setter, &result)
      } else {
        for entry in block.lines { write(entry, setter, &result) }
      }
      result.blocks.append(
        Block(
          role: block.role, level: block.level, box: block.box, lines: first..<result.lines.count, table: table,
          target: block.target, continuesEarlier: block.continuesEarlier))
    }
    return result
  }

  private func write(_ entry: BlockDraft.Entry, _ setter: LineSetter, _ result: inout PageBlocks) {
    let start = result.pieces.count
    result.pieces += setter.pieces(entry.line)
    result.lines.append(
      Line(pieces: start..<result.pieces.count, box: entry.line.pageBox, endsParagraph: entry.endsParagraph))
  }

  private func write(_ table: TableDraft, _ setter: LineSetter, _ result: inout PageBlocks) -> TableGrid {
    let cells = table.cells.sorted {
      ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
    }
    .map { cell in
      let first = result.lines.count
      for entry in cell.lines { write(entry, setter, &result) }
      return TableGrid.Cell(rows: cell.rows, columns: cell.columns, box: cell.box, lines: first..<result.lines.count)
    }
    return TableGrid(
      rowCount: table.grid.rowCount, columnCount: table.grid.columnCount, headerRows: table.headerRows,
      headerColumns: table.headerColumns, cells: cells)
  }
}
