import Testing
import WebServer

@Suite struct RequestTests {
  @Test func methodsAreNamedAsInHTTP() {
    #expect(WebRequest.Method(rawValue: "POST") == .post)
    #expect(WebRequest.Method(rawValue: "DELETE") == nil)
  }
}
