/// Every pack, list and rule that a run reads with, in one value.
package struct RuleBook: Sendable, Equatable {
  package var packs: [Pack]
  package var rules: [Rule]
  package var lists: [TermList]
  /// The files that say what is found, sorted by path: what a digest is made of, and what a run keeps.
  package var sources: [Source]
  /// Items whose pack has not been read yet.
  var looseItems: [Item] = []
  /// Coverage whose pack has not been read yet, by the pack.
  var looseRatings: [String: RatingRules] = [:]
  var looseCoverage: [String: Coverage] = [:]

  package struct Source: Sendable, Equatable {
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  package init(packs: [Pack] = [], rules: [Rule] = [], lists: [TermList] = [], sources: [Source] = []) {
    self.packs = packs
    self.rules = rules
    self.lists = lists
    self.sources = sources
  }

  package var items: [Item] { packs.flatMap(\.items) }

  package func pack(_ id: String) -> Pack? { packs.first { $0.id == id } }

  /// Only these packs, or all where none is named.
  package func only(packs ids: [String]) -> RuleBook {
    guard !ids.isEmpty else { return self }
    var book = self
    book.packs.removeAll { !ids.contains($0.id) }
    book.rules.removeAll { !ids.contains($0.pack) }
    return book
  }
}
