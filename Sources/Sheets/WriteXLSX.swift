/// Writes a workbook: bold header that stays in sight and filters, wrapped text, numbers as numbers.
///
/// Text is never taken for anything else, also after its cell is edited: it has the format "text". A number with more
/// digits than spreadsheets keep (15) is written as text. The same sheets always give the same bytes; the file is
/// replaced as a whole or not at all.
package func writeXLSX(_ sheets: [Sheet], to path: String) throws(SheetFailure) {
  try SheetNames.check(sheets.map(\.name))
  for sheet in sheets { try checkSize(of: sheet) }
  let partial = try PartialFile(for: path)
  let writer = try WorkbookWriter(path: partial.path)
  for sheet in sheets {
    do throws(SheetFailure) {
      try writer.add(sheet)
    } catch {
      var failure = error
      failure.sheet = sheet.name
      throw failure
    }
  }
  try writer.close()
  try partial.moveToTarget()
}

private func checkSize(of sheet: Sheet) throws(SheetFailure) {
  guard sheet.rows.count < CellPlace.rows, sheet.columnCount <= CellPlace.columns else {
    throw SheetFailure(.tooLarge, "more rows or columns than a workbook holds", sheet: sheet.name)
  }
}
