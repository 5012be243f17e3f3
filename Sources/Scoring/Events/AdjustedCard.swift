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
    dimensions = adjustment.lowered(
      card.dimensions.map { MonthlyScore.Part(dimension: $0.id, score: $0.score) }, floor: floor)
    total = Score(sumOf: dimensions.map(\.score), isFloored: floor == .total)
  }

  package var monthlyScore: MonthlyScore {
    MonthlyScore(
      company: adjustment.company, industry: card.company.industry, dimensions: dimensions, total: total)
  }
}

extension EventAdjustment {
  /// Dimensions less what the events take from each.
  fileprivate func lowered(
    _ dimensions: [MonthlyScore.Part], floor: ScoringRules.Floor
  ) -> [MonthlyScore.Part] {
    let isFloored =
      switch floor {
      case .subDimension, .dimension: true
      case .none, .total: false
      }
    return dimensions.map { part in
      let points = points(from: part.dimension)
      let score = points == .zero ? part.score : part.score.lowered(by: points, isFloored: isFloored)
      return MonthlyScore.Part(dimension: part.dimension, score: score)
    }
  }
}

extension MonthlyScore {
  /// What a card comes to in a month.
  package init(_ outline: CardOutline, _ adjustment: EventAdjustment, floor: ScoringRules.Floor) {
    let parts = adjustment.lowered(outline.parts, floor: floor)
    self.init(
      company: adjustment.company, industry: outline.company.industry, dimensions: parts,
      total: Score(sumOf: parts.map(\.score), isFloored: floor == .total))
  }

  /// What a card comes to without events.
  package init(_ outline: CardOutline, of company: CompanyID) {
    self.init(
      company: company, industry: outline.company.industry, dimensions: outline.parts, total: outline.score)
  }
}

extension CardOutline {
  fileprivate var parts: [MonthlyScore.Part] {
    dimensions.map { MonthlyScore.Part(dimension: $0.id, score: $0.score) }
  }
}
