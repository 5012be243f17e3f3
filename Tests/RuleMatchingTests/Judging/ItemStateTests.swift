import ReportModel
import RuleBook
import Testing

@testable import RuleMatching

@Suite("What is known of an item")
struct ItemStateTests {
  private static let unreadable = Readability(grade: .none, reasons: [.noTextLayer])

  private let bench: RuleBench

  init() throws {
    bench = try RuleBench(
      """
      rules:
        - id: x
          find: 水井
          value: {kind: count}
          undisclosed: 水井…(未|沒有)統計
      """)
  }

  @Test func evidenceMakesItFound() throws {
    let state = try #require(bench.read("2022年有水井3座。").state())
    #expect(state.state == .found && state.searched == [1] && state.statement == nil)
  }

  @Test func aStatementThatThereIsNoFigureIsNoSilence() throws {
    let stated = try #require(bench.read("水井數量未統計。另有水塔。").state())
    #expect(stated.state == .statedNonDisclosure)
    #expect(stated.statement?.quote == "水井數量未統計。" && stated.statement?.page == 1)
    #expect(stated.statement?.ranges == [0..<8])
    let silent = try #require(bench.read("另有水塔。").state())
    #expect(silent.state == .notFound && silent.statement == nil)
  }

  @Test func aFigureCountsForMoreThanAStatementThatThereIsNone() throws {
    #expect(bench.read("水井數量未統計。2022年有水井3座。").state()?.state == .found)
  }

  @Test func aStatementIsOnThePageOfItsWords() throws {
    var sketch = ReportSketch()
    sketch.add(.paragraph, ["這一段說水，", "說到下一頁。水井數量未統計。"])
    #expect(bench.read(sketch.text).state()?.statement?.page == 2)
  }

  @Test func aPointerIsOnThePageOfItsWords() throws {
    var sketch = ReportSketch()
    sketch.heading("GRI準則索引")
    sketch.table([["編號", "說明"], ["1", "水塔"], ["2", "水井3座"]], pages: [2])
    #expect(bench.read(sketch.text).state()?.pointers == [2])
  }

  /// Pages with 「滿」 text, or 「空」 without any; which of them speak of wells; and what is then known.
  static let papers: [(pages: [String], state: ItemState.State, unreadable: [Int])] = [
    (["別的", "空", "別的", "別的"], .notFound, []),
    (["水井", "空", "別的", "別的"], .unreadable, [2]),
    (["別的", "別的", "水井", "空"], .unreadable, [4]),
    (["水井", "別的", "空", "別的"], .notFound, []),
    (["別的", "空", "空"], .unreadable, [2, 3]),
    (["空", "空"], .unreadable, [1, 2]),
    (["水井3座", "空", "別的"], .found, [2]),
  ]

  @Test("Pages without text may hold it where their neighbours speak of it", arguments: papers)
  func unreadable(_ pages: [String], _ state: ItemState.State, _ unreadable: [Int]) throws {
    var sketch = ReportSketch()
    for (index, words) in pages.enumerated() {
      if index > 0 { sketch.nextPage() }
      if words != "空" { sketch.add(.paragraph, words + "。") }
    }
    var report = sketch.text
    for (index, words) in pages.enumerated() where words == "空" { report.pages[index].readability = Self.unreadable }
    let known = try #require(bench.read(report).state())
    #expect(known.state == state)
    #expect(known.unreadable == unreadable)
    #expect(known.searched == pages.indices.filter { pages[$0] != "空" }.map { $0 + 1 })
  }

  @Test func whatIsNotAskedOfTheIndustryDoesNotApply() throws {
    let rules = "rules:\n  - {id: x, find: 水井}\n  - {id: y, find: 水井}\n"
    let items = """
      items:
        - {id: x, names: x, sub-dimension: all, level: any, industries: [finance]}
        - {id: y, names: y, sub-dimension: all, level: any}
      """
    for (industry, states) in [
      ("makers", [ItemState.State.notApplicable, .found]), ("finance", [.found, .found]), (nil, [.found, .found]),
    ] as [(String?, [ItemState.State])] {
      let bench = try RuleBench(rules, items: items, industry: industry)
      let reading = bench.read("本廠有水井。")
      #expect(reading.findings.items.map(\.state) == states)
      // What does not apply has no evidence either.
      #expect(Set(reading.evidence.map(\.item)).count == states.filter { $0 == .found }.count, "\(industry ?? "any")")
    }
  }

  @Test func aVariantAnswersForItsIndustryAlone() throws {
    let rules = "rules: [{id: x, level: any, find: 水井, variants: {finance: {find: 帳戶}}}]"
    for (industry, text) in [("makers", "有〔水井〕與帳戶。"), ("finance", "有水井與〔帳戶〕。")] {
      let bench = try RuleBench(rules, industry: industry)
      #expect(bench.read("有水井與帳戶。").marked == [text])
    }
  }

  @Test func itemsStandInTheOrderOfTheRubric() throws {
    let bench = try RuleBench("rules: [{id: z, level: any, find: 甲}, {id: a, level: any, find: 乙}]")
    let reading = bench.read("乙與甲。")
    #expect(reading.findings.items.map(\.item) == ["z", "a"])
    #expect(reading.evidence.map(\.item) == ["z", "a"])
  }
}
