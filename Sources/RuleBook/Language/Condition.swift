/// What must hold around a place in a report; made of patterns.
package indirect enum Condition: Sendable, Equatable {
  case pattern(Pattern)
  case all([Condition])
  case any([Condition])
  case not(Condition)
  /// All within so many characters of each other, in any order.
  case near([Condition], characters: Int)
  /// The same, looked for in another stretch of the report.
  case within(Scope, Condition)

  package var patterns: [Pattern] {
    switch self {
    case .pattern(let pattern): [pattern]
    case .all(let parts), .any(let parts), .near(let parts, _): parts.flatMap(\.patterns)
    case .not(let part), .within(_, let part): part.patterns
    }
  }
}

/// How far around a place a condition looks.
package enum Scope: String, Sendable, CaseIterable {
  /// Up to the next comma or full stop.
  case clause
  case sentence
  /// A paragraph, a list item, a cell.
  case paragraph
  /// A table's row with its headers.
  case row
  /// The paragraph, the headings above it and the headers of its table.
  case context
  /// Everything under the innermost heading.
  case section
  /// The titles of the sections that it stands in.
  case headings
  /// The very words that are looked at, and nothing around them.
  case stretch
}
