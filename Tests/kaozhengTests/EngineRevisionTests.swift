import Foundation
import Support
import Testing

@testable import Pipeline

/// What the engines make of the Corpus, beside the numbers that stored texts and answers are known by. Where it has
/// changed and the number has not, archives would go on with what is no longer so.
///
/// After a change that is meant: raise the number in `Version.swift`, then `make record-engines`, and read the diff.
struct EngineRevisionTests {
  private static let record = BuiltProgram.root.appendingPathComponent("Tests/Engines/revisions.txt")
  private static let corpus = "'\(BuiltProgram.root.path)'/Corpus/*.pdf"
  private static let probe = "'\(BuiltProgram.root.path)/Tests/Engines/Probe'"

  private static let nothing = "e3b0c44298fc1c14"

  /// Without the version of the program, the digest of the rules and the paths, which are no engine.
  private func digest(_ line: String) throws -> String {
    let strip = #"sed -E 's/"(engine|rules|input)":"[^"]*",//g' | sha256sum | cut -c1-16"#
    return try BuiltProgram.shell("\(line) 2>/dev/null | \(strip)").output.trimmingCharacters(in: .newlines)
  }

  @Test func aChangedEngineHasAnotherNumber() throws {
    let text = try digest("kaozheng text --format json --quiet \(Self.corpus)")
    let match = try digest("kaozheng extract --quiet --rules \(Self.probe) \(Self.corpus)")
    // A probe that cannot be used, as without a list that the engine has come to need, is no measure.
    #expect(text != Self.nothing && match != Self.nothing)
    let now = "\(readingVersion) \(text)\n\(matchingVersion) \(match)\n"
    if ProcessInfo.processInfo.environment["KAOZHENG_RECORD"] != nil {
      try now.write(to: Self.record, atomically: true, encoding: .utf8)
      return
    }
    let before = try String(contentsOf: Self.record, encoding: .utf8)
    // Another poppler reads other texts, and stored ones are known by its version too.
    let poppler = readingVersion.split(separator: " ").last.map(String.init) ?? ""
    guard before.contains(poppler + " ") else {
      print("skipped: recorded with another poppler")
      return
    }
    #expect(now == before, "raise textRevision or matchingRevision, then make record-engines")
  }
}
