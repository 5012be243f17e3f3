import Foundation
import ReportModel
import Support
import Testing

@testable import Archive

/// The archive as it was on a day.
struct MomentTests {
  private let archive: ArchiveFile

  init() throws { archive = try ArchiveFile(path: try BuiltProgram.temporaryFolder() + "/a.sqlite", .orNew) }

  private func begin(_ day: String, book: String = "b") throws -> RunID {
    try archive.beginRun(
      command: "ingest", at: day + "T08:00:00Z", engines: Engines(reading: "r", matching: "m"),
      book: StoredBook(digest: book, sources: []))
  }

  private func end(_ run: RunID, _ time: String) throws { try archive.endRun(run, at: time, .done) }

  /// A run reads a document anew each time, so that its text tells which run it was.
  private func read(
    _ name: String, _ run: RunID, on day: String, questions: [Question]? = nil, ticker: String? = nil
  ) throws -> DocumentID {
    let file = SeenFile(
      path: name, sha256: "sha of \(name)", mark: FileMark(size: 1, modified: 1, changed: 1, inode: 1), kept: .path)
    let document = try archive.register([file], run: run)[0].id
    let questions = questions ?? [Question(item: "water", digest: "w\(run.number)")]
    let sheet = try archive.sheet(questions, digest: questions.map(\.digest).joined())
    let text = ReadText(status: .ok, failure: nil, pageCount: 1, report: ReportText(), ink: InkMap())
    var placement = Placement()
    placement.ticker = ticker.map { Placement.Fact($0, from: .manifest) }
    let answers = questions.map {
      Answer(question: $0, state: ItemState(item: $0.item, state: .notFound), evidence: [])
    }
    let harvest = Harvest(
      document: document, source: .fresh(text, attempt: 1), hint: "", year: nil, sheet: sheet, answers: answers,
      outcome: .read, placement: placement)
    try archive.save([PackedHarvest(harvest, engine: "r")], run: run, at: day + "T09:00:00Z")
    return document
  }

  private func moment(_ text: String) throws -> ArchiveMoment { try #require(try archive.moment(asOf: day(text))) }

  private func reports(_ text: String) throws -> [ReportRecord] {
    try archive.reports(ReportFilter(state: .at(try moment(text))))
  }

  @Test func beforeTheFirstRunHadEndedThereIsNothing() throws {
    #expect(try archive.moment() == nil)
    #expect(try archive.firstRecordedDay() == nil)
    let run = try begin("2025-01-02")
    #expect(try archive.moment() == nil)
    try end(run, "2025-01-03T00:00:00Z")
    #expect(try archive.moment(asOf: day("2025-01-02")) == nil)
    #expect(try archive.moment(asOf: day("2025-01-03"))?.run.id == run)
    #expect(try archive.firstRecordedDay() == day("2025-01-03"))
  }

  @Test func aDayGoesToItsLastSecond() throws {
    let run = try begin("2025-01-02")
    try end(run, "2025-01-02T23:59:59Z")
    let next = try begin("2025-01-03", book: "c")
    try end(next, "2025-01-03T00:00:00Z")
    #expect(try moment("2025-01-02").run.rules == "b")
    #expect(try moment("2025-01-03").run.rules == "c")
    #expect(try moment("2030-12-31").run.rules == "c")
  }

  @Test func onlyRunsThatHadEndedCount() throws {
    let first = try begin("2025-01-01")
    _ = try read("a.pdf", first, on: "2025-01-01")
    try end(first, "2025-01-01T10:00:00Z")
    // The second goes on for days, the third comes and goes meanwhile.
    let second = try begin("2025-01-02")
    _ = try read("a.pdf", second, on: "2025-01-02")
    _ = try read("b.pdf", second, on: "2025-01-02")
    let third = try begin("2025-01-03")
    _ = try read("c.pdf", third, on: "2025-01-03")
    try end(third, "2025-01-03T10:00:00Z")
    #expect(try reports("2025-01-02").map(\.document.name) == ["a.pdf"])
    #expect(try reports("2025-01-03").map(\.document.name) == ["a.pdf", "c.pdf"])
    #expect(try reports("2025-01-03").map(\.run) == [first, third])
    let then = try reports("2025-01-03")
    try end(second, "2025-01-05T10:00:00Z")
    #expect(try reports("2025-01-03") == then)
    #expect(try reports("2025-01-05").map(\.run) == [second, second, third])
    #expect(try reports("2025-01-05").map(\.firstSeen.text) == ["2025-01-01", "2025-01-02", "2025-01-03"])
  }

  @Test func aKilledRunCountsFromWhenItWasNoticed() throws {
    let killed = try begin("2025-01-01")
    _ = try read("a.pdf", killed, on: "2025-01-01")
    let next = try begin("2025-01-04")
    try archive.closeDeadRuns(at: "2025-01-04T08:00:00Z") { $0 == next }
    try end(next, "2025-01-05T08:00:00Z")
    #expect(try archive.moment(asOf: day("2025-01-03")) == nil)
    #expect(try reports("2025-01-04").map(\.run) == [killed])
    #expect(try moment("2025-01-04").run.ending == .killed)
    #expect(try moment("2025-01-05").run.id == next)
  }

  @Test func placementsCountFromWhenTheyWereMade() throws {
    let run = try begin("2025-01-01")
    let document = try read("a.pdf", run, on: "2025-01-01", ticker: "1000")
    try end(run, "2025-01-01T10:00:00Z")
    var placed = Placement()
    placed.ticker = Placement.Fact("2000", from: .hand)
    placed.uploaded = Placement.Fact(day("2024-08-31"), from: .hand)
    try archive.place(document, placed, run: nil, at: "2025-01-03T23:00:00Z")
    func ticker(_ text: String) throws -> String? { try reports(text)[0].placement.ticker?.value }
    #expect(try ticker("2025-01-02") == "1000")
    #expect(try ticker("2025-01-03") == "2000")
    #expect(try reports("2025-01-03")[0].placement == placed)
    // What a run places counts with the run.
    let later = try begin("2025-01-04")
    _ = try read("a.pdf", later, on: "2025-01-04", ticker: "3000")
    #expect(try ticker("2025-01-05") == "2000")
    try end(later, "2025-01-06T10:00:00Z")
    #expect(try ticker("2025-01-05") == "2000")
    #expect(try ticker("2025-01-06") == "3000")
  }

  @Test func withoutADayItIsTheLastOnWhichAnythingWasRecorded() throws {
    let run = try begin("2025-01-01")
    let document = try read("a.pdf", run, on: "2025-01-01")
    try end(run, "2025-01-01T10:00:00Z")
    #expect(try archive.moment()?.day == day("2025-01-01"))
    try archive.place(document, Placement(), run: nil, at: "2025-02-01T10:00:00Z")
    var placed = Placement()
    placed.ticker = Placement.Fact("2000", from: .hand)
    try archive.place(document, placed, run: nil, at: "2025-02-03T10:00:00Z")
    #expect(try archive.moment()?.day == day("2025-02-03"))
  }

  /// What the same text is asked later, it had not been asked then.
  @Test func onlySheetsOfEndedRunsWereAsked() throws {
    let (one, two) = (Question(item: "water", digest: "1"), Question(item: "water", digest: "2"))
    let first = try begin("2025-01-01")
    _ = try read("a.pdf", first, on: "2025-01-01", questions: [one])
    try end(first, "2025-01-01T10:00:00Z")
    let second = try begin("2025-01-02")
    _ = try read("a.pdf", second, on: "2025-01-02", questions: [two])
    try end(second, "2025-01-02T10:00:00Z")
    let report = try #require(try reports("2025-01-02").first)
    func asked(_ text: String) throws -> [Int] {
      try archive.sheetsAsked(at: try moment(text)).of(report).map(\.number)
    }
    #expect(try asked("2025-01-01").count == 1)
    #expect(try asked("2025-01-02").count == 2)
    #expect(try asked("2025-01-02").first == asked("2025-01-01").first)
  }

  @Test func aRunKeepsWhatItAsksOfEachIndustry() throws {
    let run = try begin("2025-01-01")
    let sheet = try archive.sheet([Question(item: "water", digest: "1")], digest: "s")
    try archive.note(sheet, of: nil, run: run)
    try archive.note(sheet, of: "makers", run: run)
    try archive.note(sheet, of: "makers", run: run)
    #expect(try archive.sheet(of: run, industry: "makers") == sheet)
    #expect(try archive.sheet(of: run, industry: nil) == sheet)
    #expect(try archive.sheet(of: run, industry: "bakers") == nil)
    #expect(try archive.faults() == [])
  }
}
