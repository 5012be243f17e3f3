import ReportModel

/// A small report put together from its words, as examples of rules are: headings above one another, paragraphs,
/// and a table whose first row heads its columns. Nothing leads back to a page.
package func sketchText(headings: [String], paragraphs: [String], rows: [[String]]) -> ReportText {
  var sketch = TextSketch()
  for (depth, heading) in headings.enumerated() { sketch.addHeading(heading, depth: depth) }
  for paragraph in paragraphs where !paragraph.isEmpty { sketch.add(paragraph, role: .paragraph, level: nil) }
  if !rows.isEmpty { sketch.addTable(rows) }
  return sketch.finished()
}

private struct TextSketch {
  private var report = ReportText(
    pages: [PageSummary(number: 1, label: nil, width: 0, height: 0, readability: .full)])

  private static let nowhere = Box(x0: 0, y0: 0, x1: 0, y1: 0)

  mutating func addHeading(_ title: String, depth: Int) {
    add(title, role: .heading, level: depth + 1)
    let block = report.blocks.count - 1
    report.sections.append(
      Section(
        title: title, level: depth + 1, parent: depth > 0 ? depth - 1 : nil, heading: block, page: 1,
        blocks: block..<block + 1))
    report.blocks[block].section = depth
  }

  mutating func add(_ words: String, role: BlockRole, level: Int?) {
    let start = report.text.count
    report.text.append(contentsOf: words.unicodeScalars)
    close(start..<report.text.count, role: role, level: level, table: nil)
  }

  mutating func addTable(_ rows: [[String]]) {
    let start = report.text.count
    var cells: [TextTable.Cell] = []
    for (row, texts) in rows.enumerated() {
      for (column, words) in texts.enumerated() {
        let first = report.text.count
        report.text.append(contentsOf: words.unicodeScalars)
        cells.append(
          TextTable.Cell(
            rows: row..<row + 1, columns: column..<column + 1, range: first..<report.text.count, page: 1,
            box: Self.nowhere))
        report.text.append("\t")
      }
      report.text.append("\n")
    }
    let width = rows.map(\.count).max() ?? 0
    let table = TextTable(
      rowCount: rows.count, columnCount: width, headerRows: rows.count > 1 ? 1 : 0, headerColumns: 0, cells: cells)
    close(start..<report.text.count, role: .table, level: nil, table: table)
  }

  private mutating func close(_ range: Range<Int>, role: BlockRole, level: Int?, table: TextTable?) {
    let id = report.blocks.count
    report.blocks.append(
      TextBlock(
        id: id, role: role, level: level, range: range,
        parts: [TextBlock.Part(page: 1, box: Self.nowhere, range: range)], table: table,
        section: report.sections.isEmpty ? nil : report.sections.count - 1))
    report.text.append("\n")
  }

  func finished() -> ReportText {
    var report = report
    for index in report.sections.indices {
      report.sections[index].blocks = report.sections[index].blocks.lowerBound..<report.blocks.count
    }
    markSentences(&report)
    return report
  }
}
