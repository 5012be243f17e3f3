import ReportModel
import RuleBook
import Testing

@testable import Scoring

/// Scores with their arithmetic written out.
@Suite("Scores computed by hand")
struct HandComputedTests {
  @Test("The example of the public description: (2+2+2+2)/(10+10+10+10) = 20 %")
  func publishedExample() throws {
    var rubric = RubricSketch()
    rubric.places = [("s", ["s1"]), ("e", ["e1"]), ("v", ["v1"]), ("d", ["d1"])]
    var said: [String: Said] = [:]
    for place in ["s1", "e1", "v1", "d1"] {
      rubric.add(10, .positive, to: place)
      said["\(place)+0"] = .number
      said["\(place)+7"] = .words
    }
    let card = try rubric.card([rubric.document("a.pdf", said)])
    #expect(card.dimensions.map(\.score.sketch) == ["2/10 = 20.0", "2/10 = 20.0", "2/10 = 20.0", "2/10 = 20.0"])
    #expect(card.score.sketch == "8/40 = 20.0")
  }

  /// a: +4 −2, b: +3 −3. Said: two of a's positive, one of its negative; one of b's positive, two of its negative.
  private func rubric(floor: ScoringRules.Floor) -> (RubricSketch, CompanyDocument) {
    var rubric = RubricSketch()
    rubric.places = [("d", ["a", "b"])]
    rubric.scoring = RubricSketch.deducting(floor: floor)
    rubric.add(4, .positive, to: "a")
    rubric.add(2, .negative, to: "a")
    rubric.add(3, .positive, to: "b")
    rubric.add(3, .negative, to: "b")
    let said: [String: Said] = [
      "a+0": .number, "a+1": .words, "a-0": .number, "b+2": .number, "b-0": .words, "b-1": .number,
    ]
    return (rubric, rubric.document("a.pdf", said))
  }

  @Test(
    "Deductions stop at the floor",
    arguments: [
      // a: 2−1 = 1; b: 1−2 = −1, stopped at 0; 1+0 = 1 of 4+3.
      (ScoringRules.Floor.subDimension, "1/4 = 25.0", "0/3 = 0.0", "1/7 = 14.3"),
      // 1−1 = 0.
      (.dimension, "1/4 = 25.0", "-1/3 = -33.3", "0/7 = 0.0"),
      (.total, "1/4 = 25.0", "-1/3 = -33.3", "0/7 = 0.0"),
      (.none, "1/4 = 25.0", "-1/3 = -33.3", "0/7 = 0.0"),
    ])
  func floors(_ floor: ScoringRules.Floor, _ a: String, _ b: String, _ total: String) throws {
    let (rubric, document) = rubric(floor: floor)
    let card = try rubric.card([document])
    #expect(card.subDimension("a")?.score.sketch == a)
    #expect(card.subDimension("b")?.score.sketch == b)
    #expect(card.dimensions[0].score.sketch == total && card.score.sketch == total)
  }

  @Test("Each floor stops its own part: −2 in one dimension, +1 in another")
  func floorsOfDimensions() throws {
    var rubric = RubricSketch()
    rubric.places = [("x", ["a"]), ("y", ["b"])]
    rubric.add(2, .positive, to: "a")
    rubric.add(2, .negative, to: "a")
    rubric.add(2, .positive, to: "b")
    let document = rubric.document("a.pdf", ["a-0": .number, "a-1": .number, "b+0": .number])
    // None: −2+1 = −1 of 4. Total: 0. Dimension: 0+1 = 1 of 4.
    let expected: [(ScoringRules.Floor, String)] = [
      (.none, "-1/4 = -25.0"), (.total, "0/4 = 0.0"), (.dimension, "1/4 = 25.0"), (.subDimension, "1/4 = 25.0"),
    ]
    for (floor, total) in expected {
      rubric.scoring.floor = floor
      #expect(try rubric.card([document]).score.sketch == total, "\(floor)")
    }
  }

  @Test func aNegativeItemThatCostsNothingIsStillShown() throws {
    var (rubric, document) = rubric(floor: .none)
    rubric.scoring.negative = ScoringRules.Shares(found: .zero)
    let card = try rubric.card([document])
    // 2 of 4 and 1 of 3.
    #expect(card.score.sketch == "3/7 = 42.9" && card.score.counts.deducted == 3)
  }

  @Test("Pages that cannot be read make a range: 1 found, 1 open of 4; a negative one open")
  func unreadable() throws {
    var rubric = RubricSketch()
    rubric.places = [("d", ["a"])]
    rubric.add(4, .positive, to: "a")
    rubric.add(1, .negative, to: "a")
    let one = rubric.document("a.pdf", ["a+0": .number, "a+1": .blankPage])
    // 1 to 2 of 4.
    #expect(try rubric.card([one]).score.sketch == "1–2/4 = 25.0–50.0")
    let both = rubric.document("a.pdf", ["a+0": .number, "a+1": .blankPage, "a-0": .blankPage])
    // 1−1 to 2 of 4.
    #expect(try rubric.card([both]).score.sketch == "0–2/4 = 0.0–50.0")
    let floored = rubric.document("a.pdf", ["a-0": .blankPage])
    // −1, stopped at 0, to 0 of 4: the range closes.
    #expect(try rubric.card([floored]).score.sketch == "0/4 = 0.0")
  }

  @Test("Points of their own, and shares of them, are exact: 2.5 + 0.1 + 0.2 of 2.5 + 0.1 + 0.2 + 0.7")
  func decimals() throws {
    var rubric = RubricSketch()
    rubric.places = [("d", ["a"])]
    for points in ["2.5", "0.1", "0.2", "0.7"] { rubric.add(1, .positive, to: "a", points: points) }
    let card = try rubric.card([rubric.document("a.pdf", ["a+0": .number, "a+1": .number, "a+2": .number])])
    // 2.8 of 3.5: exactly 80 %.
    #expect(card.score.sketch == "2.8/3.5 = 80.0")
    #expect(card.score.rate == .exact(try #require(Fraction(Points(parts: 4), of: Points(parts: 5)))))
  }

  @Test("Credit in parts only where the pack says so: 0.5 for words, 0.25 for a statement that there is none")
  func parts() throws {
    var rubric = RubricSketch()
    rubric.places = [("d", ["a"])]
    rubric.add(3, .positive, to: "a", points: "2")
    rubric.add(1, .positive, to: "a", points: "2", level: "policy")
    let document = rubric.document("a.pdf", ["a+0": .number, "a+1": .words, "a+2": .denial, "a+3": .words])
    // Without a word in the pack: 2+2+0+2 of 8.
    #expect(try rubric.card([document]).score.sketch == "6/8 = 75.0")
    rubric.scoring.inWords = [
      ScoringRules.InWords(
        level: "disclosure", share: Figure(digits: 5, exponent: -1), place: Place(file: ""))
    ]
    rubric.scoring.positive.statedNonDisclosure = Figure(digits: 25, exponent: -2)
    let card = try rubric.card([document])
    // 2 + 0.5×2 + 0.25×2 + 2 (a policy has no number) of 8.
    #expect(card.score.sketch == "5.5/8 = 68.8")
    guard case .gained(_, .statement(let statements)) = card.outcome("a+2") else {
      Issue.record("a statement gains its share")
      return
    }
    #expect(statements.first.value.quote == "none of a+2" && statements.first.value.page == 2)
  }

  @Test("Words leave open what a page that cannot be read may add: 1 to 2 of 2")
  func wordsBesideABlankPage() throws {
    var rubric = RubricSketch()
    rubric.places = [("d", ["a"])]
    rubric.add(1, .positive, to: "a", points: "2")
    rubric.scoring.inWords = [
      ScoringRules.InWords(
        level: "disclosure", share: Figure(digits: 5, exponent: -1), place: Place(file: ""))
    ]
    let documents = [rubric.document("a.pdf", ["a+0": .words]), rubric.document("b.pdf", ["a+0": .blankPage])]
    #expect(try rubric.card(documents).score.sketch == "1–2/2 = 50.0–100.0")
    #expect(try rubric.card([documents[0]]).score.sketch == "1/2 = 50.0")
    let number = rubric.document("c.pdf", ["a+0": .number])
    #expect(try rubric.card(documents + [number]).score.sketch == "2/2 = 100.0")
  }

  @Test("Nothing to gain is no rate, and not a rate of 0")
  func nothingToGain() throws {
    var rubric = RubricSketch()
    rubric.add(2, .positive, to: "a", industries: ["lenders"])
    rubric.add(2, .positive, to: "b")
    let card = try rubric.card([rubric.document("a.pdf", ["b+0": .number])])
    #expect(card.subDimension("a")?.score.rate == Score.Rate.none)
    #expect(card.score.sketch == "1/2 = 50.0")
  }

  @Test(
    "Rounded to one decimal, a half away from nought",
    arguments: [
      (1, 16, "6.3"), (-1, 16, "-6.3"), (1, 3, "33.3"), (2, 3, "66.7"), (1, 2000, "0.1"), (1, 2001, "0.0"),
      (1, 1, "100.0"),
      (1999, 2000, "100.0"), (0, 7, "0.0"),
    ])
  func rounding(_ part: Int, _ whole: Int, _ text: String) throws {
    #expect(Fraction(Points(parts: part), of: Points(parts: whole))?.percentText == text)
  }

  @Test func fractionsCompareExactly() throws {
    let large = Int.max / 4
    let first = try #require(Fraction(Points(parts: large - 1), of: Points(parts: large)))
    let second = try #require(Fraction(Points(parts: large - 2), of: Points(parts: large - 1)))
    #expect(second < first && !(first < second))
    #expect(Fraction(Points(parts: 1), of: .zero) == nil)
  }

  private func share(_ part: Int, _ whole: Int) throws -> Fraction {
    try #require(Fraction(Points(parts: part), of: Points(parts: whole)))
  }

  @Test func aChangeIsThatOfTheSharesAndNotOfWhatTheyAreRoundedTo() throws {
    // Both are 33.3 %, and 0.08 lie between them.
    let (low, high) = (try share(3326, 10_000), try share(3334, 10_000))
    #expect(low.percentText == high.percentText)
    #expect(high.points(above: low).plain == "0.1" && low.points(above: high).plain == "-0.1")
    // 60 − 33.33… and 66.66… − 33.33…
    #expect(try share(6, 10).points(above: share(1, 3)).plain == "26.7")
    #expect(try share(2, 3).points(above: share(1, 3)).plain == "33.3")
    #expect(low.points(above: low).plain == "0")
  }

  @Test func fractionsAreInLowestTerms() throws {
    #expect(
      try #require(Fraction(Points(parts: 2), of: Points(parts: 4)))
        == #require(Fraction(Points(parts: 3), of: Points(parts: 6))))
    #expect(Fraction(Points(parts: -1), of: Points(parts: 3))?.floored(times: 20) == -7)
  }

  @Test func pointsThatCannotBeSummedAreRefused() {
    #expect(Points(Figure(digits: 1001)) == nil && Points(Figure(digits: 1000)) != nil)
    #expect(Points(Figure(digits: 1, exponent: -9)) == nil)
    #expect(Points(Figure(digits: .max), share: Figure(digits: 2)) == nil)
    #expect(Points(Figure(digits: 1, exponent: 400)) == nil && Points(Figure.zero) == .zero)
    #expect(Points(Figure(digits: 3), share: Figure(digits: 3333, exponent: -4))?.figure.plain == "0.9999")
    var rubric = RubricSketch()
    rubric.add(1, .positive, to: "a", points: "0")
    #expect(throws: Scorer.Refusal.points(item: "a+0")) { try rubric.card([]) }
    var silent = rubric.pack
    silent.scoring = nil
    #expect(throws: Scorer.Refusal.noScoring) { try Scorer(silent, in: RuleBook(packs: [silent])) }
  }
}
