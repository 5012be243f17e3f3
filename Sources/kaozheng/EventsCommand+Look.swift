import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// Looking at events.
extension EventsCommand {
  func list() throws(Trouble) -> Int32 {
    let archive = try open()
    let companies = try companies(archive)
    let report = try report(archive, companies)
    let filter = try filter(companies, report)
    let events = filter.events(of: report)
    switch format {
    case .json: return console.print(json(of: events, in: report, month: filter.month))
    case .csv: return console.print(csv(of: events, in: report, month: filter.month))
    case .text:
      return console.print(EventsText(report: report, language: console.language).list(events, month: filter.month))
    }
  }

  func show() throws(Trouble) -> Int32 {
    let id = try asking { () throws(WrongUse) in try options.id(invocation.operands[0]) }
    let archive = try open()
    let report = try report(archive, try companies(archive))
    guard let event = report.ledger.event(id) else {
      console.complain(LedgerFault.noSuchEvent(id).sentence)
      throw .said
    }
    switch format {
    case .json: return console.print(json(of: event, in: report))
    case .csv: return console.print(csv(of: [event], in: report, month: nil))
    case .text: return console.print(EventsText(report: report, language: console.language).story(of: event))
    }
  }

  private func report(_ archive: ArchiveFile, _ companies: KnownCompanies) throws(Trouble) -> EventReport {
    let day = try asking { () throws(WrongUse) in try invocation.day("--as-of") }
    let ledger = try reading { () throws(ArchiveFailure) in try archive.ledger(asOf: day) }
    let pack = try pack(archive, asOf: day)
    return EventReport(
      ledger, pack: pack, rules: pack.rating?.events ?? words.rules, asOf: day, companies: companies)
  }

  private func filter(_ companies: KnownCompanies, _ report: EventReport) throws(Trouble) -> EventFilter {
    var filter = EventFilter()
    filter.kind = try asking { () throws(WrongUse) in try options.kind() }
    filter.item = try asking { () throws(WrongUse) in try options.item() }
    filter.month = try asking { () throws(WrongUse) in try invocation.month("--month") }
    filter.isOpen = invocation.has("--open")
    if let word = invocation.values["--company"] {
      // Companies of the ledger may be known to nothing else.
      let own = report.ledger.events.map(\.event.company).first { $0 == CompanyID(word) || $0 == CompanyID(name: word) }
      if let own { filter.company = own } else { filter.company = try company(word, companies) }
    }
    return filter
  }
}

/// Events as a person reads them.
private struct EventsText {
  let report: EventReport
  let language: Language

  private var notice: String { "\(ScoreReport.notice.chinese)  \(ScoreReport.notice.english)\n" }

  // MARK: Many

  func list(_ events: [RecordedEvent], month: Month?) -> String {
    let head = [
      Phrase("event", "事件"), Phrase("company", "公司"), Phrase("kind", "類型"), Phrase("item", "題項"),
      Phrase("counts from", "起計日"), Phrase("law", "法條"), Phrase("fine", "罰鍰"), Phrase("deduction", "扣分"),
      Phrase("response", "因應"),
      month.map { Phrase("takes in \($0.text)", "\($0.text) 扣分") } ?? Phrase("months", "計入月份"),
    ]
    let rows = events.map { row($0, month) }
    return notice + TextTableFormat.lines([head.map { $0(language) }] + rows) + counted(events.count)
  }

  private func counted(_ count: Int) -> String {
    let all = report.ledger.events.count
    let day = report.asOf.map { Phrase(", as of \($0.text)", "，截至 \($0.text)") } ?? Phrase("", "")
    return (Phrase("\(count) of \(all) events", "\(all) 個事件中的 \(count) 個") + day)(language) + "\n"
  }

  private func row(_ recorded: RecordedEvent, _ month: Month?) -> [String] {
    let event = recorded.event
    return [
      recorded.id.text, report.label(of: event.company).shortened(to: 28), told.kind(event.kind), event.item ?? "-",
      event.days.counted.text, (event.law?.text.text ?? "-").shortened(to: 30),
      event.fine.map(EventNarration.amount) ?? "-", event.deduction.points.figure.plain, told.response(to: recorded),
      last(recorded, month),
    ]
  }

  private func last(_ recorded: RecordedEvent, _ month: Month?) -> String {
    if recorded.isWithdrawn { return Phrase("withdrawn", "已撤銷")(language) }
    if let month { return report.counted(recorded, in: month).map(told.effect) ?? "" }
    return report.rules.months(of: recorded.event).map { "\($0.lowerBound.text)–\($0.upperBound.text)" } ?? ""
  }

  // MARK: One

  func story(of recorded: RecordedEvent) -> String {
    var lines = ["\(recorded.id.text)  \(report.label(of: recorded.event.company))"]
    lines += recorded.event.facts.map { "  " + told.line(of: $0) }
    if recorded.isWithdrawn { lines.append("  " + Phrase("withdrawn: counts in no month", "已撤銷，不計入任何月份")(language)) }
    lines += ["", Phrase("History", "歷程")(language)]
    for line in recorded.history { lines += self.lines(of: line) }
    let months = report.months(of: recorded)
    if !months.isEmpty { lines += ["", Phrase("What it takes", "各月份扣分")(language)] }
    lines += months.map { "  \($0.month.text)  \(told.effect($0.counted))" }
    return notice + lines.joined(separator: "\n") + "\n"
  }

  private func lines(of line: LedgerLine) -> [String] {
    let (what, details) = told.entry(of: line)
    return ["  \(line.number)  \(line.time.text)  \(line.who.text)  \(what)"]
      + details.map { String(repeating: " ", count: 6) + $0 }
  }

  private var told: EventNarration { EventNarration(report, in: language) }
}
