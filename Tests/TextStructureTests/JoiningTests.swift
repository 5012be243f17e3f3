import ReportModel
import Testing

@testable import TextStructure

/// Lines of one block in, the block's text out.
struct JoiningCase: CustomTestStringConvertible, Sendable {
  var lines: [String]
  var typed: String
  var testDescription: String { "\(lines) → \(typed)" }

  init(_ lines: [String], _ typed: String) {
    self.lines = lines
    self.typed = typed
  }
}

@Suite("Joining pieces and lines")
struct JoiningTests {
  static let cases: [JoiningCase] = [
    JoiningCase(["重¦視¦的¦利¦害"], "重視的利害"),
    JoiningCase(["2.1 高雄¦ESG 小組"], "2.1高雄ESG小組"),
    JoiningCase(["2.3¦ESG專案小組"], "2.3 ESG專案小組"),
    JoiningCase(["2022 年 1 月，RBA ）"], "2022年1月，RBA）"),
    JoiningCase(["目\u{3000}錄"], "目錄"),
    JoiningCase(["Below¦2 ℃, ( 1 ) 20 %"], "Below 2℃, (1) 20%"),
    JoiningCase(["Net\u{A0}Zero", "2050"], "Net Zero 2050"),
    JoiningCase(["2020¦2021", "2022"], "2020 2021 2022"),
    JoiningCase(["永續", "發展", "ESG"], "永續發展ESG"),
    JoiningCase(["Task Force on", "Climate"], "Task Force on Climate"),
    JoiningCase(["sustain-", "ability"], "sustainability"),
    JoiningCase(["low-", "carbon"], "low-carbon"),
    JoiningCase(["ISO-", "14064"], "ISO-14064"),
    JoiningCase(["2021-", "2022"], "2021-2022"),
    JoiningCase(["soft\u{AD}", "ware"], "software"),
    JoiningCase(["1,234,", "567元"], "1,234,567元"),
    JoiningCase(["12,", "34"], "12, 34"),
    JoiningCase(["自20", "23年起"], "自2023年起"),
    JoiningCase(["20", "23年起"], "20 23年起"),
    JoiningCase(["https://a.tw/", "b"], "https://a.tw/b"),
    JoiningCase(["甲 ", " 乙"], "甲乙"),
    JoiningCase(["UnCo¦&¦LCs"], "UnCo & LCs"),
  ]

  @Test(arguments: cases) func joins(_ example: JoiningCase) {
    var sketch = PageSketch()
    sketch.block(example.lines)
    #expect(compose([sketch]).whole == example.typed)
  }

  @Test(
    "Another word of the document decides about a hyphen",
    arguments: [
      ("well-known risk", "well-known"), ("wellknown risk", "wellknown"),
    ])
  func evidence(_ elsewhere: String, _ typed: String) {
    var sketch = PageSketch()
    sketch.block(["a well-", "known b"])
    sketch.block([elsewhere])
    #expect(compose([sketch]).whole.hasPrefix("a \(typed) b\n"))
  }

  @Test("A paragraph end inside a block is a newline")
  func paragraphEnd() {
    var sketch = PageSketch()
    sketch.block(["甲", "乙", "丙"], ends: [0])
    #expect(compose([sketch]).whole == "甲\n乙丙")
  }

  @Test("No paragraph starts with a comma or ends in an opening bracket")
  func runsOn() {
    var sketch = PageSketch()
    sketch.block(["《清單》", "，其中（", "甲）"], ends: [0, 1])
    #expect(compose([sketch]).whole == "《清單》，其中（甲）")
  }

  @Test("A mark stands close to the text of its line", arguments: ["●¦ESG", "■ 永續"])
  func marks(_ line: String) {
    var sketch = PageSketch()
    sketch.block([line])
    #expect(!compose([sketch]).whole.contains(" "))
  }

  @Test("A space glyph that stays is its own source; one that goes is padding")
  func spaceGlyphs() {
    var sketch = PageSketch()
    sketch.block(["a  b 甲"])
    let report = compose([sketch])
    #expect(report.whole == "a b甲")
    #expect(report.origins.origins[1] == Origin(first: 1, count: 1, change: .none))
    #expect(report.origins.dropped.map(\.reason) == [.padding, .padding])
  }

  @Test(
    "A contents entry keeps a space before its page number and loses its dots",
    arguments: [
      ("關於本報告書…………5", "關於本報告書 5"), ("前言 ........ 12", "前言 12"), ("1.2¦治理¦7", "1.2治理 7"),
      ("2.5", "2.5"),
      ("序言……iii", "序言 iii"), ("Matrix", "Matrix"),
    ])
  func contents(_ line: String, _ typed: String) {
    var sketch = PageSketch()
    sketch.block([line], .tocEntry)
    #expect(compose([sketch]).whole == typed)
  }
}
