import RuleBook

/// A rule book made ready to be matched against reports; made once, for any number of them.
package final class CompiledBook: Sendable {
  let book: RuleBook
  let rules: [CompiledRule]
  let search: LiteralSearch
  let membership: BitRows
  let members: [[Int]]
  let exceptions: [LiteralSet?]
  let engineLists: [EngineList: LiteralSet]
  let regexSources: [String]
  /// For each literal, what may be found where it stands.
  let asked: [[Question]]
  /// What has no word that must be there: asked of every passage.
  let always: [Question]

  /// One of the things that a rule looks for.
  struct Question: Sendable, Hashable {
    var rule: Int
    var part: Part

    enum Part: Sendable, Hashable { case find, undisclosed, label }
  }

  package init(_ book: RuleBook, industry: String? = nil) {
    var sets = LiteralSetBuilder(lists: book.lists)
    var regexes = RegexTable()
    let packs = Dictionary(book.packs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rules = book.rules.filter { $0.applies(to: industry) }.map { rule in
      let asked = packs[rule.pack]?.items.filter { $0.applies(to: industry) } ?? []
      let items = rule.items.compactMap { id in asked.first { $0.id == id } }
      return CompiledRule(rule, items: items, pack: packs[rule.pack], sets: &sets, regexes: &regexes)
    }
    let lists = EngineList.allCases.map { ($0, sets.set(ofList: $0.rawValue)) }
    engineLists = Dictionary(lists, uniquingKeysWith: { first, _ in first })
    let index = QuestionIndex(rules: rules, sets: sets, regexes: regexes)
    self.book = book
    self.rules = rules
    search = LiteralSearch(sets.literals)
    membership = sets.membership()
    members = sets.members
    exceptions = sets.exceptions
    regexSources = regexes.sources
    asked = index.asked
    always = index.always
  }

  package var ruleIndexes: Range<Int> { rules.indices }

  package func rule(_ index: Int) -> Rule { rules[index].rule }

  /// The same book with no questions but those of one rule.
  package func only(rule index: Int) -> CompiledBook {
    CompiledBook(
      self, asked: asked.map { questions in questions.filter { $0.rule == index } },
      always: always.filter { $0.rule == index })
  }

  private init(_ other: CompiledBook, asked: [[Question]], always: [Question]) {
    book = other.book
    rules = other.rules
    search = other.search
    membership = other.membership
    members = other.members
    exceptions = other.exceptions
    engineLists = other.engineLists
    regexSources = other.regexSources
    self.asked = asked
    self.always = always
  }

  func engineList(_ list: EngineList) -> LiteralSet { engineLists[list] ?? LiteralSet(index: 0) }
}

/// Which questions each literal raises.
struct QuestionIndex {
  var asked: [[CompiledBook.Question]]
  var always: [CompiledBook.Question] = []

  init(rules: [CompiledRule], sets: LiteralSetBuilder, regexes: RegexTable) {
    asked = Array(repeating: [], count: sets.literals.count)
    let lengths = sets.literals.map(\.text.unicodeScalars.count)
    let rarities = sets.members.map { members in
      // Two ideographs are far rarer than one; many synonyms make up for it.
      (members.map { min(lengths[$0], 6) }.min() ?? 0) * 16 - min(members.count, 15)
    }
    for (number, rule) in rules.enumerated() {
      for (part, condition) in rule.questions {
        let question = CompiledBook.Question(rule: number, part: part)
        switch condition.key(regexes, { rarities[$0.index] }) {
        case .always: always.append(question)
        case .anyOf(let keys):
          for literal in Set(keys.flatMap { sets.members[$0.index] }) { asked[literal].append(question) }
        }
      }
    }
  }
}

extension CompiledRule {
  fileprivate var questions: [(CompiledBook.Question.Part, CompiledCondition)] {
    [(.find, find), (.undisclosed, undisclosed), (.label, table?.label)].compactMap { part, condition in
      condition.map { (part, $0) }
    }
  }
}
