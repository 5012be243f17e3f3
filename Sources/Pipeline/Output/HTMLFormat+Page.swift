import ReportModel

/// One page of the check page: the picture with its overlay on the left, the text on the right.
extension HTMLWriter {
  mutating func page(_ page: PageSummary, faults: [PageFault], parts: [PagePart], picture: [UInt8]?) {
    buffer.append("<section class=\"page\" id=\"page-")
    buffer.append(page.number)
    buffer.append("\"><h2>")
    buffer.append(page.number)
    if let label = page.label, label != String(page.number) {
      buffer.append(" <small>")
      text(label.unicodeScalars)
      buffer.append("</small>")
    }
    readability(page.readability, faults: faults)
    buffer.append("</h2>\n<div class=\"pair\"><figure>")
    drawing(page, parts: parts, picture: picture)
    buffer.append("</figure>\n<div class=\"text\">\n")
    for (order, part) in parts.enumerated() { self.part(part, order: order + 1, page: page.number) }
    buffer.append("</div></div></section>\n")
  }

  private mutating func readability(_ readability: Readability, faults: [PageFault]) {
    guard readability.grade != .full || !faults.isEmpty else { return }
    var json = JSONWriter()
    json.list { json in
      for reason in readability.reasons { json.reason(reason) }
      for fault in faults { json.fault(fault) }
    }
    buffer.append(" <span class=\"readable ")
    buffer.append(string: readability.grade.rawValue)
    buffer.append("\">")
    buffer.append(string: readability.grade.rawValue)
    buffer.append(" ")
    text(String(decoding: json.buffer.bytes, as: UTF8.self).unicodeScalars)
    buffer.append("</span>")
  }

  /// The picture lies inside the SVG, so that both share one system of coordinates: points of the page.
  private mutating func drawing(_ page: PageSummary, parts: [PagePart], picture: [UInt8]?) {
    buffer.append("<svg viewBox=\"0 0 ")
    buffer.append(points: page.width)
    buffer.append(" ")
    buffer.append(points: page.height)
    buffer.append("\">")
    if let picture {
      buffer.append("<image")
      size(width: page.width, height: page.height)
      buffer.append(" href=\"data:image/png;base64,")
      buffer.append(base64: picture)
      buffer.append("\"/>")
    } else {
      buffer.append("<rect class=\"blank\"")
      size(width: page.width, height: page.height)
      buffer.append("/>")
    }
    for (order, part) in parts.enumerated() { outline(part, order: order + 1, page: page.number) }
    buffer.append("</svg>")
  }

  private mutating func outline(_ part: PagePart, order: Int, page: Int) {
    buffer.append("<a href=\"#t")
    anchor(page: page, order: order)
    buffer.append("\"><g id=\"b")
    anchor(page: page, order: order)
    buffer.append("\" class=\"")
    buffer.append(string: part.block.role.rawValue)
    buffer.append("\">")
    for cell in part.block.table?.cells ?? [] where cell.page == page { rectangle(cell.box, kind: "cell") }
    for piece in part.pieces { rectangle(piece.box, kind: "block") }
    buffer.append("<text x=\"")
    buffer.append(points: part.pieces[0].box.x0 - 1)
    buffer.append("\" y=\"")
    buffer.append(points: part.pieces[0].box.y0 + 6)
    buffer.append("\">")
    buffer.append(order)
    buffer.append("</text></g></a>")
  }

  private mutating func rectangle(_ box: Box, kind: StaticString) {
    buffer.append("<rect class=\"")
    buffer.append(kind)
    buffer.append("\" x=\"")
    buffer.append(points: box.x0)
    buffer.append("\" y=\"")
    buffer.append(points: box.y0)
    buffer.append("\"")
    size(width: max(0, box.width), height: max(0, box.height))
    buffer.append("/>")
  }

  private mutating func size(width: Float, height: Float) {
    buffer.append(" width=\"")
    buffer.append(points: width)
    buffer.append("\" height=\"")
    buffer.append(points: height)
    buffer.append("\"")
  }

  private mutating func anchor(page: Int, order: Int) {
    buffer.append(page)
    buffer.append("-")
    buffer.append(order)
  }

  private mutating func part(_ part: PagePart, order: Int, page: Int) {
    buffer.append("<div class=\"part ")
    buffer.append(string: part.block.role.rawValue)
    buffer.append("\" id=\"t")
    anchor(page: page, order: order)
    buffer.append("\"><a href=\"#b")
    anchor(page: page, order: order)
    buffer.append("\" class=\"role\">")
    buffer.append(order)
    buffer.append(" ")
    buffer.append(string: part.block.role.rawValue)
    if let level = part.block.level {
      buffer.append(" ")
      buffer.append(level)
    }
    if part.isContinued { buffer.append(" ←") }
    if part.continues { buffer.append(" →") }
    buffer.append("</a>")
    if let table = part.block.table {
      self.table(table, rows: part.rows ?? 0..<table.rowCount)
    } else {
      buffer.append("<p>")
      text(report.trimmed(part.range))
      buffer.append("</p>")
    }
    buffer.append("</div>\n")
  }

  private mutating func table(_ table: TextTable, rows: Range<Int>) {
    let headers = TableHeaders(table)
    buffer.append("<table>")
    for row in rows.clamped(to: 0..<table.rowCount) {
      buffer.append("<tr>")
      for column in 0..<table.columnCount { cell(row: row, column: column, headers: headers, table: table, rows: rows) }
      buffer.append("</tr>")
    }
    buffer.append("</table>")
  }

  private mutating func cell(row: Int, column: Int, headers: TableHeaders, table: TextTable, rows: Range<Int>) {
    let isHeader = row < table.headerRows || column < table.headerColumns
    guard let cell = headers.cell(row: row, column: column) else {
      buffer.append("<td></td>")
      return
    }
    let shown = cell.rows.clamped(to: rows)
    guard shown.lowerBound == row, cell.columns.lowerBound == column else { return }
    buffer.append(isHeader ? "<th rowspan=\"" : "<td rowspan=\"")
    buffer.append(shown.count)
    buffer.append("\" colspan=\"")
    buffer.append(cell.columns.count)
    buffer.append("\">")
    text(report.trimmed(cell.range))
    buffer.append(isHeader ? "</th>" : "</td>")
  }
}
