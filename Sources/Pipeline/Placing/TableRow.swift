import ReportModel
import Sheets

/// One row of a table of the user's, cell by cell; what a cell should not say is a finding.
struct TableRow<Column: TableColumn> {
  private let sheet: Sheet
  private let columns: TableColumns<Column>
  private let row: Int
  private(set) var findings: [TableFinding] = []

  init(_ row: Int, of sheet: Sheet, columns: TableColumns<Column>) {
    self.sheet = sheet
    self.columns = columns
    self.row = row
  }

  /// As a spreadsheet counts.
  var number: Int { row + 2 }

  var isEmpty: Bool { Column.allCases.allSatisfy { text($0) == nil } }

  func text(_ column: Column) -> String? {
    guard let place = columns.places[column] else { return nil }
    let text = sheet.cell(row: row, column: place).text
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(text[first...last])
  }

  /// Nil for an empty cell, and for one that says nothing of the kind.
  mutating func value<Value>(_ column: Column, _ wanted: Phrase, _ read: (String) -> Value?) -> Value? {
    guard let text = text(column) else { return nil }
    if let value = read(text) { return value }
    add(column, Phrase("“\(text)” is not \(wanted.english)", "「\(text)」應為\(wanted.chinese)"))
    return nil
  }

  mutating func add(_ column: Column, _ message: Phrase) {
    findings.append(TableFinding(row: number, column: (columns.places[column] ?? 0) + 1, message: message))
  }
}
