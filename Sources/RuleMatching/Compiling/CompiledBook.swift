import RuleBook

/// A rule book made ready to be matched against reports; made once, for any number of them.
package final class CompiledBook: Sendable {
  let book: RuleBook
  let rules: [CompiledRule]
  /// By item's id.
  let rulesOfItems: [String: Set<Int>]
  let search: LiteralSearch
  /// For each literal the sets that it is in.
  let membership: FlatLists
  let exceptions: [LiteralSet?]
  let engineLists: [EngineList: LiteralSet]
  let regexSources: [String]
  /// What each word makes worth asking.
  let find: Questions
  let undisclosed: Questions
  let label: Questions
  let interest: Interest
  let subject: Questions
  /// The one rule that is asked, where the others are only there for its sake.
  let only: Int?

  package init(_ book: RuleBook, industry: String? = nil) {
    var sets = LiteralSetBuilder(lists: book.lists)
    var regexes = RegexTable()
    let packs = Dictionary(book.packs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let items = packs.mapValues { pack in
      Dictionary(pack.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let rules = book.rules.filter { $0.applies(to: industry) }.map { rule in
      let items = rule.items.compactMap { items[rule.pack]?[$0] }.filter { $0.applies(to: industry) }
      return CompiledRule(rule, items: items, pack: packs[rule.pack], sets: &sets, regexes: &regexes)
    }
    let lists = EngineList.allCases.map { ($0, sets.set(ofList: $0.rawValue)) }
    engineLists = Dictionary(lists, uniquingKeysWith: { first, _ in first })
    let index = QuestionIndex(sets: sets)
    self.book = book
    self.rules = rules
    rulesOfItems = rules.enumerated().reduce(into: [:]) { found, rule in
      for item in rule.element.items { found[item.id, default: []].insert(rule.offset) }
    }
    search = LiteralSearch(sets.literals)
    membership = FlatLists.membership(of: sets)
    exceptions = sets.exceptions
    regexSources = regexes.sources
    find = index.questions(rules.map(\.find))
    undisclosed = index.questions(rules.map(\.undisclosed))
    label = index.questions(rules.map { $0.table?.label })
    only = nil
    subject = index.questions(rules.map { $0.nearby?.subject })
    interest = Interest([find, undisclosed, label], subject: subject, literals: sets.literals)
  }

  package var ruleIndexes: Range<Int> { rules.indices }

  package func rule(_ index: Int) -> Rule { rules[index].rule }

  /// The same book with no questions but those of one rule.
  package func only(rule index: Int) -> CompiledBook {
    CompiledBook(self, only: index)
  }

  private init(_ other: CompiledBook, only rule: Int) {
    book = other.book
    only = rule
    rules = other.rules
    rulesOfItems = other.rulesOfItems
    search = other.search
    membership = other.membership
    exceptions = other.exceptions
    engineLists = other.engineLists
    regexSources = other.regexSources
    find = other.find.only(rule)
    undisclosed = other.undisclosed.only(rule)
    label = other.label.only(rule)
    interest = other.interest
    subject = other.subject.only(rule)
  }

  func engineList(_ list: EngineList) -> LiteralSet { engineLists[list] ?? LiteralSet(index: 0) }
}
