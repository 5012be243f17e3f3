extension RuleBook {
  /// Only the rules that answer these items. Items that the same rules answer stay, for a rule's tense and levels are
  /// those of all its items.
  package func asking(_ items: Set<String>) -> RuleBook {
    var book = self
    book.rules.removeAll { items.isDisjoint(with: $0.items) }
    let kept = book.rules.reduce(into: items) { $0.formUnion($1.items) }
    for index in book.packs.indices { book.packs[index].items.removeAll { !kept.contains($0.id) } }
    return book
  }

  /// The lists of these names, with the lists that they take in.
  package func lists(reachableFrom names: some Sequence<String>) -> [TermList] {
    ListIndex(lists).reachable(from: names)
  }
}

/// Term lists by name.
package struct ListIndex: Sendable {
  private let byName: [String: TermList]

  package init(_ lists: [TermList]) {
    byName = Dictionary(lists.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// These, and those that they take in, by name.
  package func reachable(from names: some Sequence<String>) -> [TermList] {
    var open = Array(names)
    var found: [String: TermList] = [:]
    while let name = open.popLast() {
      guard found[name] == nil, let list = byName[name] else { continue }
      found[name] = list
      open += list.terms.compactMap(\.included)
    }
    return found.values.sorted { $0.name < $1.name }
  }
}
