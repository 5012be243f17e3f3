import ReportModel
import RuleBook

/// What is taken to be so of a company, to see what it would move.
package struct Suppositions: Sendable, Equatable {
  /// By item.
  package var items: [String: OfItem]
  package var events: [SupposedEvent]

  package enum OfItem: String, Sendable, CaseIterable {
    /// Evidence of it is there and accepted, with its number.
    case found
    /// What was found is no evidence, or there is none.
    case missing
  }

  package init(items: [String: OfItem] = [:], events: [SupposedEvent] = []) {
    self.items = items
    self.events = events
  }
}

/// An event that the ledger does not hold, published in the month that is looked at.
package struct SupposedEvent: Sendable, Equatable {
  /// The pack's.
  package let kind: String
  package let deduction: Deduction
  /// The pack's level of response; nil for nothing done.
  package let response: String?

  package init(kind: String, deduction: Deduction, response: String? = nil) {
    self.kind = kind
    self.deduction = deduction
    self.response = response
  }
}

extension Ledger {
  /// With events that nobody has entered, published on the last day of the month.
  package func supposing(
    _ events: [SupposedEvent], of company: CompanyID, in month: Month
  ) throws(LedgerFault) -> Ledger {
    guard let words = OneLine("what if") else { return self }
    var ledger = self
    let day = month.lastDay
    for (number, supposed) in events.enumerated() {
      let event: MaterialEvent
      do throws(MaterialEvent.Fault) {
        event = try MaterialEvent([
          .company(company), .kind(supposed.kind), .deduction(supposed.deduction), .source(words), .published(day),
          .text(OneLine("what if \(number + 1)")),
        ])
      } catch {
        throw .noEvent(error)
      }
      let time = ledger.lines.last?.time ?? Moment(endOf: day)
      guard case .new(let id) = try ledger.add(event, by: words, at: time), let level = supposed.response else {
        continue
      }
      try ledger.say(.respond(EventResponse(level: level, day: day, evidence: words)), of: id, by: words, at: time)
    }
    return ledger
  }
}

extension ItemWorth {
  func outcome(of item: Item, _ supposition: Suppositions.OfItem) -> Outcome {
    switch (supposition, item.polarity) {
    case (.found, .positive): .gained(found, .supposed)
    case (.found, .negative): .deducted(found, .supposed)
    case (.missing, .positive): .missed(.supposed)
    case (.missing, .negative): .clear(.supposed)
    }
  }
}
