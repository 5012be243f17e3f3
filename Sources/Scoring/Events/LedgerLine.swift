import ReportModel

/// One line of the ledger of material events: who said what of which event, and when. Lines are only ever added.
package struct LedgerLine: Sendable, Equatable {
  /// From 1, without gaps.
  package let number: Int
  package let time: Moment
  package let who: OneLine
  package let event: EventID
  package let entry: LedgerEntry

  package init(number: Int, time: Moment, who: OneLine, event: EventID, entry: LedgerEntry) {
    self.number = number
    self.time = time
    self.who = who
    self.event = event
    self.entry = entry
  }
}

package enum LedgerEntry: Sendable, Equatable {
  case add(MaterialEvent)
  case respond(EventResponse)
  /// These facts take the place of what was said of them before.
  case correct(Several<EventFact>, reason: OneLine)
  /// The penalty was taken back (撤銷), or the event never was.
  case withdraw(reason: OneLine)
}

/// What a company had done about an event by a day.
package struct EventResponse: Sendable, Equatable {
  /// The pack's level of response.
  package let level: String
  package let day: Day
  package let evidence: OneLine

  package init(level: String, day: Day, evidence: OneLine) {
    self.level = level
    self.day = day
    self.evidence = evidence
  }
}
