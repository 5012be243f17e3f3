/// Which company: its ticker, or its name where no ticker is known.
package struct CompanyID: Sendable, Hashable, Comparable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func < (a: CompanyID, b: CompanyID) -> Bool { a.text < b.text }
}
