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
  case caption
}

/// What came of one place that a rule found.
struct Judgement: Sendable {
  var rule: Int
  var passage: Passage
  var hit: Hit?
  var outcome: Outcome

  enum Outcome: Sendable {
    case evidence(Draft)
    case refused(Refusal)
  }
}

/// Evidence on its way: everything but the words that an item adds.
struct Draft: Sendable {
  var hit: Hit
  var passage: Passage
  var value: Hit.Found?
  var year: YearBinding.Bound?
  /// Said of a negated statement that counts as the answer “no”.
  var isNegated = false
  /// The words before it in the same clause or cell that limit it.
  var boundary: Range<Int>?
  /// Ranges of the quote in the search text.
  var quote: [Range<Int>]
}
