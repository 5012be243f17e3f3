import Foundation
import Support
import Testing

/// Two runs compared as a user does it.
struct DiffCommandTests {
  private let folder: String

  init() throws {
    folder = try SmallMarket.folder()
    _ = try run("touch -d '1 hour ago' in/*; kaozheng ingest --rules rules --quiet in")
    // 1103 is corrected: one thing more; a rule looks for another word; 1101 has a report of a new year.
    try write("in/1103-2.txt", "丙。\n公布鐵項。\n公布銅項。\n公布松項。\n公布柏項。\n公布楠項。\n另述<b>鋅</b>項。\n")
    try write("in/1101-2025.txt", "甲甲水泥。\n公布鐵項。\n")
    try append("in/manifest.csv", "1103-2.txt,1103,丙,2024,sustainability,makers,2025-08-31\n")
    try append("in/manifest.csv", "1101-2025.txt,1101,甲甲水泥,2025,sustainability,makers,2026-04-01\n")
    let rules = try String(contentsOfFile: folder + "/rules/ours/people/rules.yaml", encoding: .utf8)
    try write(
      "rules/ours/people/rules.yaml", rules.replacingOccurrences(of: "find: 公布鋅項", with: "find: [公布鋅項, 另述…項]"))
    _ = try run("touch -d '1 hour ago' in/*; kaozheng ingest --rules rules --quiet in")
  }

  private func write(_ path: String, _ text: String) throws {
    try text.write(toFile: folder + "/" + path, atomically: true, encoding: .utf8)
  }

  private func append(_ path: String, _ text: String) throws {
    try write(path, String(contentsOfFile: folder + "/" + path, encoding: .utf8) + text)
  }

  private func run(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("cd '\(folder)'\n" + line, environment: ["KAOZHENG_ARCHIVE": folder + "/a.sqlite"])
  }

  private func diff(_ rest: String = "") throws -> BuiltProgram.Outcome { try run("kaozheng diff \(rest)") }

  @Test func theLastTwoRunsForAPerson() throws {
    let outcome = try diff()
    #expect(outcome.code == 0 && outcome.errors == "")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("Run 1 (") && lines[0].contains(") → run 2 ("))
    #expect(lines[1].hasPrefix("  rules: "))
    #expect(lines[2] == "1 of 10 reports differ: 2 items, 4 changes")
    #expect(lines.contains("1103 丙 · 2024 · 1103-2.txt  corrects 1103.txt  40.0 % → 60.0 % (unofficial)"))
    #expect(lines.contains("  item-4  Item 4  0 → 1 points"))
    #expect(lines.contains("    = not found → found  [corrected upload + rule]"))
    #expect(lines.contains("    + p. 1: [corrected upload + rule]"))
    #expect(lines.contains("      另述<b>鋅</b>項。"))
    #expect(lines.contains("  item-7  Item 7  0 → 1 points"))
    #expect(lines.contains("    = not found → found  [corrected upload]"))
    #expect(lines.contains("  1101 甲甲水泥 · 1101-2025.txt: a new year, after 2024; no change"))
    // The same bytes each time, and nothing between a run and itself.
    #expect(try diff("1 2").output == outcome.output)
    #expect(try diff("2 2").output.contains("0 of 11 reports differ"))
    #expect(try diff("1").output == outcome.output)
    // The other way round it is taken back.
    #expect(try diff("2 1 --quick").code == 0)
  }

  @Test func whatIsAskedFor() throws {
    #expect(try diff("--item item-7").output.contains("1 items, 2 changes"))
    #expect(try diff("--sub-dimension people").output.contains("item-4") == true)
    #expect(try diff("--sub-dimension people").output.contains("item-7") == false)
    #expect(try diff("--company 丙").output.contains("1 of 1 reports differ"))
    #expect(try diff("--company 1101").output.contains("0 of 1 reports differ"))
    #expect(try diff("--document 1103-2").output.contains("1 of 1 reports differ"))
    #expect(try diff("--rule item-7").output.contains("1 items, 1 changes"))
    #expect(try diff("--quick").output.contains("[one or more of: corrected upload, rule]"))
    #expect(try !diff("--quick").output.contains("points"))
    #expect(try diff("--lang zh-Hant").output.contains("未找到 → 有揭露  [更正版報告 + 規則]"))
    #expect(try diff("--lists").output.contains("\nLists\n"))
  }

  @Test func wrongUseIsSaid() throws {
    for (rest, message) in [
      ("x", "a run is a number"), ("--item item-77", "did you mean item-7?"),
      ("--company 不存在", "no company of the archive"),
      ("--sub-dimension poeple", "did you mean people?"), ("1 2 3", "diff"),
    ] {
      let outcome = try diff(rest)
      #expect(outcome.code == 2 && outcome.errors.contains(message), "\(rest): \(outcome.errors)")
    }
    #expect(try diff("1 9").errors.contains("there is no run 9 that has ended") == true)
    #expect(try run("kaozheng diff --archive none.sqlite").code == 1)
  }

  @Test func forAProgram() throws {
    let outcome = try diff("--format json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(json["official"] as? Bool == false)
    #expect(json["compared"] as? Int == 10)
    let documents = try #require(json["documents"] as? [[String: Any]])
    let document = try #require(documents.first)
    #expect((document["corrects"] as? [String: Any])?["name"] as? String == "1103.txt")
    let items = try #require(document["items"] as? [[String: Any]])
    #expect(items.map { $0["item"] as? String } == ["item-4", "item-7"])
    let points = try #require(items[0]["points"] as? [String: [String: String]])
    #expect(points["before"]?["high"] == "0" && points["after"]?["low"] == "1")
    let changes = try #require(items[0]["changes"] as? [[String: Any]])
    #expect(changes.map { $0["kind"] as? String } == ["state", "appeared"])
    let cause = try #require(changes[1]["cause"] as? [String: Any])
    #expect(cause["sufficient"] as? [[String]] == [["document", "rules"]])
    let after = try #require(changes[1]["after"] as? [String: Any])
    #expect(after["quote"] as? String == "另述<b>鋅</b>項。" && changes[1]["before"] == nil)
    let new = try #require(json["new"] as? [[String: Any]])
    #expect(new.map { $0["kind"] as? String } == ["next-year"])
  }

  @Test func asAPage() throws {
    let page = try diff("--format html").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(page.contains("default-src 'none'"))
    // A report's text is never markup.
    #expect(page.contains("另述&lt;b&gt;鋅&lt;/b&gt;項。") && !page.contains("<b>"))
  }

  @Test func textsPageByPage() throws {
    let outcome = try diff("--text")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("the text of 1 of 10 reports differs: 1 pages"))
    #expect(lines.contains { $0.hasPrefix("    p. 1  ") && $0.contains("gained") })
    #expect(outcome.output.contains("公布楠項"))
    let json = try diff("--text --format json").output
    #expect(json.contains("\"pieces\":[{\"kind\":\"gained\",\"text\":"))
    let page = try diff("--text --format html").output
    #expect(page.contains("<ins class=\"\">") && !page.contains("<b>"))
  }
}
