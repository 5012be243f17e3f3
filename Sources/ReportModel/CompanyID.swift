/// Which company: its ticker, or its name where no ticker is known.
package struct CompanyID: Sendable, Hashable, Comparable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// By a name: 臺 and 台 are one in names, and so are large letters and small ones.
  package init(name: String) { text = String(name.lowercased().map { $0 == "臺" ? "台" : $0 }) }

  package static func < (a: CompanyID, b: CompanyID) -> Bool { a.text < b.text }
}
