import ReportModel

/// On which days an exchange trades: Monday to Friday, but for the days listed, in the months that somebody looked up.
package struct TradingCalendar: Sendable, Equatable {
  package var notes: Phrase
  /// By month, the days from Monday to Friday without trading; a month that is not here is not known.
  package var closed: [Month: Set<Day>]
  package var place: Place

  package init(notes: Phrase = Phrase("", ""), closed: [Month: Set<Day>], place: Place) {
    self.notes = notes
    self.closed = closed
    self.place = place
  }

  /// Nil where nobody has looked the month up, or it has none.
  package func lastTradingDay(of month: Month) -> Day? {
    guard let closed = closed[month] else { return nil }
    var day: Day? = month.lastDay
    while let candidate = day, candidate.month == month {
      if !candidate.weekday.isWeekend, !closed.contains(candidate) { return candidate }
      day = candidate.dayBefore
    }
    return nil
  }
}
