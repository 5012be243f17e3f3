import Pipeline
import ReportModel

/// A small report put together by hand.
struct SampleReport {
  var report = ReportText()

  init(pages: Int = 1) {
    report.pages = (1...pages).map {
      PageSummary(number: $0, label: nil, width: 595, height: 842, readability: .full)
    }
  }

  /// Adds text on one page.
  mutating func add(_ role: BlockRole, _ text: String, level: Int? = nil, page: Int = 1) {
    addParts(role, [(page, text)], level: level)
  }

  /// Adds a block that runs over several pages or columns.
  mutating func addParts(_ role: BlockRole, _ parts: [(page: Int, text: String)], level: Int? = nil) {
    let start = report.text.count
    let placed = parts.map { page, text in
      TextBlock.Part(page: page, box: Box(x0: 10, y0: 20, x1: 110, y1: 40), range: append(text))
    }
    report.blocks.append(
      TextBlock(id: report.blocks.count, role: role, level: level, range: start..<report.text.count, parts: placed))
    report.text.append("\n")
  }

  /// Adds a table of single cells; `spans` puts wider or higher ones in the place of those they cover.
  mutating func addTable(
    _ rows: [[String]], headerRows: Int = 1, headerColumns: Int = 1, pages: [Int: Range<Int>] = [:]
  ) {
    let start = report.text.count
    var cells: [TextTable.Cell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() where text != "←" && text != "↑" {
        let width = 1 + texts[(column + 1)...].prefix { $0 == "←" }.count
        let height = 1 + rows[(row + 1)...].prefix { $0[column] == "↑" }.count
        cells.append(
          TextTable.Cell(
            rows: row..<row + height, columns: column..<column + width, range: append(text), page: 1,
            box: Box(x0: 0, y0: 0, x1: 1, y1: 1)))
      }
    }
    let range = start..<report.text.count
    let places = pages.isEmpty ? [1: 0..<rows.count] : pages
    let parts = places.sorted { $0.key < $1.key }.map { page, rows in
      TextBlock.Part(page: page, box: Box(x0: 0, y0: 0, x1: 5, y1: 5), range: range, rows: rows)
    }
    let table = TextTable(
      rowCount: rows.count, columnCount: rows[0].count, headerRows: headerRows, headerColumns: headerColumns,
      cells: cells)
    report.blocks.append(
      TextBlock(id: report.blocks.count, role: .table, range: range, parts: parts, table: table))
  }

  var document: Document {
    Document(input: "a.pdf", facts: DocumentFacts(pageCount: report.pages.count), report: report)
  }

  private mutating func append(_ text: String) -> Range<Int> {
    let start = report.text.count
    report.text += text.unicodeScalars
    return start..<report.text.count
  }
}

func string(_ buffer: ByteBuffer) -> String { String(decoding: buffer.bytes, as: UTF8.self) }
