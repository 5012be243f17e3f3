import ReportModel

/// A document as clean text: one block a line, a form feed after each page but the last, cells between tabs,
/// furniture left out.
package func plainText(of document: Document, pages: PageSelection) -> ByteBuffer {
  let report = document.report
  let parts = report.partsByPage()
  var out = ByteBuffer(capacity: report.text.count * 3)
  var isFirst = true
  for page in report.pages where pages.contains(page.number) {
    if !isFirst { out.append("\u{0C}") }
    isFirst = false
    for part in parts[page.number] ?? [] where !part.block.role.isFurniture {
      if part.block.role == .table, let table = part.block.table {
        out.appendRows(part.rows ?? 0..<table.rowCount, of: table, report: report)
      } else {
        out.append(scalars: report.trimmed(part.range))
        out.append("\n")
      }
    }
  }
  return out
}

extension ByteBuffer {
  mutating func append(scalars: ArraySlice<Unicode.Scalar>) {
    for scalar in scalars { append(scalar: scalar) }
  }

  fileprivate mutating func appendRows(_ rows: Range<Int>, of table: TextTable, report: ReportText) {
    let headers = TableHeaders(table)
    for row in rows.clamped(to: 0..<table.rowCount) {
      for column in 0..<table.columnCount {
        if column > 0 { append("\t") }
        guard let cell = headers.cell(row: row, column: column) else { continue }
        // A spanned cell is written once, where it starts: its text stands once on the page.
        guard cell.rows.lowerBound == row, cell.columns.lowerBound == column else { continue }
        for scalar in report.trimmed(cell.range) { append(scalar: scalar.properties.isWhitespace ? " " : scalar) }
      }
      append("\n")
    }
  }
}
