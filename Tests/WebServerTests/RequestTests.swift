import Support
import Testing

@testable import WebServer

/// What of a request is let in, asked of the checks themselves; `AttackTests` asks a running server.
struct RequestTests {
  @Test(arguments: [
    "", "a", "//", "//evil.example/", "/a//b", "/..", "/a/../b", "/%2e%2e/x", "/a/%2E", "/a%2Fb", "/a%5Cb", "/a\\b",
    "/%00", "/a%0Ab", "/%", "/%4", "/%zz", "/%ff", "/a?%", "/a?x=%c3%28", "http://127.0.0.1/a", "*", "/é", "/a b",
  ])
  func crookedAddressesAreNone(_ text: String) { #expect(RequestTarget(text) == nil) }

  @Test
  func plainAddressesAreDecoded() throws {
    let target = try #require(RequestTarget("/reports/%E7%AF%84?q=a+b%26c&q=2&empty="))
    #expect(target.path == ["reports", "範"])
    #expect(target.query == ["q": "a b&c", "empty": ""])
    #expect(RequestTarget("/")?.path == [])
  }

  @Test
  func secretsAreLongAndNew() {
    #expect(Secret().text.count == 64)
    #expect(Secret() != Secret())
    #expect(Secret("short") == nil)
  }
}
