/// What can be told of a regular expression without running it.
package struct PatternFacts: Sendable, Equatable {
  /// Words of which every passage that the pattern matches holds at least one, A to Z folded to a to z, also within
  /// longer words; nil where there is none worth looking for, so that the pattern must run on every passage.
  package let requiredLiterals: [String]?
  private let node: PatternNode

  package init(of pattern: String, foldsCase: Bool = true) {
    node = PatternReader.read(pattern, foldsCase: foldsCase)
    requiredLiterals = RequiredLiterals.of(node)
  }

  /// Why the pattern can take very long on some text; looked into when asked for.
  package var runaway: Runaway? { Runaway.find(in: node) }
}

/// The part of a pattern that lets some texts cost very much time.
package struct Runaway: Sendable, Equatable {
  package let kind: Kind
  /// The culprit, in scalars of the pattern.
  package let place: Range<Int>

  package enum Kind: Sendable, CaseIterable {
    /// `(a+)+`, `(\d+,?)*`: the time doubles with each character.
    case nestedRepeats
    /// `(甲|甲乙?)*`: the time doubles with each character.
    case overlappingParts
    /// `\d+\d+%`: the time grows with the square of the text, from each of its characters.
    case adjacentRepeats
    /// `.{0,50}.{0,50}.{0,50}x`: bounded, but in too many ways.
    case adjacentGaps
  }

  package var reason: String {
    switch kind {
    case .nestedRepeats: "a repeat within a repeat can share out the same characters in endlessly many ways"
    case .overlappingParts: "the repeated parts can share out the same characters in endlessly many ways"
    case .adjacentRepeats: "two open-ended repeats can share out the same characters"
    case .adjacentGaps: "gaps side by side can share out the same characters in thousands of ways"
    }
  }
}
