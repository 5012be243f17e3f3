import ReportModel
import Testing

@testable import Pipeline
@testable import RuleBook

/// The measure counts as the script does that everyone measures with.
@Suite("Scores against facts that people read")
struct GoldScoreTests {
  private func fact(
    _ topic: String, disclosed: Bool = true, page: Int? = nil, _ value: String = "", high: String = "",
    unit: String = "", year: String = "", form: String = "", ambiguous: Bool = false
  ) -> GoldFact {
    GoldFact(
      report: "r", topic: topic, isDisclosed: disclosed, page: page, value: value, valueHigh: high, unit: unit,
      year: year, quote: "", level: "", form: form, isAmbiguous: ambiguous)
  }

  private func row(_ topic: String, page: Int, _ value: String? = nil, unit: String = "", year: String = "") -> Evidence
  {
    Evidence(
      item: topic, topics: [topic], rule: topic, level: "fact", page: page, quote: "q", quoteRanges: [], focus: [],
      value: value.map { Evidence.Value(plain: $0, unit: unit) }, year: year)
  }

  private var score: GoldScore {
    var score = GoldScore()
    score.add(
      [
        fact("a", page: 3, "12", unit: "家", year: "2022"), fact("a", page: 4, "30", unit: "%", year: "2021"),
        fact("b", disclosed: false), fact("c", disclosed: false), fact("d", page: 1),
        fact("e", page: 1, "1", ambiguous: true), fact("f", page: 1, "1", form: "image"),
        fact("g", page: 5, "約5", high: "1,200", unit: "公噸CO2e", year: ""),
      ],
      evidence: [
        // Of a two facts are known: three rows are read, the fourth is not.
        row("a", page: 3, "12", unit: "間", year: "2022"), row("a", page: 9, "30", unit: "%", year: "2020"),
        row("a", page: 9, "7", unit: "家", year: "2022"), row("a", page: 4, "30", unit: "%", year: "2021"),
        row("b", page: 2, "4"), row("e", page: 1, "2"), row("f", page: 2, "2"), row("g", page: 6, "1200", unit: "公噸"),
      ], report: "one")
    score.add(
      [fact("a", page: 7, "12", unit: "家", year: "2022")], evidence: [row("a", page: 7, nil)], report: "two")
    return score
  }

  @Test func decisionsAreCountedByTopic() {
    // e is ambiguous and f a picture: neither counts.
    #expect(Set(score.total.decisions.keys) == ["a", "b", "c", "d", "g"])
    #expect(score.total.decisions["a"] == GoldTally.Decisions(found: 2))
    #expect(score.total.decisions["b"] == GoldTally.Decisions(falselyFound: 1))
    #expect(score.total.decisions["c"] == GoldTally.Decisions(rightlyNone: 1))
    #expect(score.total.decisions["d"] == GoldTally.Decisions(missed: 1))
    #expect(score.total.decisions["g"] == GoldTally.Decisions(found: 1))
  }

  @Test func pagesAndValuesAreCountedInTheRowsThatAreRead() {
    // Pairs rightly found: a in both reports, g; on a known page: both a.
    #expect(score.total.pairs == 3 && score.total.pages == 2)
    // Known values: 12 and 30 of a, the range of g, and 12 of the other report, which its only row does not bear.
    #expect(score.total.values == 4 && score.total.found == 3)
    // 間 is counted as 家 is; 公噸 is not 公噸CO2e. 30 % is of 2020, not of 2021.
    #expect(score.total.withUnit == 2 && score.total.withYear == 1)
    // Rows with a number: 12, 30, 7 and 1200; 7 is wrong.
    #expect(score.total.bearing == 4 && score.total.bearingTrue == 3)
  }

  @Test func theSummaryIsArithmetic() {
    // found 3, falsely 1, missed 1, rightly none 1: precision 3/4, recall 3/4, F1 6/8, accuracy 4/6.
    // F1 of the topics: 1, 0, 1, 0, 1. Always saying the topic's majority is right 2 + 1 + 1 + 1 + 1 times of 6.
    #expect(
      score.total.summary == [
        "decision  pairs 6  precision 75.0%  recall 75.0%  F1 75.0  macro-F1 60.0  accuracy 66.7%  (majority 100.0%)",
        "evidence  page 66.7%  quote 0.0%",
        "value     4 gold: found 75.0%  with unit 50.0%  with unit and year 25.0%  value-precision 75.0%",
      ])
  }

  static let units: [(String, String, Bool)] = [
    ("間", "家", true), ("人次", "位", true), ("公噸CO₂e", "tCO2e", true), ("公噸二氧化碳當量", "公噸 CO2e", true),
    ("公噸", "公噸CO2e", false), ("萬公噸CO2e", "公噸CO2e", false), ("公噸CO2e/m2", "公噸CO2e", false), ("％", "%", true),
    ("新台幣佰萬元", "百萬", true), ("億元", "百萬元", false), ("仟元", "新臺幣千元", true), ("度", "kWh", true), ("公里", "里", false),
  ]

  @Test("Units are compared as the script compares them", arguments: units)
  func sameUnits(_ a: String, _ b: String, _ isSame: Bool) {
    #expect((GoldText(a).unit == GoldText(b).unit) == isSame)
  }

  @Test func quotesAreTheSameWhereTenCharactersAre() {
    let quote = GoldText("2022 年用水量為 １,２００ 度，較前一年減少")
    #expect(quote.shares(GoldText("全行2022年用水量為1,200度")))
    #expect(!quote.shares(GoldText("2022年用水量，為一千度，較上年減")))
    #expect(quote.shares(GoldText("較前一年")) && !quote.shares(GoldText("較前一")))
  }

  // MARK: Parts

  /// Items of two sub-dimensions; the topic d is carried by a rule alone, e to g by nothing.
  private var book: RuleBook {
    let place = Place(file: "")
    let items = [("a", "people"), ("b", "people"), ("c", "water")].map { id, part in
      Item(id: id, pack: "p", names: Phrase(id, id), subDimension: part, level: "fact", topics: [id], place: place)
    }
    var rule = Rule(id: "c", pack: "p", place: place)
    rule.items = ["c"]
    rule.topics = ["d"]
    return RuleBook(packs: [Pack(id: "p", names: Phrase("P", "P"), items: items, place: place)], rules: [rule])
  }

  private var partedScore: GoldScore {
    var score = GoldScore(book)
    let rows = [row("a", page: 1, "5", unit: "家", year: "2022"), row("b", page: 1), row("g", page: 1)]
    let facts = [
      fact("a", page: 1, "5", unit: "家", year: "2022"), fact("b", disclosed: false), fact("c", disclosed: false),
      fact("d", page: 2), fact("g", page: 1),
    ]
    score.add(facts, evidence: rows, report: "one", industry: "finance")
    score.add([fact("a", disclosed: false), fact("b", disclosed: false)], evidence: [], report: "two")
    return score
  }

  /// What is counted in a part: pairs and disclosed.
  private func sizes(_ parts: [String: GoldTally]) -> [String: [String]] { parts.mapValues { Array($0.row.prefix(2)) } }

  @Test func everyFactIsCountedInOneSubDimensionAndOneIndustry() {
    let score = partedScore
    #expect(sizes(score.bySubDimension) == ["people": ["4", "1"], "water": ["2", "1"], "": ["1", "1"]])
    #expect(sizes(score.byIndustry) == ["finance": ["5", "3"], "": ["2", "0"]])
    #expect(score.total.row.prefix(2) == ["7", "3"])
  }

  @Test func aPartHasItsOwnFiguresAndBaseRate() throws {
    // people: found 1, falsely 1, rightly none 2. Always “yes” or always “no” to a is right once of two, “no” to b twice.
    let people = try #require(partedScore.bySubDimension["people"])
    #expect(people.row.count == GoldTally.heads.count)
    #expect(
      people.row == [
        "4", "1", "50.0%", "100.0%", "66.7", "75.0%", "75.0%", "100.0%", "0.0%", "1", "100.0%", "100.0%", "100.0%",
        "100.0%",
      ])
    // Nothing was disclosed and nothing said: no share of nothing, and no F1 that looks like a success.
    let unknown = try #require(partedScore.byIndustry[""])
    #expect(unknown.row == ["2", "0", "-", "-", "-", "100.0%", "100.0%", "-", "-", "0", "-", "-", "-", "-"])
  }

  @Test func eachWrongDecisionAndMissedValueIsNamed() {
    #expect(
      score.failures.map { "\($0.kind.rawValue) \($0.report) \($0.topic)" } == [
        "FALSE one b", "MISS one d", "VALUE two a",
      ])
  }

  @Test func nothingScoredIsNoDivisionByNothing() {
    #expect(GoldTally().summary[1] == "evidence  page -  quote -")
  }
}
