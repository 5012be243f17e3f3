import ReportModel
import Testing

@testable import Scoring

/// What can be said in a ledger, and what cannot.
struct LedgerTests {
  private func number(_ text: String) throws -> CaseNumber { try #require(CaseNumber(text)) }

  // MARK: Parts

  @Test func anEventHasADayOfPenaltyOrPublicationInTheOrderOfThings() throws {
    let days = try ["2024-01-01", "2024-02-01", "2024-03-01"].map(EventSketch.day)
    #expect(throws: EventDays.Fault.neitherPenaltyNorPublication) { try EventDays(act: days[0]) }
    #expect(throws: EventDays.Fault.wrongOrder(days[1], days[0])) { try EventDays(act: days[1], penalty: days[0]) }
    #expect(throws: EventDays.Fault.wrongOrder(days[2], days[1])) {
      try EventDays(penalty: days[2], publication: days[1])
    }
    #expect(throws: EventDays.Fault.wrongOrder(days[2], days[1])) { try EventDays(act: days[2], publication: days[1]) }
    let all = try EventDays(act: days[0], penalty: days[1], publication: days[2])
    #expect(all.counted == days[2] && all.first == days[0])
    let one = try EventDays(act: days[1], penalty: days[1])
    #expect(one.counted == days[1] && one.first == days[1])
  }

  @Test func idsFinesAndDeductions() {
    #expect(EventID("E12")?.number == 12 && EventID("e3")?.text == "E3")
    for text in ["", "E", "E0", "E01", "12", "E1x", "E-1", "F1", "E1234567890"] { #expect(EventID(text) == nil) }
    #expect(Fine(dollars: 0) == nil && Fine(dollars: -1) == nil && Fine(dollars: 1) != nil)
    #expect(Fine(Figure(digits: 15, exponent: 5))?.dollars == 1_500_000 && Fine(Figure(digits: 5, exponent: -1)) == nil)
    #expect(Deduction(Figure(digits: 0)) == nil && Deduction(Figure(digits: -1)) == nil)
    #expect(Deduction(Figure(digits: 1001)) == nil && Deduction(Figure(digits: 1, exponent: -5)) == nil)
    #expect(Deduction(Figure(digits: 1, exponent: -4))?.points.figure.plain == "0.0001")
  }

  @Test func wordsStandOnOneLine() {
    #expect(OneLine("a\n b\t\u{1B}[1mc \u{2028}")?.text == "a b [1mc")
    #expect(OneLine(" \n\u{3000}") == nil && OneLine("") == nil)
    #expect(CaseNumber("府環 字第１１３０００１號")?.text == "府環字第1130001號")
    #expect(CaseNumber(" ") == nil)
  }

  @Test(
    "Articles of law, however they are written",
    arguments: [
      ("空氣法第20條", ["空氣法 20"]), ("空氣法第 20 條第1項第3款", ["空氣法 20"]), ("空氣法第二十條第一項", ["空氣法 20"]),
      ("水法第18條之1", ["水法 18-1"]), ("水法第18-1條", ["水法 18-1"]), ("水法第十八條之一第2項", ["水法 18-1"]),
      ("勞法第24條第1項、第36條及健康法第６條第1項", ["勞法 24", "勞法 36", "健康法 6"]), ("勞法第一百零二條", ["勞法 102"]),
      ("證法 §178", ["證法 178"]), ("稅法施行細則", ["稅法施行細則"]), ("勞法第24條第1項；健康法第6條第1項第7款", ["勞法 24", "健康法 6"]),
    ])
  func articles(_ text: String, _ articles: [String]) {
    #expect(LawArticle(text)?.articles == Set(articles))
  }

  @Test func anEventNeedsWhoWhatWhereFromAndHowMuch() throws {
    let whole = try EventSketch.event().facts
    #expect(try MaterialEvent(whole) == EventSketch.event())
    for field in [EventFact.Field.company, .kind, .source, .deduction] {
      #expect(throws: MaterialEvent.Fault.missing(field)) { try MaterialEvent(whole.filter { $0.field != field }) }
    }
    #expect(throws: MaterialEvent.Fault.days(.neitherPenaltyNorPublication)) {
      try MaterialEvent(whole.filter { $0.field != .published })
    }
  }

  // MARK: The same again

  @Test func theVerySameEventIsKnown() throws {
    var ledger = Ledger()
    let event = try EventSketch.event(law: "某法第1條", fine: 60_000, text: "x")
    let id = try ledger.note(event)
    let noon = try EventSketch.noon("2024-05-01")
    #expect(try ledger.add(event, by: EventSketch.who, at: noon) == .known(id))
    // Other words without a case number may be another event.
    try ledger.note(EventSketch.event(law: "某法第1條", fine: 60_000, text: "y"))
    // As it was before a correction, and after it, withdrawn or not.
    try ledger.correct([.fine(Fine(dollars: 70_000))], of: id)
    #expect(try ledger.add(event, by: EventSketch.who, at: noon) == .known(id))
    #expect(
      try ledger.add(EventSketch.event(law: "某法第1條", fine: 70_000, text: "x"), by: EventSketch.who, at: noon)
        == .known(id))
    try ledger.withdraw(id)
    #expect(try ledger.add(event, by: EventSketch.who, at: noon) == .known(id))
    #expect(ledger.lines.count == 4 && ledger.events.count == 2)
  }

  @Test func oneCaseToldTwiceIsOneEvent() throws {
    var ledger = Ledger()
    let id = try ledger.note(
      EventSketch.event(penalized: "2024-01-10", law: "某法第1條第2項", fine: 60_000, number: "府字第1號"))
    let noon = try EventSketch.noon("2024-05-01")
    // Another source, which tells less or in other words.
    let same = [
      try EventSketch.event(fine: 60_000, number: "府字 第１號", text: "other words"),
      try EventSketch.event(published: nil, penalized: "2024-01-10", law: "某法第1條", number: "府字第1號"),
    ]
    for event in same { #expect(try ledger.add(event, by: EventSketch.who, at: noon) == .known(id)) }
    #expect(ledger.lines.count == 1)
  }

  @Test func oneCaseWithSomethingElseIsRefusedAndNamesTheLine() throws {
    var ledger = Ledger()
    try ledger.note(EventSketch.event("3000"))
    let id = try ledger.note(
      EventSketch.event(penalized: "2024-01-10", law: "某法第1條", fine: 60_000, number: "府字第1號"))
    let before = ledger
    let others: [(MaterialEvent, [EventFact.Field])] = [
      (try EventSketch.event("2000", number: "府字第1號"), [.company]),
      (try EventSketch.event(fine: 70_000, number: "府字第1號"), [.fine]),
      (try EventSketch.event(law: "某法第2條", number: "府字第1號"), [.law]),
      (try EventSketch.event(published: "2024-02-01", number: "府字第1號"), [.published]),
      (try EventSketch.event(penalized: "2024-01-11", number: "府字第1號"), [.penalized]),
      (try EventSketch.event(kind: "social", number: "府字第1號", deduction: "3"), [.kind, .deduction]),
    ]
    for (event, fields) in others {
      #expect(throws: LedgerFault.contradiction(id, line: 2, fields)) {
        try ledger.add(event, by: EventSketch.who, at: EventSketch.noon("2024-05-01"))
      }
    }
    #expect(ledger == before)
    // Once corrected, the old account is known and another one is compared with the new.
    try ledger.correct([.fine(Fine(dollars: 70_000))], of: id)
    let corrected = others[1].0
    #expect(try ledger.add(corrected, by: EventSketch.who, at: EventSketch.noon("2024-05-01")) == .known(id))
    #expect(throws: LedgerFault.contradiction(id, line: 3, [.fine])) {
      try ledger.add(
        EventSketch.event(fine: 80_000, number: "府字第1號"), by: EventSketch.who, at: EventSketch.noon("2024-05-01"))
    }
  }

  @Test func aCaseNumberThatWasCorrectedAwayIsFree() throws {
    var ledger = Ledger()
    let first = try ledger.note(EventSketch.event(number: "府字第1號"))
    try ledger.correct([.caseNumber(number("府字第2號"))], of: first)
    let second = try ledger.note(EventSketch.event("2000", number: "府字第1號"))
    #expect(throws: LedgerFault.caseIsTaken(second, line: 3)) {
      try ledger.correct([.caseNumber(number("府字第1號"))], of: first)
    }
    #expect(
      try ledger.add(EventSketch.event(number: "府字第1號"), by: EventSketch.who, at: EventSketch.noon("2024-05-01"))
        == .known(first))
  }

  // MARK: Refused

  @Test func nothingIsSaidOfWhatIsNotThereOrWithdrawn() throws {
    var ledger = Ledger()
    let id = try ledger.note(EventSketch.event())
    let other = try #require(EventID("E2"))
    #expect(throws: LedgerFault.noSuchEvent(other)) { try ledger.respond("none", "2024-02-01", to: other) }
    #expect(throws: LedgerFault.noSuchEvent(other)) { try ledger.withdraw(other) }
    #expect(throws: LedgerFault.noSuchEvent(other)) { try ledger.correct([.text(nil)], of: other) }
    try ledger.withdraw(id)
    let fault = LedgerFault.withdrawn(id, line: 2)
    #expect(throws: fault) { try ledger.respond("none", "2024-02-01", to: id) }
    #expect(throws: fault) { try ledger.withdraw(id) }
    #expect(throws: fault) { try ledger.correct([.kind("social")], of: id) }
    #expect(ledger.lines.count == 2)
  }

  @Test func aResponseIsNotBeforeItsEvent() throws {
    var ledger = Ledger()
    let id = try ledger.note(EventSketch.event(published: "2024-03-05", penalized: "2024-02-05"))
    let first = try EventSketch.day("2024-02-05")
    let before = try EventSketch.day("2024-02-04")
    #expect(throws: LedgerFault.respondedBefore(id, before, eventOf: first)) {
      try ledger.respond("partial", "2024-02-04", to: id)
    }
    try ledger.respond("partial", "2024-02-05", to: id)
    // Nor may a correction put the event behind it.
    let behind = try EventSketch.day("2024-02-06")
    #expect(throws: LedgerFault.respondedBefore(id, first, eventOf: behind)) {
      try ledger.correct([.penalized(Day("2024-02-06"))], of: id)
    }
  }

  @Test func aCorrectionChangesSomethingIntoAnEvent() throws {
    var ledger = Ledger()
    let id = try ledger.note(EventSketch.event())
    #expect(throws: LedgerFault.nothingChanges(id)) { try ledger.correct([.kind("environmental")], of: id) }
    #expect(throws: LedgerFault.noEvent(.days(.neitherPenaltyNorPublication))) {
      try ledger.correct([.published(nil)], of: id)
    }
    #expect(ledger.lines.count == 1)
  }

  // MARK: Time and replay

  @Test func theLedgersClockIsNeverSetBack() throws {
    var ledger = Ledger()
    let id = try ledger.note(EventSketch.event(), at: "2024-05-01")
    try ledger.withdraw(id, at: "2024-04-01")
    #expect(ledger.lines.map(\.time.day.text) == ["2024-05-01", "2024-05-01"])
  }

  @Test func storedLinesAreCheckedAgain() throws {
    var ledger = Ledger()
    let id = try ledger.note(EventSketch.event(number: "府字第1號"), at: "2024-01-01")
    try ledger.note(EventSketch.event("2000"), at: "2024-01-02")
    try ledger.respond("partial", "2024-02-01", to: id, at: "2024-01-03")
    let lines = ledger.lines
    #expect(try Ledger(replaying: lines) == ledger)
    #expect(throws: LedgerFault.self) { try Ledger(replaying: [lines[1]]) }
    #expect(throws: LedgerFault.self) { try Ledger(replaying: [lines[1], lines[0], lines[2]]) }
    #expect(throws: LedgerFault.self) { try Ledger(replaying: [lines[0], lines[2]]) }
    let twice = LedgerLine(number: 4, time: lines[2].time, who: lines[0].who, event: id, entry: lines[0].entry)
    #expect(throws: LedgerFault.self) { try Ledger(replaying: lines + [twice]) }
  }
}
