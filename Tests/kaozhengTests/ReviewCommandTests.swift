import Foundation
import Support
import Testing

/// Decisions from the command line, over an archive of small texts.
struct ReviewCommandTests {
  private let folder: String

  init() throws {
    folder = try BuiltProgram.temporaryFolder()
    try FileManager.default.moveItem(atPath: try SmallRules.folder(), toPath: folder + "/rules")
    let placing = BuiltProgram.root.appendingPathComponent("Rules/vocabulary/placing.yaml").path
    try FileManager.default.copyItem(atPath: placing, toPath: folder + "/rules/vocabulary/placing.yaml")
    let rule = folder + "/rules/ours/people/code.yaml"
    let variants = "    variants:\n      finance: {find: 誠信經營$code}\n"
    try String(contentsOfFile: rule, encoding: .utf8).replacing(variants, with: "")
      .write(toFile: rule, atomically: true, encoding: .utf8)
    try "\nscoring:\n\(Self.scoring)".data(using: .utf8).map { data in
      let pack = try FileHandle(forWritingTo: URL(fileURLWithPath: folder + "/rules/ours/pack.yaml"))
      try pack.seekToEnd()
      try pack.write(contentsOf: data)
    }
    try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
    try write("in/1101_2024.txt", "公司2024年永續報告書\n公司訂有行為準則。\n我們訂有員工守則，每年宣導。\n")
    try write(
      "m.csv",
      "file,ticker,company,year,kind,industry,uploaded\n1101_2024.txt,1101,甲,2024,sustainability,finance,2025-06-01\n")
    let ingested = try run("kaozheng ingest --manifest m.csv --quiet in")
    #expect(ingested.code == 0, "\(ingested.errors)")
  }

  private static let scoring = """
      precedence: [found, unreadable, stated-non-disclosure, not-found]
      positive: {found: 1}
      negative: {found: -1}
      floor: sub-dimension
    """

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  private func run(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell(
      "cd '\(folder)'\n" + line,
      environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite", "KAOZHENG_RULES": folder + "/rules"])
  }

  /// The ids of the evidence, in its order.
  private func ids() throws -> [String] {
    let shown = try run("kaozheng review show 1101 --format json").output
    return shown.matches(of: /\{"id":"([0-9a-f]{8}-[0-9a-f]{10})","origin"/).map { String($0.output.1) }
  }

  private func stateID() throws -> String {
    let shown = try run("kaozheng review show 1101 --item whistle --format json").output
    return String(try #require(shown.firstMatch(of: /"item":"whistle","id":"([^"]+)"/)).output.1)
  }

  private func score() throws -> String { try run("kaozheng score 1101").output }

  @Test func rejectedEvidenceCountsNoMore() throws {
    let ids = try ids()
    try #require(ids.count == 2)
    #expect(try score().contains("reviewed by people: 0 of 1 items found"))
    for id in ids { #expect(try run("kaozheng review reject \(id) --by Ann --note 不是").code == 0) }
    let after = try score()
    #expect(after.contains("reviewed by people: 1 of 1 items found"))
    #expect(after.contains("0/1"), "\(after)")
    // A second reviewer differs on one: the machine's answer stands, and the score says so.
    _ = try run("kaozheng review accept \(ids[0]) --by Bob")
    let disputed = try score()
    #expect(disputed.contains("reviewers differ on 1") && disputed.contains("1/1"))
    let status = try run("kaozheng review show 1101").output
    #expect(status.contains("disputed: Ann rejected, Bob accepted"))
    // What was recorded up to yesterday is what it was.
    #expect(try run("kaozheng review undo --by Bob").output == "step 4: undo\n")
    #expect(try score().contains("0/1"))
    let log = try run("kaozheng review log 1101").output
    #expect(log.contains("accepted (taken back)") && log.contains("4 of 4 steps"))
  }

  @Test func wrongWordsAreToldAndNothingIsKept() throws {
    let id = try #require(try ids().first)
    for (line, said) in [
      ("accept \(id)", "needs --by"), ("accept xyz --by Ann", "no id of evidence"),
      ("accept 00000000-0000000000 --by Ann", "there is no evidence"),
      ("correct \(id) --by Ann", "nothing is corrected"), ("correct \(id) --by Ann --page 99", "no page 99"),
      ("correct \(id) --by Ann --year 24", "four figures"), ("undo 7 --by Ann", "no step 7"),
      ("undo --by Ann", "nothing to take back"), ("carry 1 --by Ann", "takes an ID"),
      ("add 0000 code --by Ann --web a --seen 2026-01-01", "no document"),
      ("add \(id.prefix(8)) gone --by Ann --web a --seen 2026-01-01", "was not asked item"),
      ("add \(id.prefix(8)) code --by Ann --page 1", "say where it is"),
      ("correct \(try stateID()) --by Ann --value 3", "is accepted or rejected"),
      ("near-miss \(id)", "is not rejected"),
    ] {
      let outcome = try run("kaozheng review \(line)")
      #expect(outcome.code != 0 && outcome.errors.contains(said), "\(line): \(outcome.errors)")
    }
    #expect(try run("kaozheng review log").output.contains("0 of 0 steps"))
  }

  @Test func addedEvidenceAnswersItsItemAndIsGold() throws {
    let document = try #require(try ids().first).prefix(8)
    _ = try run("kaozheng review add \(document) whistle --by Ann --web https://a.example --seen 2026-01-02")
    #expect(try run("kaozheng review show 1101").output.contains("whistle: not-found → found"))
    for id in try ids().prefix(1) {
      _ = try run("kaozheng review correct \(id) --by Ann --value 3 --unit 項 --year 2023")
    }
    let gold = try run("kaozheng review gold --output gold").output
    #expect(gold == "1 facts of 1 reports\n")
    let facts = try String(contentsOfFile: folder + "/gold/1101_2024.evidence.jsonl", encoding: .utf8)
    #expect(
      facts.contains(
        "\"topic\":\"code\",\"disclosed\":true,\"page\":1,\"value\":\"3\",\"unit\":\"項\",\"year\":\"2023\""))
    let tested = try run("kaozheng rules test --gold gold --reports in --failures")
    #expect(tested.output.contains("VALUE 1101_2024.txt code 3 項 2023"), "\(tested.output)\(tested.errors)")
  }

  @Test func rejectedEvidenceBecomesANearMissOfItsRule() throws {
    let id = try #require(try ids().last)
    let file = folder + "/rules/ours/people/code.yaml"
    let before = try String(contentsOfFile: file, encoding: .utf8)
    _ = try run("kaozheng review reject \(id) --by Ann")
    #expect(try run("kaozheng review near-miss \(id)").errors.contains("say why"))
    let rehearsed = try run("kaozheng review near-miss \(id) --why 宣導不是訂定 --dry-run")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
    let done = try run("kaozheng review near-miss \(id) --why 宣導不是訂定")
    #expect(done.code == 1 && done.errors.contains("near-miss-found"), "\(done.errors)")
    let after = try String(contentsOfFile: file, encoding: .utf8)
    #expect(rehearsed.output.contains("why: 宣導不是訂定") && after.replacing(rehearsed.output, with: "") == before)
    #expect(try run("kaozheng review near-miss \(id) --why x").errors.contains("has it already"))
  }

  @Test func processesAtWorkAtTheSameTimeLoseNothing() throws {
    let ids = try ids()
    let outcome = try run(
      """
      for who in 1 2 3 4 5 6; do
        (for id in \(ids.joined(separator: " ")); do kaozheng review accept $id --by R$who; done) &
      done
      kaozheng ingest --manifest m.csv --quiet in --rehash &
      wait
      kaozheng review log --format json | grep -c '"what":"accept"'
      """)
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.hasSuffix("\(6 * ids.count)\n"), "\(outcome.output)")
  }
}
