import Foundation
import Support
import Testing

/// Scoring as a user does it.
struct ScoreCommandTests {
  private let folder: String

  /// Small rules of two items, one negative, with a part that says how to score them.
  init() throws {
    folder = try SmallRules.folder()
    let pack = folder + "/ours/pack.yaml"
    let text = try String(contentsOfFile: pack, encoding: .utf8)
    try (text + Self.scoring).write(toFile: pack, atomically: true, encoding: .utf8)
    let rules = "rules:\n  - id: whistle\n    find: 檢舉成立#count(件)\n"
    try rules.write(toFile: folder + "/ours/people/whistle.yaml", atomically: true, encoding: .utf8)
    try write("a.txt", "公司訂有行為準則。\n")
    try write("b.txt", "全年檢舉成立2件。\n")
    try write("c.txt", "天氣很好。\n")
  }

  private static let scoring = """
    activities:
      shops: {names: {zh-Hant: 門市, en: Shops}}
    scoring:
      precedence: [found, unreadable, stated-non-disclosure, not-found]
      positive: {found: 1}
      negative: {found: -0.5}
      floor: none

    """

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  private func run(_ line: String, _ environment: [String: String] = [:]) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("cd '\(folder)'\n" + line, environment: environment)
  }

  private func card(_ line: String) throws -> [String: Any] {
    let output = try run("kaozheng score \(line) --format json --rules .").output
    return try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }

  private func gained(_ card: [String: Any]) -> [String: String]? {
    (card["score"] as? [String: Any])?["gained"] as? [String: String]
  }

  @Test("One document is found in, another admits something, a third says nothing: 1 − 0.5 of 1")
  func documentsOfOneCompanyAreScoredTogether() throws {
    #expect(gained(try card("c.txt --industry finance")) == ["low": "0", "high": "0"])
    try write("d.txt", "本公司訂有誠信經營守則。\n")
    #expect(gained(try card("d.txt b.txt c.txt --industry finance")) == ["low": "0.5", "high": "0.5"])
    let table = try run("kaozheng score d.txt b.txt --industry finance --rules .")
    #expect(table.code == 0 && table.errors.isEmpty)
    let total = table.output.split(separator: "\n").first { $0.hasPrefix("Total") }?.split(separator: " ")
    #expect(total?.dropFirst().prefix(7).map(String.init) == ["50.0", "0.5/1", "2", "1", "0", "1", "0"])
    #expect(table.output.hasPrefix("非官方") && table.output.contains("Unofficial"))
  }

  @Test func theOrderOfTheFilesChangesNothing() throws {
    for format in ["text", "json", "csv"] {
      let first = try run("kaozheng score a.txt b.txt c.txt --industry finance --why --format \(format) --rules .")
      let second = try run("kaozheng score c.txt a.txt b.txt --industry finance --why --format \(format) --rules .")
      #expect(first.output == second.output && first.code == 0, "\(format)")
    }
  }

  @Test func theTraceLeadsToThePage() throws {
    try write("e.txt", "第一頁。\n\u{0C}本公司訂有誠信經營守則。\n")
    let english = try run("kaozheng score e.txt --industry finance --why --rules .").output
    #expect(english.contains("+ Code of conduct (code, Policy)  +1\n        e.txt p. 2: 本公司訂有誠信經營守則。\n"))
    #expect(english.contains("= Whistle & blow (whistle, Policy)  0\n        e.txt: not found on pages 1-2\n"))
    let chinese = try run("kaozheng score e.txt --industry finance --why --rules . --lang zh-TW").output
    #expect(chinese.contains("+ 準則 (code, 政策)  +1\n        e.txt 第 2 頁：本公司訂有誠信經營守則。\n"))
    #expect(chinese.contains("非官方") && chinese.contains("Unofficial"))
  }

  @Test("A file that cannot be read counts as unreadable and says so: 0 − 0.5 to 1")
  func aFileThatCannotBeRead() throws {
    let outcome = try run("kaozheng score c.txt none.pdf --industry finance --why --rules .")
    #expect(outcome.code == 1 && outcome.errors == "kaozheng: none.pdf: no such file\n")
    #expect(outcome.output.contains("-50.0–100.0  -0.5–1/1"))
    #expect(outcome.output.contains("none.pdf: not read, so that it leaves items unknown: no such file"))
    #expect(
      outcome.output.contains("? Code of conduct (code, Policy)  0–1\n        none.pdf: not read: no such file\n"))
    let card = try card("c.txt none.pdf --industry finance")
    #expect((card["documents"] as? [[String: Any]])?.map { $0["status"] as? String } == ["ok", "failed"])
    try Data([0x25, 0x50, 0x44, 0x46, 0x2D]).write(to: URL(fileURLWithPath: folder + "/broken.pdf"))
    let broken = try run("kaozheng score broken.pdf --industry finance --rules .")
    #expect(broken.code == 1 && broken.output.contains("-50.0–100.0"))
  }

  @Test func everyFormatSaysThatItIsUnofficial() throws {
    for format in ["text", "json", "csv"] {
      let output = try run("kaozheng score a.txt --industry finance --format \(format) --rules .").output
      #expect(output.contains("非官方") && output.lowercased().contains("unofficial"), "\(format)")
    }
  }

  @Test func programsAreToldTheSameInEveryLanguage() throws {
    for format in ["json", "csv"] {
      let line = "kaozheng score a.txt b.txt --industry finance --format \(format) --rules ."
      #expect(try run(line).output == run(line, ["LC_ALL": "zh_TW.UTF-8"]).output)
    }
  }

  @Test func activitiesDecideWhatIsAsked() throws {
    let items = folder + "/ours/items.yaml"
    let text = try String(contentsOfFile: items, encoding: .utf8)
    try text.replacingOccurrences(of: "    references:", with: "    activities: [shops]\n    references:")
      .write(toFile: items, atomically: true, encoding: .utf8)
    func attainable(_ options: String) throws -> String? {
      (try card("a.txt --industry finance \(options)")["score"] as? [String: Any])?["attainable"] as? String
    }
    #expect(try attainable("") == "1")
    #expect(try attainable("--activities shops") == "1")
    #expect(try attainable("--activities none") == "0")
    let none = try run("kaozheng score a.txt --industry finance --activities none --why --rules .").output
    #expect(none.contains("/ Code of conduct (code, Policy)  only asked of companies with: Shops\n"))
  }

  static let wrong: [(String, String)] = [
    ("a.txt --rules .", "score needs --industry (one of finance)"),
    ("a.txt --rules . --industry finanse", "unknown industry “finanse”; did you mean finance? (one of finance)"),
    (
      "a.txt --rules . --industry finance --activities shop",
      "unknown activity “shop”; did you mean shops? (any of shops, none)"
    ),
    ("a.txt --rules . --industry finance --pack other", "no pack “other” (there are: ours)"),
    ("a.txt --rules . --industry finance --format xml", "unknown value of --format “xml”"),
    ("--rules . --industry finance", "score needs FILE…"),
  ]

  @Test("Wrong use ends with 2 and says why", arguments: wrong)
  func wrongUse(_ words: String, _ message: String) throws {
    let outcome = try run("kaozheng score \(words)")
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("kaozheng: " + message), "\(outcome.errors)")
  }

  @Test func aPackWithoutScoringScoresNothing() throws {
    let plain = try SmallRules.folder()
    let outcome = try run("kaozheng score a.txt --industry finance --rules '\(plain)'")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("kaozheng: the pack “ours” has no scoring part in its pack.yaml\n"))
  }

  @Test func oneOfSeveralPacksHasToBeNamed() throws {
    #expect(try run("cp -r ours theirs; sed -i s/ours/theirs/ theirs/pack.yaml").code == 0)
    let outcome = try run("kaozheng score a.txt --industry finance --rules .")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("kaozheng: score takes one pack; name it with --pack (there are: ours, theirs)\n"))
    #expect(try run("kaozheng score a.txt --industry finance --rules . --pack ours").code == 0)
  }
}
