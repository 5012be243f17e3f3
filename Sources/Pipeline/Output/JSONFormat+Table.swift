import ReportModel

/// The rows and cells of the part of a table that stands on one page; both lists are empty for other blocks.
extension JSONWriter {
  mutating func table(_ part: PagePart, of report: ReportText) {
    guard let table = part.block.table, let rows = part.rows?.clamped(to: 0..<table.rowCount) else {
      key("rows")
      list { _ in }
      key("cells")
      list { _ in }
      return
    }
    let headers = TableHeaders(table)
    key("rows")
    list { json in
      for row in rows { json.row(row, of: table, headers: headers, report: report) }
    }
    key("cells")
    list { json in
      for cell in table.cells where cell.rows.overlaps(rows) {
        json.cell(cell, rows: rows, headers: headers, report: report)
      }
    }
    optionalCount("headerRows", table.headerRows - rows.lowerBound)
    optionalCount("headerColumns", table.headerColumns)
  }

  /// A spanned cell repeats its text in every place that it covers.
  private mutating func row(_ row: Int, of table: TextTable, headers: TableHeaders, report: ReportText) {
    list { json in
      for column in 0..<table.columnCount {
        json.value(headers.cell(row: row, column: column).map { report.trimmed($0.range) } ?? [])
      }
    }
  }

  /// `row` counts from the first row of this part.
  private mutating func cell(_ cell: TextTable.Cell, rows: Range<Int>, headers: TableHeaders, report: ReportText) {
    let shown = cell.rows.clamped(to: rows)
    object { json in
      json.key("row")
      json.value(shown.lowerBound - rows.lowerBound)
      json.key("column")
      json.value(cell.columns.lowerBound)
      json.key("rowspan")
      json.value(shown.count)
      json.key("colspan")
      json.value(cell.columns.count)
      json.key("text")
      json.value(report.trimmed(cell.range))
      json.key("rowHeaders")
      json.texts(headers.rowHeaders(of: cell), of: report)
      json.key("columnHeaders")
      json.texts(headers.columnHeaders(of: cell), of: report)
      json.key("box")
      json.value(cell.box)
    }
  }

  private mutating func texts(_ cells: [TextTable.Cell], of report: ReportText) {
    list { json in
      for cell in cells { json.value(report.trimmed(cell.range)) }
    }
  }

  private mutating func optionalCount(_ name: StaticString, _ count: Int) {
    key(name)
    value(max(0, count))
  }
}
