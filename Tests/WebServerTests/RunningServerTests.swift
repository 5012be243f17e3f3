import Support
import Testing

@testable import WebServer

struct RunningServerTests {
  @Test
  func requestsComeInAndAnswersGoOut() throws {
    let server = try WebServer(WebServer.Settings()) { _ in
      { request in
        WebResponse(.done, .text, body: Array((request.path + [request.query["q"] ?? "-"]).joined(separator: "|").utf8))
      }
    }
    let client = RawClient(port: server.port)
    let answer = try #require(client.get("/a/b%20c?q=%E7%AF%84"))
    #expect(answer.status == 200)
    #expect(answer.text == "a|b c|範")
    #expect(answer.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
  }
}
