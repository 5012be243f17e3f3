import Support
import Testing

@testable import Archive
@testable import Pipeline

/// A changed rule is only asked again of the reports that have the words of what changed.
struct CarriedAnswersTests {
  private func bench() throws -> ComparisonBench {
    var bench = try ComparisonBench()
    try bench.report("a.txt", "本公司於2022年共有12座水井，種了300棵樹。")
    try bench.report("b.txt", "本公司於2022年共有7座水井，另有3座池塘。")
    try bench.ingest()
    return bench
  }

  /// By report: the quotes of the evidence for wells, as the last run has it.
  private func quotes(_ bench: ComparisonBench) throws -> [String: [String]] {
    let archive = try bench.archive()
    var quotes: [String: [String]] = [:]
    for report in try archive.reports() {
      let answers = try archive.answers(of: report)
      quotes[report.document.name] = answers.filter { $0.state.item == "wells" }.flatMap {
        $0.evidence.map(\.evidence.quote)
      }
    }
    return quotes
  }

  @Test func whereTheWordsAreNotSaidTheAnswerIsTakenOver() throws {
    var bench = try bench()
    // Only what is taken over can still say this.
    try bench.archive().database.execute("UPDATE evidence SET quote = 'kept'")
    try bench.edit("demo/ground/rules.yaml", "find: 共有#count(座)水井", "find: [共有#count(座)水井, 另有#count(座)池塘]")
    try bench.ingest()
    let quotes = try quotes(bench)
    #expect(quotes["a.txt"] == ["kept"])
    #expect(quotes["b.txt"]?.count == 2 && quotes["b.txt"]?.contains("kept") == false)
  }

  @Test func whatIsTakenOverIsWhatANewArchiveSays() throws {
    var bench = try bench()
    try bench.edit("demo/ground/rules.yaml", "find: 共有#count(座)水井", "find: [共有#count(座)水井, 另有#count(座)池塘]")
    try bench.ingest()
    var fresh = try ComparisonBench()
    try fresh.edit("demo/ground/rules.yaml", "find: 共有#count(座)水井", "find: [共有#count(座)水井, 另有#count(座)池塘]")
    try fresh.report("a.txt", "本公司於2022年共有12座水井，種了300棵樹。")
    try fresh.report("b.txt", "本公司於2022年共有7座水井，另有3座池塘。")
    try fresh.ingest()
    func answers(_ bench: ComparisonBench) throws -> [[StoredAnswer]] {
      let archive = try bench.archive()
      return try archive.reports().map { try archive.answers(of: $0) }
    }
    let (carried, asked) = (try answers(bench), try answers(fresh))
    #expect(carried == asked && carried.count == 2)
  }

  @Test func anItemThatIsAskedOtherwiseIsAskedAgain() throws {
    var bench = try bench()
    try bench.archive().database.execute("UPDATE evidence SET quote = 'kept'")
    try bench.edit(
      "demo/items.yaml", "sub-dimension: ground, level: fact, references: [X]",
      "sub-dimension: ground, level: plan, references: [X]")
    try bench.ingest()
    #expect(try quotes(bench).values.allSatisfy { !$0.contains("kept") })
  }

  @Test func aRuleTakenBackAndChangedOnceMoreIsToldFromTheLastSheet() throws {
    var bench = try bench()
    let (one, two) = ("find: 共有#count(座)水井", "find: [共有#count(座)水井, 另有#count(座)池塘]")
    try bench.edit("demo/ground/rules.yaml", one, two)
    try bench.ingest()
    try bench.edit("demo/ground/rules.yaml", two, one)
    try bench.ingest()
    try bench.edit("demo/ground/rules.yaml", one, "find: [共有#count(座)水井, 另有#count(座)湖泊]")
    try bench.ingest()
    // Pools are gone with the way to say it, though the sheet with it was the last one asked.
    #expect(try quotes(bench)["b.txt"]?.count == 1)
  }
}
