import ReportModel
import RuleBook
import Testing

@testable import Scoring

@Suite("Which items apply")
struct ApplicabilityTests {
  /// a: two for all, one of makers and chips that another replaces for traders and lenders; b: lenders only;
  /// c: one that needs a factory, one that needs a factory and ore; one negative item that needs a factory.
  private var rubric: RubricSketch {
    var rubric = RubricSketch()
    rubric.places = [("d", ["a", "b", "c"])]
    rubric.add(2, .positive, to: "a")
    rubric.add(1, .positive, to: "a", industries: ["makers", "chips"])
    rubric.add(1, .positive, to: "a", points: "3", industries: ["traders", "lenders"])
    rubric.add(4, .positive, to: "b", industries: ["lenders"])
    rubric.add(1, .positive, to: "c", activities: ["factories"])
    rubric.add(1, .positive, to: "c", activities: ["factories", "ore"])
    rubric.add(1, .negative, to: "c", activities: ["factories"])
    return rubric
  }

  /// Everything is found.
  private func all(_ rubric: RubricSketch) -> CompanyDocument {
    rubric.document("a.pdf", Dictionary(uniqueKeysWithValues: rubric.items.map { ($0.id, Said.number) }))
  }

  @Test(
    "By industry, one item in place of another",
    arguments: [
      // a 1+1+1, c 1+1−1.
      ("makers", "3/3 = 100.0", "0/0", "4/5 = 80.0"), ("chips", "3/3 = 100.0", "0/0", "4/5 = 80.0"),
      // a 1+1+3, c 1+1−1.
      ("traders", "5/5 = 100.0", "0/0", "6/7 = 85.7"),
      // a 1+1+3, b 4, c 1+1−1: 10 of 11.
      ("lenders", "5/5 = 100.0", "4/4 = 100.0", "10/11 = 90.9"),
    ])
  func industries(_ industry: String, _ a: String, _ b: String, _ total: String) throws {
    let card = try rubric.card([all(rubric)], industry: industry)
    #expect(card.subDimension("a")?.score.sketch == a && card.subDimension("b")?.score.sketch == b)
    #expect(card.score.sketch == total)
    #expect(card.outcome("b+0") == (industry == "lenders" ? card.outcome("b+0") : .notApplicable(.industry)))
    let replaced = industry == "makers" || industry == "chips" ? "a+3" : "a+2"
    #expect(card.outcome(replaced) == .notApplicable(.industry))
  }

  private static let activityCases: [(Set<String>?, String, String)] = [
    // Not known: c 1+1−1 of 2, beside a's 3 of 3.
    (nil, "1/2 = 50.0", "4/5 = 80.0"), ([], "0/0", "3/3 = 100.0"), (["ore"], "0/0", "3/3 = 100.0"),
    // c 1−1 of 1.
    (["factories"], "0/1 = 0.0", "3/4 = 75.0"), (["factories", "ore"], "1/2 = 50.0", "4/5 = 80.0"),
  ]

  @Test("By activity: every one that the item names has to be done", arguments: activityCases)
  func activities(_ known: Set<String>?, _ c: String, _ total: String) throws {
    let card = try rubric.card([all(rubric)], activities: known)
    #expect(card.subDimension("c")?.score.sketch == c && card.score.sketch == total)
  }

  @Test func anItemSaysWhatTheCompanyDoesNotDo() throws {
    let card = try rubric.card([all(rubric)], activities: ["factories"])
    #expect(card.outcome("c+1") == .notApplicable(.activities(["ore"])))
    let counts = card.score.counts
    // a: 3 of 4, b: none of 4, c: 1 of 2 and the negative one.
    #expect(counts.applying == 5 && counts.notApplicable == 6 && counts.gained == 4 && counts.deducted == 1)
  }

  @Test func anItemThatNoRuleOfTheIndustryLooksForIsNotKnown() throws {
    var rubric = RubricSketch()
    rubric.places = [("d", ["a"])]
    rubric.add(2, .positive, to: "a")
    rubric.withoutRule = ["a+1"]
    let card = try rubric.card([rubric.document("a.pdf", ["a+0": .number])])
    #expect(card.score.sketch == "1–2/2 = 50.0–100.0")
    guard case .unknown(_, let doubtful) = card.outcome("a+1") else {
      Issue.record("not asked is not missed")
      return
    }
    #expect(doubtful.doubts == [Sourced([.notAsked], document: 0)])
  }
}
