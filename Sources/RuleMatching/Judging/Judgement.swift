import RuleBook

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
  /// How near its subject stands, where that is all that was asked.
  var nearness: Nearness?
  /// Ranges of the quote in the search text.
  var quote: [Range<Int>]
}
