import Foundation
import Support
import Testing

/// The ledger of material events, as a user keeps it.
struct EventsCommandTests {
  private let folder: String

  /// Small rules with one negative item, what events do, and one company.
  init() throws {
    folder = try SmallRules.folder()
    let pack = folder + "/ours/pack.yaml"
    try (try String(contentsOfFile: pack, encoding: .utf8) + Self.scoring).write(
      toFile: pack, atomically: true, encoding: .utf8)
    try write("ours/rating.yaml", Self.rating)
    try write("ours/people/whistle.yaml", "rules:\n  - id: whistle\n    find: 遭裁罰#money\n")
    try write("c.csv", "代號,公司,產業\n5876,丙公司,金融業\n5877,丁公司,金融業\n")
    #expect(try run("kaozheng companies c.csv").code == 0)
  }

  private static let scoring = """
    scoring:
      precedence: [found, unreadable, stated-non-disclosure, not-found]
      positive: {found: 1}
      negative: {found: -1}
      deductions: any-year
      floor: none

    """
  private static let rating = """
    events:
      kinds: {social: {names: {zh-Hant: 社會面, en: Social}, dimension: social}}
      responses:
        none: {names: {zh-Hant: 未採取, en: Nothing}, factor: 1}
        partial: {names: {zh-Hant: 部分, en: Something}, factor: 0.5}
        adequate: {names: {zh-Hant: 妥善, en: All}, factor: 0.25}
      months: 12
      repeats-within: 12
    lists:
      percentile: 5
      line: nearest-rank
      fewest-companies: 20
      watched: [social]
      watch-months: {months: 13, of: 15}
      black-months: count
    rounds:
      - {id: "1", names: {zh-Hant: 一, en: One}, uploaded-by: {month: 8}, completed-in: {month: 11}, report-year: -1}
    calendar:
      months:
        - {month: 2024-11, closed: []}

    """

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  private func run(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell(
      "cd '\(folder)'\n" + line, environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite", "KAOZHENG_RULES": folder])
  }

  private func object(_ line: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(try run(line).output.utf8)) as? [String: Any])
  }

  private func lineCount() throws -> Int { try #require(try object("kaozheng events --format json")["lines"] as? Int) }

  fileprivate static let add = "kaozheng events add --by Lin --company 5876 --kind social --deduction 0.8 --source 某局"

  @discardableResult
  private func add(_ more: String = "--penalized 2024-03-04") throws -> String {
    let outcome = try run("\(Self.add) \(more)")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    return outcome.output
  }

  // MARK: Keeping

  @Test func anEventWithItsWholeHistory() throws {
    #expect(try add("--penalized 113/03/04 --fine 6萬元 --law 某法第1條 --text 說明") == "E1\n")
    #expect(
      try run("kaozheng events respond E1 partial --on 2024-05-06 --evidence 補發 --by 王").output == "E1\n")
    #expect(try run("kaozheng events correct E1 --fine 70,000 --law '' --reason 誤植 --by 王").output == "E1\n")
    let story = try run("kaozheng events show E1").output
    for words in [
      "E1  5876 丙公司\n", "day of the penalty: 2024-03-04", "fine: 70,000\n", "Lin  added\n",
      "王  response: Something (2024-05-06)\n      補發\n", "王  corrected: 誤植\n      law: -\n      fine: 70,000\n",
      "  2024-04  0.8 = 0.8 × 1 (Nothing)\n  2024-05  0.4 = 0.8 × 0.5 (Something)\n", "非官方", "Unofficial",
    ] { #expect(story.contains(words), "\(words)") }
    #expect(!story.contains("2025-03") && story.contains("2025-02"))
    #expect(try run("kaozheng events withdraw E1 --reason 撤銷 --by 王").output == "E1\n")
    #expect(try run("kaozheng events --month 2024-05").output.contains("0 of 1 events"))
    #expect(try run("kaozheng events --lang zh-TW").output.contains("已撤銷"))
    #expect(try run("kaozheng events --as-of 2001-01-01").output.contains("0 of 0 events, as of 2001-01-01"))
    let json = try object("kaozheng events show E1 --format json")
    #expect(json["withdrawn"] as? Bool == true && (json["byMonth"] as? [Any])?.isEmpty == true)
    #expect(
      (json["history"] as? [[String: Any]])?.map { $0["what"] as? String } == ["add", "respond", "correct", "withdraw"])
  }

  @Test func listsAreFiltered() throws {
    try add("--item whistle --penalized 2024-03-04 --text 一")
    try add("--penalized 2024-06-04 --text 二")
    #expect(
      try run("\(Self.add.replacingOccurrences(of: "5876", with: "丁公司")) --penalized 2024-06-05").output == "E3\n")
    #expect(try run("kaozheng events respond E2 adequate --on 2024-07-01 --evidence x --by y").code == 0)
    func listed(_ filter: String) throws -> [String?] {
      try #require(try object("kaozheng events --format json \(filter)")["events"] as? [[String: Any]])
        .map { $0["event"] as? String }
    }
    #expect(try listed("") == ["E1", "E2", "E3"])
    let part = try run("kaozheng events --company 丙")
    #expect(part.code == 1 && part.errors.contains("is it 5876 丙公司?"))
    #expect(try listed("--company 丙公司") == ["E1", "E2"])
    #expect(try listed("--item whistle") == ["E1"])
    #expect(try listed("--kind 社會面") == ["E1", "E2", "E3"])
    #expect(try listed("--month 2024-03") == ["E1"] && listed("--month 2025-05") == ["E2", "E3"])
    #expect(try listed("--open") == ["E1", "E3"])
    #expect(try run("kaozheng events --format csv").output.split(separator: "\r\n").count == 4)
  }

  @Test func aFileIsEnteredAsOneAndOnlyOnce() throws {
    try write(
      "e.csv",
      "公司名稱,處分日期,處分字號,罰鍰金額,題項,來源\n丙公司,1130304,府字第1號,\"60,000\",whistle,某局\n丁公司,113/03/05,府字第2號,20000,whistle,某局\n")
    #expect(
      try run("kaozheng events import e.csv --by Lin --dry-run").output
        == "2 new, 0 known already, 0 responses (dry run: nothing was kept)\n")
    #expect(try lineCount() == 0)
    #expect(try run("kaozheng events import e.csv --by Lin").output == "2 new, 0 known already, 0 responses\n")
    #expect(try run("kaozheng events import e.csv --by Lin").output == "0 new, 2 known already, 0 responses\n")
    #expect(try lineCount() == 2)
    // What comes out can go in again.
    #expect(
      try run("kaozheng events --format csv > out.csv; kaozheng events import out.csv --by Lin").output
        == "0 new, 2 known already, 0 responses\n")
    #expect(try run("\(Self.add) --penalized 2024-03-04 --case 府字第3號").output == "E3\n")
    #expect(
      try run("\(Self.add) --penalized 2024-03-04 --case 府字第3號").output
        == "E3 is that event already; nothing was added\n")
  }

  @Test func oneWrongLineAndNothingIsEntered() throws {
    try write(
      "e.csv",
      "company,penalized,case,fine,kind,deduction,source\n丙公司,2024-03-04,府字第1號,1,social,1,某局\n戊公司,2024-03-04,,1,social,1,某局\n"
    )
    let unknown = try run("kaozheng events import e.csv --by Lin")
    #expect(unknown.code == 1 && unknown.output.isEmpty)
    #expect(unknown.errors.contains("e.csv:3:1: no company is known as “戊公司”"))
    #expect(unknown.errors.contains("e.csv: nothing was imported"))
    try write(
      "e.csv",
      "company,penalized,case,fine,kind,deduction,source\n丙公司,2024-03-04,府字第1號,1,social,1,某局\n丁公司,2024-03-04,府字第1號,1,social,1,某局\n"
    )
    let contradicting = try run("kaozheng events import e.csv --by Lin")
    #expect(contradicting.code == 1)
    #expect(
      contradicting.errors.contains("e.csv:3:1: the same case number is E1 (line 1), with another company"))
    #expect(try lineCount() == 0)
  }

  // MARK: Bad input

  struct BadInput: Sendable {
    let line: String
    let code: Int32
    let message: String

    init(_ line: String, _ code: Int32, _ message: String) {
      self.line = line
      self.code = code
      self.message = message
    }

    /// The usual event with something else in it, and something more.
    static func add(_ from: String, _ to: String, _ more: String, _ code: Int32, _ message: String) -> BadInput {
      let line = EventsCommandTests.add
      return BadInput((from.isEmpty ? line : line.replacingOccurrences(of: from, with: to)) + more, code, message)
    }
  }

  private static let day = " --penalized 2024-01-02"
  static let badAdditions: [BadInput] = [
    BadInput("kaozheng events add --company 5876", 2, "events add needs --by"),
    .add("", "", "", 2, "neither a day of the penalty nor one of its publication"),
    .add(" --source 某局", "", day, 2, "no source"),
    .add("某局", "' '", day, 2, "--source takes an authority"),
    .add("0.8", "0", day, 2, "--deduction takes a number"),
    .add(" --deduction 0.8", "", day, 2, "no deduction"),
    .add("kind social", "kind socail", day, 2, "unknown kind “socail”; did you mean social?"),
    .add("", "", day + " --item whistel", 2, "unknown item “whistel”; did you mean whistle?"),
    .add("", "", " --penalized 2024-02-30", 2, "--penalized takes a day"),
    .add("", "", day + " --fine many", 2, "--fine takes an amount"),
    .add("", "", day + " --acted 2024-02-04", 2, "days in the wrong order: 2024-02-04 comes after 2024-01-02"),
    .add("5876", "9999", day, 1, "no company is known as “9999”"),
    .add("5876", "丙", day, 1, "is it 5876 丙公司?"),
    .add("", "", " --penalized 2999-01-02", 1, "2999-01-02 is still to come"),
    .add("0.8", "7", day, 1, "a deduction of 7 is more than"),
    .add("", "", day + " --item code", 1, "“code” is a positive item"),
  ]
  static let badOthers: [BadInput] = [
    BadInput("kaozheng events respond E1 partial --on 2024-05-06 --evidence x --by y", 1, "there is no event E1"),
    BadInput("kaozheng events respond X partial --on 2024-05-06 --evidence x --by y", 2, "“X” is no event, as E12"),
    BadInput("kaozheng events respond E1 partial --on 2024-05-06 --by y", 2, "events respond needs --evidence"),
    BadInput(
      "kaozheng events respond E1 partail --on 2024-05-06 --evidence x --by y", 2,
      "unknown response “partail”; did you mean partial?"),
    BadInput("kaozheng events withdraw E1 --by y", 2, "events withdraw needs --reason"),
    BadInput("kaozheng events withdraw E1 --reason x --by y", 1, "there is no event E1"),
    BadInput("kaozheng events correct E1 --reason x --by y", 2, "nothing is corrected"),
    BadInput("kaozheng events show E1", 1, "there is no event E1"),
    BadInput("kaozheng events shwo E1", 2, "did you mean events show?"),
    BadInput("kaozheng events --month 2024-13", 2, "--month takes a month"),
    BadInput("kaozheng events import none.csv --by x", 2, "none.csv: no such file"),
  ]

  @Test("What is wrongly used ends with 2, what is wrong in itself with 1, and neither leaves anything")
  func badInput() throws {
    for bad in Self.badAdditions + Self.badOthers {
      let outcome = try run(bad.line)
      #expect(outcome.code == bad.code && outcome.output.isEmpty, "\(bad.line): \(outcome.code) \(outcome.output)")
      #expect(outcome.errors.contains(bad.message), "\(bad.line): \(outcome.errors)")
    }
    #expect(try lineCount() == 0)
  }

  @Test func whatContradictsTheLedgerIsRefused() throws {
    try add("--penalized 2024-03-04 --case 府字第1號 --fine 60000")
    let cases = [
      (
        "\(Self.add) --penalized 2024-03-04 --case 府字第1號 --fine 70000",
        "the same case number is E1 (line 1), with another fine"
      ),
      (
        "kaozheng events respond E1 partial --on 2024-03-03 --evidence x --by y",
        "a response of 2024-03-03 is before E1 itself (2024-03-04)"
      ),
      ("kaozheng events respond E1 partial --on 2999-01-01 --evidence x --by y", "2999-01-01 is still to come"),
      ("kaozheng events correct E1 --fine 60000 --reason x --by y", "nothing of E1 would change"),
      ("kaozheng events correct E1 --penalized '' --reason x --by y", "neither a day of the penalty"),
      ("kaozheng events correct E1 --deduction 9 --reason x --by y", "a deduction of 9 is more than"),
      ("kaozheng events correct E1 --item code --reason x --by y", "“code” is a positive item"),
    ]
    for (line, message) in cases {
      let outcome = try run(line)
      #expect(outcome.code == 1 && outcome.output.isEmpty && outcome.errors.contains(message), "\(outcome.errors)")
    }
    #expect(try lineCount() == 1)
    #expect(try run("kaozheng events withdraw E1 --reason x --by y").code == 0)
    for line in [
      "respond E1 partial --on 2024-05-06 --evidence x", "correct E1 --fine 1 --reason x", "withdraw E1 --reason x",
    ] {
      let outcome = try run("kaozheng events \(line) --by y")
      #expect(outcome.code == 1 && outcome.errors.contains("E1 was withdrawn (line 2)"))
    }
  }

  @Test func withoutAnArchiveThereIsNothingToKeepItIn() throws {
    let outcome = try BuiltProgram.shell(
      "cd '\(folder)'\n\(Self.add) --penalized 2024-03-04 --archive none.sqlite --rules .")
    #expect(outcome.code == 1 && outcome.errors.contains("there is no archive at none.sqlite"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/none.sqlite"))
  }

  @Test func aPackWithoutEventsHasNone() throws {
    try FileManager.default.removeItem(atPath: folder + "/ours/rating.yaml")
    let outcome = try run("kaozheng events")
    #expect(outcome.code == 2 && outcome.errors.contains("the pack “ours” has no events"))
  }

  // MARK: In a score

  @Test("A fine that the report admits counts once: 1 − 1 of 1 alone, 1 − 0.8×1 with the ledger, 1 when it is over")
  func aFineCountsOnce() throws {
    try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
    try write("in/5876-丙公司-2024-永續報告書.txt", "本公司訂有誠信經營守則。\n2024年遭裁罰6萬元。\n")
    try write(
      "in/manifest.csv",
      "file,ticker,company,year,kind,industry\n5876-丙公司-2024-永續報告書.txt,5876,丙公司,2024,sustainability,finance\n")
    let ingested = try run("kaozheng ingest in --quiet")
    #expect(ingested.code == 0, "\(ingested.errors)")
    func score(_ month: String) throws -> (card: String?, month: String?) {
      let json = try object("kaozheng score 5876 --month \(month) --format json")
      func gained(_ json: Any?) -> String? {
        (((json as? [String: Any])?["score"] as? [String: Any])?["gained"] as? [String: String])?["low"]
      }
      return (gained(json), gained(json["afterEvents"]))
    }
    #expect(try score("2024-06") == ("0", "0"))
    try add("--penalized 2024-03-04 --item whistle --fine 60000 --law 某法第1條")
    #expect(try score("2024-02") == ("1", "1"))
    #expect(try score("2024-06") == ("1", "0.2"))
    #expect(try score("2025-03") == ("1", "1"))
    #expect(try run("kaozheng events respond E1 adequate --on 2024-07-01 --evidence 補正 --by y").code == 0)
    // 1 − 0.8×0.25.
    #expect(try score("2024-07") == ("1", "0.8"))
    let why = try run("kaozheng score 5876 --month 2024-07 --why").output
    for words in [
      "With the event that counts in 2024-07:\n  Total  1/1 = 100.0% → 0.8/1 = 80.0%\n    Social  1/1 = 100.0% → 0.8/1 = 80.0%",
      "counts as event E1 (the same item, year and amount):",
      "Events in 2024-07\n  - E1 Social · 某法第1條 · TWD 60000  -0.2 = 0.8 × 0.25",
      "of 2024-03-04, counts in 2024-03–2025-02; source: 某局", "All (2024-07-01): 補正",
    ] { #expect(why.contains(words), "\(words)\n\(why)") }
    #expect(try run("kaozheng score 5876 --month 2024-07 --format csv").output.contains("total-after-events"))
    #expect(try run("kaozheng score 5876 --month 2025-07").output.contains("No event counts in 2025-07."))
    #expect(try run("kaozheng score 5876 --years 2023,2024 --month 2024-07").code == 2)
    #expect(try run("kaozheng events withdraw E1 --reason 撤銷 --by y").code == 0)
    #expect(try score("2024-06") == ("0", "0"))
  }
}
