import Foundation
import Support
import Testing

/// Companies of an archive scored as a user does it.
struct CompanyScoreTests {
  private let folder: String

  /// Rules of one positive and one negative item; of the first, finance is asked otherwise than makers.
  init() throws {
    folder = try SmallRules.folder()
    let pack = folder + "/ours/pack.yaml"
    let text = try String(contentsOfFile: pack, encoding: .utf8)
      .replacingOccurrences(of: "en: Finance}}", with: "en: Finance}}\n  makers: {names: {zh-Hant: 製造業, en: Makers}}")
    try write("ours/pack.yaml", text + Self.scoring)
    try write("ours/rating.yaml", Self.rating)
    try write("ours/people/whistle.yaml", "rules:\n  - id: whistle\n    find: 檢舉成立#count(件)\n")
    let placing = BuiltProgram.root.appendingPathComponent("Rules/vocabulary/placing.yaml").path
    try FileManager.default.copyItem(atPath: placing, toPath: folder + "/vocabulary/placing.yaml")
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

  private static let rating = """
    events:
      kinds: {social: {names: Social, dimension: social}}
      responses: {none: {names: None, factor: 1}}
      months: 12
    lists:
      percentile: 5
      line: nearest-rank
      fewest-companies: 20
      watched: [social]
      watch-months: {months: 13, of: 15}
      black-months: count
    rounds:
      - {id: "1", names: First, uploaded-by: {month: 8}, completed-in: {month: 11}, report-year: -1}
      - id: "2"
        names: Second
        uploaded-by: {month: 4, years-later: 1}
        completed-in: {month: 5, years-later: 1}
        report-year: -1
    calendar:
      months: [{month: 2025-11, closed: []}]
    """

  private func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: url.path)
  }

  private func run(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("cd '\(folder)'\n" + line, environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite"])
  }

  private static let columns = "file,company,ticker,year,kind,language,uploaded,revision,industry\n"

  /// Takes in what lies in `in`, as the rows say it.
  private func ingest(_ rows: [String], _ options: String = "") throws {
    try write("manifest.csv", Self.columns + rows.map { $0 + "\n" }.joined())
    let outcome = try run("kaozheng ingest --rules . --manifest manifest.csv \(options) --quiet in")
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  /// As if the last run had been on another day.
  private func date(run number: Int, _ day: String) throws {
    let script = """
      base = __import__('sqlite3').connect('a.sqlite')
      base.execute("UPDATE runs SET started = '\(day)T08:00:00Z', ended = '\(day)T09:00:00Z' WHERE id = \(number)")
      base.execute("UPDATE placements SET time = '\(day)T08:30:00Z' WHERE run = \(number)")
      base.commit()
      """
    try write("date.py", script)
    #expect(try run("python3 date.py").code == 0)
  }

  private func card(_ line: String) throws -> [String: Any] {
    let outcome = try run("kaozheng score \(line) --format json")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any], "\(outcome.errors)")
  }

  private func gained(_ card: [String: Any]) -> [String: String]? {
    (card["score"] as? [String: Any])?["gained"] as? [String: String]
  }

  private func archived(_ card: [String: Any]) throws -> [String: Any] {
    try #require(card["archive"] as? [String: Any])
  }

  /// Two companies: one with a report and an annual report, one with a report of finance.
  private func ingestTwo() throws {
    try write("in/a.txt", "公司訂有行為準則。\n")
    try write("in/b.txt", "全年檢舉成立2件。\n")
    try write("in/c.txt", "天氣很好。\n")
    try ingest([
      "a.txt,甲電子,1111,2024,sustainability,zh,2025-06-30,,makers",
      "b.txt,甲電子,1111,2024,annual,zh,2025-05-31,,makers",
      "c.txt,乙銀行,2222,2024,sustainability,zh,2025-06-30,,finance",
    ])
  }

  // MARK: Whose

  @Test("One document is found in, the other admits something: 1 − 0.5 of 1")
  func aCompanyIsKnownByItsNumberOrAPartOfItsName() throws {
    try ingestTwo()
    let byNumber = try run("kaozheng score 1111")
    #expect(byNumber.code == 0 && byNumber.errors.isEmpty)
    #expect(try run("kaozheng score 甲").output == byNumber.output)
    let total = byNumber.output.split(separator: "\n").first { $0.hasPrefix("Total") }?.split(separator: " ")
    #expect(total?.dropFirst().prefix(2).map(String.init) == ["50.0", "0.5/1"])
    #expect(byNumber.output.contains("1111 甲電子 · reports about 2024, all that have been seen\n"))
    #expect(byNumber.output.contains("a.txt: 1 pages; sustainability report; uploaded 2025-06-30 (the manifest)\n"))
    #expect(try gained(card("2222")) == ["low": "0", "high": "0"])
    let chinese = try run("kaozheng score 1111 --lang zh-TW").output
    #expect(chinese.contains("1111 甲電子 · 2024 年度報告，計入所有已收文件\n"))
  }

  @Test func unknownAndAmbiguousCompaniesAreToldWithTheirNeighbours() throws {
    try ingestTwo()
    let unknown = try run("kaozheng score 1112")
    #expect(unknown.code == 1 && unknown.output.isEmpty)
    #expect(unknown.errors.contains("called “1112”") && unknown.errors.contains("nearest are: 1111 甲電子"))
    #expect(try run("kaozheng score 丙公司有限").errors.contains("called “丙公司有限”"))
    try write("in/d.txt", "雨。\n")
    try ingest(["d.txt,乙電子,3333,2024,sustainability,zh,2025-06-30,,makers"])
    let several = try run("kaozheng score 電子")
    #expect(several.code == 1)
    #expect(several.errors.contains("“電子” fits 2 companies: 1111 甲電子, 3333 乙電子"))
    #expect(try run("kaozheng score 乙電子").code == 0)
  }

  @Test func everyFormatSaysWhoseWhenByWhatAndThatItIsUnofficial() throws {
    try ingestTwo()
    try write("in/e.txt", "雪。\n")
    try ingest(["e.txt,甲電子,1111,2023,sustainability,zh,2024-06-30,,makers"])
    for format in ["text", "json", "csv"] {
      let output = try run("kaozheng score 1111 --format \(format)").output
      for part in ["非官方", "1111", "甲電子", "a.txt", "b.txt", "e.txt", "2024", "2"] {
        #expect(output.contains(part), "\(format) \(part)")
      }
      let other = format == "text" ? "left out: e.txt: about 2023" : "other-year"
      #expect(output.contains(other), "\(format)")
    }
  }

  // MARK: Rounds

  @Test func aRoundCountsWhatWasUploadedInTime() throws {
    try write("in/a.txt", "公司訂有行為準則。\n")
    try write("in/a2.txt", "更正後沒有準則。\n")
    try write("in/b.txt", "全年檢舉成立2件。\n")
    try ingest([
      "a.txt,甲,1111,2024,sustainability,zh,2025-08-31,,makers",
      "a2.txt,甲,1111,2024,sustainability,zh,2025-09-10,1,makers",
      "b.txt,甲,1111,2024,annual,zh,2025-09-01,,makers",
    ])
    let first = try card("1111 --round 2025-1")
    #expect(gained(first) == ["low": "1", "high": "1"])
    let left = try archived(first)["leftOut"] as? [[String: Any]]
    #expect(left?.map { $0["reason"] as? String } == ["late", "late"])
    // The second round takes the correction and the annual report: 0 − 0.5.
    #expect(try gained(card("1111 --round 2025-2")) == ["low": "-0.5", "high": "-0.5"])
    #expect(try run("kaozheng score 1111 --round 2025-2").output.contains("left out: a.txt: superseded by a2.txt"))
    let none = try run("kaozheng score 1111 --round 2024-1")
    #expect(none.code == 1 && none.errors.contains("no document of 1111 counts: a.txt about 2024; "))
  }

  // MARK: As of a day

  @Test func aDayOfThePastGivesTheSameBytesForever() throws {
    try ingestTwo()
    try date(run: 1, "2025-07-01")
    let formats = ["text --why", "json", "csv"]
    func then() throws -> [String] {
      try formats.map { try run("kaozheng score 1111 --as-of 2025-07-02 --format \($0)").output }
    }
    let made = try then()
    // Other points and other patterns, another document, another hand; and the industry asked otherwise.
    let pack = try String(contentsOfFile: folder + "/ours/pack.yaml", encoding: .utf8)
    try write("ours/pack.yaml", pack.replacingOccurrences(of: "found: -0.5", with: "found: -1"))
    let rule = try String(contentsOfFile: folder + "/ours/people/code.yaml", encoding: .utf8)
    try write("ours/people/code.yaml", rule.replacingOccurrences(of: "[訂有…$code]", with: "[沒有…$code, 訂有…$code]"))
    try write("in/f.txt", "檢舉成立9件。\n")
    try ingest([
      "a.txt,甲電子,1111,2024,sustainability,zh,2025-06-30,,finance",
      "f.txt,甲電子,1111,2024,tcfd,zh,2025-06-30,,makers",
    ])
    _ = try run("kaozheng place b.txt --year 2023")
    #expect(try then() == made)
    #expect(made[1].contains("\"gained\":{\"low\":\"0.5\""))
    let now = try card("1111")
    #expect(try archived(now)["run"] as? Int == 2)
    #expect(gained(now)?["low"] == "-1")

    let before = try run("kaozheng score 1111 --as-of 2025-06-30")
    #expect(before.code == 1 && before.output.isEmpty)
    #expect(
      before.errors.contains(
        "no run of the archive had ended by the end of 2025-06-30 UTC; the first ended on 2025-07-01"))
  }

  // MARK: What a company is

  /// Asked as one of finance, the text has no answer to the question that makers are asked; the other item is asked of
  /// both alike.
  @Test func whatWasNotAskedIsUnknownAndSaysSo() throws {
    try write("in/a.txt", "公司訂有行為準則。\n")
    try write("in/b.txt", "天氣很好。\n")
    try ingest([
      "a.txt,甲,1111,2024,sustainability,zh,2025-06-30,,finance",
      "b.txt,甲,1111,2024,annual,zh,2025-06-30,,finance",
    ])
    #expect(try gained(card("1111")) == ["low": "0", "high": "0"])
    _ = try run("kaozheng place a.txt --industry makers --rules .")
    let between = try run("kaozheng score 1111 --why")
    #expect(between.output.contains("0.0–100.0"))
    #expect(between.output.contains("was not asked 1 items as a company of this industry by these rules"))
    #expect(between.output.contains("industry: told by hand (a.txt)\n  but b.txt is placed in Finance\n"))
    #expect(try run("kaozheng ingest --rules . --quiet").code == 0)
    #expect(try run("kaozheng score 1111 --why").output.contains("b.txt: 1 pages"))
    #expect(try gained(card("1111")) == ["low": "1", "high": "1"])
  }

  @Test func anIndustryThatNobodyTellsHasToBeGiven() throws {
    try write("in/a.txt", "公司訂有行為準則。\n")
    try ingest(["a.txt,甲,1111,2024,sustainability,zh,,,"], "--industry makers")
    let without = try run("kaozheng score 1111")
    #expect(without.code == 1 && without.errors.contains("nobody says which industry 1111 is of"))
    let card = try card("1111 --industry makers --activities shops")
    #expect(gained(card) == ["low": "1", "high": "1"])
    #expect(try archived(card)["industryFrom"] as? String == "asked")
    #expect(try archived(card)["activitiesFrom"] as? String == "asked")
    let documents = try archived(card)["documents"] as? [[String: Any]]
    #expect(documents?.first?["uploadedFrom"] as? String == "first-seen")
  }

  // MARK: Two years

  @Test func twoYearsStandSideBySideWithWhatChanged() throws {
    try write("in/a.txt", "天氣很好。\n")
    try write("in/b.txt", "公司訂有行為準則。\n")
    try ingest([
      "a.txt,甲,1111,2023,sustainability,zh,,,makers", "b.txt,甲,1111,2024,sustainability,zh,,,makers",
    ])
    let text = try run("kaozheng score 1111 --years 2023,2024 --why").output
    let total = text.split(separator: "\n").first { $0.hasPrefix("Total") }?.split(separator: " ").map(String.init)
    #expect(total == ["Total", "0.0", "100.0", "+100.0"])
    #expect(text.contains("1 items came out otherwise:\n  2023 . Code of conduct (code, Policy)  0/1\n"))
    #expect(text.contains("  2024 + Code of conduct (code, Policy)  +1\n        b.txt p. 1: 公司訂有行為準則。\n"))
    #expect(text.contains("非官方"))
    let json = try run("kaozheng score 1111 --years 2023,2024 --format json").output
    #expect(json.contains("{\"item\":\"code\",\"before\":\"missed\",\"after\":\"gained\"}"))
    #expect(json.contains("{\"id\":\"ours\",\"depth\":0,\"low\":\"100\",\"high\":\"100\"}"))
    let csv = try run("kaozheng score 1111 --years 2023,2024 --format csv").output
    #expect(csv.contains("total,'1111,,,ours,我們的,Ours,0,0,100,100,100,100"), "\(csv)")
    let missing = try run("kaozheng score 1111 --years 2022,2024")
    #expect(missing.code == 1 && missing.errors.contains("no document of 1111 counts: "))
  }

  // MARK: Wrong use

  static let wrong: [(String, String)] = [
    ("1111 --round 2025-3", "there is no round “2025-3” (they are called YEAR-1, YEAR-2)"),
    ("1111 --round 2025-1 --year 2024", "a round has its year"),
    ("1111 --year soon", "--year takes a year"),
    ("1111 --years 2023", "--years takes two years"),
    ("1111 --as-of 2025-02-30", "--as-of takes a day"),
    ("1111 --rules .", "--rules is for files"),
    ("1111 --industry bakers", "unknown industry “bakers”"),
    ("in/a.txt --rules . --industry makers --round 2025-1", "--round is for a company of the archive"),
  ]

  @Test("Wrong use ends with 2 and says why", arguments: wrong)
  func wrongUse(_ words: String, _ message: String) throws {
    try ingestTwo()
    let outcome = try run("kaozheng score \(words)")
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("kaozheng: " + message), "\(outcome.errors)")
  }

  @Test func withoutAnArchiveOneIsToldHowToMakeIt() throws {
    let outcome = try run("kaozheng score 1111")
    #expect(outcome.code == 1 && outcome.errors.contains("kaozheng ingest makes one"))
    // A file that is not there is no company.
    #expect(
      try run("kaozheng score none.pdf --rules . --industry makers").errors == "kaozheng: none.pdf: no such file\n")
  }
}
