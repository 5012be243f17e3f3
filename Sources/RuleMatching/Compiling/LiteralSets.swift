import RuleBook

/// A set of literals that mean the same to a pattern: one word, or the terms of a list.
struct LiteralSet: Hashable, Sendable {
  let index: Int
}

/// Gathers every literal of a rule book once, and the sets that patterns ask for.
struct LiteralSetBuilder {
  private(set) var literals: [Literal] = []
  private(set) var members: [[Int]] = []
  /// For each set, the set of longer words in which its members do not count.
  private(set) var exceptions: [LiteralSet?] = []
  private var literalIds: [Literal: Int] = [:]
  private var setIds: [SetKey: LiteralSet] = [:]
  private let lists: [String: TermList]

  private struct SetKey: Hashable {
    var members: [Int]
    var exceptions: LiteralSet?
  }

  init(lists: [TermList]) {
    self.lists = Dictionary(lists.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func set(ofTerms terms: [String], except: LiteralSet? = nil) -> LiteralSet {
    set(of: terms.map { Literal($0) }, except: except)
  }

  /// Pieces of words, which may stand within longer ones.
  mutating func set(ofFragments fragments: [String]) -> LiteralSet {
    set(of: fragments.map { Literal($0, isWord: false) }, except: nil)
  }

  private mutating func set(of literals: [Literal], except: LiteralSet?) -> LiteralSet {
    let members = Set(literals.map { literal($0) }).sorted()
    let key = SetKey(members: members, exceptions: except)
    if let known = setIds[key] { return known }
    let set = LiteralSet(index: self.members.count)
    self.members.append(members)
    exceptions.append(except)
    setIds[key] = set
    return set
  }

  mutating func set(ofList name: String) -> LiteralSet {
    var terms: [String] = []
    var except: [String] = []
    var seen: Set<String> = []
    collect(name, &terms, &except, &seen)
    return set(ofTerms: terms, except: except.isEmpty ? nil : set(ofTerms: except))
  }

  /// The terms of a list with those of the lists that it takes in.
  private func collect(_ name: String, _ terms: inout [String], _ except: inout [String], _ seen: inout Set<String>) {
    guard seen.insert(name).inserted, let list = lists[name] else { return }
    except += list.except.map(\.text)
    for term in list.terms {
      if let included = term.included {
        collect(included, &terms, &except, &seen)
      } else {
        terms.append(term.text)
      }
    }
  }

  private mutating func literal(_ literal: Literal) -> Int {
    if let known = literalIds[literal] { return known }
    literalIds[literal] = literals.count
    literals.append(literal)
    return literals.count - 1
  }
}
