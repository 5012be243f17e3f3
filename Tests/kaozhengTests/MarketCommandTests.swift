import Foundation
import Support
import Testing

/// Ranks and lists as a user asks for them.
///
/// Rates of 1101 … 1110 in per cent: social 0 20 40 60 60 80 80 100 100 100, economic 100 20 40 40 60 60 80 80 100 100,
/// total 50 20 40 50 60 70 80 90 100 100. The 2nd lowest is the line: social 20, economic 40, total 40.
@Suite("Ranks and lists of an archive")
struct MarketCommandTests {
  private func market(broken: Set<String> = [], late: Set<String> = []) throws -> String {
    let folder = try SmallMarket.folder(broken: broken, late: late)
    let outcome = try run("kaozheng ingest in --rules rules --archive a.sqlite --quiet", folder)
    // A file that cannot be read is a finding.
    #expect(outcome.code == (broken.isEmpty ? 0 : 1), "\(outcome.errors)")
    return folder
  }

  private func run(_ line: String, _ folder: String, language: String = "en") throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell(
      "cd '\(folder)'\n" + line, environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite", "LC_ALL": language])
  }

  private func json(_ line: String, _ folder: String) throws -> [String: Any] {
    let outcome = try run("kaozheng \(line) --format json", folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func companies(_ list: Any?) -> [String] {
    (list as? [[String: Any]] ?? []).compactMap { entry in
      let company = entry["company"] as? String
      return entry["certainty"] as? String == "provisional" ? company.map { $0 + "?" } : company
    }
  }

  /// `1101 7/10`.
  private func ranks(_ output: [String: Any], _ key: String = "rank") -> [String] {
    (output["ranks"] as? [[String: Any]] ?? []).map { row in
      let rank = row[key] as? [String: Any] ?? [:]
      let (best, worst) = (rank["best"] as? Int ?? 0, rank["worst"] as? Int ?? 0)
      return "\(row["company"] as? String ?? "") \(best == worst ? "\(best)" : "\(best)–\(worst)")"
    }
  }

  @Test("Ties share a rank: 1, 1, 3 … and two at 50 % are both 7th")
  func ranksOfARound() throws {
    let folder = try market()
    #expect(
      ranks(try json("rank --round 2025-1", folder)) == [
        "1109 1", "1110 1", "1108 3", "1107 4", "1106 5", "1105 6", "1101 7", "1104 7", "1103 9", "1102 10",
      ])
    let social = ranks(try json("rank --month 2025-12 --by social --industry makers", folder), "rankInIndustry")
    #expect(social.prefix(4) == ["1108 1", "1109 1", "1110 1", "1106 4"] && social.last == "1101 10")
  }

  @Test func theTableOfRanksIsAligned() throws {
    let folder = try market()
    let lines = try run("kaozheng rank --month 2025-12", folder).output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("非官方") && lines[0].contains("Unofficial"))
    let rows = lines.filter { $0.contains("/10") }
    #expect(rows.count == 10)
    // Chinese characters are two columns wide: the bars begin in the same one.
    let starts = rows.map { row in row.prefix { !"█░".contains($0) }.unicodeScalars.reduce(0) { $0 + width($1) } }
    #expect(Set(starts).count == 1)
    // 100 %, and the upper end of the percentiles; 20 %, and the lower: 1 of 10.
    #expect(rows[0].hasSuffix(String(repeating: "█", count: 20) + "  ░░░░░░░░░█"))
    #expect(rows[9].hasSuffix("████░░░░░░░░░░░░░░░░  ░█░░░░░░░░"))
    #expect(rows[9].hasPrefix("10/10        10/10  1102 乙食品      Makers      20.0  "))
  }

  private func width(_ scalar: Unicode.Scalar) -> Int { scalar.value >= 0x3000 ? 2 : 1 }

  @Test("Below the line of a dimension for 3 of 4 months: the watch list, then the black list")
  func listsOverTheMonths() throws {
    let folder = try market()
    let first = try json("lists --month 2025-11", folder)
    #expect(companies(first["watch"]) == ["1101"] && companies(first["black"]) == ["1102"])
    let watch = try #require((first["watch"] as? [[String: Any]])?.first)
    let because = try #require((watch["because"] as? [[String: Any]])?.first)
    // 20 % of 5 points is 1, and it has none.
    #expect(because["by"] as? String == "social")
    #expect(because["missingPoints"] as? [String: String] == ["low": "1", "high": "1"])
    #expect(because["line"] as? [String: String] == ["low": "20.0", "high": "20.0"])
    let third = try json("lists --month 2026-01", folder)
    #expect(companies(third["watch"]).isEmpty && companies(third["black"]) == ["1101", "1102"])
    let black = try #require((third["black"] as? [[String: Any]])?.first)
    #expect(black["since"] as? String == "2026-01")
    let months = (black["because"] as? [[String: Any]])?.first?["count"] as? [String: Any]
    #expect(months?["months"] as? [String] == ["2025-11", "2025-12", "2026-01"])
    // 3 of 2025-11 … 2026-02 are still 3; the first has left in 2026-03.
    #expect(months?["monthsUntilTooFew"] as? [String: Int] == ["low": 2, "high": 2])
    let change = try #require((third["changes"] as? [[String: Any]])?.first)
    #expect(change["company"] as? String == "1101")
    #expect((change["before"] as? [String: Any])?["watch"] as? String == "certain")
    #expect((change["after"] as? [String: Any])?["black"] as? String == "certain")
  }

  @Test func whatIsPrintedSaysWhySinceWhenAndWhatWouldTakeItOff() throws {
    let folder = try market()
    let english = try run("kaozheng lists --month 2026-01", folder).output
    #expect(english.contains("Black list: 2\n  1101 甲甲水泥 · Makers · since 2026-01\n"))
    #expect(
      english.contains(
        "on the watch list in 3 of the last 4 months (3 are enough): 2025-11…2026-01; off after 2 more that do not count\n"
      ))
    // 40 % of 10 points are 4, and it has 2.
    #expect(
      english.contains("    Total 20.0 % is below the line of 40.0 % (10 companies); off with 2 points more\n"))
    #expect(english.contains("Watch list: 0\n"))
    #expect(english.contains("Changed since 2025-12\n  1101 甲甲水泥: watch list → black list\n"))
    let chinese = try run("kaozheng lists --month 2025-12 --company 水泥", folder, language: "zh_TW").output
    #expect(chinese.contains("觀察名單: 1\n  1101 甲甲水泥 · 製造業 · 自 2025-11 起\n"))
    #expect(chinese.contains("社會 0.0% 低於門檻 20.0%（10 家公司）；再得 1 分即移出\n") && !chinese.contains("乙食品"))
  }

  @Test(
    "A file that cannot be read blacklists nobody: 1110 may have 0, and then the line is 20 % and 1102 not below it")
  func aBrokenFileMakesEntriesProvisional() throws {
    let folder = try market(broken: ["1110"])
    let lists = try json("lists --month 2026-03", folder)
    #expect(companies(lists["black"]) == ["1101?", "1102?", "1110?"])
    #expect(companies(lists["watch"]) == ["1101?", "1102?", "1110?"])
    let text = try run("kaozheng lists --month 2026-03", folder).output
    #expect(text.contains("Black list: 0, 3 provisional\n") && text.contains("it blacklists nobody"))
    // 100 % at best, with 1109; at worst below all.
    #expect(ranks(try json("rank --month 2026-03", folder)).last == "1110 1–10")
  }

  @Test("A document that came a day late counts for the next round: 9 are rated, then 10")
  func aLateDocument() throws {
    let folder = try market(late: ["1103"])
    let first = try json("lists --month 2026-04", folder)
    #expect(first["rated"] as? Int == 9 && first["round"] as? String == "2025-1")
    #expect(companies(first["unrated"]) == ["1103"])
    let second = try json("lists --month 2026-05", folder)
    #expect(second["rated"] as? Int == 10 && second["round"] as? String == "2025-2")
  }

  @Test(
    "An event of 3 points in December leaves 1104 with 0 of 5 and 2 of 10, the lines of both at 0 % and 20 %")
  func anEventMovesTheLines() throws {
    let folder = try market()
    let said = try run(
      "kaozheng events add --company 1104 --kind social --deduction 3 --penalized 2025-12-10 --source 公報 --by 測試 --rules rules",
      folder)
    #expect(said.code == 0, "\(said.errors)")
    let before = try json("lists --month 2025-11", folder)
    #expect(companies(before["watch"]) == ["1101"] && companies(before["black"]) == ["1102"])
    let after = try json("lists --month 2025-12", folder)
    // 1102 is no longer below the line of the total, and still below that of its economic dimension.
    #expect(companies(after["watch"]) == ["1102"] && companies(after["black"]).isEmpty)
    // With 1102, at 20 %. By its documents alone it has 50 %, with 1101.
    #expect(ranks(try json("rank --month 2025-12", folder)).suffix(2) == ["1102 9", "1104 9"])
    #expect(ranks(try json("rank --round 2025-1", folder)).contains("1104 7"))
  }

  @Test func everyFormatSaysThatItIsUnofficialAndIsTheSameTwice() throws {
    let folder = try market()
    for command in ["rank --round 2025-1", "lists --month 2026-01", "lists --month 2026-01 --company 1101"] {
      for format in ["text", "json", "csv"] {
        let line = "kaozheng \(command) --format \(format)"
        let outcome = try run(line, folder)
        #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(line)")
        #expect(outcome.output.contains("非官方") && outcome.output.lowercased().contains("unofficial"), "\(line)")
        #expect(try run(line, folder).output == outcome.output)
        if format != "text" { #expect(try run(line, folder, language: "zh_TW").output == outcome.output) }
      }
    }
  }

  @Test func whatCannotBeToldIsSaid() throws {
    let folder = try market()
    let wrong: [(String, Int32, String)] = [
      ("rank --month 2025-13", 2, "--month takes a month, as 2025-08, not “2025-13”"),
      ("rank --month 2025-12 --round 2025-1", 2, "a round has its own scores: either --round or --month"),
      ("rank --round 2025-3", 2, "there is no round “2025-3”"),
      ("rank --round 2025-1 --by socal", 2, "unknown dimension “socal”; did you mean social? (one of total, social"),
      ("rank --round 2025-1 --industry maker", 2, "unknown industry “maker”; did you mean makers?"),
      ("lists --month 2025-12 --as-of 2025-11-30", 2, "2025-12 had not come by 2025-11-30"),
      (
        "lists --as-of 2001-01-01", 1,
        "no run of the archive had ended by the end of 2001-01-01 UTC; the first ended on"
      ),
      (
        "lists --month 2025-10", 1,
        "nobody is rated in 2025-10: no document counts for the round in force, 2024-2; by what is known the first month may be 2025-11"
      ),
      (
        "rank --round 2024-1", 1,
        "nobody is rated in the round 2024-1: no document about 2023 was uploaded by 2024-08-31"
      ),
      ("lists --month 2025-12 --company 9999", 1, "no company of the archive is called “9999”"),
      ("lists --archive none.sqlite", 1, "there is no archive at none.sqlite"),
    ]
    for (words, code, message) in wrong {
      let outcome = try run("kaozheng \(words)", folder)
      #expect(outcome.code == code && outcome.output.isEmpty, "\(words): \(outcome.output)")
      #expect(outcome.errors.hasPrefix("kaozheng: " + message), "\(outcome.errors)")
    }
  }
}
