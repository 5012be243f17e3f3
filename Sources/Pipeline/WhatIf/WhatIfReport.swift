import Archive
import ReportModel
import RuleBook
import Scoring

/// What would move in a month if some things were so of a company: its own rates and ranks, and who is on a list.
package struct WhatIfReport: Sendable {
  package let basis: MarketBasis
  package let company: CompanyID
  package let suppositions: Suppositions
  /// Those that apply to the company and are supposed, in the order of the rubric.
  package let items: [(before: ScoredItem, after: ScoredItem)]
  package let before: State
  package let after: State
  /// Of any company, for a line may move with one of its rates.
  package let listChanges: [ListChange]

  /// Of the company.
  package struct State: Sendable {
    package let score: MonthlyScore
    package let card: Scorecard
    package let rank: Ranking.Row?
    package let lists: ListChange.Standing
  }

  /// A part of the rubric before and after; parts that do not move are left out, but for the total and the dimensions.
  package struct Line: Sendable {
    package let path: [String]
    package let names: Phrase
    package let before: Score
    package let after: Score
  }

  package var lines: [Line] {
    let total = Line(
      path: [], names: Phrase("Total", "總分"), before: before.score.total, after: after.score.total)
    let cards = zip(before.card.dimensions, after.card.dimensions)
    let scores = zip(before.score.dimensions, after.score.dimensions)
    return [total]
      + zip(cards, scores).flatMap { cards, scores in
        [Line(path: [cards.1.id], names: cards.1.names, before: scores.0.score, after: scores.1.score)]
          + zip(cards.0.subDimensions, cards.1.subDimensions).compactMap { old, new in
            old.score == new.score
              ? nil : Line(path: [cards.1.id, new.id], names: new.names, before: old.score, after: new.score)
          }
      }
  }
}

extension MarketReader {
  /// - Returns: nil where the company is not rated in the month.
  package func whatIf(
    _ suppositions: Suppositions, of company: ArchivedCompany, in month: Month
  ) throws(MarketFailure) -> WhatIfReport? {
    let history = try history(to: month)
    guard case .month(_, let round?) = history.basis.scope, let market = history.months.last, market.month == month,
      let old = market.scores.first(where: { $0.company == company.id })
    else { return nil }
    let cards = try cards(of: company, in: round, supposing: suppositions.items)
    let new = try score(cards.after, of: company.id, in: month, supposing: suppositions.events)
    let supposed = MarketMonth(
      month: month, scores: market.scores.map { $0.company == company.id ? new : $0 })
    let lists = ListKeeper.lists(of: history.months, by: history.rules).last
    let newLists = ListKeeper.lists(of: history.months.dropLast() + [supposed], by: history.rules).last
    func state(_ score: MonthlyScore, _ card: Scorecard, _ market: MarketMonth, _ lists: MonthlyLists?)
      -> WhatIfReport.State
    {
      WhatIfReport.State(
        score: score, card: card,
        rank: Ranking(market.scores, by: .total).rows.first { $0.score.company == company.id },
        lists: lists?.standing(of: company.id) ?? ListChange.Standing())
    }
    return WhatIfReport(
      basis: history.basis, company: company.id, suppositions: suppositions,
      items: Self.items(suppositions.items, cards),
      before: state(old, cards.before, market, lists), after: state(new, cards.after, supposed, newLists),
      listChanges: newLists.map { ListChange.changes(from: lists, to: $0) } ?? [])
  }

  private static func items(
    _ supposed: [String: Suppositions.OfItem], _ cards: (before: Scorecard, after: Scorecard)
  ) -> [(before: ScoredItem, after: ScoredItem)] {
    func all(_ card: Scorecard) -> [ScoredItem] { card.dimensions.flatMap(\.subDimensions).flatMap(\.items) }
    return zip(all(cards.before), all(cards.after)).filter { supposed[$0.0.item.id] != nil }
      .map { (before: $0.0, after: $0.1) }
  }
}
