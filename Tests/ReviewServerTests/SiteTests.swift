import Archive
import Support
import Testing
import WebServer

@testable import ReviewServer

struct SiteTests {
  @Test
  func pagesComeFromARunningServer() throws {
    let path = try BuiltProgram.temporaryFolder() + "/a.sqlite"
    _ = try ArchiveFile(path: path, .orNew)
    let server = try ReviewSite(ReviewSite.Settings(archive: path, language: .chinese)).open(WebServer.Settings())
    let client = RawClient(port: server.port)
    let page = try #require(client.get("/reports"))
    #expect(page.status == 200)
    #expect(page.text.contains("<h1>報告書</h1>"))
    #expect(try #require(client.get("/reports?lang=en")).text.contains("<h1>Reports</h1>"))
    #expect(try #require(client.get("/nowhere")).status == 404)
  }
}
