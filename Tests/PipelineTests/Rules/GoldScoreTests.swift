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
    #expect(Set(score.decisions.keys) == ["a", "b", "c", "d", "g"])
    #expect(score.decisions["a"] == GoldScore.Decisions(found: 2))
    #expect(score.decisions["b"] == GoldScore.Decisions(falselyFound: 1))
    #expect(score.decisions["c"] == GoldScore.Decisions(rightlyNone: 1))
    #expect(score.decisions["d"] == GoldScore.Decisions(missed: 1))
    #expect(score.decisions["g"] == GoldScore.Decisions(found: 1))
  }

  @Test func pagesAndValuesAreCountedInTheRowsThatAreRead() {
    // Pairs rightly found: a in both reports, g; on a known page: both a.
    #expect(score.pairs == 3 && score.pages == 2)
    // Known values: 12 and 30 of a, the range of g, and 12 of the other report, which its only row does not bear.
    #expect(score.values == 4 && score.found == 3)
    // 間 is counted as 家 is; 公噸 is not 公噸CO2e. 30 % is of 2020, not of 2021.
    #expect(score.withUnit == 2 && score.withYear == 1)
    // Rows with a number: 12, 30, 7 and 1200; 7 is wrong.
    #expect(score.bearing == 4 && score.bearingTrue == 3)
  }

  @Test func theSummaryIsArithmetic() {
    // found 3, falsely 1, missed 1, rightly none 1: precision 3/4, recall 3/4, F1 6/8, accuracy 4/6.
    // F1 of the topics: 1, 0, 1, 0, 1. Always saying the topic's majority is right 2 + 1 + 1 + 1 + 1 times of 6.
    #expect(
      score.summary == [
        "decision  pairs 6  precision 75.0%  recall 75.0%  F1 75.0  macro-F1 60.0  accuracy 66.7%  (majority 100.0%)",
        "evidence  page 66.7%",
        "value     4 gold: found 75.0%  with unit 50.0%  with unit and year 25.0%  value-precision 75.0%",
      ])
  }

  @Test func eachWrongDecisionAndMissedValueIsNamed() {
    #expect(
      score.failures.map { "\($0.kind.rawValue) \($0.report) \($0.topic)" } == [
        "FALSE one b", "MISS one d", "VALUE two a",
      ])
  }

  @Test func nothingScoredIsNoDivisionByNothing() {
    #expect(GoldScore().summary[1] == "evidence  page -")
  }
}
