import RuleBook

/// A pattern made ready: every choice of words is a set of literals, every other choice a sequence of its own.
struct CompiledPattern: Sendable {
  let source: String
  let sequences: [[Step]]
  /// Index into the book's regular expressions; the sequences are then empty.
  let regex: Int?

  /// One thing to find, and how far from the one before it may stand.
  struct Step: Sendable {
    var what: What
    var gap: Gap
  }

  enum What: Sendable {
    case words(LiteralSet)
    case slot(Slot)
  }

  enum Gap: Sendable, Equatable {
    /// Next to it: only marks, and before a number the words that lead to it, may stand between.
    case none
    case upTo(Int)
  }
}

extension CompiledPattern {
  init(_ pattern: Pattern, sets: inout LiteralSetBuilder, regexes: inout RegexTable) {
    source = pattern.source
    switch pattern.form {
    case .regex(let text):
      regex = regexes.index(of: text, sets: &sets)
      sequences = []
    case .sequence(let elements):
      regex = nil
      sequences = Self.ways(elements, sets: &sets).map(\.steps).filter { !$0.isEmpty }
    }
  }

  /// One way to say a pattern, or a part of it.
  private struct Way {
    var steps: [Step] = []
    /// Waits for the step that follows.
    var gap = Gap.none
  }

  private static func ways(_ elements: [Pattern.Element], sets: inout LiteralSetBuilder) -> [Way] {
    var found = [Way()]
    for element in elements {
      switch element {
      case .gap(let width): found = joined(found, [Way(gap: .upTo(width))])
      case .literal(let text): found = joined(found, [way(.words(sets.set(ofTerms: [text])))])
      case .list(let name): found = joined(found, [way(.words(sets.set(ofList: name)))])
      case .slot(let slot): found = joined(found, [way(.slot(slot))])
      case .choice(let branches): found = joined(found, choice(branches, sets: &sets))
      }
    }
    return found
  }

  private static func way(_ what: What) -> Way { Way(steps: [Step(what: what, gap: .none)]) }

  private static func choice(_ branches: [[Pattern.Element]], sets: inout LiteralSetBuilder) -> [Way] {
    let words = branches.compactMap(singleWord)
    let oneWord = words.isEmpty ? [] : [way(.words(sets.set(ofTerms: words)))]
    return oneWord + branches.filter { singleWord($0) == nil }.flatMap { ways($0, sets: &sets) }
  }

  private static func singleWord(_ branch: [Pattern.Element]) -> String? {
    guard branch.count == 1, case .literal(let text) = branch[0] else { return nil }
    return text
  }

  /// Each way so far, followed by each of the next.
  private static func joined(_ ways: [Way], _ next: [Way]) -> [Way] {
    var longer: [Way] = []
    for way in ways {
      for following in next where longer.count < Pattern.mostWays {
        var joined = way
        joined.gap = following.gap
        if var first = following.steps.first {
          first.gap = wider(way.gap, first.gap)
          joined.steps += [first] + following.steps.dropFirst()
        } else {
          joined.gap = wider(way.gap, following.gap)
        }
        longer.append(joined)
      }
    }
    return longer
  }

  private static func wider(_ a: Gap, _ b: Gap) -> Gap {
    switch (a, b) {
    case (.none, let gap), (let gap, .none): gap
    case (.upTo(let one), .upTo(let other)): .upTo(max(one, other))
    }
  }
}
