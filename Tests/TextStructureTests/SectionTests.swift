import ReportModel
import Testing

@testable import TextStructure

@Suite("Sections")
struct SectionTests {
  @Test(
    "Numbers that headings start with",
    arguments: [
      ("第一章 公司", Numbering.Style.chapter, 1, 4), ("第十二章公司", .chapter, 12, 4), ("第3節概況", .section, 3, 3),
      ("壹、致股東", .formal, 1, 2), ("二十一、其他", .chinese, 21, 4), ("（三）目的", .bracketedChinese, 3, 3),
      ("(12) 目的", .bracketedArabic, 12, 5), ("2.1高雄", .decimal(2), 1, 3),
      ("1.2 公司治理", .decimal(2), 2, 4), ("3人才招募", .decimal(1), 3, 1), ("4.1人才招募", .decimal(2), 1, 3),
      ("4.3.2 氣候", .decimal(3), 2, 6),
      ("7.指引", .decimal(1), 7, 2), ("03策略", .decimal(1), 3, 2), ("①法規", .circled, 1, 1),
      ("Chapter 2 Risk", .chapter, 2, 10), ("B. Risk", .letter, 2, 3),
    ])
  func numbering(_ title: String, _ style: Numbering.Style, _ ordinal: Int, _ length: Int) {
    let found = Numbering(Array(title.unicodeScalars)[...])
    #expect(found?.style == style)
    #expect(found?.ordinal == ordinal)
    #expect(found?.length == length)
  }

  @Test(
    "Titles without a number",
    arguments: [
      "2022年目標", "永續發展", "5%目標", "一般資訊", "3家工廠", "12", "(甲)", "十年有成", "ESG小組", "2.5億元", "4 家店", "3人", "2.5公噸",
      "1.5 ℃情境",
    ])
  func none(_ title: String) {
    #expect(Numbering(Array(title.unicodeScalars)[...]) == nil)
  }

  private func headings(_ titles: [(String, Int)], outline: [OutlineEntry] = []) -> ReportText {
    var sketch = PageSketch()
    for (title, level) in titles {
      sketch.block([title], .heading, level: level)
      sketch.block(["本文。"])
    }
    return compose([sketch], outline: outline)
  }

  @Test("Depth of numbering decides over type size, alike in the whole document")
  func depth() {
    let report = headings([("1治理", 1), ("1.1董事會", 1), ("1.1.1職責", 3), ("2策略", 1), ("2.1風險", 2), ("2.2機會", 1)])
    #expect(report.sections.map(\.level) == [1, 2, 3, 1, 2, 2])
    #expect(report.sections.map(\.parent) == [nil, 0, 1, nil, 3, 3])
    #expect(report.blocks.compactMap { $0.role == .heading ? $0.level : nil } == [1, 2, 3, 1, 2, 2])
    #expect(report.sections[0].blocks == 0..<6)
    #expect(report.blocks[5].section == 2)
  }

  @Test("A count that starts again stands under what precedes it")
  func restarts() {
    let report = headings([
      ("壹、報告", 1), ("一、概況", 1), ("(一)組織", 1), ("(二)人員", 1), ("二、財務", 1), ("(一)收入", 1), ("貳、附表", 1),
      ("一、清單", 1),
    ])
    #expect(report.sections.map(\.level) == [1, 2, 3, 3, 2, 3, 1, 2])
  }

  @Test("Chapters numbered 1, 2, 3 that restart after 1.5 do not stand under it")
  func noCircles() {
    let report = headings([("1.5風險", 2), ("1治理", 1), ("1.1董事會", 2), ("2策略", 1), ("2.1風險", 2)])
    #expect(report.sections.map(\.level) == [2, 1, 2, 1, 2])
  }

  @Test("The outline settles unnumbered headings, and names sections whose titles are pictures")
  func outline() {
    let entries = [
      OutlineEntry(level: 1, title: "封面", page: 1), OutlineEntry(level: 1, title: "前　言", page: 1),
      OutlineEntry(level: 2, title: "董事長的話", page: 1),
    ]
    let report = headings([("前言", 2), ("董事長的話", 2)], outline: entries)
    #expect(report.sections.map(\.title) == ["封面", "前言", "董事長的話"])
    #expect(report.sections.map(\.level) == [1, 1, 2])
    #expect(report.sections.map(\.heading) == [nil, 0, 2])
    #expect(report.sections[2].parent == 1)
  }

  @Test("An outline of slide names is no evidence")
  func slides() {
    let entries = (1...6).map { OutlineEntry(level: 1, title: "投影片 \($0)", page: 1) }
    #expect(headings([("前言", 1)], outline: entries).sections.map(\.title) == ["前言"])
  }

  @Test("Levels are used without a break, and a cover's own sizes do not push all down")
  func closedUp() {
    var cover = PageSketch()
    cover.block(["報告書"], .heading, level: 1)
    var pages = [cover]
    for number in 2...3 {
      var page = PageSketch(number: number)
      page.block(["前言"], .heading, level: 2)
      page.block(["目標"], .heading, level: 5)
      pages.append(page)
    }
    #expect(compose(pages).sections.map(\.level) == [1, 1, 2, 1, 2])
  }

  @Test("Contents entries settle levels, lead to pages, and name sections without a heading")
  func contents() {
    var first = PageSketch()
    for line in ["永續治理……1", "1.1董事會……2", "1.2風險……3", "環境保護……3"] { first.block([line], .tocEntry) }
    var second = PageSketch(number: 2)
    second.block(["永續治理"], .heading, level: 3)
    var third = PageSketch(number: 3)
    third.block(["1.1 董事會"], .heading, level: 3)
    var fourth = PageSketch(number: 4)
    fourth.block(["環境保護"], .heading, level: 2)
    fourth.block(["本文。"])
    let report = compose([first, second, third, fourth])
    #expect(report.blocks.prefix(4).map(\.target) == [2, 3, 4, 4])
    #expect(report.blocks.prefix(4).map(\.level) == [1, 2, 2, 1])
    #expect(report.sections.map(\.title) == ["永續治理", "1.1董事會", "1.2風險", "環境保護"])
    #expect(report.sections.map(\.level) == [1, 2, 2, 1])
    #expect(report.sections.map(\.heading) == [4, 5, nil, 6])
  }
}
