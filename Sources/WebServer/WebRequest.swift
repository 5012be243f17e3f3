/// What a browser asks for, taken apart and checked.
package struct WebRequest: Sendable, Equatable {
  package var method: Method
  /// The parts between the slashes, decoded; none is empty, `.` or `..`.
  package var path: [String]
  /// The first value of each name.
  package var query: [String: String]
  /// Of a form, or nothing.
  package var fields: [String: String]
  package var cookies: [String: String]
  /// The mark of what the browser has of this address already.
  package var knownTag: String?

  package enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
  }

  package init(
    method: Method = .get, path: [String], query: [String: String] = [:], fields: [String: String] = [:],
    cookies: [String: String] = [:], knownTag: String? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.fields = fields
    self.cookies = cookies
    self.knownTag = knownTag
  }
}
