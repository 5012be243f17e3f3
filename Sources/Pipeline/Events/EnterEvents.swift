import Archive
import ReportModel
import Scoring

/// What became of events that were to be entered.
package enum EventEntry: Sendable, Equatable {
  case entered(Counts)
  /// Nothing was: these are in the way, by the places of the events.
  case refused([Refusal])

  package struct Counts: Sendable, Equatable {
    package var new: [EventID] = []
    /// In the ledger already.
    package var known: [EventID] = []
    /// Responses that were told of known events and new ones.
    package var responses = 0
  }

  package struct Refusal: Sendable, Equatable {
    package var place: Int
    package var fault: LedgerFault
  }
}

extension ArchiveFile {
  /// Enters events one after another, all of them or none; of a rehearsal none.
  package func enter(
    _ notices: [EventNotice], by who: OneLine, at now: Moment, rehearsal: Bool = false
  ) throws(ArchiveFailure) -> EventEntry {
    try changeLedger { ledger in
      let entry = ledger.enter(notices, by: who, at: now)
      switch entry {
      case .entered: return (entry, !rehearsal)
      case .refused: return (entry, false)
      }
    }
  }
}

extension Ledger {
  mutating func enter(_ notices: [EventNotice], by who: OneLine, at now: Moment) -> EventEntry {
    var counts = EventEntry.Counts()
    var refusals: [EventEntry.Refusal] = []
    for (place, notice) in notices.enumerated() {
      do throws(LedgerFault) {
        let id: EventID
        switch try add(notice.event, by: who, at: now) {
        case .new(let new):
          id = new
          counts.new.append(id)
        case .known(let known):
          id = known
          counts.known.append(id)
        }
        if let response = notice.response, isNew(response, of: id) {
          try say(.respond(response), of: id, by: who, at: now)
          counts.responses += 1
        }
      } catch {
        refusals.append(EventEntry.Refusal(place: place, fault: error))
      }
    }
    return refusals.isEmpty ? .entered(counts) : .refused(refusals)
  }

  /// Of what was withdrawn nothing more is said, though a table may still tell it.
  private func isNew(_ response: EventResponse, of id: EventID) -> Bool {
    guard let recorded = event(id), !recorded.isWithdrawn else { return false }
    return !recorded.responses.contains { $0.level == response.level && $0.day == response.day }
  }
}
