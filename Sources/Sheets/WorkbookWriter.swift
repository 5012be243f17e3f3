import CSheets
import ReportModel

/// A workbook that is being written; the one owner of its handle.
final class WorkbookWriter {
  private var handle: OpaquePointer?

  /// Excel counts UTF-16 code units.
  private static let longestText = 32_767
  /// Longer text loses the text format: older versions of Excel show ##### for it.
  private static let longestFormatted = 255

  init(path: String) throws(SheetFailure) {
    guard let handle = kz_workbook_new(path) else { throw SheetFailure(.notWritable, "no memory for the workbook") }
    self.handle = handle
  }

  deinit { if let handle { kz_workbook_abandon(handle) } }

  func add(_ sheet: Sheet) throws(SheetFailure) {
    guard let handle, kz_workbook_add_sheet(handle, EscapedText.escaped(sheet.name)) else {
      throw SheetFailure(.badName, "the sheet cannot be added")
    }
    let columns = sheet.columnCount
    for column in 0..<columns { setColumn(column, of: sheet, handle) }
    for (column, text) in sheet.header.enumerated() {
      try put(.text(text), CellPlace(row: 0, column: column), handle)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() { try put(cell, CellPlace(row: row + 1, column: column), handle) }
    }
    if !sheet.header.isEmpty { _ = kz_workbook_set_header(handle, UInt16(columns), UInt32(sheet.rows.count)) }
  }

  func close() throws(SheetFailure) {
    guard let handle else { return }
    self.handle = nil
    guard kz_workbook_close(handle) else { throw SheetFailure(.notWritable, "the workbook cannot be written") }
  }

  private func setColumn(_ column: Int, of sheet: Sheet, _ handle: OpaquePointer) {
    let cells = sheet.rows.lazy.filter { $0.indices.contains(column) }.map { $0[column] }
    var isText = false
    for cell in cells where cell != .empty {
      isText = cell.isText
      if !isText { break }
    }
    let width = ColumnWidths.width(ofColumn: column, in: sheet)
    _ = kz_workbook_set_column(handle, UInt16(column), Double(width), isText)
  }

  private func put(_ cell: Cell, _ place: CellPlace, _ handle: OpaquePointer) throws(SheetFailure) {
    switch cell {
    case .empty: break
    case .number(let figure):
      guard figure.fitsSheet, let number = Double("\(figure.digits)e\(figure.exponent)") else {
        return try put(.text(figure.plain), place, handle)
      }
      guard kz_workbook_put_number(handle, UInt32(place.row), UInt16(place.column), number) else {
        throw failure(.notWritable, "the number cannot be written", place)
      }
    case .text(let text): try put(text, place, handle)
    case .link(let text, let address): try put(text, to: address, place, handle)
    }
  }

  /// As a formula: of true links a sheet holds 65,530. Text in a formula has 255 characters at most; a longer address
  /// leads nowhere, and the text stays.
  private func put(
    _ text: String, to address: String, _ place: CellPlace, _ handle: OpaquePointer
  ) throws(SheetFailure) {
    guard [text, address].allSatisfy({ $0.utf16.count <= Self.longestFormatted }) else {
      return try put(text, place, handle)
    }
    let quoted = [address, text].map { "\"" + EscapedText.escaped($0).replacing("\"", with: "\"\"") + "\"" }
    let formula = "=HYPERLINK(\(quoted[0]),\(quoted[1]))"
    guard kz_workbook_put_link(handle, UInt32(place.row), UInt16(place.column), formula, EscapedText.escaped(text))
    else { throw failure(.notWritable, "the link cannot be written", place) }
  }

  private func put(_ text: String, _ place: CellPlace, _ handle: OpaquePointer) throws(SheetFailure) {
    let length = text.utf16.count
    guard length <= Self.longestText else {
      throw failure(.tooLong, "the text has \(length) characters; a cell holds \(Self.longestText)", place)
    }
    let isLong = length > Self.longestFormatted && !TextGuard.isAtRisk(text)
    let look = place.row == 0 ? KzLookHeader : isLong ? KzLookLongText : KzLookText
    let escaped = EscapedText.escaped(text)
    guard kz_workbook_put_text(handle, UInt32(place.row), UInt16(place.column), escaped, look) else {
      throw failure(.tooLong, "the text cannot be written", place)
    }
  }

  private func failure(_ code: SheetFailure.Code, _ message: String, _ place: CellPlace) -> SheetFailure {
    SheetFailure(code, message, row: place.row + 1, column: place.column + 1)
  }
}
