import ReportModel

@testable import TextStructure

/// A report put together block by block, over several pages.
struct ReportSketch {
  private(set) var report = ReportText(pages: [ReportSketch.summary(1, .full)])
  private var open: [Int] = []

  private var page: Int { report.pages.last?.number ?? 1 }
  private static let nowhere = Box(x0: 10, y0: 10, x1: 90, y1: 20)

  private static func summary(_ number: Int, _ readability: Readability) -> PageSummary {
    PageSummary(number: number, label: nil, width: 100, height: 100, readability: readability)
  }

  mutating func nextPage(_ readability: Readability = .full) {
    report.pages.append(Self.summary(page + 1, readability))
  }

  mutating func heading(_ title: String, level: Int = 1) {
    while let last = open.last, report.sections[last].level >= level { open.removeLast() }
    let block = report.blocks.count
    report.sections.append(
      Section(title: title, level: level, parent: open.last, heading: block, page: page, blocks: block..<block + 1))
    open.append(report.sections.count - 1)
    add(.heading, title, level: level)
  }

  mutating func add(_ role: BlockRole, _ words: String, level: Int? = nil) { add(role, [words], level: level) }

  /// A block that runs over pages: one part for each.
  mutating func add(_ role: BlockRole, _ parts: [String], level: Int? = nil) {
    let start = report.text.count
    var placed: [TextBlock.Part] = []
    for (index, words) in parts.enumerated() {
      if index > 0 { nextPage() }
      placed.append(TextBlock.Part(page: page, box: Self.nowhere, range: append(words)))
    }
    close(start, role, level: level, parts: placed)
  }

  /// `←` and `↑` stand where the cell to the left, or above, goes on. `pages` are the first rows of further pages.
  mutating func table(
    _ rows: [[String]], role: BlockRole = .table, headerRows: Int = 1, headerColumns: Int = 1, pages: [Int] = []
  ) {
    let start = report.text.count
    var cells: [TextTable.Cell] = []
    for (row, texts) in rows.enumerated() {
      if pages.contains(row) { nextPage() }
      for (column, words) in texts.enumerated() {
        if words != "←", words != "↑" {
          let width = 1 + texts[(column + 1)...].prefix { $0 == "←" }.count
          let height = 1 + rows[(row + 1)...].prefix { $0[column] == "↑" }.count
          cells.append(
            TextTable.Cell(
              rows: row..<row + height, columns: column..<column + width, range: append(words), page: page,
              box: Self.nowhere))
        }
        report.text.append("\t")
      }
      report.text.append("\n")
    }
    let table = TextTable(
      rowCount: rows.count, columnCount: rows[0].count, headerRows: headerRows, headerColumns: headerColumns,
      cells: cells)
    let numbers = Set(cells.map(\.page)).sorted()
    let parts = numbers.map { number in
      let own = cells.filter { $0.page == number }
      return TextBlock.Part(
        page: number, box: Self.nowhere,
        range: (own.first?.range.lowerBound ?? start)..<(own.last?.range.upperBound ?? report.text.count))
    }
    close(start, role, level: nil, parts: parts, table: table)
  }

  private mutating func append(_ words: String) -> Range<Int> {
    let start = report.text.count
    report.text.append(contentsOf: words.unicodeScalars)
    return start..<report.text.count
  }

  private mutating func close(
    _ start: Int, _ role: BlockRole, level: Int?, parts: [TextBlock.Part], table: TextTable? = nil
  ) {
    let id = report.blocks.count
    report.blocks.append(
      TextBlock(
        id: id, role: role, level: level, range: start..<report.text.count, parts: parts, table: table,
        section: open.last))
    report.text.append("\n")
    for section in open { report.sections[section].blocks = report.sections[section].blocks.lowerBound..<id + 1 }
  }

  var text: ReportText {
    var finished = report
    markSentences(&finished)
    return finished
  }
}
