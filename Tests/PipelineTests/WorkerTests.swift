import Foundation
import ReportModel
import Support
import Testing

@testable import Pipeline

/// The parent against workers that work, break down, hang and lie.
@Suite(.serialized) struct WorkerTests {
  private static let impatient = ReadingSession.Patience(
    stall: .milliseconds(300), total: .seconds(10), perPage: .zero, restarts: 2, brokenPages: 5, pages: 100)

  /// A worker that does what a shell script says.
  private func launcher(_ script: String) throws -> WorkerLauncher {
    let path = try BuiltProgram.temporaryFolder() + "/worker"
    // Written by another process: a file that this one has open for writing cannot be started.
    _ = try BuiltProgram.shell("cat > '\(path)' <<'END'\n#!/bin/bash\n\(script)\nEND\nchmod +x '\(path)'")
    return WorkerLauncher(executable: path)
  }

  private func read(_ script: String) throws -> Reading {
    let file = try ProbePage.file()
    return ReadingSession.read(file, options: ReadOptions(launcher: try launcher(script)), patience: Self.impatient)
  }

  /// Shell words that write a frame to the parent.
  private func send(_ frame: [UInt8]) -> String {
    "printf '" + frame.map { "\\x" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + "' >&3"
  }

  private func facts(_ pages: Int) -> String { send(ByteWriter.facts(DocumentFacts(pageCount: pages))) }

  private func page(_ number: Int) -> String {
    send(ByteWriter.page(PageText(number: number, width: 100, height: 50)))
  }

  @Test func theProgramReadsAPageInAProcessOfItsOwn() throws {
    let file = try ProbePage.file()
    let reading = ReadingSession.read(
      file, options: ReadOptions(launcher: WorkerLauncher(executable: BuiltProgram.path)))
    #expect(reading.failure == nil)
    #expect(reading.pages.map { String(String.UnicodeScalarView($0.glyphs.map(\.scalar))) } == ["ok"])
    #expect(reading.pages.first?.width == 200)
  }

  @Test func aWorkerThatCannotStartIsAFailure() throws {
    let file = try ProbePage.file()
    let reading = ReadingSession.read(file, options: ReadOptions(launcher: WorkerLauncher(executable: "/none")))
    #expect(reading.failure?.code == .internalFault)
  }

  @Test func whatAWorkerSaysOfTheDocumentIsPassedOn() throws {
    let failure = ReadFailure(.encrypted, "needs a password")
    let reading = try read(send(ByteWriter.failure(failure, kind: .failure)))
    #expect(reading.failure == failure)
  }

  @Test func aWorkerThatBreaksDownLosesOnePageOnly() throws {
    // Reads from the page that the request names: the last eight bytes.
    let script = """
      first=$(od -An -tu1 -j 10 -N 1 | tr -d ' ')
      \(facts(3))
      if [ "$first" = 1 ]; then \(page(1)); kill -SEGV $$; fi
      \(page(3)); \(send(ByteWriter.end()))
      """
    let reading = try read(script)
    #expect(reading.pages.map(\.number) == [1, 2, 3])
    #expect(reading.pages[1].faults == [.abandoned("the reader ended with signal 11")])
    #expect(reading.pages[1].width == 100)
    #expect(reading.failure?.code == .crashed)
    #expect(reading.failure?.page == 2)
  }

  @Test func aWorkerThatHangsIsStopped() throws {
    let start = ContinuousClock.now
    let reading = try read("\(facts(2)); \(page(1)); sleep 60")
    #expect(reading.failure?.code == .timeout)
    #expect(reading.failure?.page == 2)
    #expect(reading.pages.count == 2)
    #expect(start.duration(to: .now) < .seconds(5))
  }

  @Test func workersAreNotRestartedForEver() throws {
    let reading = try read("\(facts(50)); exit 9")
    #expect(reading.failure?.code == .crashed)
    #expect(reading.failure?.page == 1)
    #expect(reading.pages.count == 3)
  }

  @Test(arguments: ["Out of memory", "terminate called after throwing an instance of 'std::bad_alloc'"])
  func aWorkerWithoutMemorySaysSo(_ words: String) throws {
    let reading = try read("echo \"\(words)\" >&2; exit 1")
    #expect(reading.failure?.code == .memory)
  }

  @Test(arguments: [
    "head -c 100000 /dev/urandom >&3", "yes >&3", "printf '\\x03\\0\\0\\0\\xff\\xff\\xff\\xff' >&3; sleep 9",
  ])
  func aWorkerThatSendsNonsenseIsAFailure(_ script: String) throws {
    #expect(try read(script).failure?.code == .crashed)
  }

  @Test func aWorkerThatChattersOnStandardErrorIsNotHeldUp() throws {
    let reading = try read(
      "head -c 300000 /dev/zero | tr '\\0' x >&2; \(facts(1)); \(page(1)); \(send(ByteWriter.end()))")
    #expect(reading.failure == nil)
    #expect(reading.pages.count == 1)
  }

  @Test func pagesOutOfOrderAreAFault() throws {
    #expect(try read("\(facts(2)); \(page(2)); sleep 9").failure?.page == 1)
  }

  @Test func aDocumentWithoutPagesIsAFailure() throws {
    #expect(try read(facts(0)).failure?.code == .noPages)
  }

  @Test func moreLimitsThanPatienceAllowsAreRefused() throws {
    #expect(try read("\(facts(101)); sleep 9").failure?.code == .tooLarge)
  }

  @Test func onlyTagsAreLostWhereAWorkerDiesAfterTheLastPage() throws {
    let reading = try read("\(facts(1)); \(page(1)); exit 1")
    #expect(reading.failure == nil)
    #expect(!reading.facts.tagsComplete)
  }

  @Test func aPageThatCannotBeReadIsLeftOutByName() throws {
    let broken = send(ByteWriter.failure(ReadFailure(.damaged, "torn"), kind: .pageFailure))
    let reading = try read("\(facts(2)); \(broken); \(page(2)); \(send(ByteWriter.end()))")
    #expect(reading.pages.map(\.faults) == [[.damaged("torn")], []])
    #expect(reading.failure == ReadFailure(.damaged, "torn", page: 1))
  }
}
