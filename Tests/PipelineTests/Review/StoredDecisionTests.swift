import Archive
import ReportModel
import Review
import Support
import Testing

@testable import Pipeline

/// The log in an archive that several write to.
struct StoredDecisionTests {
  private let path: String

  init() throws {
    path = try BuiltProgram.temporaryFolder() + "/a.sqlite"
    _ = try ArchiveFile(path: path, .orNew)
  }

  private static func subject(_ item: String = "power") -> Subject {
    Subject(document: "aa", item: item, .state(.notFound))
  }

  private static func say(
    _ entry: DecisionEntry, by who: String, _ log: inout DecisionLog, _ archive: ArchiveFile
  ) throws -> Result<DecisionStep, DecisionFault> {
    let (who, time) = (try #require(OneLine(who)), try #require(Moment("2026-03-01T08:00:00Z")))
    return try archive.extend(&log) { log throws(DecisionFault) in try log.say(entry, by: who, at: time) }
  }

  @Test func whoeverWritesSeesWhatOthersHaveWrittenMeanwhile() throws {
    let (first, second) = (try ArchiveFile(path: path, .existing), try ArchiveFile(path: path, .existing))
    var (one, other) = (try first.decisions(), try second.decisions())
    _ = try Self.say(.decide(.accept, Self.subject()), by: "Ann", &one, first)
    // The other window does not know of it, and decides differently: both are steps.
    _ = try Self.say(.decide(.reject, Self.subject()), by: "Ann", &other, second)
    #expect(other.steps.map(\.number) == [1, 2])
    #expect(Judgement(other.standing(of: "aa").map(\.opinion)).verdict == .reject)
    #expect(try first.decisions() == other)
    // Taken back in one window, it cannot be taken back in the other once more, and nothing is written.
    _ = try Self.say(.undo(step: 2), by: "Ann", &other, second)
    #expect(try Self.say(.undo(step: 2), by: "Ann", &one, first) == .failure(.undoneBefore(2)))
    #expect(one == other)
    #expect(try first.decisions().steps.count == 3)
  }

  @Test func manyWritersAtOnceLoseNothing() async throws {
    let path = path
    let (writers, each) = (8, 25)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          let archive = try ArchiveFile(path: path, .existing)
          var log = DecisionLog()
          for number in 0..<each {
            _ = try Self.say(.decide(.accept, Self.subject("i\(number)")), by: "R\(writer)", &log, archive)
          }
        }
      }
      try await group.waitForAll()
    }
    let log = try ArchiveFile(path: path, .existing).decisions()
    #expect(log.steps.count == writers * each)
    for writer in 0..<writers {
      let own = log.steps.filter { $0.who.text == "R\(writer)" }
      let items = own.compactMap { step -> String? in
        if case .decide(_, let subject) = step.entry { subject.item } else { nil }
      }
      #expect(items == (0..<each).map { "i\($0)" })
    }
  }

  @Test func theLogOfAMomentIsWhatWasSaidByThen() throws {
    let archive = try ArchiveFile(path: path, .existing)
    let run = try archive.beginRun(
      command: "t", at: "2026-02-28T00:00:00Z", engines: Engines(reading: "r", matching: "m"),
      book: StoredBook(digest: "d", sources: []))
    try archive.endRun(run, at: "2026-02-28T00:00:01Z", .done)
    var log = try archive.decisions()
    _ = try Self.say(.decide(.accept, Self.subject()), by: "Ann", &log, archive)
    let before = try #require(try archive.moment(asOf: Day("2026-02-28")))
    let then = try #require(try archive.moment())
    #expect(try archive.decisions(at: before).steps.isEmpty)
    #expect(try archive.decisions(at: then) == log)
    #expect(then.day.text == "2026-03-01")
  }
}
