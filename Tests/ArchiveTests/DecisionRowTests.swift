import ReportModel
import Support
import Testing

@testable import Archive

/// Steps of the log of decisions as the archive keeps them: added, never changed.
struct DecisionRowTests {
  private let archive: ArchiveFile

  init() throws { archive = try ArchiveFile(path: BuiltProgram.temporaryFolder() + "/a.sqlite", .orNew) }

  private func row(_ step: Int) -> DecisionRow {
    DecisionRow(
      step: step, time: "2025-01-0\(step)T00:00:00Z", who: "Lin", document: "ab", item: "power", what: "accept",
      body: "state: not-found\nnote: 好")
  }

  @Test func onlyWhatIsNewIsReadAgain() throws {
    #expect(try archive.extendDecisions(after: 0) { seen in ([row(1), row(2)], seen) } == [])
    #expect(try archive.extendDecisions(after: 1) { seen in ([row(3)], seen) } == [row(2)])
    #expect(try archive.decisionRows() == [row(1), row(2), row(3)])
    #expect(try archive.decisionRows(after: 2) == [row(3)])
  }

  @Test func allStepsOfOneGoOrNone() throws {
    _ = try archive.extendDecisions(after: 0) { _ in ([row(1)], ()) }
    #expect(throws: ArchiveFailure.self) { try archive.extendDecisions(after: 1) { _ in ([row(2), row(1)], ()) } }
    #expect(try archive.decisionRows() == [row(1)])
  }

  @Test func nothingIsEverChangedOrTakenAway() throws {
    _ = try archive.extendDecisions(after: 0) { _ in ([row(1)], ()) }
    for statement in ["UPDATE decisions SET who = 'x'", "DELETE FROM decisions", "UPDATE decisions SET step = 9"] {
      #expect(throws: ArchiveFailure.self) { try archive.database.execute(statement) }
    }
    #expect(try archive.decisionRows() == [row(1)])
  }

  @Test func whatIsDecidedIsTheLastThingRecorded() throws {
    #expect(try archive.lastRecordedTime() == nil)
    _ = try archive.extendDecisions(after: 0) { _ in ([row(1), row(2)], ()) }
    #expect(try archive.lastRecordedTime() == "2025-01-02T00:00:00Z")
  }
}
