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
      width = scalar == "\n" ? 0 : width + (isWide(scalar) ? 2 : 1)
      widest = max(widest, width)
      if widest >= Self.widest { return widest }
    }
    return widest
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
