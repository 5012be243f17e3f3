/// What is sent back.
package struct WebResponse: Sendable, Equatable {
  package var status: Status
  package var type: ContentType
  package var body: [UInt8]
  /// Bytes that never change under this address may be kept by the browser.
  package var isLasting: Bool

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

  package init(_ status: Status = .done, _ type: ContentType, body: [UInt8], isLasting: Bool = false) {
    self.status = status
    self.type = type
    self.body = body
    self.isLasting = isLasting
  }
}
