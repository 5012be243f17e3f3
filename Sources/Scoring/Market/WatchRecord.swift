import ReportModel
import RuleBook

/// What the lists of a month need to know of a company's months before.
struct WatchRecord: Sendable {
  let firstRated: Month
  /// Those on the watch list, as far as they still count.
  private var months: [Month: Certainty] = [:]
  private var onWatch: Streak?
  private var onBlack: Streak?

  init(firstRated: Month) { self.firstRated = firstRated }

  /// Counts a month, and says why the company is, or may be, on the black list after it.
  mutating func count(
    _ month: Month, watched: Certainty?, total: Shortfall?, by rules: ListRules
  ) -> [BlackEntry.Reason] {
    months = months.filter { month.number - $0.key.number < rules.watchMonths.of }
    let isBlackAnyway = total?.certainty == .certain || watchCount(month, rules).certainty == .certain
    if let watched, counts(rules.blackMonths, isBlackAnyway: isBlackAnyway) { months[month] = watched }
    let count = watchCount(month, rules)
    return [
      total.map(BlackEntry.Reason.total), count.certainty.map { BlackEntry.Reason.months(count, $0) },
    ].compactMap { $0 }
  }

  /// The month that makes the months enough counts itself: the company was on the watch list, and was moved from it.
  private func counts(_ blackMonths: ListRules.BlackMonths, isBlackAnyway: Bool) -> Bool {
    switch blackMonths {
    case .count: true
    case .skip: !isBlackAnyway
    }
  }

  private func watchCount(_ month: Month, _ rules: ListRules) -> WatchCount {
    WatchCount(months, upTo: month, needed: rules.watchMonths.months, of: rules.watchMonths.of)
  }

  /// What is only provisional takes nobody from the watch list.
  mutating func entries(
    _ score: MonthlyScore, _ month: Month, _ watched: Several<Shortfall>?, _ reasons: Several<BlackEntry.Reason>?,
    by rules: ListRules
  ) -> (watch: WatchEntry?, black: BlackEntry?) {
    let blackness = reasons?.all.map(\.certainty).max()
    let watchfulness = blackness == .certain ? nil : watched?.all.map(\.certainty).max()
    onBlack = blackness.map { Streak(onBlack, month, $0) }
    onWatch = watchfulness.map { Streak(onWatch, month, $0) }
    let watch = watched.flatMap { shortfalls in
      onWatch.map {
        WatchEntry(
          company: score.company, industry: score.industry, shortfalls: shortfalls, since: $0.since,
          count: watchCount(month, rules))
      }
    }
    let black = reasons.flatMap { reasons in
      onBlack.map {
        BlackEntry(company: score.company, industry: score.industry, reasons: reasons, since: $0.since)
      }
    }
    return (watch, black)
  }
}

/// Months on a list without one between.
private struct Streak {
  let since: Since
  private let last: Month

  init(_ earlier: Streak?, _ month: Month, _ certainty: Certainty) {
    let earlier = earlier.flatMap { $0.last.number + 1 == month.number ? $0 : nil }
    let certain = certainty == .certain ? earlier?.since.certain ?? month : nil
    since = Since(month: earlier?.since.month ?? month, certain: certain)
    last = month
  }
}
