import ReportModel

/// A table as a spreadsheet shows it: a header over rows of cells.
///
/// Rows may be of any length. What is read from a file has no empty cells at the end of a row and no empty rows at the
/// end (`trimmed`); an empty row between others stays, so that `rows[i]` is row `i + 2` of the spreadsheet.
package struct Sheet: Sendable, Equatable {
  package var name: String
  package var header: [String]
  package var rows: [[Cell]]
  /// In characters, by column; a column without one gets a width that fits. For writing only, never read.
  package var widths: [Int: Int]

  package init(name: String, header: [String], rows: [[Cell]], widths: [Int: Int] = [:]) {
    self.name = name
    self.header = header
    self.rows = rows
    self.widths = widths
  }

  /// The first row becomes the header, its numbers as they are printed.
  init(name: String, table: [[Cell]]) {
    self.init(name: name, header: table.first?.map(\.text) ?? [], rows: Array(table.dropFirst()))
    self = trimmed
  }

  package var columnCount: Int { max(header.count, rows.lazy.map(\.count).max() ?? 0) }

  /// Empty where the row is shorter.
  package func cell(row: Int, column: Int) -> Cell {
    rows[row].indices.contains(column) ? rows[row][column] : .empty
  }

  /// The same table without empty cells and rows at its ends; text without a character is an empty cell.
  package var trimmed: Sheet {
    var result = self
    result.header = Array(header.droppingLast { $0.isEmpty })
    result.rows = rows.map { row in
      row.map { $0 == .text("") ? .empty : $0 }.droppingLast { $0 == .empty }
    }
    result.rows = result.rows.droppingLast { $0.isEmpty }
    return result
  }
}

/// What stands in one place of a table.
package enum Cell: Sendable, Hashable {
  case empty
  case text(String)
  case number(Figure)
  /// Text that leads somewhere, where a workbook shows it; read back, it is text.
  case link(String, to: String)

  var isText: Bool {
    switch self {
    case .text, .link: true
    case .empty, .number: false
    }
  }

  /// As a person reads it.
  package var text: String {
    switch self {
    case .empty: ""
    case .text(let text), .link(let text, _): text
    case .number(let figure): figure.plain
    }
  }
}

extension Array {
  func droppingLast(while isDropped: (Element) -> Bool) -> [Element] {
    var end = count
    while end > 0, isDropped(self[end - 1]) { end -= 1 }
    return Array(prefix(end))
  }
}
