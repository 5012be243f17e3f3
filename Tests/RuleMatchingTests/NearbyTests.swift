import ReportModel
import RuleBook
import Testing

@testable import RuleMatching

@Suite("Numbers near a subject")
struct NearbyTests {
  /// One rule that knows words for wells, and one that only knows that they are about wells.
  private func bench(_ nearby: String = "subject: 水井", more: String = "value: {kind: count}") throws -> RuleBench {
    try RuleBench(
      """
      rules:
        - {id: x, find: 開鑿水井, roles: [body, table]}
        - {id: x-number, items: [x], find: 水井總數#count}
        - {id: x-near, items: [x], nearby: {\(nearby)}, \(more)}
      """)
  }

  @Test func aNumberNearbyIsAddedToWhatWasToldInWords() throws {
    let reading = try bench().read("村裡開鑿水井。已有5口水井在使用。")
    #expect(reading.evidence.map(\.rule) == ["x", "x-near"])
    #expect(reading.evidence.map { $0.value?.plain } == [nil, "5"])
  }

  @Test func itDoesNotStandAlone() throws {
    let paragraph = "已有5口水井在使用。"
    #expect(try bench().read(paragraph).evidence.isEmpty)
    #expect(try bench().refusals(paragraph) == [.notTold])
  }

  @Test func aNumberThatARuleKnowsShutsItOut() throws {
    let paragraph = "村裡開鑿水井。水井總數7口。已有5口水井在使用。"
    #expect(try bench().read(paragraph).evidence.map(\.rule).sorted() == ["x", "x-number"])
    #expect(try bench().refusals(paragraph).contains(.told))
  }

  @Test func aRuleForATopicAsksForWordsOfThatTopic() throws {
    func read(_ topic: String) throws -> Reading {
      let bench = try RuleBench(
        """
        rules:
          - {id: x, find: 開鑿水井, topics: [wells]}
          - {id: x-near, items: [x], topics: [\(topic)], nearby: {subject: 水井}, value: {kind: count}}
        """,
        items: """
          items:
            - {id: x, names: x, sub-dimension: all, level: fact}
            - {id: y, names: y, sub-dimension: all, level: fact, topics: [wells, ponds]}
          """)
      return bench.read("村裡開鑿水井。已有5口水井在使用。")
    }
    #expect(try read("wells").evidence.count == 2)
    #expect(try read("ponds").evidence.count == 1)
  }

  @Test(arguments: [
    ("sentence", ["3 口"]), ("paragraph", ["3 口", "4 口"]), ("heading", ["3 口", "4 口", "9 口"]),
  ])
  func theSubjectStandsAsFarAwayAsTheRuleAllows(_ reach: String, _ values: [String]) throws {
    var sketch = ReportSketch()
    sketch.heading("水井")
    sketch.add(.paragraph, "村裡開鑿水井。")
    sketch.add(.paragraph, "北區有3口水井。南區有4口。")
    sketch.add(.paragraph, "東區有9口。")
    let reading = try bench("subject: 水井, reach: \(reach)").read(sketch.text)
    #expect(reading.values.filter { $0 != "-" } == values)
  }

  @Test func theNearestSubjectGoesFirstAndThreeAreEnough() throws {
    var sketch = ReportSketch()
    sketch.heading("水井")
    sketch.add(.paragraph, "東區有9口。西區有8口。中區有7口。")
    sketch.add(.paragraph, "村裡開鑿水井。南區有4口。")
    sketch.add(.paragraph, "北區有3口水井。")
    let found = try bench("subject: 水井, reach: heading").read(sketch.text).evidence
    #expect(found.compactMap { $0.value?.plain }.prefix(2) == ["3", "4"])
    #expect(found.count == 4)
  }

  @Test func cellsTakeTheirSubjectFromHeadersOrCaption() throws {
    let rows = [["地區", "2021年", "2022年"], ["北區（口）", "3", "5"]]
    var sketch = ReportSketch()
    sketch.add(.paragraph, "村裡開鑿水井。")
    sketch.add(.caption, "水井")
    sketch.table(rows)
    #expect(try bench().read(sketch.text).valuesAndYears.suffix(2) == ["3 口 2021", "5 口 2022"])
    #expect(try bench("subject: 水井, reach: sentence").read(sketch.text).evidence.count == 1)
    #expect(try bench("subject: 北區").read(sketch.text).valuesAndYears.suffix(2) == ["3 口 2021", "5 口 2022"])
  }

  @Test func whatIsMeasuredMustBeSaidWithTheNumber() throws {
    let asked = try bench("subject: 水井, measure: 深度, reach: heading", more: "value: {kind: length}")
    #expect(asked.read("村裡開鑿水井。水井深度為20公尺。").values.last == "20 公尺")
    #expect(asked.read("村裡開鑿水井。水井相距20公尺。").evidence.count == 1)
  }

  @Test func kindsGoalsAndWhatTheRuleExcludesAreAsEverywhere() throws {
    let asked = try bench(more: "not: 荒廢, value: {kind: count, max: 50}")
    for paragraph in ["村裡開鑿水井。水井占地5%。", "村裡開鑿水井。荒廢的水井有5口。", "村裡開鑿水井。目標為5口水井。", "村裡開鑿水井。水井有500口。"] {
      #expect(asked.read(paragraph).evidence.count == 1, "\(paragraph)")
    }
  }

  @Test func aSentenceThatAnnouncesATableIsItsCaption() throws {
    var sketch = ReportSketch()
    sketch.add(.paragraph, "村裡開鑿水井。鄰近各村的水井數目與分布的情形，在這幾年之間已經由各村的村長逐一查明並且登記在冊，統計如下：")
    sketch.table([["地區", "2022年"], ["北區（口）", "5"]])
    #expect(try bench().read(sketch.text).values.last == "5 口")
  }
}
