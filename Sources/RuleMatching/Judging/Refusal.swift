import RuleBook

/// Why something that a rule found is no evidence.
package enum Refusal: Sendable, Equatable {
  /// A passage of a kind that the rule does not read.
  case role(Rule.Role)
  /// A contents page or index table: it says where, not what.
  case pointer
  /// The headings above do not say what the rule wants.
  case headings
  /// The paragraph, its headings and headers do not say it.
  case surroundings
  /// The sentence says what the rule excludes.
  case excluded(Range<Int>?)
  /// The statement is negated by these words.
  case negated(Range<Int>)
  /// A goal where a fact is wanted: by a sign, or by a year to come.
  case goal(Range<Int>?)
  case noGoal
  /// No number of the wanted kind is near.
  case noValue
  /// The number is smaller or larger than what is meant can be.
  case outOfRange
  /// The headers across do not say what the rule wants.
  case across
  /// A number near the subject, of an item that no rule has found in words of its own.
  case notTold
  /// A number near the subject, of an item whose number a rule has found in words of its own.
  case told
  case caption
}

extension Refusal {
  /// The words in the report that stand against it.
  package var place: Range<Int>? {
    switch self {
    case .excluded(let range), .goal(let range): range
    case .negated(let range): range
    case .role, .pointer, .headings, .surroundings, .noGoal, .noValue, .outOfRange, .across, .caption, .notTold,
      .told:
      nil
    }
  }
}
