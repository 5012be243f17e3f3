import ReportModel
import Support
import Testing

@testable import Archive

/// Lines of the ledger as the archive keeps them: added, never changed.
struct LedgerRowTests {
  private let archive: ArchiveFile

  init() throws { archive = try ArchiveFile(path: BuiltProgram.temporaryFolder() + "/a.sqlite", .orNew) }

  private func row(_ line: Int, _ body: String = "甲: 乙\nc: d") -> LedgerRow {
    LedgerRow(line: line, time: "2025-01-0\(line)T00:00:00Z", who: "Lin", event: "E1", what: "add", body: body)
  }

  private func lines() throws -> [Int] { try archive.ledgerRows().map(\.line) }

  @Test func whatIsAddedIsReadBackInOrder() throws {
    #expect(try archive.extendLedger { seen in ([row(1), row(2)], seen.count) } == 0)
    let seen = try archive.extendLedger { seen in ([row(3)], seen) }
    #expect(seen == [row(1), row(2)])
    #expect(try archive.ledgerRows() == [row(1), row(2), row(3)])
  }

  @Test func allLinesOfOneGoOrNone() throws {
    _ = try archive.extendLedger { _ in ([row(1)], ()) }
    // The second line has the number of one that is there.
    #expect(throws: ArchiveFailure.self) { try archive.extendLedger { _ in ([row(2), row(1)], ()) } }
    #expect(try lines() == [1])
    #expect(throws: ArchiveFailure.full) {
      try archive.extendLedger { _ throws(ArchiveFailure) -> ([LedgerRow], Int) in throw .full }
    }
    #expect(try lines() == [1])
    #expect(try archive.extendLedger { _ in ([], 7) } == 7)
  }

  @Test func nothingIsEverChangedOrTakenAway() throws {
    _ = try archive.extendLedger { _ in ([row(1)], ()) }
    for statement in ["UPDATE ledger SET who = 'x'", "DELETE FROM ledger", "UPDATE ledger SET line = 9"] {
      #expect(throws: ArchiveFailure.self) { try archive.database.execute(statement) }
    }
    #expect(try archive.ledgerRows() == [row(1)])
  }
}
