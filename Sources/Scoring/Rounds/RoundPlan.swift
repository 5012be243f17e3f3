import ReportModel
import RuleBook

/// All rounds that a pack's rules lead to, one year after another without end.
package struct RoundPlan: Sendable {
  private let rules: [RoundRules]
  private let calendar: TradingCalendar

  package init(_ rating: RatingRules) {
    rules = rating.rounds
    calendar = rating.calendar
  }

  /// The ids of a year's rounds.
  package var ids: [String] { rules.map(\.id) }

  /// Nil for a round that the rules do not have.
  package func round(_ id: RoundID) -> Round? {
    rules.first { $0.id == id.rule }.flatMap { round(in: id.year, by: $0) }
  }

  /// The rounds of these years in the order of time.
  package func rounds(of years: ClosedRange<Int>) -> [Round] {
    years.flatMap { year in rules.compactMap { round(in: year, by: $0) } }
      .sorted { ($0.completion.month, $0.cutOff, $0.id.rule) < ($1.completion.month, $1.cutOff, $1.id.rule) }
  }

  /// The round whose scores count in a month: the last one that is done by its end.
  package func inForce(in month: Month) -> Round? {
    rounds(around: month).last { $0.completion.month <= month }
  }

  /// The round that is being worked on: the first one that is not done yet on the day before.
  package func running(on day: Day) -> Round? {
    rounds(around: day.month).first { !$0.isDone(before: day) }
  }

  package func next(after round: Round) -> Round? {
    let all = rounds(around: round.completion.month)
    return all.firstIndex { $0.id == round.id }.flatMap { $0 + 1 < all.count ? all[$0 + 1] : nil }
  }

  // MARK: One round

  private func round(in year: Int, by rules: RoundRules) -> Round? {
    guard let id = RoundID(year: year, rule: rules.id), let cutOff = rules.uploadedBy.month(ofRoundIn: year)?.lastDay,
      let completed = rules.completedIn.month(ofRoundIn: year)
    else { return nil }
    return Round(
      id: id, names: rules.names, cutOff: cutOff,
      completion: calendar.lastTradingDay(of: completed).map(Round.Completion.on) ?? .notInCalendar(completed),
      reportYear: year + rules.reportYear)
  }

  /// With those of all years that may be done in the month, and a year before and behind.
  private func rounds(around month: Month) -> [Round] {
    let later = rules.map(\.completedIn.yearsLater)
    return rounds(of: (month.year - max(0, later.max() ?? 0) - 1)...(month.year - min(0, later.min() ?? 0) + 1))
  }
}
