import ReportModel
import Support
import Testing

@testable import Archive

@Suite("The stamp of an archive")
struct StampTests {
  private let archive: ArchiveFile

  init() throws { archive = try ArchiveFile(path: BuiltProgram.temporaryFolder() + "/a.sqlite", .orNew) }

  private func begin() throws -> RunID {
    try archive.beginRun(
      command: "ingest", at: "2025-01-01T00:00:00Z", engines: Engines(reading: "1", matching: "1"),
      book: StoredBook(digest: "d", sources: []))
  }

  @Test("Reports are others when a run has ended, not while it goes on")
  func runs() throws {
    let empty = try archive.stamp()
    #expect(try archive.stamp() == empty)
    let run = try begin()
    let begun = try archive.stamp()
    #expect(begun != empty && begun.scores == empty.scores)
    try archive.endRun(run, at: "2025-01-01T00:00:01Z", .done)
    #expect(try archive.stamp().scores.reports != begun.scores.reports)
  }

  @Test("Companies change reports; the ledger changes scores, and leaves reports")
  func companiesAndEvents() throws {
    let empty = try archive.stamp()
    _ = try archive.add(
      [CompanyRecord(ticker: "1101", name: "甲", industry: nil, activities: nil, isExpected: true)],
      at: "2025-01-01T00:00:00Z")
    let known = try archive.stamp()
    #expect(known.scores.reports != empty.scores.reports)
    _ = try archive.extendLedger { rows in
      (
        [
          LedgerRow(
            line: rows.count + 1, time: "2025-01-01T00:00:00Z", who: "甲", event: "E1", what: "add", body: "")
        ], ()
      )
    }
    let told = try archive.stamp()
    #expect(told.scores.reports == known.scores.reports && told.scores != known.scores)
    #expect(told.withoutDecisions == told)
  }
}
