import RuleBook

/// A condition made ready to be looked for.
indirect enum CompiledCondition: Sendable {
  case patterns(CompiledPatterns)
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
    case .pattern(let pattern): self = .patterns(CompiledPatterns([pattern], sets: &sets, regexes: &regexes))
    case .all(let parts): self = .all(compiled(parts))
    case .any(let parts): self = Self.any(of: parts, sets: &sets, regexes: &regexes)
    case .not(let part): self = .not(CompiledCondition(part, sets: &sets, regexes: &regexes))
    case .near(let parts, let width): self = .near(compiled(parts), characters: width)
    case .within(let scope, let part): self = .within(scope, CompiledCondition(part, sets: &sets, regexes: &regexes))
    }
  }

  /// Patterns that stand side by side are looked for together.
  private static func any(
    of parts: [Condition], sets: inout LiteralSetBuilder, regexes: inout RegexTable
  ) -> CompiledCondition {
    var compiled: [CompiledCondition] = []
    var rest = parts[...]
    while let first = rest.first {
      let patterns = rest.map(\.asPattern).prefix { $0 != nil }.compactMap { $0 }
      if patterns.isEmpty {
        compiled.append(CompiledCondition(first, sets: &sets, regexes: &regexes))
        rest = rest.dropFirst()
      } else {
        compiled.append(.patterns(CompiledPatterns(patterns, sets: &sets, regexes: &regexes)))
        rest = rest.dropFirst(patterns.count)
      }
    }
    return compiled.count == 1 ? compiled[0] : .any(compiled)
  }
}

extension Condition {
  fileprivate var asPattern: Pattern? {
    if case .pattern(let pattern) = self { pattern } else { nil }
  }
}

extension CompiledCondition {
  /// Whether it is looked for around a place and not found itself.
  var isAboutSurroundings: Bool {
    switch self {
    case .not, .within: true
    case .patterns, .all, .any, .near: false
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
  func key(_ rarity: (LiteralSet) -> Int) -> Key {
    switch self {
    case .patterns(let patterns):
      return .either(patterns.needs.map { sets in .rarest(sets.map { .anyOf([$0]) }, rarity) })
    case .any(let parts): return .either(parts.map { $0.key(rarity) })
    case .all(let parts), .near(let parts, _): return .rarest(parts.map { $0.key(rarity) }, rarity)
    // What is looked for elsewhere, or must be missing, says nothing of this passage.
    case .not, .within: return .always
    }
  }
}
