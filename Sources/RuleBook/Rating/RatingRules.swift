/// What a rating does with scores over the months: events that lower them, lists of the lowest, rounds, and the days on
/// which an exchange trades.
package struct RatingRules: Sendable, Equatable {
  package var events: EventRules
  package var lists: ListRules
  /// In the order of the year.
  package var rounds: [RoundRules]
  package var calendar: TradingCalendar
  package var place: Place

  package init(
    events: EventRules, lists: ListRules, rounds: [RoundRules], calendar: TradingCalendar, place: Place
  ) {
    self.events = events
    self.lists = lists
    self.rounds = rounds
    self.calendar = calendar
    self.place = place
  }
}
