/// At least one.
package struct Several<Element: Sendable & Equatable>: Sendable, Equatable {
  package let first: Element
  package let others: [Element]

  package init?(_ elements: [Element]) {
    guard let first = elements.first else { return nil }
    self.first = first
    others = Array(elements.dropFirst())
  }

  package init(only element: Element) {
    first = element
    others = []
  }

  package var all: [Element] { [first] + others }
}
