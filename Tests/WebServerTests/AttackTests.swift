import Foundation
import Support
import Testing

@testable import WebServer

/// What another site, another program or a broken one may send, by bare sockets to a running server.
struct AttackTests {
  /// Tells what came through to the pages; gives out its token as pages do.
  private static func server(
    access: Secret? = nil, _ change: (inout WebServer.Settings) -> Void = { _ in }
  ) throws -> (WebServer, RawClient) {
    var settings = WebServer.Settings()
    settings.access = access
    change(&settings)
    let server = try WebServer(settings) { pass in
      { request in
        let said = request.method == .post ? "changed \(request.fields["what"] ?? "")" : "token=\(pass.changeToken)"
        return WebResponse(.done, .html, body: Array(said.utf8))
      }
    }
    return (server, RawClient(port: server.port))
  }

  /// What a page of ours knows: the token in its forms and the cookie.
  private static func known(_ client: RawClient) throws -> (token: String, cookie: String) {
    let page = try #require(client.get("/"))
    let cookie = try #require(page.header("Set-Cookie")?.split(separator: ";").first)
    return (String(page.text.dropFirst("token=".count)), String(cookie))
  }

  @Test(arguments: ["evil.example", "127.0.0.1.evil.example:80", "localhost.evil.example", "127.0.0.1", "", "0x7f.1"])
  func foreignNamesAreRefused(_ host: String) throws {
    let (server, client) = try Self.server()
    for name in [host, host.isEmpty ? "" : "\(host):\(server.port)"] where name != "127.0.0.1:\(server.port)" {
      let answer = try #require(client.get("/", headers: ["Host": name]))
      #expect(answer.status == 403 || answer.status == 400, "\(name)")
      #expect(!answer.text.contains("token="))
    }
  }

  @Test
  func twoNamesAreOneTooMany() throws {
    let (server, client) = try Self.server()
    let own = "127.0.0.1:\(server.port)"
    let answer = client.send("GET / HTTP/1.1\r\nHost: \(own)\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
    #expect(try #require(answer).status >= 400)
  }

  @Test(arguments: [
    "http://evil.example", "null", "https://127.0.0.1:PORT", "http://localhost:1", "http://127.0.0.1:PORT.evil.example",
  ])
  func changesFromOtherSitesAreRefused(_ origin: String) throws {
    let (server, client) = try Self.server()
    let (token, cookie) = try Self.known(client)
    let headers = ["Origin": origin.replacingOccurrences(of: "PORT", with: "\(server.port)"), "Cookie": cookie]
    let answer = try #require(client.post("/x", "token=\(token)&what=it", headers: headers))
    #expect(answer.status == 403)
    #expect(!answer.text.contains("changed"))
  }

  @Test
  func changesNeedTokenAndCookieAndOrigin() throws {
    let (server, client) = try Self.server()
    let (token, cookie) = try Self.known(client)
    let own = ["Cookie": cookie]
    #expect(try #require(client.post("/x", "token=\(token)&what=it", headers: own)).text == "changed it")
    #expect(try #require(client.post("/x", "what=it", headers: own)).status == 403)
    #expect(try #require(client.post("/x", "token=\(token)x&what=it", headers: own)).status == 403)
    #expect(try #require(client.post("/x", "token=\(token)&what=it")).status == 403)
    #expect(
      try #require(client.post("/x", "token=\(token)&what=it", headers: ["Cookie": cookie, "Origin": ""])).status == 403
    )
    // A token is no token in the address, where it would be written down.
    #expect(try #require(client.post("/x?token=\(token)", "what=it", headers: own)).status == 403)
    _ = server
  }

  @Test(arguments: ["text/plain", "application/json", "multipart/form-data; boundary=x"])
  func changesAreFormsOnly(_ type: String) throws {
    let (server, client) = try Self.server()
    let (token, cookie) = try Self.known(client)
    let headers = ["Cookie": cookie, "Content-Type": type]
    #expect(try #require(client.post("/x", "token=\(token)&what=it", headers: headers)).status == 415)
    _ = server
  }

  @Test
  func otherSitesMayLinkHereAndNoMore() throws {
    let (server, client) = try Self.server()
    let link = ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"]
    #expect(try #require(client.get("/", headers: link)).status == 200)
    for site in ["cross-site", "same-site"] {
      for (mode, kind) in [("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe"), ("no-cors", "script")] {
        let headers = ["Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": kind]
        #expect(try #require(client.get("/", headers: headers)).status == 403)
      }
    }
    _ = server
  }

  @Test
  func nothingForeignRunsOrFrames() throws {
    let (server, client) = try Self.server()
    for target in ["/", "/../..", "/%2e%2e"] {
      let answer = try #require(client.get(target))
      let policy = try #require(answer.header("Content-Security-Policy"))
      #expect(policy.hasPrefix("default-src 'none'"))
      #expect(!policy.contains("unsafe") && !policy.contains("data:") && !policy.contains("*"))
      for part in ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] { #expect(policy.contains(part)) }
      #expect(answer.header("X-Content-Type-Options") == "nosniff")
      #expect(answer.header("Cross-Origin-Resource-Policy") == "same-origin")
      #expect(answer.header("Access-Control-Allow-Origin") == nil)
    }
    let cookie = try #require(client.get("/")?.header("Set-Cookie"))
    #expect(cookie.contains("SameSite=Strict") && cookie.contains("HttpOnly"))
    _ = server
  }

  @Test
  func listeningToOthersNeedsAToken() throws {
    var settings = WebServer.Settings()
    settings.address = .other("0.0.0.0")
    #expect(throws: WebServer.Failure.needsToken) {
      try WebServer(settings) { _ in { _ in .note(.done, "") } }
    }
  }

  @Test
  func withoutTheTokenNothingIsShown() throws {
    let secret = try #require(Secret("a word that is long enough"))
    let (server, client) = try Self.server(access: secret) { $0.address = .other("0.0.0.0") }
    #expect(try #require(client.get("/")).status == 403)
    #expect(try #require(client.get("/?token=wrong")).status == 403)
    #expect(try #require(client.get("/", headers: ["Cookie": "kaozheng-\(server.port)=guess"])).status == 403)
    let open = try #require(client.get("/reports?token=a%20word%20that%20is%20long%20enough"))
    #expect(open.status == 303)
    #expect(open.header("Location") == "/reports")
    let cookie = try #require(open.header("Set-Cookie")?.split(separator: ";").first)
    #expect(try #require(client.get("/", headers: ["Cookie": String(cookie)])).status == 200)
    // A number misleads nobody; a name of somebody else's might.
    let named = ["Cookie": String(cookie), "Host": "evil.example:\(server.port)"]
    #expect(try #require(client.get("/", headers: named)).status == 403)
    #expect(
      try #require(client.get("/", headers: ["Cookie": String(cookie), "Host": "10.1.2.3:\(server.port)"])).status
        == 200)
  }

  @Test(arguments: [
    "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\r\n\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}",
    "GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n", "GET / HTTP/1.1\nHost: x\n\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "GET / HTTP/1.1\r\n Host: 127.0.0.1\r\n\r\n", "TRACE / HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\n",
    "PUT /x HTTP/1.1\r\nHost: HERE\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "DELETE / HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: HERE\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: HERE\r\nContent-Length: 99999999999999999999999\r\nConnection: close\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: HERE\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: HERE\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
    "GET http://evil.example/ HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\n",
  ])
  func brokenRequestsBreakNothing(_ text: String) throws {
    let (server, client) = try Self.server { $0.limits.idle = 2 }
    let answer = client.send(text.replacingOccurrences(of: "HERE", with: "127.0.0.1:\(server.port)"), patience: 5)
    if let answer { #expect(answer.status >= 400, "\(text)") }
    #expect(answer?.text.contains("token=") != true)
    #expect(try #require(client.get("/")).status == 200)
  }

  /// libmicrohttpd takes an address to end there; what follows is not looked at by anybody.
  @Test
  func addressesEndAtNul() throws {
    let (server, client) = try Self.server()
    let answer = client.send(
      "GET /a\u{0}/../b HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nConnection: close\r\n\r\n")
    #expect(answer.map { $0.status == 200 || $0.status >= 400 } ?? true)
    #expect(RequestTarget("/a\u{0}/../b") == nil)
  }

  @Test
  func largeRequestsAreRefused() throws {
    let (server, client) = try Self.server()
    let (token, cookie) = try Self.known(client)
    let long = String(repeating: "a", count: 100_000)
    for answer in [client.get("/" + long), client.get("/", headers: ["X-Long": long])] {
      if let answer { #expect(answer.status == 414 || answer.status == 431 || answer.status == 413) }
    }
    let large = "token=\(token)&what=" + String(repeating: "b", count: 300 << 10)
    let answer = client.post("/x", large, headers: ["Cookie": cookie])
    #expect(answer?.text.contains("changed") != true)
    #expect(answer.map { $0.status == 413 } ?? true)
    // Without saying how much there will be.
    var chunked = client.request(
      "POST", "/x",
      headers: [
        "Transfer-Encoding": "chunked", "Cookie": cookie, "Origin": "http://127.0.0.1:\(server.port)",
        "Content-Type": "application/x-www-form-urlencoded",
      ])
    for _ in 0..<40 { chunked += "4000\r\n" + String(repeating: "c", count: 0x4000) + "\r\n" }
    #expect(client.send(chunked + "0\r\n\r\n")?.text.contains("changed") != true)
    #expect(try #require(client.get("/")).status == 200)
  }

  @Test
  func manyParametersAndHeadersAreBorne() throws {
    let (server, client) = try Self.server()
    let query = (0..<200).map { "a\($0)=1" }.joined(separator: "&")
    #expect(try #require(client.get("/?\(query)")).status == 200)
    _ = server
  }

  /// A byte now and then is no request, and does not hold a connection for ever.
  @Test
  func slowRequestsAreCutOff() throws {
    let (server, client) = try Self.server {
      $0.limits.whole = 2
      $0.limits.idle = 30
    }
    let line = try #require(RawClient.Line(port: server.port))
    var isOpen = true
    for byte in "GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\nX: aaaaaaaaaaaa".utf8 where isOpen {
      isOpen = line.write([byte])
      Thread.sleep(forTimeInterval: 0.15)
    }
    #expect(!isOpen || line.isClosedByServer())
    #expect(try #require(client.get("/")).status == 200)
  }

  @Test
  func fiftyClientsAtOnceAreAllAnswered() async throws {
    let (server, client) = try Self.server()
    let statuses = await withTaskGroup(of: [Int].self) { group in
      for number in 0..<50 {
        group.addTask { (0..<20).map { client.get("/\(number)/\($0)")?.status ?? 0 } }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(statuses.count == 1000)
    #expect(statuses.allSatisfy { $0 == 200 })
    _ = server
  }

  /// Fifty connections at the same time, held open and all asking before any is answered.
  @Test
  func fiftyOpenConnectionsAreAllAnswered() throws {
    let (server, client) = try Self.server()
    let lines = (0..<50).compactMap { _ in RawClient.Line(port: server.port) }
    #expect(lines.count == 50)
    for line in lines { line.write(Array(client.request("GET", "/").utf8)) }
    for line in lines { #expect(String(decoding: line.readAll(), as: UTF8.self).hasPrefix("HTTP/1.1 200")) }
  }

  /// However many of those that take long are asked for at once, nothing else waits for them.
  @Test
  func whatTakesLongHasThreadsOfItsOwn() throws {
    var settings = WebServer.Settings()
    settings.isSlow = { $0.hasPrefix("/slow") }
    let server = try WebServer(settings) { _ in
      { request in
        if request.path == ["slow"] { Thread.sleep(forTimeInterval: 0.5) }
        return WebResponse(.done, .html, body: Array("done".utf8))
      }
    }
    let client = RawClient(port: server.port)
    let lines = (0..<12).compactMap { _ in RawClient.Line(port: server.port) }
    for line in lines { line.write(Array(client.request("GET", "/slow").utf8)) }
    let start = ContinuousClock.now
    #expect(try #require(client.get("/quick")).status == 200)
    #expect(ContinuousClock.now - start < .seconds(2))
    for line in lines { #expect(String(decoding: line.readAll(), as: UTF8.self).contains("done")) }
  }

  /// A page that takes its time keeps no other waiting, as long as there are threads.
  @Test
  func slowAnswersHoldNobodyUp() throws {
    let server = try WebServer(WebServer.Settings()) { _ in
      { request in
        if request.path == ["slow"] { Thread.sleep(forTimeInterval: 3) }
        return WebResponse(.done, .html, body: Array("done".utf8))
      }
    }
    let client = RawClient(port: server.port)
    let slow = try #require(RawClient.Line(port: server.port))
    slow.write(Array(client.request("GET", "/slow").utf8))
    let start = ContinuousClock.now
    for _ in 0..<10 { #expect(try #require(client.get("/quick")).status == 200) }
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(String(decoding: slow.readAll(), as: UTF8.self).contains("done"))
  }
}
