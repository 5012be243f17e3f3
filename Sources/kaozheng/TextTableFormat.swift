import ReportModel

/// Rows of cells as aligned columns for a terminal; East Asian characters are two columns wide.
enum TextTableFormat {
  static func lines(_ rows: [[String]]) -> String {
    let widths = widths(rows)
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell.padded(to: widths[column] + 2)
      }
      return cells.joined() + "\n"
    }.joined()
  }

  /// The first column begins the line, the figures behind it are set to the right.
  static func figures(_ rows: [[String]]) -> [String] {
    let widths = widths(rows)
    return rows.map { row in
      row.enumerated().map { column, cell in
        let pad = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        return column == 0 ? cell + pad : "  " + pad + cell
      }.joined()
    }
  }

  private static func widths(_ rows: [[String]]) -> [Int] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    return widths
  }
}
