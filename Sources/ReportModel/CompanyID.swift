/// Which company: its ticker, or its name where no ticker is known.
package struct CompanyID: Sendable, Hashable, Comparable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// By a name: 臺 and 台 are one in names, and so are large letters and small ones.
  package init(name: String) { text = String(name.lowercased().map { $0 == "臺" ? "台" : $0 }) }

  /// `2330 台積電`, or the name alone where that is what it is known by.
  package func label(in names: [CompanyID: String]) -> String {
    guard let name = names[self] else { return text }
    return CompanyID(name: name) == self || name == text ? name : "\(text) \(name)"
  }

  package static func < (a: CompanyID, b: CompanyID) -> Bool { a.text < b.text }
}
