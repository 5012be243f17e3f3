/// Which rules are worth trying where a word stands.
struct Questions: Sendable {
  /// For each literal, the rules that it makes worth trying.
  private var asked: [[Int]]
  /// Rules that no word must be there for: tried everywhere.
  private var always: [Int] = []

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

  /// The rules that these words make worth trying, in order, each once.
  func rules(for hits: ArraySlice<LiteralHit>) -> [Int] {
    var rules = always
    for hit in hits { rules += asked[hit.literal] }
    guard rules.count > 1 else { return rules }
    rules.sort()
    var last = -1
    return rules.filter { rule in
      defer { last = rule }
      return rule != last
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
      guard let key = condition?.key(regexes, { rarities[$0.index] }) else { continue }
      questions.add(rule, for: key, members: sets.members)
    }
    return questions
  }
}
