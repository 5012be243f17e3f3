import Archive
import Foundation
import ReportModel
import Support
import Testing

@testable import Pipeline

/// What a closed round keeps: written, read back, sealed, compared.
struct FrozenRoundTests {
  static func round(companies: [FrozenRound.Company] = [company("1001"), company("1002", .missing)]) -> FrozenRound {
    FrozenRound(
      id: "2025-1", pack: "p", names: Phrase("First", "第一次"), reportYear: 2024, cutOff: "2025-08-31",
      completion: "2025-11-28", isEarly: false, closed: "2025-12-01T08:00:00Z", who: "王「小」明 \"Ming\"",
      program: "kaozheng 0.1.0", run: 7, rules: "abc", line: 3,
      dimensions: [FrozenRound.Dimension(id: "d", names: Phrase("D", "丁"))], companies: companies)
  }

  private static func company(_ id: String, _ outcome: FrozenRound.Outcome? = nil) -> FrozenRound.Company {
    FrozenRound.Company(
      id: id, name: "甲\n\u{1}\t公司\\", isExpected: true,
      documents: [
        FrozenRound.Document(
          name: "a.pdf", sha256: "s", status: "ok", uploaded: "2025-08-01", uploadedFrom: "first-seen")
      ], outcome: outcome ?? .scored(scores()))
  }

  private static func scores(total: String = "3", item: String = "1") -> FrozenRound.Scores {
    FrozenRound.Scores(
      industry: "makers", activities: ["digs"], total: figures(total),
      parts: [
        FrozenRound.Part(id: "d", isDimension: true, figures: figures("3")),
        FrozenRound.Part(id: "a", isDimension: false, figures: figures("3")),
      ], items: [FrozenRound.Item(id: "wells", outcome: "gained", low: item, high: item)], afterEvents: nil)
  }

  private static func afterEvents(_ total: String) -> FrozenRound.Scores {
    var scores = scores()
    scores.afterEvents = FrozenRound.AfterEvents(
      total: figures(total), parts: [FrozenRound.Part(id: "d", isDimension: true, figures: figures(total))],
      events: [FrozenRound.Event(id: "e1", dimension: "d", points: "1")])
    return scores
  }

  private static func figures(_ low: String) -> FrozenRound.Figures {
    FrozenRound.Figures(low: low, high: "4", attainable: "8", lowRate: "37.5", highRate: "50.0")
  }

  private func changed(_ change: (inout FrozenRound) -> Void) -> FrozenRound {
    var round = Self.round()
    change(&round)
    return round
  }

  // MARK: Written and read

  @Test func whatIsWrittenReadsBackTheSame() throws {
    var all = [Self.round(), Self.round(companies: [])]
    all.append(changed { $0.companies[1].outcome = .noIndustry })
    var assumed = Self.scores()
    assumed.activities = nil
    all.append(changed { $0.companies[0].outcome = .scored(assumed) })
    all.append(changed { $0.companies[0].outcome = .scored(Self.afterEvents("2")) })
    for round in all {
      let read = try #require(FrozenRound(body: round.body))
      #expect(read == round && read.body == round.body)
      // Any other program can read it too.
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(round.body)) }
    }
  }

  @Test func whatIsNoSuchBodyIsNone() throws {
    let body = Self.round().body
    for end in stride(from: 0, to: body.count, by: 7) { #expect(FrozenRound(body: Array(body[..<end])) == nil) }
    #expect(FrozenRound(body: body + Array("{}".utf8)) == nil)
    #expect(FrozenRound(body: Array(String(repeating: "[", count: 100_000).utf8)) == nil)
    let text = String(decoding: body, as: UTF8.self)
    for (from, to) in [("\"form\":1", "\"form\":2"), ("\"missing\"", "\"lost\""), ("\"run\":7", "\"run\":\"7\"")] {
      #expect(FrozenRound(body: Array(text.replacingOccurrences(of: from, with: to).utf8)) == nil, "\(from)")
    }
  }

  // MARK: Sealed

  @Test func theSealHoldsAllTogether() {
    let closed = ClosedRound(Self.round())
    #expect(closed.seal.count == 64 && closed.frozen == Self.round())
    let changes: [(inout ClosedRound) -> Void] = [
      { $0.round = "2025-2" }, { $0.closed = "2025-12-01T08:00:01Z" }, { $0.who = "other" }, { $0.run = RunID(8) },
      { $0.book = "abd" }, { $0.line = 4 }, { $0.program = "kaozheng 0.2.0" }, { $0.body = nil }, { $0.body = [] },
      { $0.seal = String(repeating: "0", count: 64) },
    ]
    for (number, change) in changes.enumerated() {
      var other = closed
      change(&other)
      #expect(other.frozen == nil, "change \(number)")
    }
  }

  @Test func noByteOfTheBodyCanBeAnother() throws {
    let closed = ClosedRound(Self.round())
    let body = try #require(closed.body)
    for place in stride(from: 0, to: body.count, by: 11) {
      var other = closed
      other.body?[place] ^= 1
      #expect(other.frozen == nil, "byte \(place)")
    }
  }

  /// A seal made anew over a body that says something else than its row.
  @Test func aRowThatContradictsItsBodyIsBrokenTooWhateverItsSeal() {
    var other = ClosedRound(Self.round())
    other.who = "other"
    other.seal = other.digest
    #expect(other.frozen == nil)
  }

  // MARK: Compared

  private func differences(_ change: (inout FrozenRound) -> Void) -> [String] {
    RoundDifference.all(from: Self.round(), to: changed(change)).map {
      "\($0.company) \($0.what): \($0.frozen) → \($0.now)"
    }
  }

  @Test func nothingDiffersFromItself() { #expect(differences { _ in }.isEmpty) }

  @Test func eachDifferenceIsNamed() {
    #expect(differences { $0.run = 8 } == [" run: 7 → 8"])
    #expect(differences { $0.line = 0 } == [" ledger line: 3 → 0"])
    #expect(differences { $0.companies[1].isExpected = false } == ["1002 expected: true → false"])
    #expect(differences { $0.companies.removeLast() } == ["1002 company: yes → "])
    #expect(
      differences { $0.companies[0].documents[0].uploaded = "2025-08-02" } == [
        "1001 document s: a.pdf, ok, 2025-08-01, first-seen → a.pdf, ok, 2025-08-02, first-seen"
      ])
    #expect(
      differences { $0.companies[0].outcome = .scored(Self.scores(total: "2", item: "0.5")) } == [
        "1001 item wells: gained 1 → gained 0.5", "1001 total: 3–4/8 = 37.5–50.0% → 2–4/8 = 37.5–50.0%",
      ])
    #expect(
      differences { $0.companies[0].outcome = .scored(Self.afterEvents("2")) } == [
        "1001 dimension d after events:  → 2–4/8 = 37.5–50.0%", "1001 event e1:  → 1 from d",
        "1001 total after events:  → 2–4/8 = 37.5–50.0%",
      ])
    #expect(differences { $0.companies[1].outcome = .noIndustry } == ["1002 outcome: missing → no-industry"])
  }
}
