import Archive
import ReportModel
import Review
import Scoring

/// An item of a document that is not answered as it was: what changed, without why. Quick to come by.
package struct ItemDifference: Sendable, Equatable {
  package let pair: DocumentPair
  package let company: CompanyID?
  package let item: String
  /// At least one; the state first, then as evidence stands.
  package let changes: [Change]
  /// What the answers were made from that is not the same in both states; at least one.
  package let factors: Set<Factor>
}

/// The same with the cause of each change.
package struct ExplainedDifference: Sendable, Equatable {
  package let pair: DocumentPair
  package let company: CompanyID?
  package let item: String
  package let changes: [ExplainedChange]

  init(_ difference: ItemDifference, _ changes: [ExplainedChange]) {
    pair = difference.pair
    company = difference.company
    item = difference.item
    self.changes = changes
  }
}

/// What the changes of an item do to the score of its company, for the year of its report.
package struct ScoreEffect: Sendable, Equatable {
  /// What the item is worth to the company; nil where it was, or is, not asked of it.
  package let itemBefore: PointRange?
  package let itemAfter: PointRange?
  /// The company's rate as a whole, with all else that changed.
  package let rateBefore: Score.Rate
  package let rateAfter: Score.Rate

  /// Whether the item itself is worth something else.
  package var movesScore: Bool { itemBefore != itemAfter }
}
