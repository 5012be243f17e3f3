import ReportModel
import Testing

@testable import TextStructure

@Suite("Blocks over columns and pages")
struct ChainTests {
  @Test("A paragraph goes on behind furniture and a figure, as one value in two parts")
  func paragraph() {
    var first = PageSketch()
    first.block(["本報告依循"])
    first.block(["圖1"], .caption)
    first.block(["12"], .pageNumber)
    var second = PageSketch(number: 2)
    second.block(["永續報告"], .runningHeader)
    second.block(["準則編製。"], continues: true)
    let report = compose([first, second])
    #expect(report.blocks.map { report.string($0.range) } == ["本報告依循準則編製。", "圖1", "12", "永續報告"])
    #expect(report.blocks[0].parts.map { report.string($0.range) } == ["本報告依循", "準則編製。"])
    #expect(report.blocks[0].parts.map(\.page) == [1, 2])
  }

  @Test("Latin parts get their space, and it belongs to neither")
  func latin() {
    var sketch = PageSketch()
    sketch.block(["Task Force"], ends: [0])
    sketch.block(["on Climate"], continues: true)
    let report = compose([sketch])
    #expect(report.whole == "Task Force on Climate")
    #expect(report.blocks[0].parts.map { report.string($0.range) } == ["Task Force", "on Climate"])
  }

  @Test("Nothing goes on over a heading")
  func heading() {
    var sketch = PageSketch()
    sketch.block(["甲"])
    sketch.block(["標題"], .heading, level: 1)
    sketch.block(["乙"], continues: true)
    #expect(compose([sketch]).blocks.count == 3)
  }

  @Test("A continued table is one grid; its repeated header stands on its part but is marked")
  func table() {
    var first = PageSketch()
    first.table([["項目", "2022"], ["電力", "1"]])
    var second = PageSketch(number: 2)
    second.table([["項目", "2022"], ["用\n水", "2"]], continues: true)
    let report = compose([first, second])
    let table = report.blocks[0].table
    #expect(report.whole == "項目\t2022\n電力\t1\n項目\t2022\n用水\t2")
    #expect(table?.rowCount == 4)
    #expect(table?.repeatedHeaders == [2])
    #expect(report.blocks[0].parts.map(\.rows) == [0..<2, 2..<4])
    #expect(report.blocks[0].parts.map { report.string($0.range) }.last == "項目\t2022\n用水\t2")
    #expect(table?.cells.last.map { report.string($0.range) } == "2")
    #expect(table?.cells.last?.rows == 3..<4)
  }

  @Test("A table of other width is another table")
  func otherTable() {
    var sketch = PageSketch()
    sketch.table([["甲", "乙"]])
    sketch.table([["甲", "乙", "丙"]], continues: true)
    #expect(compose([sketch]).blocks.count == 2)
  }
}

@Suite("Sentences cut by a column or a page")
struct CutSentenceTests {
  private func joined(_ first: [String], _ second: [String], between: BlockRole? = .caption) -> Bool {
    var sketch = PageSketch()
    sketch.block(first)
    if let between { sketch.block(["圖1"], between) }
    var next = PageSketch(number: 2)
    next.block(second)
    return compose([sketch, next]).blocks.count == (between == nil ? 1 : 2)
  }

  static let full = ["本公司，選擇在地供應商落實", "照應鄰近社區之責任，並且也"]

  @Test("A full line without a mark goes on behind a caption")
  func cut() { #expect(joined(Self.full, ["減少遠程運輸，如下。"])) }

  @Test(
    "A mark, a short line, a number or a heading ends it",
    arguments: [
      (["本公司選擇在地供應商以落實", "照應鄰近社區之責任與義務。"], ["減少遠程運輸，如下。"], BlockRole.caption),
      (["本公司選擇在地供應商以落實", "照應鄰近社區之責任"], ["減少遠程運輸，如下。"], .caption),
      (full, ["一、減少遠程運輸，如下。"], .caption), (full, ["減少遠程運輸，如下。"], .heading),
      (full, ["減少遠程運輸"], .caption),
    ])
  func whole(_ first: [String], _ second: [String], _ between: BlockRole) {
    #expect(!joined(first, second, between: between))
  }
}
