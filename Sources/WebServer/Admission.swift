/// Who may ask, and who may change anything.
///
/// Pages of other sites can make a browser send requests here, and can have a name of their own lead here. They can
/// neither choose the Host and Origin that are sent, nor read a page of ours and with it the token that changes need.
struct Admission: Sendable {
  let hosts: AllowedHosts
  /// Told by whoever wants in; nil where everybody on this machine may.
  let access: Secret?
  let cookieName: String
  /// What browsers that were let in send along.
  let session = Secret()
  /// What forms of our pages send along.
  let changes = Secret()

  init(listening address: ListeningAddress, port: UInt16, ownName: String, access: Secret?) {
    hosts = AllowedHosts(listening: address, port: port, ownName: ownName)
    self.access = access
    // Cookies do not tell ports apart.
    cookieName = "kaozheng-\(port)"
  }

  enum Verdict: Equatable {
    case welcome(WebRequest)
    case answer(WebResponse)

    static func refuse(_ status: WebResponse.Status, _ words: String) -> Verdict { .answer(.note(status, words)) }
  }

  /// The name of the field that carries the token for changes.
  static let tokenField = "token"

  func judge(_ raw: RawRequest) -> Verdict {
    guard let method = WebRequest.Method(rawValue: raw.method) else { return .refuse(.notAllowed, "no such method") }
    guard let host = raw.only("host"), hosts.allow(host) else { return .refuse(.forbidden, "not this server's name") }
    guard let target = RequestTarget(raw.target) else { return .refuse(.badRequest, "no such address") }
    guard isFromHere(raw, host: host, method: method) else { return .refuse(.forbidden, "asked by another site") }
    var request = WebRequest(
      method: method, path: target.path, query: target.query, cookies: raw.cookies,
      knownTag: raw.only("if-none-match").map { $0.filter { $0 != "\"" } })
    if let refusal = refusal(of: request) { return .answer(refusal) }
    guard method == .post else { return .welcome(request) }
    return change(&request, raw)
  }

  /// Browsers say where a request comes from. Links from elsewhere may lead here; nothing else of another site may.
  private func isFromHere(_ raw: RawRequest, host: String, method: WebRequest.Method) -> Bool {
    let origins = raw.values("origin")
    guard origins.allSatisfy({ $0.lowercased() == "http://\(host.lowercased())" }) else { return false }
    if method == .post, origins.count != 1 { return false }
    guard let site = raw.values("sec-fetch-site").first, site != "same-origin", site != "none" else { return true }
    return method == .get && raw.only("sec-fetch-mode") == "navigate" && raw.only("sec-fetch-dest") == "document"
  }

  private func refusal(of request: WebRequest) -> WebResponse? {
    guard let access, !isKnown(request) else { return nil }
    guard request.method == .get, access.isTold(by: request.query["token"]) else {
      return .note(.forbidden, "This server asks for its token: open the address that it printed when it started.")
    }
    // The token does not stay in the address.
    let path = "/" + request.path.map(PercentCoding.encoded).joined(separator: "/")
    return WebResponse(.seeOther, .text, body: [], location: path, cookies: [sessionCookie])
  }

  private func change(_ request: inout WebRequest, _ raw: RawRequest) -> Verdict {
    let type = raw.only("content-type")?.split(separator: ";").first.map { $0.lowercased() }
    guard type == "application/x-www-form-urlencoded" else { return .refuse(.wrongType, "not a form") }
    guard let text = String(validating: raw.body, as: UTF8.self), let fields = PercentCoding.pairs(text[...]) else {
      return .refuse(.badRequest, "not a form")
    }
    guard isKnown(request), changes.isTold(by: fields[Self.tokenField]) else {
      return .refuse(.forbidden, "This page is of an earlier start of the server: load it again.")
    }
    request.fields = fields
    return .welcome(request)
  }

  private func isKnown(_ request: WebRequest) -> Bool { session.isTold(by: request.cookies[cookieName]) }

  private var sessionCookie: WebCookie { WebCookie(cookieName, session.text) }

  /// A browser that may look around gets what it needs for changes with its first page.
  func completed(_ response: WebResponse, to request: WebRequest) -> WebResponse {
    guard response.type == .html, access == nil, !isKnown(request) else { return response }
    var response = response
    response.cookies.append(sessionCookie)
    return response
  }
}
