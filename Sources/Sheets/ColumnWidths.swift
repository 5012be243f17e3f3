import ReportModel

/// How wide a column must be for its text, in characters of the sheet's font.
enum ColumnWidths {
  /// Wider text is wrapped.
  private static let widest = 60
  private static let narrowest = 8
  /// For the margins and the button of the filter.
  private static let margin = 3
  /// Rows that are measured: the rest of a long table is no wider.
  private static let measured = 2000

  static func width(ofColumn column: Int, in sheet: Sheet) -> Int {
    if let width = sheet.widths[column] { return min(max(width, 1), 255) }
    let header = sheet.header.indices.contains(column) ? lineWidth(sheet.header[column]) : 0
    let cells = sheet.rows.prefix(measured).lazy.filter { $0.indices.contains(column) }.map {
      lineWidth($0[column].text)
    }
    return min(max(header, cells.max() ?? 0, narrowest), widest) + margin
  }

  /// The widest line's width; East Asian characters and emoji count two.
  static func lineWidth(_ text: String) -> Int {
    var widest = 0
    var width = 0
    for scalar in text.unicodeScalars {
      width = scalar == "\n" ? 0 : width + DisplayWidth.of(scalar)
      widest = max(widest, width)
      if widest >= Self.widest { return widest }
    }
    return widest
  }
}
