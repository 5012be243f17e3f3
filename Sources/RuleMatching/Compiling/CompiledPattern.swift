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
  /// More ways to say it than this, and the author should write several patterns.
  static let mostSequences = 256

  init(_ pattern: Pattern, sets: inout LiteralSetBuilder, regexes: inout RegexTable) {
    source = pattern.source
    switch pattern.form {
    case .regex(let text):
      regex = regexes.index(of: text, sets: &sets)
      sequences = []
    case .sequence(let elements):
      regex = nil
      sequences = Self.sequences(elements[...], sets: &sets)
    }
  }

  private static func sequences(_ elements: ArraySlice<Pattern.Element>, sets: inout LiteralSetBuilder) -> [[Step]] {
    var found: [[Step]] = [[]]
    // The gap that waits for the next step, for each sequence so far.
    var gaps: [Gap] = [.none]
    for element in elements {
      switch element {
      case .gap(let width): gaps = gaps.map { _ in .upTo(width) }
      case .literal(let text): append([[Step(what: .words(sets.set(ofTerms: [text])), gap: .none)]], &found, &gaps)
      case .list(let name): append([[Step(what: .words(sets.set(ofList: name)), gap: .none)]], &found, &gaps)
      case .slot(let slot): append([[Step(what: .slot(slot), gap: .none)]], &found, &gaps)
      case .choice(let branches): append(choice(branches, sets: &sets), &found, &gaps)
      }
    }
    return found.filter { !$0.isEmpty }
  }

  private static func choice(_ branches: [[Pattern.Element]], sets: inout LiteralSetBuilder) -> [[Step]] {
    let words = branches.compactMap(singleWord)
    var ways: [[Step]] = []
    if !words.isEmpty { ways.append([Step(what: .words(sets.set(ofTerms: words)), gap: .none)]) }
    for branch in branches where singleWord(branch) == nil {
      ways += branch.isEmpty ? [[]] : sequences(branch[...], sets: &sets)
    }
    return ways
  }

  private static func singleWord(_ branch: [Pattern.Element]) -> String? {
    guard branch.count == 1, case .literal(let text) = branch[0] else { return nil }
    return text
  }

  /// Each sequence so far, followed by each of the ways.
  private static func append(_ ways: [[Step]], _ found: inout [[Step]], _ gaps: inout [Gap]) {
    var longer: [[Step]] = []
    var rest: [Gap] = []
    for (sequence, gap) in zip(found, gaps) {
      for way in ways where longer.count < mostSequences {
        guard var first = way.first else {
          longer.append(sequence)
          rest.append(gap)
          continue
        }
        first.gap = sequence.isEmpty ? .none : gap
        longer.append(sequence + [first] + way.dropFirst())
        rest.append(.none)
      }
    }
    found = longer
    gaps = rest
  }
}
