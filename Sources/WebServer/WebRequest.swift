import ReportModel

/// What a browser asks for, taken apart and checked.
package struct WebRequest: Sendable, Equatable {
  package var method: Method
  /// The parts between the slashes, decoded; none is empty, `.` or `..`.
  package var path: [String]
  /// The first value of each name.
  package var query: [String: String]
  /// Of a form, or nothing.
  package var fields: [String: String]

  package enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
  }

  package init(
    method: Method = .get, path: [String], query: [String: String] = [:], fields: [String: String] = [:]
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.fields = fields
  }
}
