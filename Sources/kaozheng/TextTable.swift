/// Rows of cells as lines of a terminal: the first column begins the line, the others are set to the right.
struct TextTable {
  private var rows: [[String]] = []

  init(_ head: [String]) { rows.append(head) }

  mutating func add(_ row: [String]) { rows.append(row) }

  var lines: [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? Self.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let pad = String(repeating: " ", count: widths[column] - Self.width(of: cell))
        return column == 0 ? cell + pad : "  " + pad + cell
      }.joined()
    }
  }

  /// In columns of a terminal, where an ideograph takes two.
  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
