import ReportModel

/// The ledger of material events: its lines, and the events as they stand after the last of them.
///
/// Only what agrees with the lines before it can be added, so that every beginning of a ledger is a ledger too.
package struct Ledger: Sendable, Equatable {
  package private(set) var lines: [LedgerLine] = []
  /// In the order of their ids.
  package private(set) var events: [RecordedEvent] = []
  private var byCompany: [CompanyID: Set<EventID>] = [:]
  /// Every account that was ever given of an event, and every case number: what comes in again is known.
  private var byAccount: [MaterialEvent: EventID] = [:]
  private var byCase: [CaseNumber: Set<EventID>] = [:]

  package init() {}

  /// Says the lines once more, each with all checks: what was stored may have been damaged.
  package init(replaying lines: [LedgerLine]) throws(LedgerFault) {
    for line in lines {
      guard line.number == self.lines.count + 1, line.time >= (self.lines.last?.time ?? line.time) else {
        throw .lineOutOfPlace(line.number)
      }
      switch line.entry {
      case .add(let event):
        guard line.event == nextID, try known(event) == nil else { throw .lineOutOfPlace(line.number) }
        take(line, event)
      case .respond, .correct, .withdraw:
        take(line, try checked(line.entry, of: line.event))
      }
    }
  }

  /// As it stood at a moment.
  package func upTo(_ moment: Moment) -> Ledger {
    var ledger = Ledger()
    for line in lines.prefix(while: { $0.time <= moment }) {
      switch line.entry {
      case .add(let event): ledger.take(line, event)
      case .respond, .correct, .withdraw:
        // It was right when it was said, and nothing behind it is said here.
        if let event = try? ledger.checked(line.entry, of: line.event) { ledger.take(line, event) }
      }
    }
    return ledger
  }

  package func event(_ id: EventID) -> RecordedEvent? {
    events.indices.contains(id.number - 1) ? events[id.number - 1] : nil
  }

  /// Those that stand, in the order of their ids.
  package func standing(of company: CompanyID) -> [RecordedEvent] {
    (byCompany[company] ?? []).sorted().compactMap(event).filter { !$0.isWithdrawn }
  }

  // MARK: Saying something

  package enum Addition: Sendable, Equatable {
    case new(EventID)
    /// It is in the ledger already.
    case known(EventID)
  }

  package mutating func add(_ event: MaterialEvent, by who: OneLine, at time: Moment) throws(LedgerFault) -> Addition {
    if let known = try known(event) { return .known(known) }
    let id = nextID
    take(line(of: id, .add(event), who, time), event)
    return .new(id)
  }

  /// Anything but a new event.
  package mutating func say(
    _ entry: LedgerEntry, of id: EventID, by who: OneLine, at time: Moment
  ) throws(LedgerFault) {
    let event = try checked(entry, of: id)
    take(line(of: id, entry, who, time), event)
  }

  private var nextID: EventID { EventID(number: events.count + 1) }

  /// Clocks may be set back; the ledger's never is.
  private func line(of id: EventID, _ entry: LedgerEntry, _ who: OneLine, _ time: Moment) -> LedgerLine {
    LedgerLine(
      number: lines.count + 1, time: max(time, lines.last?.time ?? time), who: who, event: id, entry: entry)
  }

  private mutating func take(_ line: LedgerLine, _ event: MaterialEvent) {
    lines.append(line)
    let index = line.event.number - 1
    if events.indices.contains(index) {
      byCompany[events[index].event.company]?.remove(line.event)
      events[index].take(line, makingIt: event)
    } else {
      events.append(RecordedEvent(id: line.event, event: event, line: line))
    }
    byCompany[event.company, default: []].insert(line.event)
    if byAccount[event] == nil { byAccount[event] = line.event }
    if let number = event.caseNumber { byCase[number, default: []].insert(line.event) }
  }

  // MARK: Checks

  /// The event as it is after the entry.
  private func checked(_ entry: LedgerEntry, of id: EventID) throws(LedgerFault) -> MaterialEvent {
    guard let recorded = event(id) else { throw .noSuchEvent(id) }
    guard !recorded.isWithdrawn else { throw .withdrawn(id, line: recorded.lastLine) }
    switch entry {
    case .add: throw .addedBefore(id)
    case .withdraw: return recorded.event
    case .respond(let response):
      guard response.day >= recorded.event.days.first else {
        throw .respondedBefore(id, response.day, eventOf: recorded.event.days.first)
      }
      return recorded.event
    case .correct(let facts, _): return try corrected(recorded, by: facts.all)
    }
  }

  private func corrected(_ recorded: RecordedEvent, by facts: [EventFact]) throws(LedgerFault) -> MaterialEvent {
    let event: MaterialEvent
    do throws(MaterialEvent.Fault) {
      event = try recorded.event.corrected(by: facts)
    } catch {
      throw .noEvent(error)
    }
    guard event != recorded.event else { throw .nothingChanges(recorded.id) }
    for response in recorded.responses where response.day < event.days.first {
      throw .respondedBefore(recorded.id, response.day, eventOf: event.days.first)
    }
    if let other = holder(of: event.caseNumber), other.id != recorded.id {
      throw .caseIsTaken(other.id, line: other.lastLine)
    }
    return event
  }

  /// The event of the ledger that this one is, withdrawn or not.
  private func known(_ event: MaterialEvent) throws(LedgerFault) -> EventID? {
    if let same = byAccount[event] { return same }
    guard let number = event.caseNumber else { return nil }
    for other in (byCase[number] ?? []).sorted().compactMap(self.event) {
      let accounts = ([other.event] + other.earlier).filter { $0.caseNumber == number }
      if accounts.contains(where: { CaseComparison(event, $0).differences.isEmpty }) { return other.id }
    }
    if let other = holder(of: number) {
      throw .contradiction(other.id, line: other.lastLine, CaseComparison(event, other.event).differences)
    }
    return nil
  }

  /// The event whose case number it is now.
  private func holder(of number: CaseNumber?) -> RecordedEvent? {
    guard let number else { return nil }
    return (byCase[number] ?? []).sorted().compactMap(event).first { $0.event.caseNumber == number }
  }
}

/// Why something cannot be said in a ledger.
package enum LedgerFault: Error, Sendable, Equatable {
  case noSuchEvent(EventID)
  case withdrawn(EventID, line: Int)
  case addedBefore(EventID)
  /// The same case number, and yet something else.
  case contradiction(EventID, line: Int, [EventFact.Field])
  /// The corrected case number is that of another event.
  case caseIsTaken(EventID, line: Int)
  case respondedBefore(EventID, Day, eventOf: Day)
  case nothingChanges(EventID)
  case noEvent(MaterialEvent.Fault)
  /// A stored ledger that is not what was written.
  case lineOutOfPlace(Int)
}

/// Two accounts of what has to be one case. What one of them does not tell contradicts nothing, and neither do words.
private struct CaseComparison {
  let differences: [EventFact.Field]

  init(_ first: MaterialEvent, _ second: MaterialEvent) {
    func differ<Value: Equatable>(_ path: KeyPath<MaterialEvent, Value?>) -> Bool {
      guard let one = first[keyPath: path], let other = second[keyPath: path] else { return false }
      return one != other
    }
    let all: [(EventFact.Field, Bool)] = [
      (.company, first.company != second.company), (.acted, differ(\.days.act)),
      (.penalized, differ(\.days.penalty)), (.published, differ(\.days.publication)),
      (.kind, first.kind != second.kind), (.item, differ(\.item)),
      (.law, first.law.flatMap { law in second.law.map { !law.shares(with: $0) } } ?? false),
      (.fine, differ(\.fine)), (.deduction, first.deduction != second.deduction),
    ]
    differences = all.filter(\.1).map(\.0)
  }
}
