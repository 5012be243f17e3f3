import ReportModel
import Scoring

/// The lists of a month with those before, of all companies or of one.
package struct ListsReport: Sendable {
  package let history: MarketHistory
  /// Each month's, in the order of time; the last is the one that is asked for.
  package let months: [MonthlyLists]
  /// Only this one is shown.
  package let company: CompanyID?

  package init(_ history: MarketHistory, company: CompanyID? = nil) {
    self.history = history
    self.company = company
    months = ListKeeper.lists(of: history.months, by: history.rules)
  }

  package var rated: Int { months.last?.rated.count ?? 0 }
  var watch: [WatchEntry] { (months.last?.watch ?? []).filter { shows($0.company) } }
  var black: [BlackEntry] { (months.last?.black ?? []).filter { shows($0.company) } }
  var lines: [MarketLine] { months.last?.lines ?? [] }

  private func shows(_ other: CompanyID) -> Bool { company == nil || other == company }

  /// Against the month before.
  var changes: [ListChange] {
    guard let last = months.last else { return [] }
    return ListChange.changes(from: months.dropLast().last, to: last).filter { shows($0.company) }
  }

  /// A company's months, as far as the black list goes by them.
  struct CompanyMonth {
    let month: Month
    let standing: ListChange.Standing
    let score: MonthlyScore?
  }

  /// Of the one company that is shown.
  var companyMonths: [CompanyMonth] {
    guard let company else { return [] }
    return zip(months, history.months).suffix(history.rules.watchMonths.of).map { lists, market in
      CompanyMonth(
        month: lists.month, standing: lists.standing(of: company),
        score: market.scores.first { $0.company == company })
    }
  }
}
