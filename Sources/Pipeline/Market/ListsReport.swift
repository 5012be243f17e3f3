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

  private init(_ report: ListsReport, company: CompanyID) {
    history = report.history
    self.company = company
    months = report.months
  }

  /// The same lists, of which only one company is shown.
  package func only(_ company: CompanyID) -> ListsReport { ListsReport(self, company: company) }

  package var rated: Int { months.last?.rated.count ?? 0 }
  package var watch: [WatchEntry] { (months.last?.watch ?? []).filter { shows($0.company) } }
  package var black: [BlackEntry] { (months.last?.black ?? []).filter { shows($0.company) } }
  package var lines: [MarketLine] { months.last?.lines ?? [] }

  private func shows(_ other: CompanyID) -> Bool { company == nil || other == company }

  /// Against the month before.
  package var changes: [ListChange] {
    guard let last = months.last else { return [] }
    return ListChange.changes(from: months.dropLast().last, to: last).filter { shows($0.company) }
  }

  /// A company's months, as far as the black list goes by them.
  package struct CompanyMonth {
    package let month: Month
    package let standing: ListChange.Standing
    package let score: MonthlyScore?
  }

  /// Of the one company that is shown.
  package var companyMonths: [CompanyMonth] {
    guard let company else { return [] }
    return zip(months, history.months).suffix(history.rules.watchMonths.of).map { lists, market in
      CompanyMonth(
        month: lists.month, standing: lists.standing(of: company),
        score: market.scores.first { $0.company == company })
    }
  }
}
