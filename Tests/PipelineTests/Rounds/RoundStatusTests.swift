import Foundation
import ReportModel
import RuleBook
import Scoring
import Testing

@testable import Archive
@testable import Pipeline

/// How companies and documents stand in a round, without any archive.
struct RoundStatusTests {
  private static func month(_ month: Int, _ later: Int) -> RoundRules.MonthOfRound {
    RoundRules.MonthOfRound(month: month, yearsLater: later)
  }

  private static let place = Place(file: "r.yaml")
  private static let plan = RoundPlan(
    RatingRules(
      events: EventRules(kinds: [], responses: [], months: 12, place: place),
      lists: ListRules(
        percentile: 5, line: .nearestRank, fewestCompanies: 20, watched: [],
        watchMonths: ListRules.Window(months: 13, of: 15), blackMonths: .count, place: place),
      rounds: [
        RoundRules(
          id: "1", names: Phrase("First", "第一次"), uploadedBy: month(8, 0), completedIn: month(11, 0), reportYear: -1,
          place: place),
        RoundRules(
          id: "2", names: Phrase("Second", "第二次"), uploadedBy: month(4, 1), completedIn: month(5, 1), reportYear: -1,
          place: place),
      ], calendar: TradingCalendar(closed: [:], place: place), place: place))

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// A document of a company about a year; of an upload that is not told only the day on which it was seen is known.
  private func report(
    _ number: Int, of ticker: String?, name: String? = nil, year: Int? = 2024, kind: DocumentKind? = .sustainability,
    uploaded: String? = nil, seen: String = "2025-08-01", status: ReadingStatus = .ok
  ) throws -> ReportRecord {
    var placement = Placement()
    placement.ticker = ticker.map { Placement.Fact($0, from: .manifest) }
    placement.company = name.map { Placement.Fact($0, from: .document) }
    placement.year = year.map { Placement.Fact($0, from: .manifest) }
    placement.kind = kind.map { Placement.Fact($0, from: .manifest) }
    placement.uploaded = uploaded.flatMap { Day($0) }.map { Placement.Fact($0, from: .manifest) }
    return ReportRecord(
      document: KnownDocument(
        id: DocumentID(number: number), sha256: "s\(number)", size: 1, name: "\(number).pdf", kept: .copy),
      placement: placement, text: TextID(number: number), basis: BasisID(number: number), sheet: SheetID(number: 1),
      run: RunID(1), outcome: .read, status: status,
      failure: status == .ok ? nil : ReadFailure(.damaged, "broken"), pageCount: 1, weakPages: [], year: year,
      firstSeen: try day(seen), paths: [])
  }

  private func company(_ ticker: String, _ name: String, isExpected: Bool = true) -> CompanyRecord {
    CompanyRecord(ticker: ticker, name: name, industry: nil, activities: nil, isExpected: isExpected)
  }

  private func status(
    _ id: String, _ reports: [ReportRecord], _ companies: [CompanyRecord]
  ) throws -> RoundStatus {
    let name = try #require(RoundID(id))
    let round = try #require(Self.plan.round(name))
    return RoundStatus(
      round, next: Self.plan.next(after: round), on: try day("2025-09-10"), reports: reports, companies: companies)
  }

  /// Of company 1 one document of two is read, of 2 all, of 3 none, of 4 there is none that counts, 5 was not asked.
  private func sample() throws -> ([ReportRecord], [CompanyRecord]) {
    let reports = try [
      report(1, of: "1001", uploaded: "2025-08-31"),
      report(2, of: "1001", kind: .annual, uploaded: "2025-03-31", status: .failed),
      report(3, of: "1002", uploaded: nil, seen: "2025-08-31"),
      report(4, of: "1003", uploaded: "2025-06-30", status: .failed),
      report(5, of: "1004", uploaded: "2025-09-01"), report(6, of: "1004", year: 2023, uploaded: "2024-08-01"),
      report(7, of: "1005", uploaded: "2025-08-01"), report(8, of: "1005", uploaded: "2025-07-01"),
      report(9, of: "1002", kind: nil), report(10, of: nil), report(11, of: nil, name: "丁公司", uploaded: "2025-08-02"),
      report(12, of: "1006", year: 2023),
    ]
    let companies = [
      company("1001", "甲"), company("1002", "乙"), company("1003", "丙"), company("1004", "戊"), company("1007", "己"),
      company("1008", "庚", isExpected: false), company("1009", "丁公司"),
    ]
    return (reports, companies)
  }

  private func states(_ status: RoundStatus) -> [String] {
    status.companies.map { "\($0.id.text) \($0.state.rawValue)\($0.isExpected ? "" : "?")" }
  }

  @Test func everyCompanyStandsInOneState() throws {
    let (reports, companies) = try sample()
    let status = try status("2025-1", reports, companies)
    #expect(
      states(status) == [
        "1001 partial", "1002 in", "1003 failed", "1004 missing", "1005 in?", "1007 missing",
        // Its document tells the name only, its ticker stands in the table.
        "1009 in",
      ])
    #expect(status.companies.map(\.name) == ["甲", "乙", "丙", "戊", "1005", "己", "丁公司"])
    #expect(status.ownerless.map(\.document.name) == ["10.pdf"])
  }

  @Test func everythingIsCounted() throws {
    let (reports, companies) = try sample()
    let counts = try status("2025-1", reports, companies).counts
    // Expected are 1001–1004, 1007 and 1009; 1008 is not, and 1005 was never told of.
    #expect(counts.expected == 6 && counts.unexpected == 1)
    #expect(counts.states == [.complete: 2, .partial: 1, .failed: 1, .missing: 2])
    // 1, 2, 3, 4, 7 and 11 count; of 3 nobody knows the upload; 8 gives way to 7; 5 is late; 9 and 10 are of no kind
    // or of nobody; 6 and 12 are of another year.
    #expect(counts.counted == 6 && counts.assumedDays == 1 && counts.superseded == 1 && counts.late == 1)
    #expect(counts.unplaced == 2 && counts.unreviewed == 6)
  }

  @Test func whatIsLateCountsForTheNextRoundOfTheSameReports() throws {
    let (reports, companies) = try sample()
    let first = try status("2025-1", reports, companies)
    #expect(first.next?.id.text == "2025-2")
    let second = try status("2025-2", reports, companies)
    #expect(states(second).contains("1004 in") && second.counts.late == 0)
    // The round after it is about the reports of 2025.
    #expect(second.next == nil)
  }

  @Test func aLaterCorrectionDoesNotTakeAwayWhatWasThere() throws {
    let reports = try [
      report(1, of: "1001", uploaded: "2025-08-31"), report(2, of: "1001", uploaded: "2025-09-01"),
    ]
    let first = try #require(try status("2025-1", reports, []).companies.first)
    #expect(first.counted.map(\.report.document.name) == ["1.pdf"] && first.superseded.isEmpty)
    #expect(first.late.map(\.report.document.name) == ["2.pdf"])
    let second = try #require(try status("2025-2", reports, []).companies.first)
    #expect(second.counted.map(\.report.document.name) == ["2.pdf"])
    #expect(second.superseded.map(\.current.name) == ["2.pdf"])
  }

  @Test(arguments: [
    (RoundStatus.Only.missing, ["1004", "1007"]), (.failed, ["1003"]), (.partial, ["1001"]),
    (.complete, ["1002", "1005", "1009"]), (.superseded, ["1005"]), (.late, ["1004"]), (.unplaced, ["1002"]),
    (.unexpected, ["1005"]), (.assumedDay, ["1002"]), (.unreviewed, ["1001", "1002", "1003", "1005", "1009"]),
  ])
  func aListIsNarrowed(only: RoundStatus.Only, ids: [String]) throws {
    let (reports, companies) = try sample()
    let status = try status("2025-1", reports, companies)
    #expect(status.only(only).map(\.id.text) == ids)
    #expect(status.ownerless(only).count == (only == .unplaced ? 1 : 0))
  }

  @Test func theOrderOfDocumentsAndCompaniesChangesNothing() throws {
    let (reports, companies) = try sample()
    let forward = try status("2025-1", reports, companies)
    // Documents without an owner are listed as the archive gives them, by name.
    let backward = try status("2025-1", reports.reversed(), companies.reversed())
    #expect(json(of: forward).bytes == json(of: backward).bytes)
    #expect(csv(of: forward).bytes == csv(of: backward).bytes)
  }

  @Test func programsAreToldAllOfIt() throws {
    let (reports, companies) = try sample()
    let status = try status("2025-1", reports, companies)
    let object = try JSONSerialization.jsonObject(with: Data(json(of: status).bytes)) as? [String: Any]
    let root = try #require(object)
    #expect(root["official"] as? Bool == false && root["daysToCutOff"] as? Int == -10)
    // Nobody has told the calendar of November 2025.
    #expect(root["daysToCompletion"] == nil)
    #expect(((root["round"] as? [String: Any])?["trouble"] as? [String: String])?["en"]?.contains("2025-11") == true)
    let listed = try #require(root["companies"] as? [[String: Any]])
    let second = try #require(listed.first { $0["company"] as? String == "1002" })
    let document = try #require((second["documents"] as? [[String: Any]])?.first)
    #expect(document["uploaded"] as? String == "2025-08-31" && document["uploadedFrom"] as? String == "first-seen")
    let late = try #require(listed.first { $0["company"] as? String == "1004" }?["late"] as? [[String: Any]])
    #expect(late.first?["countsFor"] as? String == "2025-2")
    let lines = String(decoding: csv(of: status).bytes, as: UTF8.self).split(separator: "\r\n")
    // The header; 6 that count, 1 late, 1 superseded, 2 unplaced; 1007 has no document at all.
    #expect(lines.count == 1 + 6 + 1 + 1 + 2 + 1)
  }
}
