import RuleBook

/// A condition made ready to be looked for.
indirect enum CompiledCondition: Sendable {
  case pattern(CompiledPattern)
  case all([CompiledCondition])
  case any([CompiledCondition])
  case not(CompiledCondition)
  case near([CompiledCondition], characters: Int)
  case within(Scope, CompiledCondition)

  init(_ condition: Condition, sets: inout LiteralSetBuilder, regexes: inout RegexTable) {
    func compiled(_ parts: [Condition]) -> [CompiledCondition] {
      parts.map { CompiledCondition($0, sets: &sets, regexes: &regexes) }
    }
    switch condition {
    case .pattern(let pattern): self = .pattern(CompiledPattern(pattern, sets: &sets, regexes: &regexes))
    case .all(let parts): self = .all(compiled(parts))
    case .any(let parts): self = .any(compiled(parts))
    case .not(let part): self = .not(CompiledCondition(part, sets: &sets, regexes: &regexes))
    case .near(let parts, let width): self = .near(compiled(parts), characters: width)
    case .within(let scope, let part): self = .within(scope, CompiledCondition(part, sets: &sets, regexes: &regexes))
    }
  }
}

extension CompiledCondition {
  /// Whether it is looked for around a place and not found itself.
  var isAboutSurroundings: Bool {
    switch self {
    case .not, .within: true
    case .pattern, .all, .any, .near: false
    }
  }
}

/// What must be in a passage for a condition to have a chance there: one of these sets, or nothing in particular.
enum Key {
  case anyOf(Set<LiteralSet>)
  case always

  static func either(_ keys: [Key]) -> Key {
    var union: Set<LiteralSet> = []
    for key in keys {
      guard case .anyOf(let sets) = key else { return .always }
      union.formUnion(sets)
    }
    return .anyOf(union)
  }

  /// Of several things that must all be there, the one that is seldom: the longer and the fewer its words, the rarer.
  static func rarest(_ keys: [Key], _ rarity: (LiteralSet) -> Int) -> Key {
    func seldom(_ key: Key) -> Int {
      guard case .anyOf(let sets) = key else { return Int.min }
      return sets.map(rarity).min() ?? Int.max
    }
    return keys.max { seldom($0) < seldom($1) } ?? .always
  }
}

extension CompiledCondition {
  func key(_ regexes: RegexTable, _ rarity: (LiteralSet) -> Int) -> Key {
    switch self {
    case .pattern(let pattern): return pattern.key(regexes, rarity)
    case .any(let parts): return .either(parts.map { $0.key(regexes, rarity) })
    case .all(let parts), .near(let parts, _): return .rarest(parts.map { $0.key(regexes, rarity) }, rarity)
    // What is looked for elsewhere, or must be missing, says nothing of this passage.
    case .not, .within: return .always
    }
  }
}

extension CompiledPattern {
  func key(_ regexes: RegexTable, _ rarity: (LiteralSet) -> Int) -> Key {
    if let regex { return regexes.key(of: regex) }
    return .either(
      sequences.map { steps in
        .rarest(
          steps.compactMap { step in
            if case .words(let set) = step.what { .anyOf([set]) } else { nil }
          }, rarity)
      })
  }
}
