/// Which rules are worth trying where a word stands.
struct Questions: Sendable {
  /// For each literal, the rules that it makes worth trying.
  private let asked: FlatLists
  /// Rules that no word must be there for: tried everywhere.
  private let always: [Int]
  /// For each rule what must all be there; nil where it has no such question.
  private let needs: [Needs?]

  fileprivate init(asked: FlatLists, always: [Int], needs: [Needs?]) {
    self.asked = asked
    self.always = always
    self.needs = needs
  }

  func only(_ rule: Int) -> Questions {
    Questions(asked: asked.only(rule), always: always.filter { $0 == rule }, needs: needs)
  }

  func isAsked(by literal: Int) -> Bool { !asked.isEmpty(literal) }

  var areAsked: Bool { needs.contains { $0 != nil } }

  var areAskedEverywhere: Bool { !always.isEmpty }

  /// The rules that the words of a passage make worth trying, in order, each once. Which sets have words there is only
  /// looked into where there is any such rule: most cells of a table have none.
  func rules(for hits: ArraySlice<LiteralHit>, stretch: () -> Stretch) -> [Int] {
    guard !always.isEmpty || hits.contains(where: { isAsked(by: $0.literal) }) else { return [] }
    var rules = BitSet(count: needs.count)
    for rule in always { rules.insert(rule) }
    for hit in hits { asked.insert(hit.literal, into: &rules) }
    let stretch = stretch()
    return rules.members.filter { needs[$0].map(stretch.meets) ?? false }
  }
}

/// Makes questions of conditions, by the words that each cannot do without.
struct QuestionIndex {
  private let sets: LiteralSetBuilder
  /// For each set how seldom one may expect its words.
  private let rarities: [Int]

  init(sets: LiteralSetBuilder) {
    self.sets = sets
    let lengths = sets.literals.map(\.text.unicodeScalars.count)
    rarities = sets.members.map { members in
      // Two ideographs are far rarer than one; many synonyms make up for it.
      (members.map { min(lengths[$0], 6) }.min() ?? 0) * 16 - min(members.count, 15)
    }
  }

  /// What must be there for any of some conditions to be met.
  func key(of conditions: [CompiledCondition]) -> Key {
    .either(conditions.map { $0.key { rarities[$0.index] } })
  }

  /// One condition for each rule, where it has one.
  func questions(_ conditions: [CompiledCondition?]) -> Questions {
    var asked: [[Int]] = Array(repeating: [], count: sets.literals.count)
    var always: [Int] = []
    for (rule, condition) in conditions.enumerated() {
      switch condition?.key({ rarities[$0.index] }) {
      case .always: always.append(rule)
      case .anyOf(let keys):
        for literal in keys.flatMap({ sets.members[$0.index] }) { asked[literal].append(rule) }
      case nil: break
      }
    }
    return Questions(
      asked: FlatLists(asked, bound: conditions.count), always: always,
      needs: conditions.map { condition in condition.map { Needs($0) } })
  }
}
