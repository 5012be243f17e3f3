import ReportModel
import Testing

@testable import TextStructure

@Suite("Titles told by the whole document")
struct TitleFinderTests {
  private func document(_ build: (inout PageSketch) -> Void) -> [PageSketch] {
    var contents = PageSketch()
    for line in ["1治理……1", "2策略……1", "3風險……2", "附則……2", "圖1流程……2"] { contents.block([line], .tocEntry) }
    var second = PageSketch(number: 2)
    for title in ["1治理", "2策略"] { second.block([title], .heading, level: 1) }
    var third = PageSketch(number: 3)
    build(&third)
    return [contents, second, third]
  }

  private func roles(_ sketches: [PageSketch]) -> [String] {
    let report = compose(sketches)
    return report.blocks.filter { $0.parts[0].page == 3 }.map { "\($0.role.rawValue): \(report.string($0.range))" }
  }

  @Test("A paragraph that the contents page lists is a heading")
  func whole() {
    #expect(roles(document { $0.block(["3 風險"]) }) == ["heading: 3風險"])
  }

  @Test("A title at the start of a paragraph is cut off")
  func start() {
    let found = roles(document { $0.block(["3 風險", "本行依循", "準則。"]) })
    #expect(found == ["heading: 3風險", "paragraph: 本行依循準則。"])
  }

  @Test("A title alone in its row parts a table in two")
  func row() {
    let found = roles(document { $0.table([["甲", "1"], ["3風險", ""], ["項目", "年"], ["乙", "2"]]) })
    #expect(found == ["table: 甲\t1", "heading: 3風險", "table: 項目\t年\n乙\t2"])
  }

  @Test("Not on the contents page itself, not a figure's title, not the same words elsewhere")
  func near() {
    #expect(roles(document { $0.block(["圖1流程"]) }) == ["paragraph: 圖1流程"])
    var sketches = document { $0.block(["本文"]) }
    sketches[1].block(["附則"])
    #expect(compose(sketches).blocks.filter { $0.role == .heading }.count == 2)
  }

  @Test("On a contents page, what another page heads is an entry")
  func entries() {
    var contents = PageSketch()
    contents.block(["目錄"], .heading, level: 1)
    contents.block(["潔淨生產"], .heading, level: 2)
    contents.block(["開卷的話"], .heading, level: 2)
    var second = PageSketch(number: 2)
    second.block(["潔淨生產"], .heading, level: 1)
    let report = compose([contents, second])
    #expect(report.blocks.map(\.role) == [.heading, .tocEntry, .heading, .heading])
    #expect(report.blocks[1].target == 2)
  }

  @Test("A quantity set large is no heading", arguments: [("187億元", false), ("2022年", true), ("1.2治理", true)])
  func quantity(_ line: String, _ isHeading: Bool) {
    var sketch = PageSketch()
    sketch.block([line], .heading, level: 2)
    #expect((compose([sketch]).blocks[0].role == .heading) == isHeading)
  }

  @Test("Stated page labels aim contents entries")
  func labels() {
    var contents = PageSketch()
    for line in ["序言……iii", "環境……1", "社區……2"] { contents.block([line], .tocEntry) }
    var second = PageSketch(number: 2)
    second.block(["環境"], .heading, level: 1)
    var sketches = [contents, second, PageSketch(number: 3), PageSketch(number: 4)]
    for (index, label) in ["i", "1", "2", "iii"].enumerated() { sketches[index].label(label) }
    #expect(compose(sketches).blocks.prefix(3).map(\.target) == [4, 2, 3])
  }

  @Test("A numbered line that looks like two headings of its style is one too")
  func alike() {
    let fonts = [FontFace(name: "Ming"), FontFace(name: "Ming-Bold", isBold: true)]
    var sketch = PageSketch(fonts: fonts)
    sketch.block(["一、概況"], .heading, level: 2, font: 1)
    sketch.block(["三、目標"], .heading, level: 2, font: 1)
    sketch.block(["四、契約"], font: 1)
    sketch.block(["五、設備"], font: 0)
    sketch.block(["六、其他事項，如下。"], font: 1)
    #expect(compose([sketch]).blocks.map(\.role) == [.heading, .heading, .heading, .paragraph, .paragraph])
  }
}
