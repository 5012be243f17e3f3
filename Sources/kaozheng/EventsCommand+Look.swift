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
      recorded.id.text, report.label(of: event.company).shortened(to: 28), kind(event.kind), event.item ?? "-",
      event.days.counted.text, (event.law?.text.text ?? "-").shortened(to: 30),
      event.fine.map { amount($0) } ?? "-", event.deduction.points.figure.plain, response(to: recorded),
      last(recorded, month),
    ]
  }

  private func last(_ recorded: RecordedEvent, _ month: Month?) -> String {
    if recorded.isWithdrawn { return Phrase("withdrawn", "已撤銷")(language) }
    if let month { return report.counted(recorded, in: month).map(effect) ?? "" }
    return report.rules.months(of: recorded.event).map { "\($0.lowerBound.text)–\($0.upperBound.text)" } ?? ""
  }

  private func response(to recorded: RecordedEvent) -> String {
    level(report.response(to: recorded)?.level ?? report.rules.responses.first?.id)
  }

  // MARK: One

  func story(of recorded: RecordedEvent) -> String {
    var lines = ["\(recorded.id.text)  \(report.label(of: recorded.event.company))"]
    lines += recorded.event.facts.map { "  " + line(of: $0) }
    if recorded.isWithdrawn { lines.append("  " + Phrase("withdrawn: counts in no month", "已撤銷，不計入任何月份")(language)) }
    lines += ["", Phrase("History", "歷程")(language)]
    for line in recorded.history { lines += self.lines(of: line) }
    let months = report.months(of: recorded)
    if !months.isEmpty { lines += ["", Phrase("What it takes", "各月份扣分")(language)] }
    lines += months.map { "  \($0.month.text)  \(effect($0.counted))" }
    return notice + lines.joined(separator: "\n") + "\n"
  }

  private func lines(of line: LedgerLine) -> [String] {
    let head = "  \(line.number)  \(line.time.text)  \(line.who.text)  "
    let indent = String(repeating: " ", count: 6)
    switch line.entry {
    case .add: return [head + Phrase("added", "新增")(language)]
    case .respond(let response):
      let words = "\(level(response.level)) (\(response.day.text))"
      return [head + Phrase("response: \(words)", "因應：\(words)")(language), indent + response.evidence.text]
    case .correct(let facts, let reason):
      return [head + Phrase("corrected: \(reason.text)", "更正：\(reason.text)")(language)]
        + facts.all.map { indent + self.line(of: $0) }
    case .withdraw(let reason): return [head + Phrase("withdrawn: \(reason.text)", "撤銷：\(reason.text)")(language)]
    }
  }

  private func line(of fact: EventFact) -> String {
    let value =
      switch fact {
      case .fine(let fine?): amount(fine)
      case .kind(let id): kind(id)
      case .company(let company): report.label(of: company)
      default: fact.value.isEmpty ? "-" : fact.value
      }
    return fact.field.names(language) + Phrase(": ", "：")(language) + value
  }

  // MARK: Words

  private func effect(_ counted: CountedEvent) -> String {
    switch counted.effect {
    case .unknownToThePack: return Phrase("unknown to the pack", "規則包沒有此類型")(language)
    case .takes(let points, _):
      let (whole, factor) = (counted.event.deduction.points.figure.plain, counted.level?.factor.plain ?? "1")
      let reckoned = "\(points.figure.plain) = \(whole) × \(factor) (\(level(counted.level?.id)))"
      return counted.repeats.map { reckoned + Phrase(", repeats \($0.text)", "，再犯 \($0.text)")(language) } ?? reckoned
    }
  }

  private func kind(_ id: String) -> String { report.rules.kind(id)?.names(language) ?? id }

  private func level(_ id: String?) -> String { id.flatMap { report.rules.response($0)?.names(language) } ?? id ?? "-" }

  /// 1,234,567.
  private func amount(_ fine: Fine) -> String {
    let digits = Array(String(fine.dollars))
    return String(
      digits.enumerated().flatMap { place, digit in
        place > 0 && (digits.count - place) % 3 == 0 ? [",", digit] : [digit]
      })
  }
}

extension Invocation {
  /// Nil where the option is not given.
  func month(_ option: String) throws(WrongUse) -> Month? {
    guard let text = values[option] else { return nil }
    guard let month = Month(text) else {
      throw WrongUse(
        message: Phrase(
          "\(option) takes a month, as 2025-08, not “\(text)”", "\(option) 須為月份，例如 2025-08，而非「\(text)」"),
        command: command)
    }
    return month
  }
}
