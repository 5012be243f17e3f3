import ReportModel

/// Rows of cells as aligned columns for a terminal; East Asian characters are two columns wide.
enum TextTableFormat {
  static func lines(_ rows: [[String]]) -> String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell.padded(to: widths[column] + 2)
      }
      return cells.joined() + "\n"
    }.joined()
  }
}
