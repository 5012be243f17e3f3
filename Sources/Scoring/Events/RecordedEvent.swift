import ReportModel

/// An event as a ledger has it, with all that was ever said of it.
package struct RecordedEvent: Sendable, Equatable {
  package let id: EventID
  /// As it stands after all corrections.
  package private(set) var event: MaterialEvent
  /// As it was said to be before each correction, the first account first.
  package private(set) var earlier: [MaterialEvent] = []
  /// In the order of the lines; never empty.
  package private(set) var history: [LedgerLine]
  package private(set) var isWithdrawn = false

  init(id: EventID, event: MaterialEvent, line: LedgerLine) {
    self.id = id
    self.event = event
    history = [line]
  }

  mutating func take(_ line: LedgerLine, makingIt event: MaterialEvent) {
    history.append(line)
    if event != self.event { earlier.append(self.event) }
    self.event = event
    if case .withdraw = line.entry { isWithdrawn = true }
  }

  /// The line that last said something of it.
  package var lastLine: Int { history.last?.number ?? 0 }

  package var responses: [EventResponse] {
    history.compactMap { line in
      guard case .respond(let response) = line.entry else { return nil }
      return response
    }
  }

  /// What was done by the end of a day; of several responses of one day the one that was said last.
  package func response(by day: Day) -> EventResponse? {
    var last: EventResponse?
    for response in responses where response.day <= day && response.day >= (last?.day ?? response.day) {
      last = response
    }
    return last
  }
}
