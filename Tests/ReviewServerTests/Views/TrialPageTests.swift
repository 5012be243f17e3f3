import Archive
import Foundation
import Support
import Testing

@testable import ReviewServer

@Suite("The box in which a rule is tried")
struct TrialPageTests {
  private func report(_ site: ViewSite) throws -> String {
    let page = try site.page("/companies/1104")
    return try #require(
      page.components(separatedBy: "href=\"/reports/").dropFirst().first?.split { "\"?".contains($0) }.first.map(
        String.init))
  }

  private func tried(_ yaml: String, _ site: ViewSite) throws -> String {
    let report = try report(site)
    let form = try #require(site.client.get("/trial?report=\(report)"))
    let cookie = try #require(form.header("Set-Cookie")?.split(separator: ";").first.map(String.init))
    let token = try #require(
      form.text.components(separatedBy: "name=\"token\" value=\"").dropFirst().first?.split(separator: "\"").first)
    let text = try #require(yaml.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    let answer = try #require(
      site.client.post("/trial", "token=\(token)&report=\(report)&yaml=\(text)", headers: ["Cookie": cookie]))
    #expect(answer.status == 200)
    return answer.text
  }

  @Test func aRuleIsExplainedOnAReport() throws {
    let site = try ViewSite()
    let page = try tried("rules:\r\n  - id: item-0\r\n    find: 公布(銅|鐵)項\r\n", site)
    #expect(page.contains("2 found, 0 refused"), "\(page)")
    #expect(page.contains("<span class=\"chip good\">evidence</span>") && page.contains("<li class=\"met d1\">"))
    #expect(page.contains("公布(銅|鐵)項"))
  }

  @Test func wordsThatStandOnlyInPartAreShown() throws {
    let page = try tried("rules:\n  - id: item-0\n    find: 鐵…(4)公布\n", try ViewSite())
    #expect(page.contains("only in part") && page.contains("class=\"partly d1\""), "\(page)")
  }

  @Test func whatIsWrongIsSaidWithItsLine() throws {
    let site = try ViewSite()
    let page = try tried("rules:\n  - id: item-0\n    fnd: 公布\n", site)
    #expect(page.contains("line 3:") && page.contains("It was not tried"), "\(page)")
    #expect(try tried("lists:\n  a: [b]\n", site).contains("There is no rule in it."))
    #expect(try tried("rules:\n" + String(repeating: "# long\n", count: 6000), site).contains("32 kB"))
  }

  /// But for those that SQLite lays beside an archive.
  private func files(_ site: ViewSite) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: site.folder).filter { !$0.hasPrefix("a.sqlite-") }.sorted()
  }

  @Test("Whatever is tried, neither the rules nor the archive are another afterwards")
  func nothingIsKept() throws {
    let site = try ViewSite()
    let stamp = try ArchiveFile(path: site.folder + "/a.sqlite", .existing).stamp()
    let files = try files(site)
    _ = try tried("rules:\n  - id: item-0\n    find: 公布(銅|鐵)項\n", site)
    #expect(try ArchiveFile(path: site.folder + "/a.sqlite", .existing).stamp() == stamp)
    #expect(try self.files(site) == files)
    #expect(try site.page("/companies/1104").contains("50.0 %"))
  }

  @Test func aRuleOfTheBookIsAPlaceToBegin() throws {
    let site = try ViewSite()
    let page = try site.page("/trial?rule=item-3&report=\(try report(site))")
    #expect(page.contains("rules:\n  - {id: item-3, find: 公布鋁項}\n</textarea>"))
  }

  @Test func aFormFromElsewhereIsRefused() throws {
    let site = try ViewSite()
    let answer = try #require(site.client.post("/trial", "report=x&yaml=y"))
    #expect(answer.status == 403)
  }
}
