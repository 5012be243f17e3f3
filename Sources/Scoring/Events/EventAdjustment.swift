import ReportModel
import RuleBook

/// What a company's events take from its scores in a month, and why each takes what it does.
package struct EventAdjustment: Sendable, Equatable {
  package let company: CompanyID
  package let month: Month
  /// Those that count in the month, by the day from which they do.
  package let events: [CountedEvent]

  /// By the ledger as it stands; `upTo` gives the one of an earlier moment.
  package init(of company: CompanyID, in month: Month, _ ledger: Ledger, rules: EventRules) {
    self.company = company
    self.month = month
    let published = ledger.standing(of: company).filter { $0.event.days.counted <= month.lastDay }
    events = published.compactMap { CountedEvent($0, in: month, among: published, rules: rules) }
      .sorted { ($0.event.days.counted, $0.id) < ($1.event.days.counted, $1.id) }
  }

  /// What all of them take from a dimension together.
  package func points(from dimension: String) -> Points {
    events.reduce(.zero) { sum, event in
      guard case .takes(let points, let lowered) = event.effect, lowered == dimension else { return sum }
      return sum + points
    }
  }
}

/// An event as it counts in one month.
package struct CountedEvent: Sendable, Equatable {
  package let id: EventID
  package let event: MaterialEvent
  package let months: ClosedRange<Month>
  /// As it stood at the end of the month; nil where nobody had said any.
  package let response: EventResponse?
  /// The event that it repeats, for which its response counts for one level less.
  package let repeats: EventID?
  package let effect: Effect
  /// The level that it counts by, after all.
  package let level: EventRules.Response?

  package enum Effect: Sendable, Equatable {
    case takes(Points, from: String)
    /// The pack of that day has no such kind, or no responses.
    case unknownToThePack
  }

  fileprivate init?(
    _ recorded: RecordedEvent, in month: Month, among others: [RecordedEvent], rules: EventRules
  ) {
    guard let months = rules.months(of: recorded.event), months.contains(month) else { return nil }
    id = recorded.id
    event = recorded.event
    self.months = months
    response = recorded.response(by: month.lastDay)
    repeats = rules.repeatsWithin.flatMap { within in
      others.filter { recorded.event.repeats($0.event, within: within) }
        .max { ($0.event.days.first, $0.id) < ($1.event.days.first, $1.id) }?.id
    }
    let level = rules.level(of: response?.level, isRepeated: repeats != nil)
    self.level = level
    effect =
      if let level, let kind = rules.kind(recorded.event.kind) {
        .takes(recorded.event.deduction.times(level.factor), from: kind.dimension)
      } else {
        .unknownToThePack
      }
  }
}

extension EventRules {
  /// In which months an event counts.
  package func months(of event: MaterialEvent) -> ClosedRange<Month>? {
    let first = event.days.counted.month
    guard months > 0, let last = first.advanced(by: months - 1) else { return nil }
    return first...last
  }

  /// What is not said, or not known to the pack, is nothing done.
  fileprivate func level(of said: String?, isRepeated: Bool) -> Response? {
    let place = responses.firstIndex { $0.id == said } ?? 0
    let counted = isRepeated ? max(0, place - 1) : place
    return responses.indices.contains(counted) ? responses[counted] : nil
  }
}

extension MaterialEvent {
  /// Whether it broke an article again that the other broke not longer ago.
  fileprivate func repeats(_ other: MaterialEvent, within months: Int) -> Bool {
    guard let law, let earlier = other.law, law.shares(with: earlier), other.days.first < days.first else {
      return false
    }
    let apart = days.first.month.number - other.days.first.month.number
    return apart < months || (apart == months && days.first.dayOfMonth <= other.days.first.dayOfMonth)
  }
}
