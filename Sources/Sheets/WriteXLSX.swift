/// Writes a workbook: bold header that stays in sight and filters, wrapped text, numbers as numbers.
///
/// Text is never taken for anything else, also after its cell is edited: it has the format "text". A number with more
/// digits than spreadsheets keep (15) is written as text. The same sheets always give the same bytes; the file is
/// replaced as a whole or not at all, and only after it was read back and holds what it should.
package func writeXLSX(_ sheets: [Sheet], to path: String) throws(SheetFailure) {
  try SheetNames.check(sheets.map(\.name))
  for sheet in sheets { try checkSize(of: sheet) }
  let partial = try PartialFile(for: path)
  let writer = try WorkbookWriter(path: partial.path)
  for sheet in sheets {
    do throws(SheetFailure) {
      try writer.add(sheet)
    } catch {
      throw error.inSheet(sheet.name)
    }
  }
  try writer.close()
  try readBack(sheets, from: partial.path)
  try partial.moveToTarget()
}

/// The library does not notice that the disk behind its temporary files is full.
private func readBack(_ written: [Sheet], from path: String) throws(SheetFailure) {
  let held = try? sheets(fromXLSX: path, limits: SheetLimits(bytes: .max, cells: .max))
  guard held == written.map(\.asWorkbookHoldsIt) else {
    throw SheetFailure(.notWritable, "the workbook was not written whole; is the disk full?")
  }
}

extension Sheet {
  /// Trimmed, and numbers of too many digits and links as text.
  fileprivate var asWorkbookHoldsIt: Sheet {
    let held = rows.map { row in
      row.map { cell in
        switch cell {
        case .number(let figure) where !figure.fitsSheet: Cell.text(figure.plain)
        case .link(let text, _): Cell.text(text)
        case .empty, .text, .number: cell
        }
      }
    }
    return Sheet(name: name, header: header, rows: held).trimmed
  }
}

private func checkSize(of sheet: Sheet) throws(SheetFailure) {
  guard sheet.rows.count < CellPlace.rows, sheet.columnCount <= CellPlace.columns else {
    throw SheetFailure(.tooLarge, "more rows or columns than a workbook holds", sheet: sheet.name)
  }
}
