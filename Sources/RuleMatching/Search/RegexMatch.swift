/// Why a pattern cannot be compiled, and at which scalar of it.
package struct RegexFailure: Error, Equatable {
  package let message: String
  /// Counts scalars of the pattern.
  package let offset: Int
}

/// Where a pattern matches, and where its named groups do.
package struct RegexMatch: Sendable, Equatable {
  package let range: Range<Int>
  /// One for each of `Regex.groupNames`; nil where the group took no part.
  package let groups: [Range<Int>?]
}

/// What became of a search.
package enum RegexResult: Sendable, Equatable {
  /// All matches from left to right, none inside another.
  case matches([RegexMatch])
  /// The pattern cost more than its limit; what was found before stays.
  case gaveUp(found: [RegexMatch])

  package var found: [RegexMatch] {
    switch self {
    case .matches(let found), .gaveUp(let found): found
    }
  }

  package var isComplete: Bool {
    if case .matches = self { true } else { false }
  }
}
