import ReportModel
import Support

@testable import Sheets

/// Tables made of what breaks readers and writers.
struct RandomSheets {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(state: seed) }

  static let nasty: [String] = [
    "", "a", "治理", "𠮷野家", "👩‍👩‍👧", "e\u{301}", "line\nline", "line\r\nline", "\r", "\tx", "a\tb", "\"", "\"\"", ",", ";",
    "a;b",
    "001", "007.50", "1.50", "1e5", "12", "-3", "+886-2-1234", "=1+1", "@SUM(A1)", "-", "2-7", "2024/5/1", "5月1日",
    "TRUE",
    "12%", "１２", "＝1+1", "'", "''", "'=1", "'12", "'tis", "  both ends  ", " ", "\u{3000}全形", "\u{85}", "\u{2028}",
    "\u{FEFF}x",
    "_x000D_", "_x005F_", "_x000D_x000A_", "_xD83D_", "\u{0}", "\u{1}\u{1F}", "\u{7F}", "\u{FFFE}\u{FFFF}",
    "<r><t>x</t></r>",
    "&amp;<b>", "]]>", "http://example.org/", "mailto:a@b.tw", "internal:A1", "{=A1}", "#N/A", "GRI 305-1",
    String(repeating: "長", count: 300), String(repeating: "=", count: 300), String(repeating: "9", count: 60),
    String(repeating: "a\"\n", count: 10_000),
  ]

  mutating func sheet(name: String = "Items") -> Sheet {
    let columns = Int.random(in: 0...7, using: &random)
    let header = (0..<columns).map { _ in text() }
    let rows = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      (0..<Int.random(in: 0...columns, using: &random)).map { _ in cell() }
    }
    return Sheet(name: name, header: header, rows: rows).trimmed
  }

  private mutating func cell() -> Cell {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .empty
    case 1, 2: .number(figure())
    default: .text(text())
    }
  }

  private mutating func text() -> String {
    let one = Self.nasty.randomElement(using: &random) ?? ""
    return Bool.random(using: &random) ? one : one + (Self.nasty.randomElement(using: &random) ?? "").prefix(100)
  }

  /// Of up to 15 digits, of any size.
  mutating func figure() -> Figure {
    let limit = Int64.random(in: 1...999_999_999_999_999, using: &random) >> Int64.random(in: 0...49, using: &random)
    let exponent = Int.random(in: -18...6, using: &random)
    return Figure(digits: Int64.random(in: -limit...limit, using: &random), exponent: exponent)
  }
}
