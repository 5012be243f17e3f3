import ReportModel

@testable import Review

/// Words that a test knows to be on one line.
func line(_ text: String) -> OneLine {
  guard let line = OneLine(text) else { fatalError("no words") }
  return line
}

func moment(_ second: Int) -> Moment {
  let digits = second < 10 ? "0\(second)" : "\(second)"
  guard let moment = Moment("2026-03-01T08:00:\(digits)Z") else { fatalError("no moment") }
  return moment
}

/// A text of paragraphs and tables, one behind the other, each on a page.
struct TextSketch {
  enum Block {
    case paragraph([String])
    /// The first row is its header, the first column its labels.
    case table([[String]])
  }

  var blocks: [(page: Int, block: Block)]

  /// With the stretch of every sentence and cell, in order.
  func made() -> (report: ReportText, places: [[Range<Int>]]) {
    var report = ReportText()
    var places: [[Range<Int>]] = []
    for (number, (page, block)) in blocks.enumerated() {
      if number > 0 { report.text.append("\n") }
      let start = report.text.count
      var own: [Range<Int>] = []
      var table: TextTable?
      func put(_ text: String) -> Range<Int> {
        let first = report.text.count
        report.text.append(contentsOf: text.unicodeScalars)
        return first..<report.text.count
      }
      let box = Box(x0: 0, y0: 0, x1: 1, y1: 1)
      switch block {
      case .paragraph(let sentences): own = sentences.map(put)
      case .table(let rows):
        var cells: [TextTable.Cell] = []
        for (row, texts) in rows.enumerated() {
          if row > 0 { report.text.append("\n") }
          for (column, text) in texts.enumerated() {
            if column > 0 { report.text.append("\t") }
            let range = put(text)
            own.append(range)
            cells.append(
              TextTable.Cell(
                rows: row..<row + 1, columns: column..<column + 1, range: range, page: page, box: box))
          }
        }
        table = TextTable(
          rowCount: rows.count, columnCount: rows.first?.count ?? 0, headerRows: 1, headerColumns: 1, cells: cells)
      }
      let range = start..<report.text.count
      report.blocks.append(
        TextBlock(
          id: number, role: table == nil ? .paragraph : .table, range: range,
          parts: [TextBlock.Part(page: page, box: box, range: range)], table: table))
      places.append(own)
    }
    return (report, places)
  }
}

/// Words as a test decides on them.
func words(
  _ report: ReportText, _ ranges: [Range<Int>], printed: String = "", page: Int = 1, text: String = "reader 1"
) -> DecidedWords {
  let noted = ReportWords(report, text: text).words(
    at: ranges, printed: printed, page: page, reading: WordsReading(value: printed))
  guard let noted else { fatalError("there are no such words") }
  return noted
}
