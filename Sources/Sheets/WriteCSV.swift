import ReportModel

/// A table as csv: RFC 4180 with CRLF, in UTF-8 with a byte order mark, without which Excel takes Chinese for Big5.
///
/// Text that a spreadsheet would take for a formula, a number or a day stays text (`TextGuard`). `sheet(fromCSV:name:)`
/// reads back the same table, trimmed.
package func csv(of sheet: Sheet) -> [UInt8] {
  var writer = CSVWriter(columns: sheet.columnCount)
  writer.add(sheet.header.map(Cell.text), isHeader: true)
  for row in sheet.rows { writer.add(row) }
  return writer.bytes
}

/// Puts records behind one another.
private struct CSVWriter {
  let columns: Int
  private(set) var bytes = CSVSigns.byteOrderMark

  init(columns: Int) { self.columns = columns }

  /// Every record has all columns, as the standard asks.
  mutating func add(_ cells: [Cell], isHeader: Bool = false) {
    for column in 0..<columns {
      if column > 0 { bytes.append(CSVSigns.comma) }
      if cells.indices.contains(column) { add(field(of: cells[column], isHeader: isHeader)) }
    }
    if columns > 0 { bytes += [CSVSigns.carriageReturn, CSVSigns.lineFeed] }
  }

  /// A header is text whatever it looks like: one that reads back the same as a number needs no guard.
  private func field(of cell: Cell, isHeader: Bool) -> String {
    if case .link(_, let address) = cell { return TextGuard.guarded(address) }
    guard case .text(let text) = cell else { return cell.text }
    return isHeader && Figure(plain: text) != nil ? text : TextGuard.guarded(text)
  }

  private mutating func add(_ field: String) {
    let field = Array(field.utf8)
    guard Self.needsQuotes(field) else {
      bytes += field
      return
    }
    bytes.append(CSVSigns.quote)
    for byte in field {
      if byte == CSVSigns.quote { bytes.append(CSVSigns.quote) }
      bytes.append(byte)
    }
    bytes.append(CSVSigns.quote)
  }

  /// Other delimiters are quoted too, so that no reader takes them for one; so are spaces at the ends, which some drop.
  private static func needsQuotes(_ field: [UInt8]) -> Bool {
    let space = UInt8(ascii: " ")
    return field.first == space || field.last == space || field.contains(where: CSVSigns.quoted.contains)
  }
}

/// The bytes that csv is made of.
enum CSVSigns {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let carriageReturn = UInt8(ascii: "\r")
  static let lineFeed = UInt8(ascii: "\n")
  static let delimiters: [UInt8] = [comma, UInt8(ascii: ";"), UInt8(ascii: "\t")]
  static let quoted = Set(delimiters + [quote, carriageReturn, lineFeed])
}
