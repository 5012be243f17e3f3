import ReportModel

/// Fills a grid of cells with the runs that stand in it.
struct TableBuilder {
  let page: PageText
  let ink: [InkGlyph]
  let edges: Edges
  let em: Float

  /// In a cell nothing else is near: what stands on one baseline is one line.
  private static let reachFactor: Float = 3

  func table(_ grid: Grid, _ runs: [Run]) -> TableDraft {
    var runsOf = [[Run]](repeating: [], count: grid.cells.count)
    for run in runs {
      if let at = TableBuilder.cell(of: run.pageBox, in: grid) { runsOf[at].append(run) }
    }
    let cells = zip(grid.cells, runsOf).map { cell, runs in
      TableDraft.Cell(rows: cell.rows, columns: cell.columns, box: cell.box, lines: entries(runs))
    }
    var table = TableDraft(grid: grid, cells: cells)
    (table.headerRows, table.headerColumns) = HeaderCount.of(table, ink: ink)
    return table
  }

  /// The cell under the middle of the box, else the nearest one.
  private static func cell(of box: Box, in grid: Grid) -> Int? {
    if let at = grid.cells.firstIndex(where: { $0.box.containsMiddle(of: box) }) { return at }
    return grid.cells.indices.min { distance(box, grid.cells[$0].box) < distance(box, grid.cells[$1].box) }
  }

  private static func distance(_ a: Box, _ b: Box) -> Float {
    max(0, max(b.x0 - a.midX, a.midX - b.x1)) + max(0, max(b.y0 - a.midY, a.midY - b.y1))
  }

  /// The lines of a cell from top to bottom, with the ends of its paragraphs marked.
  func entries(_ runs: [Run]) -> [BlockDraft.Entry] {
    byDirection(runs, \.direction).flatMap { direction, runs -> [BlockDraft.Entry] in
      let builder = LineBuilder(ink: ink, fonts: page.fonts, em: em, walls: edges.walls(direction))
      let lines = builder.lines(runs, reachFactor: Self.reachFactor).topToBottom
      let paragraphs = ParagraphCutter(ink: ink).cut(lines)
      return paragraphs.flatMap { paragraph in
        paragraph.enumerated().map { at, line in
          BlockDraft.Entry(line: line, endsParagraph: at == paragraph.count - 1)
        }
      }
    }
  }
}

/// Tells how many rows and columns of a table are headers.
enum HeaderCount {
  static func of(_ table: TableDraft, ink: [InkGlyph]) -> (rows: Int, columns: Int) {
    let corner = table.cells.first { $0.rows.contains(0) && $0.columns.contains(0) }
    var rows = corner.map(\.rows.upperBound) ?? 1
    // A header that spans columns stands over the names of these.
    while rows < table.grid.rowCount - 1, hasSpan(table, row: rows - 1), !hasNumbers(table, row: rows, ink) {
      rows += 1
    }
    return (
      max(1, min(rows, table.grid.rowCount)),
      max(1, corner.map { min($0.columns.upperBound, table.grid.columnCount) } ?? 1)
    )
  }

  private static func hasSpan(_ table: TableDraft, row: Int) -> Bool {
    table.cells.contains {
      $0.rows.contains(row) && $0.columns.count > 1 && $0.columns.count < table.grid.columnCount && !$0.lines.isEmpty
    }
  }

  private static func hasNumbers(_ table: TableDraft, row: Int, _ ink: [InkGlyph]) -> Bool {
    table.cells.contains { cell in
      guard cell.rows.contains(row), cell.columns.lowerBound > 0 else { return false }
      let glyphs = cell.lines.flatMap(\.line.runs).flatMap(\.glyphs)
      let digits = glyphs.filter { ink[$0].kind == .digit || ink[$0].kind == .sign }.count
      return !glyphs.isEmpty && digits * 10 >= glyphs.count * 8
    }
  }
}
