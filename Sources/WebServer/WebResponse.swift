/// What is sent back.
package struct WebResponse: Sendable, Equatable {
  package var status: Status
  package var type: ContentType
  package var body: [UInt8]
  /// Bytes that never change under this address may be kept by the browser.
  package var isLasting: Bool
  /// A mark of these bytes, by which a browser that has them already can say so.
  package var tag: String?
  /// Where to go on, beginning with a slash.
  package var location: String?
  package var cookies: [WebCookie]

  package enum Status: Int, Sendable {
    case done = 200
    case seeOther = 303
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case notAllowed = 405
    case conflict = 409
    case tooLarge = 413
    case wrongType = 415
    case broken = 500
    case busy = 503
  }

  package enum ContentType: String, Sendable {
    case html = "text/html; charset=utf-8"
    case css = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case json = "application/json"
    case png = "image/png"
    case svg = "image/svg+xml"
    case text = "text/plain; charset=utf-8"
  }

  package init(
    _ status: Status = .done, _ type: ContentType, body: [UInt8], isLasting: Bool = false, tag: String? = nil,
    location: String? = nil, cookies: [WebCookie] = []
  ) {
    self.status = status
    self.type = type
    self.body = body
    self.isLasting = isLasting
    self.tag = tag
    self.location = location
    self.cookies = cookies
  }

  package static func note(_ status: Status, _ words: String) -> WebResponse {
    WebResponse(status, .text, body: Array((words + "\n").utf8))
  }
}

/// Something that a browser keeps and sends along, to this server only and from its own pages only.
package struct WebCookie: Sendable, Equatable {
  package let name: String
  package let value: String
  /// Kept beyond the browser's end.
  package var isKept: Bool
  /// Scripts do not see it.
  package var isHidden: Bool

  package init(_ name: String, _ value: String, isKept: Bool = false, isHidden: Bool = true) {
    self.name = name
    self.value = value
    self.isKept = isKept
    self.isHidden = isHidden
  }

  var header: String {
    "\(name)=\(PercentCoding.encoded(value)); Path=/; SameSite=Strict" + (isHidden ? "; HttpOnly" : "")
      + (isKept ? "; Max-Age=31536000" : "")
  }
}

extension WebResponse {
  /// Nothing may run, load or frame what does not come from here; nothing of it may be read from elsewhere.
  static let safety: [(name: String, value: String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
  ]

  var headers: [(name: String, value: String)] {
    var headers = Self.safety
    headers.append(("Content-Type", type.rawValue))
    headers.append(("Cache-Control", isLasting ? "private, max-age=31536000, immutable" : "private, no-cache"))
    if let tag { headers.append(("ETag", "\"\(tag)\"")) }
    if let location { headers.append(("Location", location)) }
    if status == .notAllowed { headers.append(("Allow", "GET, HEAD, POST")) }
    for cookie in cookies { headers.append(("Set-Cookie", cookie.header)) }
    return headers
  }
}
