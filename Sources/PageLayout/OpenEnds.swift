import ReportModel

/// Completes grids whose designer drew no border above the header, or none below the last row.
///
/// What stands right above or below a grid side by side, and leaves the white between its columns open, is a row of
/// it: a caption, a note or a passage of text is one piece and runs over the columns.
struct OpenEnds {
  let ink: [InkGlyph]
  /// The lines over, in and under the grid, in ordinary direction.
  let lines: [LineDraft]
  /// Cuts a grid into the columns and rows that white space parts.
  let split: (Grid) -> Grid

  /// How far (ems) a row may stand off the grid: the padding of its cells.
  private static let furthest: Float = 1.7
  /// How far (ems) the baselines of one header may stand apart; storeys stand farther.
  private static let leading: Float = 1.7
  private static let mostStoreys = 3
  private static let longestHeader = 24
  private static let slack: Float = 2

  /// A grid as it is drawn, and as it is cut.
  private struct Stage {
    var grid: Grid
    var table: Grid
  }

  /// The grid with the rows that belong to it above and below, cut into columns and rows.
  func completed(_ grid: Grid) -> Grid {
    var stage = Stage(grid: grid, table: split(grid))
    for _ in 0..<Self.mostStoreys {
      let band = storey(above: stage.grid)
      guard isLevel(band, with: stage.grid), !hasHeader(stage.table), let taller = adding(band, to: stage, .above)
      else {
        break
      }
      stage = taller
    }
    for _ in 0..<Self.mostStoreys {
      let band = row(below: stage.grid)
      guard isLevel(band, with: stage.grid), let taller = adding(band, to: stage, .below) else { break }
      stage = taller
    }
    return stage.table
  }

  /// Whether lines stand side by side over or under a grid, and none beyond its sides.
  private func isLevel(_ band: [LineDraft], with grid: Grid) -> Bool {
    guard band.count >= 2, let box = Box(around: band.map(\.box)) else { return false }
    return box.x0 >= grid.box.x0 - Self.slack && box.x1 <= grid.box.x1 + Self.slack
  }

  /// Whether the first row names every column, and figures come below.
  private func hasHeader(_ table: Grid) -> Bool {
    let first = table.cells.filter { $0.rows.contains(0) }.map(lines(in:))
    guard first.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isHeader) }) else { return false }
    return table.cells.contains { cell in
      lines(in: cell).contains { LineText.isFigure($0, ink) && !LineText.isYear($0, ink) }
    }
  }

  private func lines(in cell: GridCell) -> [LineDraft] { lines.filter { cell.box.containsMiddle(of: $0.box) } }

  // MARK: Candidates

  /// The lines of a row of headers above a grid: those with nothing between them and the grid, and what of them stands
  /// on further lines.
  private func storey(above grid: Grid) -> [LineDraft] {
    var band: [LineDraft] = []
    for line in lines.filter({ $0.box.midY < grid.box.y0 }).sorted(by: { $0.baseline > $1.baseline }) {
      let below = band.filter { $0.box.overlapX(line.box) > 0 }
      if let next = below.map(\.baseline).min() {
        // What stands over several headers is no part of one.
        guard next - line.baseline <= Self.leading * below[0].size, isOneStack(below + [line]) else { continue }
        band.append(line)
      } else if isNear(line, grid.box.y0 - line.box.y1, band) {
        band.append(line)
      }
    }
    return band
  }

  /// Words, or a year.
  private func isHeader(_ line: LineDraft) -> Bool {
    line.glyphCount <= Self.longestHeader && (!LineText.isFigure(line, ink) || LineText.isYear(line, ink))
  }

  private func isOneStack(_ lines: [LineDraft]) -> Bool {
    lines.allSatisfy { line in
      lines.allSatisfy { $0.box.overlapX(line.box) > 0 && abs($0.size - line.size) <= 0.2 * line.size }
    }
  }

  private func row(below grid: Grid) -> [LineDraft] {
    var band: [LineDraft] = []
    for line in lines.filter({ $0.box.midY > grid.box.y1 }).sorted(by: { $0.baseline < $1.baseline })
    where isNear(line, line.box.y0 - grid.box.y1, band) {
      band.append(line)
    }
    return band.contains { LineText.isFigure($0, ink) } ? band : []
  }

  /// Near the grid, or on a level with what is.
  private func isNear(_ line: LineDraft, _ distance: Float, _ band: [LineDraft]) -> Bool {
    distance <= Self.furthest * line.size || band.contains { $0.box.overlapY(line.box) > 0.3 * line.size }
  }

  // MARK: Judging

  private enum Side {
    case above, below
  }

  /// Nil where the lines are no row of the grid.
  private func adding(_ band: [LineDraft], to stage: Stage, _ side: Side) -> Stage? {
    guard let box = Box(around: band.map(\.box)) else { return nil }
    let taller =
      switch side {
      case .above: stage.grid.withRow(above: box.y0 - Self.slack)
      case .below: stage.grid.withRow(below: box.y1 + Self.slack)
      }
    let before = stage.table
    let after = split(taller)
    guard before.columnCount >= 2, after.columnCount >= before.columnCount else { return nil }
    let row =
      switch side {
      case .above: 0
      case .below: after.rowCount - 1
      }
    let cells = after.cells.filter { $0.rows.contains(row) }
    let used = cells.filter { cell in band.contains { cell.box.containsMiddle(of: $0.box) } }
    let isInCells = band.allSatisfy { line in
      cells.contains { $0.box.overlapX(line.box) >= line.box.width - Self.slack }
    }
    guard used.count >= 2, used.count * 2 >= before.columnCount, isInCells else { return nil }
    // A row of figures, of which every other may be shaded, has one in each column; headers may leave some out.
    let result = Stage(grid: taller, table: after)
    if used.count >= max(3, before.columnCount - 1) { return result }
    let mayLeaveOut =
      switch side {
      case .above: band.allSatisfy(isHeader)
      case .below: !stage.grid.isFramed
      }
    return mayLeaveOut ? result : nil
  }
}

extension Grid {
  /// With one more row, of the same columns.
  fileprivate func withRow(above border: Float) -> Grid {
    let row = cells(from: border, to: rows[0], at: 0)
    let moved = cells.map {
      GridCell(rows: ($0.rows.lowerBound + 1)..<($0.rows.upperBound + 1), columns: $0.columns, box: $0.box)
    }
    return Grid(columns: columns, rows: [border] + rows, cells: row + moved, isFramed: isFramed)
  }

  fileprivate func withRow(below border: Float) -> Grid {
    let row = cells(from: rows[rowCount], to: border, at: rowCount)
    return Grid(columns: columns, rows: rows + [border], cells: cells + row, isFramed: isFramed)
  }

  private func cells(from top: Float, to bottom: Float, at row: Int) -> [GridCell] {
    (0..<columnCount).map { column in
      GridCell(
        rows: row..<(row + 1), columns: column..<(column + 1),
        box: Box(x0: columns[column], y0: top, x1: columns[column + 1], y1: bottom))
    }
  }
}
