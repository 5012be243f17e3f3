import Archive
import ReportModel
import Scoring

/// A ledger's line as the archive keeps it: a fact on each line of its body, as `company: 2330`.
enum LedgerCoding {
  static func row(_ line: LedgerLine) -> LedgerRow {
    LedgerRow(
      line: line.number, time: line.time.text, who: line.who.text, event: line.event.text,
      what: line.entry.what.rawValue,
      body: facts(of: line.entry).map { "\($0.key): \($0.value)" }.joined(separator: "\n"))
  }

  /// Nil for what was never written so.
  static func line(_ row: LedgerRow) -> LedgerLine? {
    guard let time = Moment(row.time), let who = OneLine(row.who), let event = EventID(row.event),
      let what = LedgerEntry.What(rawValue: row.what), let entry = entry(what, row.body)
    else { return nil }
    return LedgerLine(number: row.line, time: time, who: who, event: event, entry: entry)
  }

  private static func facts(of entry: LedgerEntry) -> [(key: String, value: String)] {
    switch entry {
    case .add(let event): event.facts.map { ($0.field.rawValue, $0.value) }
    case .respond(let response):
      [("level", response.level), ("day", response.day.text), ("evidence", response.evidence.text)]
    case .correct(let facts, let reason):
      facts.all.map { ($0.field.rawValue, $0.value) } + [("reason", reason.text)]
    case .withdraw(let reason): [("reason", reason.text)]
    }
  }

  private static func entry(_ what: LedgerEntry.What, _ body: String) -> LedgerEntry? {
    var facts: [EventFact] = []
    var others: [String: String] = [:]
    for line in body.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let (key, value) = (String(line[..<colon]), String(line[colon...].dropFirst(2)))
      if let field = EventFact.Field(rawValue: key) {
        guard let fact = EventFact(field, written: value) else { return nil }
        facts.append(fact)
      } else {
        others[key] = value
      }
    }
    switch what {
    case .add: return (try? MaterialEvent(facts)).map(LedgerEntry.add)
    case .respond:
      guard let level = others["level"], let day = others["day"].flatMap({ Day($0) }),
        let evidence = others["evidence"].flatMap(OneLine.init)
      else { return nil }
      return .respond(EventResponse(level: level, day: day, evidence: evidence))
    case .correct:
      guard let facts = Several(facts), let reason = others["reason"].flatMap(OneLine.init) else { return nil }
      return .correct(facts, reason: reason)
    case .withdraw: return others["reason"].flatMap(OneLine.init).map { .withdraw(reason: $0) }
    }
  }
}

extension LedgerEntry {
  /// As records and outputs for programs name it.
  enum What: String, CaseIterable { case add, respond, correct, withdraw }

  var what: What {
    switch self {
    case .add: .add
    case .respond: .respond
    case .correct: .correct
    case .withdraw: .withdraw
    }
  }
}

extension EventFact {
  /// From what `value` wrote.
  init?(_ field: Field, written text: String) {
    func fact<Value>(_ value: Value?, _ make: (Value?) -> EventFact) -> EventFact? {
      text.isEmpty ? make(nil) : value.map(make)
    }
    let fact: EventFact? =
      switch field {
      case .company: text.isEmpty ? nil : .company(CompanyID(text))
      case .caseNumber: fact(CaseNumber(text), EventFact.caseNumber)
      case .acted: fact(Day(text), EventFact.acted)
      case .penalized: fact(Day(text), EventFact.penalized)
      case .published: fact(Day(text), EventFact.published)
      case .kind: text.isEmpty ? nil : .kind(text)
      case .item: fact(text, EventFact.item)
      case .law: fact(LawArticle(text), EventFact.law)
      case .fine: fact(Int(text).flatMap(Fine.init(dollars:)), EventFact.fine)
      case .deduction: Figure(plain: text).flatMap(Deduction.init).map(EventFact.deduction)
      case .source: OneLine(text).map(EventFact.source)
      case .text: fact(OneLine(text), EventFact.text)
      }
    guard let fact else { return nil }
    self = fact
  }
}
