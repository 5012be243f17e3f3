import ReportModel
import RuleBook

/// A scorecard less what the company's events take from it in a month.
package struct AdjustedCard: Sendable, Equatable {
  package let card: Scorecard
  package let adjustment: EventAdjustment
  /// In the order of the rubric.
  package let dimensions: [MonthlyScore.Part]
  package let total: Score

  /// A dimension that events lower stops at nought wherever the pack stops deductions.
  package init(_ card: Scorecard, _ adjustment: EventAdjustment, floor: ScoringRules.Floor) {
    self.card = card
    self.adjustment = adjustment
    let isFloored =
      switch floor {
      case .subDimension, .dimension: true
      case .none, .total: false
      }
    dimensions = card.dimensions.map { dimension in
      let points = adjustment.points(from: dimension.id)
      let score = points == .zero ? dimension.score : dimension.score.lowered(by: points, isFloored: isFloored)
      return MonthlyScore.Part(dimension: dimension.id, score: score)
    }
    total = Score(sumOf: dimensions.map(\.score), isFloored: floor == .total)
  }

  package var monthlyScore: MonthlyScore {
    MonthlyScore(
      company: adjustment.company, industry: card.company.industry, dimensions: dimensions, total: total)
  }
}
