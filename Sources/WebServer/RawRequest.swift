import CWebServer

/// A request as it was sent.
struct RawRequest: Sendable, Equatable {
  var method: String
  var target: String
  var headers: [Header]
  var body: [UInt8]

  struct Header: Sendable, Equatable {
    /// In small letters.
    var name: String
    var value: String
  }

  init(method: String = "GET", target: String = "/", headers: [Header] = [], body: [UInt8] = []) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }

  init(_ exchange: OpaquePointer) {
    method = String(cString: kz_web_method(exchange))
    target = String(cString: kz_web_target(exchange))
    headers = (0..<kz_web_header_count(exchange)).map { index in
      let header = kz_web_header(exchange, index)
      return Header(name: String(cString: header.name).lowercased(), value: String(cString: header.value))
    }
    var length = 0
    let bytes = kz_web_body(exchange, &length)
    body = bytes.map { Array(UnsafeBufferPointer(start: $0, count: length)) } ?? []
  }

  func values(_ name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }

  /// Nil where it is sent more than once, or not at all.
  func only(_ name: String) -> String? {
    let values = values(name)
    return values.count == 1 ? values[0] : nil
  }

  /// What cannot be decoded is left out: other programs on this host may have put it there.
  var cookies: [String: String] {
    var cookies: [String: String] = [:]
    for pair in values("cookie").flatMap({ $0.split(separator: ";") }) {
      let halves = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, let value = PercentCoding.decoded(halves[1].utf8, plusIsSpace: false) else { continue }
      let name = String(halves[0])
      if cookies[name] == nil { cookies[name] = value }
    }
    return cookies
  }
}
