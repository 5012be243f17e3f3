import Foundation
import ReportModel
import Support
import Testing

@testable import kaozheng

/// Reading with rules, and looking after rules, as a user does.
struct RulesCommandTests {
  private static let corpus = BuiltProgram.root.appendingPathComponent("Corpus").path
  private static let rules = BuiltProgram.root.appendingPathComponent("Rules").path
  private static let report = corpus + "/gigabyte-2022.pdf"
  private let folder: String

  /// A small book of its own, and a text to read.
  init() throws {
    folder = try BuiltProgram.temporaryFolder()
    try write("R/demo/pack.yaml", Self.pack)
    try write("R/demo/items.yaml", Self.items)
    try write("R/demo/wells/wells.yaml", Self.wells)
    try write("R/vocabulary/words.yaml", "lists:\n  well: [水井, 深井]\n")
    let engine = try String(contentsOfFile: Self.rules + "/vocabulary/engine.yaml", encoding: .utf8)
    try write("R/vocabulary/engine.yaml", engine)
    try write("a.txt", "本廠2022年共有3座水井。\n目標2030年共有9座水井。\n另共有水井旁的2棵樹。\n")
    try write("b.txt", "沒有別的。\n")
  }

  private static let pack = """
    id: demo
    names: {zh-Hant: 範例, en: Demo}
    industries: {makers: {names: Makers}, bakers: {names: Bakers}}
    levels: {fact: {names: Fact, tense: fact}}
    dimensions: [{id: d, names: {zh-Hant: 地, en: Ground}, sub-dimensions: {wells: {names: Wells}}}]
    """
  private static let items = """
    items:
      - {id: well-count, names: {zh-Hant: 水井數, en: Wells}, sub-dimension: wells, level: fact, references: [X]}
    """
  private static let wells = """
    rules:
      - id: well-count
        find: 共有#count(座)$well
        examples:
          hits: [本廠共有3座水井。, 集團共有12座深井。]
          misses: [{text: 水井旁有2棵樹。, why: 樹}, {text: 目標是共有9座水井。, why: 目標}]
    """

  private func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  private func edit(_ path: String, _ from: String, _ to: String) throws {
    let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    try #require(text.contains(from))
    try write(path, text.replacingOccurrences(of: from, with: to))
  }

  private func run(_ line: String, _ environment: [String: String] = [:]) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("cd '\(folder)'\n" + line, environment: environment)
  }

  private func objects(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  // MARK: extract

  @Test func evidenceOfAReportComesOutAsALineOfJSON() throws {
    let outcome = try run(
      "kaozheng extract '\(Self.report)' --rules '\(Self.rules)' --pack tip --industry electronics")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    let lines = try objects(outcome.output)
    #expect(lines.count == 1)
    let evidence = try #require(lines[0]["evidence"] as? [[String: Any]])
    let audits = evidence.filter { ($0["topics"] as? [String])?.contains("supplier-audit-count") == true }
    #expect(audits.first?["value"] as? String == "44")
    #expect(evidence.allSatisfy { ($0["boxes"] as? [[Double]])?.allSatisfy { $0.count == 5 } == true })
    #expect((lines[0]["items"] as? [Any])?.isEmpty == false)
    let again = try run(
      "kaozheng extract '\(Self.report)' --rules '\(Self.rules)' --pack tip --industry electronics",
      ["LC_ALL": "zh_TW.UTF-8"])
    #expect(again.output == outcome.output)
  }

  @Test func eachLineOfInputHasItsLineOfOutput() throws {
    let outcome = try run("printf 'a.txt\\n\\nnone.pdf\\nb.txt\\na.txt' | kaozheng extract - --rules R")
    #expect(outcome.code == 1)
    let lines = try objects(outcome.output)
    #expect(lines.map { $0["input"] as? String } == ["a.txt", "", "none.pdf", "b.txt", "a.txt"])
    #expect(lines.map { $0["status"] as? String } == ["ok", "failed", "failed", "ok", "ok"])
    #expect(lines.map { ($0["evidence"] as? [Any])?.count } == [1, 0, 0, 0, 1])
    #expect((lines[2]["error"] as? [String: Any])?["code"] as? String == "not-found")
    #expect((lines[1]["error"] as? [String: Any]) != nil)
    #expect(Set(lines.compactMap { $0["rules"] as? String }).count == 1)
  }

  @Test func aLineIsAnsweredBeforeTheNextIsRead() throws {
    let outcome = try run(
      "mkfifo in; kaozheng extract - --rules R < in > out & exec 3> in; echo a.txt >&3; "
        + "for i in $(seq 100); do [ -s out ] && break; sleep 0.1; done; grep -c evidence out; exec 3>&-; wait")
    #expect(outcome.output == "1\n")
  }

  @Test func filesNamedTogetherAreALineEach() throws {
    let outcome = try run("kaozheng extract a.txt none.pdf b.txt --rules R")
    #expect(outcome.code == 1)
    #expect(try objects(outcome.output).map { $0["status"] as? String } == ["ok", "failed", "ok"])
    #expect(outcome.errors == "kaozheng: none.pdf: no such file\n")
  }

  /// A wrong command line, and what is said of it.
  static let wrong: [(String, String)] = [
    ("extract a.txt --rules none", "none: No such file or directory"),
    ("extract a.txt --rules R --pack demi", "no pack “demi” (there are: demo)"),
    (
      "extract a.txt --rules R --industry maker",
      "unknown industry “maker”; did you mean makers? (one of bakers, makers)"
    ),
    ("extract a.txt", "no rules in KAOZHENG_RULES, ./Rules or beside the program"),
    ("extract --rules R", "extract needs FILE…"),
    ("extract a.txt --rules R --format json", "unknown value of --format “json”; did you mean jsonl? (one of jsonl)"),
    ("rules", "rules needs one of: "),
    ("rules lnt", "unknown command “rules lnt”; did you mean rules lint?"),
    ("rules --json lint", "rules needs one of: "),
    ("rules test wall --rules R", "unknown rule or folder “wall”"),
    ("rules test --gold g --rules R", "--gold needs --reports"),
    ("rules coverage --rules R", "rules coverage needs REPORT… or --passages"),
    ("rules coverage a.txt --rules R --passages none", "none: No such file or directory"),
    ("rules coverage a.txt --rules R --industries none.csv", "none.csv: no such file"),
    ("rules coverage a.txt --rules R --industries a.txt", "a.txt: it needs the columns report and industry"),
    (
      "rules coverage a.txt --rules R --industries i.csv --industry makers",
      "--industry and --industries cannot stand together"
    ),
    ("rules explain well a.txt --rules R", "unknown item “well”"),
    ("rules explain well-count none.txt extra --rules R", "rules explain does not take “extra”"),
    ("rules explain well-count a.txt --rules R --page 2-1", "“2-1” is no list of pages; write it as 3-5,8"),
  ]

  @Test("Wrong use ends with 2 and says why", arguments: wrong)
  func wrongUse(_ words: String, _ message: String) throws {
    let outcome = try run("kaozheng \(words)")
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("kaozheng: " + message), "\(outcome.errors)")
  }

  @Test func aPasswordFileThatIsNotThereIsWrongUse() throws {
    #expect(try run("kaozheng extract a.txt --rules R --password-file none").code == 2)
  }

  @Test func theRulesAreFoundWhereTheEnvironmentSaysOrHere() throws {
    #expect(try run("kaozheng extract a.txt", ["KAOZHENG_RULES": "R"]).code == 0)
    #expect(try run("mkdir x; mv R x/Rules; cd x; kaozheng extract ../a.txt").code == 0)
  }

  @Test func nothingIsReadByRulesWithErrors() throws {
    try edit("R/demo/wells/wells.yaml", "find: 共有#count", "find: 共有#weight")
    let outcome = try run("kaozheng extract a.txt --rules R")
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("kaozheng: R/demo/wells/wells.yaml:3:14: pattern-syntax: “#weight” is no kind"))
    #expect(outcome.errors.contains("kaozheng: the rules have errors; see kaozheng rules lint\n"))
  }

  // MARK: rules lint and test

  @Test func soundRulesAreSaidToBeSound() throws {
    let outcome = try run("kaozheng rules lint --rules R")
    #expect(outcome.code == 0)
    #expect(outcome.output == "1 packs, 1 items, 1 rules, \(engineLists + 1) lists: 0 errors, 0 warnings\n")
    #expect(try run("kaozheng rules lint --rules R --json").output == "[]\n")
  }

  private let engineLists = 19

  @Test func warningsAreNoFailureAndErrorsAre() throws {
    try edit("R/demo/wells/wells.yaml", "本廠共有3座水井。, ", "")
    let warned = try run("kaozheng rules lint --rules R")
    #expect(warned.code == 0 && warned.output.contains("R/demo/wells/wells.yaml:2:5: warning: "))
    #expect(warned.output.contains("[few-examples]\n    → two of each at least"))
    try edit("R/demo/wells/wells.yaml", "find:", "fnd:")
    let failed = try run("kaozheng rules lint --rules R")
    #expect(
      failed.code == 1 && failed.output.contains("R/demo/wells/wells.yaml:3:5: error: ")
        && failed.output.contains("[unknown-key]"))
    let chinese = try run("kaozheng rules lint --rules R --lang zh-TW")
    #expect(chinese.code == 1 && chinese.output.contains(":3:5: 錯誤: "))
    let json = try run("kaozheng rules lint --rules R --json")
    let list = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(json.code == 1 && list.contains { $0["code"] as? String == "unknown-key" && $0["line"] as? Int == 3 })
  }

  @Test func lintCanBeAskedOfOneFolderOrFile() throws {
    try edit("R/vocabulary/words.yaml", "深井]", "深井]\n  pond: [池]")
    for (operand, isTold) in [("vocabulary", true), ("R/vocabulary/words.yaml", true), ("demo", false), ("", true)] {
      let outcome = try run("kaozheng rules lint \(operand) --rules R")
      #expect(outcome.code == 0 && outcome.output.contains("[unused-list]") == isTold, "\(operand)")
    }
  }

  @Test func lintOfAFileThatIsNotThereSaysSo() throws {
    let outcome = try run("kaozheng rules lint R/vocabulary/wrds.yaml --rules R")
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("“R/vocabulary/wrds.yaml”"))
  }

  @Test func rulesAreTriedOnTheirExamples() throws {
    let sound = try run("kaozheng rules test --rules R")
    #expect(sound.code == 0)
    #expect(
      sound.output.contains("well-count  2/2     2/2\n") && sound.output.hasSuffix("1 rules, 4 examples, 0 failed\n"))
    try edit("R/demo/wells/wells.yaml", "{text: 水井旁有2棵樹。", "{text: 旁邊共有2座水井。")
    let failed = try run("kaozheng rules test well-count --rules R --failures")
    #expect(failed.code == 1)
    #expect(failed.output.contains("✗ demo/wells/wells.yaml:6 ") && failed.output.contains("旁邊共有2座水井。"))
    #expect(try run("kaozheng rules test --rules R --lang zh-TW").output.hasSuffix("1 條規則、4 個範例、1 個失敗\n"))
  }

  @Test func rulesAreScoredAgainstFacts() throws {
    try write(
      "g/a.evidence.jsonl",
      #"{"pdf":"a.txt","topic":"well-count","disclosed":true,"page":1,"value":"3","unit":"座","year":"2022","quote":"共有3座水井"}"#
        + "\n")
    let outcome = try run("kaozheng rules test --gold g --reports . --rules R")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("value     1 gold: found 100.0%  with unit 100.0%  with unit and year 100.0%"))
  }

  @Test func resultsAreToldByPartOfTheRubricAndByIndustry() throws {
    let fact = #"{"pdf":"a.txt","topic":"well-count","disclosed":true,"page":1,"value":"3","unit":"座","year":"2022"}"#
    try write("g/a.evidence.jsonl", fact + "\n" + fact.replacing("a.txt", with: "b.txt") + "\n")
    try write("i.csv", "report,industry\na.txt,makers\n")
    let outcome = try run("kaozheng rules test --gold g --reports . --rules R --industries i.csv")
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.contains { $0.prefix(6) == ["wells", "2", "2", "100.0%", "50.0%", "66.7"] })
    #expect(rows.contains { $0.prefix(6) == ["makers", "1", "1", "100.0%", "100.0%", "100.0"] })
    #expect(rows.contains { $0.prefix(6) == ["not", "known", "1", "1", "-", "0.0%"] })
    let one = try run("kaozheng rules test --gold g --reports . --rules R --industry bakers --lang zh-TW")
    #expect(one.output.contains("依產業") && one.output.contains("bakers") && !one.output.contains("未知"))
  }

  // MARK: rules coverage

  @Test func itemsAreCountedOverReports() throws {
    try write("p/c.txt", "附近共有8座深井。\n")
    try write("i.csv", "report,industry\na.txt,makers\nc.txt,bakers\n")
    let before = try run("kaozheng extract a.txt --rules R").output
    let outcome = try run("kaozheng rules coverage a.txt b.txt --passages p --industries i.csv --rules R")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("demo  Demo: 2 reports, passages of 1 others\n\nGround / Wells"))
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.contains(["+", "well-count", "1", "1", "0", "1", "0"]))
    #expect(rows.contains(["wells", "1/1", "1/1", "0/0"]) && rows.contains(["all", "1/1", "1/1", "0/0"]))
    #expect(rows.contains(["makers", "1", "1/1"]) && rows.contains(["bakers", "1", "1/1"]))
    #expect(rows.contains(["not", "known", "1", "0/1"]))
    #expect(!FileManager.default.fileExists(atPath: folder + "/R/demo/coverage.yaml"))
    #expect(try run("kaozheng rules list --rules R").output.hasSuffix("[fact]  well-count\n"))

    #expect(try run("kaozheng rules coverage a.txt b.txt --passages p --rules R --write").code == 0)
    let kept = try String(contentsOfFile: folder + "/R/demo/coverage.yaml", encoding: .utf8)
    #expect(
      kept.hasSuffix(
        "reports:\n  read: 2\n  found:\n    well-count: 1\npassages:\n  read: 1\n  found:\n    well-count: 1\n"))
    #expect(try run("kaozheng rules lint --rules R").output.hasSuffix("0 errors, 0 warnings\n"))
    #expect(try run("kaozheng rules list --rules R --counts").output.hasSuffix("  1/1  1/1\n"))
    // The figures change no evidence and no digest.
    #expect(try run("kaozheng extract a.txt --rules R").output == before)
  }

  @Test func anItemThatWasNeverFoundIsMarkedWhereverItStands() throws {
    let outcome = try run("kaozheng rules coverage b.txt none.txt --rules R --write")
    #expect(outcome.code == 1 && outcome.errors == "kaozheng: none.txt: no such file\n")
    #expect(outcome.output.contains("not yet found in a real report"))
    #expect(
      try run("kaozheng rules list --rules R").output.hasSuffix(
        "[fact]  well-count  (not yet found in a real report)\n"))
    #expect(try run("kaozheng rules list --rules R --lang zh-TW").output.hasSuffix("（尚未在真實報告中出現）\n"))
    for format in ["md", "html"] {
      #expect(try run("kaozheng rules docs --format \(format) --rules R --lang zh-TW").output.contains("尚未在真實報告中出現"))
    }
  }

  @Test func itemsAreListedWithTheirRules() throws {
    let outcome = try run("kaozheng rules list --rules R")
    #expect(outcome.output == "demo  Demo\n  Ground / Wells\n    + well-count  Wells  [fact]  well-count\n")
    #expect(try run("kaozheng rules list 水井 --rules R --lang zh-TW").output.contains("+ well-count  水井數"))
    #expect(try run("kaozheng rules list pond --rules R").output == "demo  Demo\n")
  }

  // MARK: rules explain

  @Test func anItemIsExplained() throws {
    let english = try run("kaozheng rules explain well-count a.txt --rules R").output
    #expect(english.contains("well-count (demo/wells/wells.yaml:2), 3 passages looked at\n"))
    #expect(english.contains("  EVIDENCE [3座 · 2022 (clause)] page 1: 本廠2022年共有3座水井。\n"))
    #expect(english.contains("    ✓ find\n      ✓ 共有#count(座)$well  = 共有3座水井\n"))
    #expect(english.contains("  refused: a goal, where a fact is wanted (“目標”); page 1: 目標2030年共有9座水井。\n"))
    #expect(
      english.contains(
        "  only in part; page 1: 另共有水井旁的2棵樹。\n    · find\n      · 共有#count(座)$well  (1 of 3 steps: 共有)\n"))
    let chinese = try run("kaozheng rules explain well-count a.txt --rules R --lang zh-TW").output
    #expect(chinese.contains("，共看了 3 段\n") && chinese.contains("  證據 [3座 · 2022 (clause)] 第 1 頁："))
    #expect(chinese.contains("  不採：是目標，不是事實（「目標」）； 第 1 頁：") && chinese.contains("  僅部分符合； 第 1 頁："))
    #expect(
      try run("kaozheng rules explain well-count b.txt --rules R").output.contains("nothing: no passage has the words"))
  }

  @Test func aReportIsExplainedOnThePagesThatAreAsked() throws {
    let line = "kaozheng rules explain supplier-assessment '\(Self.report)' --rules '\(Self.rules)'"
    let all = try run(line)
    #expect(all.code == 0 && all.output.contains("EVIDENCE [44家"))
    let page = try #require(all.output.firstMatch(of: /EVIDENCE \[44家[^\]]*\] page ([0-9]+)/)?.output.1)
    #expect(try run(line + " --page \(page)").output.contains("EVIDENCE [44家"))
    #expect(try run(line + " --page 999").output.contains("EVIDENCE") == false)
  }

  // MARK: Commands of two words

  @Test func twoWordsAreOneCommand() throws {
    let wanted = Invocation(
      command: "rules explain", values: ["--page": "3", "--rules": "R"], operands: ["x", "a.pdf"])
    #expect(try ArgumentParser.parse(["rules", "explain", "--page=3", "x", "a.pdf", "--rules", "R"]) == wanted)
    #expect(try ArgumentParser.parse(["--lang", "en", "rules", "lint"]).command == "rules lint")
  }

  @Test func helpKnowsTheFamilyAndEachOfIt() throws {
    let family = try run("kaozheng help rules")
    #expect(family.code == 0)
    for command in CommandTable.rules { #expect(family.output.contains(command.name), "\(command.name)") }
    #expect(try run("kaozheng help rules lint").output.contains("rules lint"))
    #expect(try run("kaozheng rules lint --help").output == run("kaozheng help rules lint").output)
    #expect(try run("kaozheng help rules lnt").code == 2)
  }
}
