import Foundation

/// The text of blocks in the form in which truth and reader are compared.
enum BlockText {
  private static let bullets: Set<Character> = ["●", "■", "◆", "◼", "▪", "•", "·", "–", "‧", "✓", "-"]
  private static let lowered: [Character: Character] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9",
  ]

  static func plain(_ text: String) -> String {
    String(text.map { lowered[$0] ?? $0 }).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  static func squeezed(_ text: String) -> String { String(plain(text).filter { !$0.isWhitespace }) }

  /// A table as its cells by tabs and its rows by newlines, a list item without its bullet.
  static func of(_ block: PageBlock) -> String {
    if block.role == "table", let rows = block.rows, !rows.isEmpty { return table(rows) }
    let text = plain(block.text ?? "")
    guard block.role == "list-item", let first = text.first, bullets.contains(first) || isPrivate(first) else {
      return text
    }
    return plain(String(text.dropFirst()))
  }

  private static func isPrivate(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0xE000...0xF8FF).contains($0.value) }
  }

  /// Each cell once: a spanned cell repeats in `rows` to the right and downwards.
  private static func table(_ rows: [[String]]) -> String {
    var lines: [String] = []
    for (index, row) in rows.enumerated() {
      let above = index > 0 ? rows[index - 1] : []
      var cells: [String] = []
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        let repeats = column > 0 && row[column - 1] == cell || column < above.count && above[column] == cell
        if !repeats { cells.append(plain(cell)) }
      }
      if !cells.isEmpty { lines.append(cells.joined(separator: "\t")) }
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  var values: [UInt32] { unicodeScalars.map(\.value) }
}
