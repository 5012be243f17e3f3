import Foundation
import Support
import Testing

/// The commands around rules as a user runs them.
struct RuleToolsTests {
  private let folder: String
  /// Where the user works: outside the rules.
  private let work: String

  init() throws {
    folder = try SmallRules.folder()
    work = try BuiltProgram.temporaryFolder()
  }

  private func run(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.shell("cd '\(work)'\nexport KAOZHENG_RULES='\(folder)'\n" + line)
  }

  private func write(_ text: String, _ name: String) throws {
    try text.write(toFile: work + "/" + name, atomically: true, encoding: .utf8)
  }

  @Test func aSchemaIsPrintedAndAnUnknownKindIsWrongUse() throws {
    #expect(try run("kaozheng rules schema items").output.contains("\"title\": \"Kaozheng item file\""))
    let wrong = try run("kaozheng rules schema item")
    #expect(wrong.code == 2 && wrong.errors.contains("did you mean items?"))
  }

  @Test(arguments: ["xlsx", "csv"])
  func aTableGoesOutAndComesBackUnchanged(_ format: String) throws {
    let before = try String(contentsOfFile: folder + "/ours/items.yaml", encoding: .utf8)
    #expect(try run("kaozheng rules export ours t.\(format)").output == "2 items in t.\(format)\n")
    let back = try run("kaozheng rules import ours t.\(format)")
    #expect(back.code == 0 && back.output == "0 new, 0 gone, 0 changed; nothing written\n" && back.errors.isEmpty)
    #expect(try String(contentsOfFile: folder + "/ours/items.yaml", encoding: .utf8) == before)
  }

  @Test func anEditedTableIsShownAndThenWritten() throws {
    let edit = "kaozheng rules export ours t.csv; sed -i 's/準則/守則: 一/; s/^whistle/hotline/' t.csv;"
    let dry = try run(edit + "kaozheng rules import ours t.csv --dry-run")
    #expect(dry.output.hasSuffix("1 new, 1 gone, 1 changed; nothing written\n"))
    #expect(dry.output.contains("    name zh-Hant: 準則 → 守則: 一\n"))
    #expect(try run("kaozheng rules import ours t.csv").output.hasSuffix("; written\n"))
    let items = try String(contentsOfFile: folder + "/ours/items.yaml", encoding: .utf8)
    #expect(items.contains("names: {zh-Hant: \"守則: 一\", en: Code of conduct}") && items.contains("- id: hotline"))
  }

  @Test func aFaultInATableWritesNothing() throws {
    let outcome = try run(
      "kaozheng rules export ours t.csv; sed -i 's/,people,/,peeple,/' t.csv; kaozheng rules import ours t.csv")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("t.csv: cell F2: the pack knows no sub-dimension “peeple”"))
    #expect(try run("kaozheng rules import ours none.csv").code == 1)
    #expect(try run("kaozheng rules import ours t.ods").code == 2)
    #expect(try run("kaozheng rules export our t.csv").errors.contains("did you mean ours?"))
  }

  @Test func thePageIsWrittenWholeOrNotAtAll() throws {
    #expect(try run("kaozheng rules docs").output.hasPrefix("# 我們的 · Ours\n"))
    #expect(try run("kaozheng rules docs --format html --output r.html && tail -c 8 r.html").output == "</html>\n")
    #expect(try run("kaozheng rules docs --output no/r.md").code == 1)
  }

  @Test func aDraftIsTriedOverReports() throws {
    try write("公司訂有行為準則。\n\n設有檢舉信箱。\n", "a.txt")
    try write("rules:\n  - id: code\n    find: 檢舉信箱\n", "draft.yaml")
    let outcome = try run("kaozheng rules preview draft.yaml a.txt gone.txt")
    #expect(outcome.code == 1 && outcome.errors == "kaozheng: gone.txt: no such file\n")
    #expect(outcome.output.hasPrefix("draft.yaml:2:5: warning: “code” has 0 hits"))
    #expect(outcome.output.contains("a.txt\n  code  Code of conduct\n    + page 1: 設有檢舉信箱。\n    − page 1: 公司訂有行為準則。\n"))
    #expect(outcome.output.hasSuffix("1 reports: 1 gained, 1 lost, 0 changed; 0 states changed (1 not read whole)\n"))
    try write("rules:\n  - id: code\n    find: (檢\n", "draft.yaml")
    let faulty = try run("kaozheng rules preview draft.yaml a.txt")
    #expect(faulty.code == 1 && faulty.output.contains("error: “(” without “)” [pattern-syntax]"))
  }
}
