import ReportModel
import Review
import Support
import Testing

@testable import Archive
@testable import Pipeline

/// How a terminal shows what two runs left otherwise.
struct ComparisonTextTests {
  private func lines(_ look: TerminalLook) throws -> [String] {
    var bench = try ComparisonBench()
    try bench.report("old.txt", "2022年共有12座水井。\n", place: "1101,甲水泥,2022,sustainability,zh,0,makers")
    let before = try bench.ingest()
    try bench.report("new.txt", "至2022年底共有15座水井。\n", place: "1101,甲水泥,2022,sustainability,zh,1,makers")
    let after = try bench.ingest()
    let comparison = try RunComparison(try bench.archive(), from: before, to: after)
    let report = try RunComparisonReport(
      comparison, try comparison.explained(try comparison.differences()), of: 1, book: nil, scores: nil, lists: nil,
      names: [:])
    return String(decoding: text(of: report, in: .english, look: look).bytes, as: UTF8.self).split(separator: "\n")
      .map(String.init)
  }

  @Test func whatWasAndWhatIsBelowEachOther() throws {
    let lines = try lines(.plain)
    #expect(lines.contains("    ~ p. 1: value 12 → 15, quote  [corrected upload]"))
    #expect(lines.suffix(2) == ["      2022年共有12座水井。", "      至2022年底共有15座水井。"])
    #expect(!lines.joined().contains("\u{1B}"))
  }

  @Test func sideBySideInAWideTerminal() throws {
    let lines = try lines(TerminalLook(hasColour: false, width: 100))
    let row = try #require(lines.last)
    #expect(row.contains("2022年共有12座水井。") && row.contains(" │ 至2022年"))
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 100 })
    let narrow = try self.lines(TerminalLook(hasColour: false, width: 40))
    #expect(narrow.filter { $0.hasPrefix("      ") }.allSatisfy { DisplayWidth.of($0) <= 40 })
    #expect(narrow.count > lines.count)
  }

  @Test func coloursAreTakenBackOnTheirLine() throws {
    let lines = try lines(TerminalLook(hasColour: true, width: nil))
    #expect(lines.contains("      \u{1B}[31m2022年共有12座水井。\u{1B}[0m"))
    for line in lines {
      #expect(line.split(separator: "\u{1B}[", omittingEmptySubsequences: false).count % 2 == 1, "\(line)")
    }
  }
}
