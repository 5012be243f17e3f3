import Quantities
import ReportModel
import Testing

/// A cell, the unit printed elsewhere, and the quantity as one line; nil where the cell is no number.
struct CellCase: CustomTestStringConvertible, Sendable {
  var cell: String
  var hint: String?
  var found: String?

  init(_ cell: String, _ hint: String? = nil, _ found: String?) {
    self.cell = cell
    self.hint = hint
    self.found = found
  }

  var testDescription: String { "\(cell) in \(hint ?? "nothing")" }
}

@Suite("Cells")
struct CellTests {
  static let cases: [CellCase] = [
    CellCase("1,234", nil, "1,234: number 1234"),
    CellCase("1,234", "仟元", "1,234: money 1234 [仟元] = 1234000 TWD"),
    CellCase("1,234", "單位：新台幣仟元", "1,234: money 1234 [新台幣仟元] = 1234000 TWD"),
    CellCase("1,234", "(公噸CO2e)", "1,234: emissions 1234 [公噸CO2e] = 1234 tCO2e"),
    CellCase("0.35", "公噸CO2e/百萬元", "0.35: intensity 0.35 [公噸CO2e/百萬元] = 0.00000035 tCO2e/TWD"),
    CellCase("96.5", "%", "96.5: share 96.5 [%] = 96.5 %"),
    CellCase("96.5%", "仟元", "96.5%: share 96.5 [%] = 96.5 %"),
    CellCase("17,250,800", "電力(度)", "17,250,800: energy|volume|temperature 17250800 [度] = 17250800 kWh"),
    CellCase("5", "人數", "5: number 5"),
    CellCase("5億", "元", "5億: money 5 [億元] = 500000000 TWD"),
    CellCase("$1,234", "仟元", "$1,234: money 1234 [仟元] = 1234000 TWD"),
    CellCase("$1,234", "家", "$1,234: money 1234 [$]"),
    // Less than nothing.
    CellCase("(1,234)", "仟元", "1,234: money -1234 [仟元] = -1234000 TWD"),
    CellCase("（1,234）", nil, "1,234: number -1234"),
    CellCase("(5%)", nil, "5%: share -5 [%] = -5 %"),
    CellCase("(5)%", "%", "5: share -5 [%] = -5 %"),
    CellCase("-41.5", nil, "-41.5: number -41.5"),
    CellCase("+12.4%", nil, "12.4%: share 12.4 [%] = 12.4 %"),
    CellCase("＋3", "家", "3: count 3 [家] = 3 家"),
    CellCase("減少6%", nil, "6%: share 6 [%] = 6 %"),
    CellCase("達31", "件", "31: count 31 [件] = 31 件"),
    CellCase("△3.2", "%", "3.2: share -3.2 [%] = -3.2 %"),
    CellCase("▼3.2%", nil, "3.2%: share -3.2 [%] = -3.2 %"),
    CellCase("▲3.2%", nil, "3.2%: share 3.2 [%] = 3.2 %"),
    // Marks of notes.
    CellCase("1,234註1", nil, "1,234: number 1234"),
    CellCase("1,234(註1)", "家", "1,234: count 1234 [家] = 1234 家"),
    CellCase("1,234¹", nil, "1,234: number 1234"),
    CellCase("1,234²", nil, "1,234: number 1234"),
    CellCase("1,234⁹ ", nil, "1,234: number 1234"),
    CellCase("1,234*", nil, "1,234: number 1234"),
    CellCase("1,234［1］", nil, "1,234: number 1234"),
    CellCase("15m²", nil, "15m²: area 15 [m²] = 15 m2"),
    // Words around the number, ranges, years.
    CellCase(" 約 50 ", "家", "50: count 50 [家] = 50 家 <about>"),
    CellCase("5-10", "家", "5-10: count 5..10 [家] = 5..10 家"),
    CellCase("2020", nil, "2020: number|year 2020"),
    CellCase("109年度", "仟元", "109年度: year 109 [年度] = 2020 year"),
    CellCase("0", "件", "0: count 0 [件] = 0 件"),
    // No numbers.
    CellCase("", nil, nil), CellCase("-", "仟元", nil), CellCase("–", nil, nil), CellCase("—", nil, nil),
    CellCase("N/A", "仟元", nil), CellCase("無", nil, nil), CellCase("A4", nil, nil), CellCase("GRI 305-1", nil, nil),
    CellCase("305-1", "仟元", nil), CellCase("007", nil, nil), CellCase("4.1.2", nil, nil), CellCase("()", nil, nil),
    CellCase("1,234 567", nil, nil), CellCase("達成率 95%", nil, nil), CellCase("5 家與 3 件", nil, nil),
    CellCase("02-8729-9000", nil, nil),
  ]

  @Test("One number, its sign, its marks, and the unit of the header", arguments: cases)
  func cell(_ example: CellCase) {
    let scalars = Array(example.cell.unicodeScalars)
    let found = quantity(ofCell: 0..<scalars.count, in: scalars, unitHint: example.hint)
    #expect(found.map { describe($0, in: scalars) } == example.found)
  }

  @Test("Ranges count from the start of the text")
  func place() {
    let scalars = Array("合計\t1,234\t(56)".unicodeScalars)
    #expect(quantity(ofCell: 3..<8, in: scalars)?.range == 3..<8)
    #expect(quantity(ofCell: 9..<13, in: scalars)?.number == 10..<12)
  }
}
