/// Which rules are worth trying where a word stands.
struct Questions: Sendable {
  /// For each literal, the rules that it makes worth trying.
  private var asked: [[Int]]
  /// Rules that no word must be there for: tried everywhere.
  private var always: [Int] = []
  /// For each rule what must all be there; nil where it has no such question.
  private var needs: [Needs?] = []

  init(literals: Int) { asked = Array(repeating: [], count: literals) }

  mutating func add(_ rule: Int, for key: Key, members: [[Int]]) {
    switch key {
    case .always: always.append(rule)
    case .anyOf(let sets):
      for literal in Set(sets.flatMap { members[$0.index] }) { asked[literal].append(rule) }
    }
  }

  func only(_ rule: Int) -> Questions {
    var questions = self
    questions.asked = asked.map { $0.filter { $0 == rule } }
    questions.always = always.filter { $0 == rule }
    return questions
  }

  func isAsked(by literal: Int) -> Bool { !asked[literal].isEmpty }

  var areAsked: Bool { needs.contains { $0 != nil } }

  var areAskedEverywhere: Bool { !always.isEmpty }

  mutating func add(_ needs: Needs?) { self.needs.append(needs) }

  /// The rules that the words of a passage make worth trying, in order, each once. Which sets have words there is only
  /// looked into where there is any such rule: most cells of a table have none.
  func rules(for hits: ArraySlice<LiteralHit>, words: () -> PassageWords) -> [Int] {
    var rules = always
    for hit in hits { rules += asked[hit.literal] }
    guard !rules.isEmpty else { return rules }
    rules.sort()
    let words = words()
    var last = -1
    return rules.filter { rule in
      defer { last = rule }
      return rule != last && needs[rule].map(words.meets) ?? false
    }
  }
}

/// Makes questions of conditions, by the words that each cannot do without.
struct QuestionIndex {
  private let sets: LiteralSetBuilder
  private let regexes: RegexTable
  /// For each set how seldom one may expect its words.
  private let rarities: [Int]

  init(sets: LiteralSetBuilder, regexes: RegexTable) {
    self.sets = sets
    self.regexes = regexes
    let lengths = sets.literals.map(\.text.unicodeScalars.count)
    rarities = sets.members.map { members in
      // Two ideographs are far rarer than one; many synonyms make up for it.
      (members.map { min(lengths[$0], 6) }.min() ?? 0) * 16 - min(members.count, 15)
    }
  }

  /// One condition for each rule, where it has one.
  func questions(_ conditions: [CompiledCondition?]) -> Questions {
    var questions = Questions(literals: sets.literals.count)
    for (rule, condition) in conditions.enumerated() {
      questions.add(condition.map { Needs($0, regexes) })
      guard let key = condition?.key(regexes, { rarities[$0.index] }) else { continue }
      questions.add(rule, for: key, members: sets.members)
    }
    return questions
  }
}
