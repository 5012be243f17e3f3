import Archive
import ReportModel
import Scoring
import Support
import Testing

@testable import Pipeline

/// The ledger as it is stored: what is read back is what was said.
struct LedgerCodingTests {
  private func archive() throws -> ArchiveFile {
    try ArchiveFile(path: BuiltProgram.temporaryFolder() + "/a.sqlite", .orNew)
  }

  private func event(_ number: Int, text: String? = nil) throws -> MaterialEvent {
    try MaterialEvent([
      .company(CompanyID("甲: 乙")), .caseNumber(CaseNumber("府字第\(number)號")), .penalized(Day("2024-02-03")),
      .published(Day("2024-03-04")), .kind("social"), .item("x"), .law(LawArticle("某法第1條: 第2項")),
      .fine(Fine(dollars: 60_000 + number)), .deduction(try #require(Deduction(Figure(digits: 15, exponent: -1)))),
      .source(try #require(OneLine("某局"))), .text(text.flatMap(OneLine.init)),
    ])
  }

  @Test func everyKindOfLineIsReadBack() throws {
    let archive = try archive()
    let who = try #require(OneLine("林 reviewer"))
    let noon = try #require(Moment("2024-05-01T12:00:00Z"))
    let told = try archive.changeLedger { ledger in
      do {
        let nasty = ["a: b", "reason: c", ":", "::", "e\u{301}", "第一行\n第二行", "\u{1B}[31m紅", "  x  "]
        for (number, text) in nasty.enumerated() {
          _ = try ledger.add(event(number + 1, text: text), by: who, at: noon)
        }
        let id = try #require(EventID("E1"))
        try ledger.say(
          .respond(
            EventResponse(
              level: "partial", day: try #require(Day("2024-04-01")), evidence: try #require(OneLine("day: 2024-01-01"))
            )),
          of: id, by: who, at: noon)
        try ledger.say(
          .correct(
            try #require(Several([.item(nil), .fine(nil), .kind("economic"), .text(OneLine("reason: y"))])),
            reason: try #require(OneLine("text: z"))), of: id, by: who, at: noon)
        try ledger.say(.withdraw(reason: who), of: id, by: who, at: noon)
        return (ledger, true)
      } catch {
        Issue.record("\(error)")
        return (ledger, false)
      }
    }
    #expect(told.lines.count == 11)
    #expect(try archive.ledger() == told)
    #expect(told.event(try #require(EventID("E1")))?.event.text?.text == "reason: y")
  }

  @Test func nothingIsKeptOfWhatIsRefused() throws {
    let archive = try archive()
    let who = try #require(OneLine("Lin"))
    let noon = try #require(Moment("2024-05-01T12:00:00Z"))
    let other = try event(1).corrected(by: [.company(CompanyID("other"))])
    let entry = try archive.enter(
      [EventNotice(event(1)), EventNotice(event(2)), EventNotice(other)], by: who, at: noon)
    let id = try #require(EventID("E1"))
    #expect(entry == .refused([EventEntry.Refusal(place: 2, fault: .contradiction(id, line: 1, [.company]))]))
    #expect(try archive.ledgerRows().isEmpty)
    // A rehearsal says what would be, and keeps nothing either.
    guard
      case .entered(let rehearsed) = try archive.enter([EventNotice(event(1))], by: who, at: noon, rehearsal: true)
    else { throw ArchiveFailure.full }
    #expect(rehearsed.new == [id])
    #expect(try archive.ledgerRows().isEmpty)
  }

  @Test func responsesOfATableAreSaidOnce() throws {
    let archive = try archive()
    let who = try #require(OneLine("Lin"))
    let noon = try #require(Moment("2024-05-01T12:00:00Z"))
    let response = EventResponse(level: "partial", day: try #require(Day("2024-04-01")), evidence: who)
    for count in [1, 0] {
      guard
        case .entered(let counts) = try archive.enter(
          [EventNotice(event(1), response: response)], by: who, at: noon)
      else { throw ArchiveFailure.full }
      #expect(counts.responses == count)
    }
    #expect(try archive.ledgerRows().count == 2)
  }

  @Test func aLineThatWasNeverWrittenSoIsDamage() throws {
    for body in ["", "company: 1", "kind social", "day: 2024-02-30"] {
      let archive = try archive()
      _ = try archive.extendLedger { _ in
        ([LedgerRow(line: 1, time: "2024-05-01T12:00:00Z", who: "x", event: "E1", what: "add", body: body)], ())
      }
      #expect(throws: ArchiveFailure.damaged("line 1 of the ledger of events")) { try archive.ledger() }
    }
  }

  @Test func asOfADayCountsWhatWasRecordedByItsEnd() throws {
    let archive = try archive()
    let who = try #require(OneLine("Lin"))
    for (number, time) in ["2024-05-01T23:59:59Z", "2024-05-02T00:00:00Z"].enumerated() {
      _ = try archive.enter([EventNotice(event(number + 1))], by: who, at: try #require(Moment(time)))
    }
    func events(_ day: String) throws -> Int { try archive.ledger(asOf: Day(day)).events.count }
    #expect(try events("2024-04-30") == 0 && events("2024-05-01") == 1 && events("2024-05-02") == 2)
  }
}
