import ReportModel
import RuleBook
import Testing

@testable import Scoring

/// What events take in a month, with the arithmetic written out.
@Suite("Events computed by hand")
struct EventAdjustmentTests {
  @Test(
    "Each kind lowers its own dimension, by 2 points × what the response leaves",
    arguments: [
      // 2×1, 2×0.6, 2×0.2.
      ("none", "2"), ("partial", "1.2"), ("adequate", "0.4"),
    ])
  func kindsAndResponses(_ level: String, _ left: String) throws {
    for (kind, dimension) in [("social", "s"), ("economic", "e"), ("environmental", "v")] {
      var ledger = Ledger()
      let id = try ledger.note(EventSketch.event(kind: kind))
      try ledger.respond(level, "2024-01-31", to: id)
      #expect(try ledger.adjustment("2024-02").sketch == "\(dimension) \(left)")
    }
  }

  @Test("An event of which nobody says what was done counts in full; several add up: 2 + 0.5×1 + 3×0.2 = 3.1")
  func sums() throws {
    var ledger = Ledger()
    try ledger.note(EventSketch.event())
    try ledger.note(EventSketch.event(deduction: "0.5"))
    let third = try ledger.note(EventSketch.event(deduction: "3"))
    try ledger.respond("adequate", "2024-02-01", to: third)
    try ledger.note(EventSketch.event("2000", deduction: "9"))
    try ledger.note(EventSketch.event(kind: "social", deduction: "1"))
    #expect(try ledger.adjustment("2024-03").sketch == "s 1 v 3.1")
    #expect(try ledger.adjustment("2024-03", of: "3000").events.isEmpty)
  }

  @Test("The response of a month is the one that stood at its end, whenever it was told")
  func responsesOverTime() throws {
    var ledger = Ledger()
    let id = try ledger.note(EventSketch.event())
    try ledger.respond("adequate", "2024-05-31", to: id)
    try ledger.respond("partial", "2024-03-10", to: id)
    let expected = [
      ("2024-01", "v 2"), ("2024-02", "v 2"), ("2024-03", "v 1.2"), ("2024-04", "v 1.2"), ("2024-05", "v 0.4"),
      ("2024-12", "v 0.4"),
    ]
    for (month, taken) in expected { #expect(try ledger.adjustment(month).sketch == taken, "\(month)") }
    // Of one day the line that was said last counts.
    try ledger.respond("none", "2024-05-31", to: id)
    #expect(try ledger.adjustment("2024-05").sketch == "v 2")
  }

  @Test("It counts in 12 months from that of its publication, else of its penalty")
  func months() throws {
    var ledger = Ledger()
    try ledger.note(EventSketch.event(published: "2024-01-31", penalized: "2023-12-05", acted: "2023-06-01"))
    #expect(try ledger.adjustment("2023-12").events.isEmpty)
    #expect(try ledger.adjustment("2024-01").sketch == "v 2" && ledger.adjustment("2024-12").sketch == "v 2")
    #expect(try ledger.adjustment("2025-01").events.isEmpty)
    var unpublished = Ledger()
    try unpublished.note(EventSketch.event(published: nil, penalized: "2023-12-05"))
    #expect(try unpublished.adjustment("2023-12").sketch == "v 2" && unpublished.adjustment("2024-11").sketch == "v 2")
    #expect(try unpublished.adjustment("2024-12").events.isEmpty)
    var rules = EventSketch.rules
    rules.months = 1
    #expect(try ledger.adjustment("2024-01", rules: rules).sketch == "v 2")
    #expect(try ledger.adjustment("2024-02", rules: rules).events.isEmpty)
  }

  // MARK: Repetition

  /// Two events with adequate responses: the first of 2024-01-10.
  private func twice(_ day: String, law: String = "某法第20條第2項", company: String = "1000") throws -> Ledger {
    var ledger = Ledger()
    let first = try ledger.note(EventSketch.event(published: "2024-01-10", law: "某法第 20 條"))
    let second = try ledger.note(EventSketch.event(company, published: day, law: law))
    try ledger.respond("adequate", "2024-01-10", to: first)
    try ledger.respond("adequate", day, to: second)
    return ledger
  }

  @Test("The same article again within 12 months: the later one counts as partial, 0.4 + 1.2 = 1.6")
  func repetition() throws {
    #expect(try twice("2024-06-10").adjustment("2024-06").sketch == "v 1.6")
    // 12 months to the day are within; the first counts until December.
    #expect(try twice("2025-01-10").adjustment("2025-01").sketch == "v 1.2")
    #expect(try twice("2025-01-11").adjustment("2025-01").sketch == "v 0.4")
    #expect(try twice("2024-06-10", law: "某法第21條").adjustment("2024-06").sketch == "v 0.8")
    #expect(try twice("2024-06-10", law: "別法第20條").adjustment("2024-06").sketch == "v 0.8")
    // Two of one day: neither is there before the other.
    #expect(try twice("2024-01-10").adjustment("2024-01").sketch == "v 0.8")
    #expect(try twice("2024-06-10", company: "2000").adjustment("2024-06").sketch == "v 0.4")
    var never = EventSketch.rules
    never.repeatsWithin = nil
    #expect(try twice("2024-06-10").adjustment("2024-06", rules: never).sketch == "v 0.8")
  }

  @Test func repetitionIsToldWithTheEventThatIsRepeated() throws {
    let events = try twice("2024-06-10").adjustment("2024-06").events
    #expect(events.map(\.repeats?.text) == [nil, "E1"])
    #expect(events.map(\.level?.id) == ["adequate", "partial"])
    #expect(events.map(\.response?.level) == ["adequate", "adequate"])
  }

  @Test("Nothing done cannot count for less: 2 + 2")
  func repeatedWithoutResponse() throws {
    var ledger = Ledger()
    try ledger.note(EventSketch.event(published: "2024-01-10", law: "某法第20條"))
    try ledger.note(EventSketch.event(published: "2024-02-10", law: "某法第20條"))
    #expect(try ledger.adjustment("2024-02").sketch == "v 4")
  }

  @Test("What was withdrawn, or is published only later, is repeated by nothing")
  func whatIsNotRepeated() throws {
    var ledger = try twice("2024-06-10")
    try ledger.withdraw(#require(EventID("E1")))
    #expect(try ledger.adjustment("2024-06").sketch == "v 0.4")
    // Done in 2023, published in August: in June nobody knew.
    var late = Ledger()
    try late.note(EventSketch.event(published: "2024-08-01", acted: "2023-12-01", law: "某法第20條"))
    let second = try late.note(EventSketch.event(published: "2024-06-10", law: "某法第20條"))
    try late.respond("adequate", "2024-06-10", to: second)
    #expect(try late.adjustment("2024-07").sketch == "v 0.4")
    // 2 + 1.2.
    #expect(try late.adjustment("2024-08").sketch == "v 3.2")
  }

  // MARK: Later lines

  @Test("Corrected from 2 to 3 points and to another company; withdrawn: nothing")
  func correctionAndWithdrawal() throws {
    var ledger = Ledger()
    let id = try ledger.note(EventSketch.event(), at: "2024-02-01")
    try ledger.correct(
      [.deduction(#require(Deduction(Figure(digits: 3)))), .kind("social")], of: id, at: "2024-02-02")
    #expect(try ledger.adjustment("2024-02").sketch == "s 3")
    try ledger.correct([.company(CompanyID("2000"))], of: id, at: "2024-02-03")
    #expect(try ledger.adjustment("2024-02").events.isEmpty)
    #expect(try ledger.adjustment("2024-02", of: "2000").sketch == "s 3")
    try ledger.withdraw(id, at: "2024-02-04")
    #expect(try ledger.adjustment("2024-02", of: "2000").events.isEmpty)
    // As of each day, what was known then.
    let asOf = try ["2024-01-31", "2024-02-01", "2024-02-02", "2024-02-03", "2024-02-04"].map { day in
      let then = ledger.upTo(Moment(endOf: try EventSketch.day(day)))
      return try then.adjustment("2024-02").sketch + "|" + then.adjustment("2024-02", of: "2000").sketch
    }
    #expect(asOf == ["|", "v 2|", "s 3|", "|s 3", "|"])
  }

  @Test func aKindThatThePackNoLongerHasIsShownAndTakesNothing() throws {
    var ledger = Ledger()
    try ledger.note(EventSketch.event())
    var rules = EventSketch.rules
    rules.kinds.removeLast()
    let adjustment = try ledger.adjustment("2024-02", rules: rules)
    #expect(adjustment.sketch.isEmpty && adjustment.events.map(\.effect) == [.unknownToThePack])
  }

  // MARK: On a scorecard

  /// s: 2 of 4. e: 1 of 2. v: 0–1 of 3.
  private func card(_ floor: ScoringRules.Floor) throws -> Scorecard {
    var rubric = RubricSketch()
    rubric.places = [("s", ["s1"]), ("e", ["e1"]), ("v", ["v1"])]
    rubric.scoring = RubricSketch.deducting(floor: floor)
    rubric.add(4, .positive, to: "s1")
    rubric.add(2, .positive, to: "e1")
    rubric.add(3, .positive, to: "v1")
    let said: [String: Said] = ["s1+0": .number, "s1+1": .number, "e1+0": .number, "v1+2": .blankPage]
    return try rubric.card([rubric.document("a.pdf", said)])
  }

  @Test(
    "A scorecard less its events: s 2−0.5 of 4, e 1−3 of 2, v 0–1 of 3",
    arguments: [
      // 1.5 + 0 + 0–1 = 1.5–2.5 of 9.
      (ScoringRules.Floor.subDimension, "0/2 = 0.0", "1.5–2.5/9 = 16.7–27.8"),
      (.dimension, "0/2 = 0.0", "1.5–2.5/9 = 16.7–27.8"),
      // 1.5 − 2 + 0–1 = −0.5–0.5 of 9; the total stopped at 0.
      (.total, "-2/2 = -100.0", "0–0.5/9 = 0.0–5.6"),
      (.none, "-2/2 = -100.0", "-0.5–0.5/9 = -5.6–5.6"),
    ])
  func adjustedCard(_ floor: ScoringRules.Floor, _ economic: String, _ total: String) throws {
    var ledger = Ledger()
    try ledger.note(EventSketch.event(kind: "social", deduction: "0.5"))
    try ledger.note(EventSketch.event(kind: "economic", deduction: "3"))
    let month = AdjustedCard(try card(floor), try ledger.adjustment("2024-02"), floor: floor).monthlyScore
    #expect(month.company == CompanyID("1000") && month.industry == "makers")
    #expect(month.dimensions.map(\.dimension) == ["s", "e", "v"])
    #expect(month.dimensions.map(\.score.sketch) == ["1.5/4 = 37.5", economic, "0–1/3 = 0.0–33.3"])
    #expect(month.total.sketch == total)
  }

  @Test(
    "Without events a month is the scorecard, below nought too where the pack lets it be",
    arguments: [
      ScoringRules.Floor.none, .subDimension, .dimension, .total,
    ])
  func noEvents(_ floor: ScoringRules.Floor) throws {
    let card = try card(floor)
    let month = AdjustedCard(card, try Ledger().adjustment("2024-02"), floor: floor).monthlyScore
    #expect(month.total == card.score && month.dimensions.map(\.score) == card.dimensions.map(\.score))
  }
}
