import RuleBook

/// The regular expressions of a book, each once, with the words that must be there for it to match.
struct RegexTable: Sendable {
  private(set) var sources: [String] = []
  private(set) var required: [LiteralSet?] = []

  mutating func index(of source: String, sets: inout LiteralSetBuilder) -> Int {
    if let known = sources.firstIndex(of: source) { return known }
    sources.append(source)
    required.append(PatternFacts(of: source).requiredLiterals.map { sets.set(ofFragments: $0) })
    return sources.count - 1
  }
}
