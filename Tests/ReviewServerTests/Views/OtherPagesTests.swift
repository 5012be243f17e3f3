import Archive
import Foundation
import Support
import Testing

@testable import ReviewServer

@Suite("Pages of rounds, lists, events and the rubric")
struct OtherPagesTests {
  private static let expected =
    "printf 'ticker,company,industry\\n1104,丁科技股份,makers\\n1107,庚,makers\\n2201,未到,makers\\n' > c.csv\nkaozheng companies c.csv"

  @Test func theBoardOfARoundCounts() throws {
    let site = try ViewSite(broken: ["1107"], also: [Self.expected])
    let board = try site.page("/rounds/2025-1")
    for (count, name) in [(3, "expected"), (1, "in"), (1, "failed"), (1, "missing"), (8, "not expected")] {
      #expect(board.contains("<strong>\(count)</strong><span>\(name)</span>"), "\(name)")
    }
    let missing = try site.rows("/rounds/2025-1?only=missing").filter { !$0.isEmpty }
    #expect(missing.count == 1 && missing[0].hasPrefix("2201 未到 | missing"))
    #expect(try site.rows("/rounds/2025-1?only=failed").filter { $0.contains("1107") }.count == 1)
    #expect(try #require(site.client.get("/rounds")).header("Location") == "/rounds/2025-2")
    try site.page("/rounds/2025-9", status: 404)
  }

  @Test("The second lowest of ten is the line: 20 % social, 40 % economic, 40 % in all")
  func listsSayWhoAndWhy() throws {
    let site = try ViewSite()
    let lists = try site.page("/lists?month=2025-12")
    #expect(lists.contains("Black list <span class=\"other\">1 for sure</span>"))
    #expect(lists.contains("Total 20.0 % is below the line of 40.0 % (10 companies); off with 2 points more"))
    #expect(lists.contains("Social 0.0 % is below the line of 20.0 % (10 companies)"))
    #expect(try site.page("/lists?month=2025-12&lang=zh-Hant").contains("黑名單 <span class=\"other\">確定 1 家</span>"))
  }

  @Test func eventsAreToldWithTheirHistory() throws {
    let add =
      "kaozheng events add --by 甲 --company 1104 --penalized 2025-11-03 --kind social --deduction 2 --source https://example.org/1 --text '<b>罰</b>'"
    let site = try ViewSite(also: [add, "kaozheng events withdraw E1 --by 乙 --reason 撤銷", add + " --case 字第1號"])
    let rows = try site.rows("/events").filter { !$0.isEmpty }
    #expect(
      rows.count == 2 && rows[0].hasPrefix("E1 | 1104 丁科技股份 | Social | 2025-11-03") && rows[0].hasSuffix("withdrawn"))
    #expect(try site.rows("/events?q=%E5%AD%97%E7%AC%AC1%E8%99%9F").filter { !$0.isEmpty }.count == 1)
    let first = try site.page("/events/E1")
    #expect(first.contains("withdrawn: 撤銷") && first.contains("&lt;b&gt;罰&lt;/b&gt;"))
    #expect(first.contains("<a href=\"https://example.org/1\" rel=\"noreferrer noopener external\">"))
    let second = try site.page("/events/E2")
    #expect(second.contains("2 = 2 × 1 ("), "\(second)")
    try site.page("/events/E9", status: 404)
    // It lowers the company in the month.
    #expect(try site.page("/companies/1104?month=2025-12").contains("30.0 %"))
  }

  @Test func theRubricIsReadWithItsRules() throws {
    let site = try ViewSite()
    let rubric = try site.rows("/rubric").filter { $0.contains("People") }
    #expect(rubric == ["People 員工 | 5 | 0 | 5/5"])
    let people = try site.page("/rubric/people")
    #expect(people.contains("id=\"item-0\"") && people.contains("<span class=\"pattern\">公布鐵項</span>"))
    let found = try site.rows("/rubric?q=item-7").filter { !$0.isEmpty }
    #expect(found == ["Item 7 | item-7"])
    #expect(try site.page("/rubric/words?list=goal").contains("<h1>$goal</h1>"))
    try site.page("/rubric/nowhere", status: 404)
  }

  @Test("Every page is there in both languages, and says that scores are unofficial")
  func bothLanguages() throws {
    let site = try ViewSite()
    let scored = [
      "/scores", "/scores/industries", "/companies/1104", "/companies/1104/people", "/lists", "/rounds/2025-1",
      "/events",
      "/rubric", "/rubric/people",
    ]
    for target in scored {
      #expect(try site.page(target + "?lang=en").contains("Unofficial:"), "\(target)")
      let chinese = try site.page(target + "?lang=zh-Hant")
      #expect(chinese.contains("非官方：") && chinese.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-Hant\">"), "\(target)")
    }
  }

  @Test("No page says how it looks, or runs anything, by itself")
  func pagesHaveNeitherStyleNorScript() throws {
    let site = try ViewSite(broken: ["1107"])
    for target in [
      "/scores", "/scores/industries", "/companies/1107", "/lists", "/rounds/2025-1", "/rubric/people", "/trial",
    ] {
      let page = try site.page(target)
      #expect(!page.contains(" style=") && !page.contains("<style") && !page.contains(" onclick="), "\(target)")
      #expect(page.components(separatedBy: "<script").count == 2, "\(target)")
    }
  }

  @Test func anArchiveWithoutARunSaysSo() throws {
    let path = try BuiltProgram.temporaryFolder() + "/a.sqlite"
    _ = try ArchiveFile(path: path, .orNew)
    let server = try ReviewSite(ReviewSite.Settings(archive: path, language: .english)).open(.init())
    for target in ["/scores", "/lists", "/rounds", "/rubric", "/events", "/trial"] {
      let page = try #require(RawClient(port: server.port).get(target))
      #expect(page.text.contains("No run of this archive has ended yet."), "\(target)")
    }
  }

  @Test("What is recorded while the server runs is on the next page")
  func nothingStaleIsShown() throws {
    let site = try ViewSite()
    #expect(try site.page("/events").contains("The ledger holds no event."))
    let outcome = try BuiltProgram.shell(
      "cd '\(site.folder)'\nkaozheng events add --by 甲 --company 1104 --penalized 2025-11-03 --kind social --deduction 2 --source 局",
      environment: ["KAOZHENG_ARCHIVE": site.folder + "/a.sqlite", "KAOZHENG_RULES": "rules"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try site.page("/events").contains("1 of 1 events"))
  }
}
