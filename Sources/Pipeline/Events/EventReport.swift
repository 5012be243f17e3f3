import ReportModel
import RuleBook
import Scoring

/// Events of a ledger with what a reader has to know beside them.
package struct EventReport: Sendable {
  package let ledger: Ledger
  package let pack: Pack
  package let rules: EventRules
  /// By the end of which day the ledger stood so; nil where it is the one of now.
  package let asOf: Day?
  private let names: [CompanyID: String]

  package init(_ ledger: Ledger, pack: Pack, rules: EventRules, asOf: Day?, companies: KnownCompanies) {
    self.ledger = ledger
    self.pack = pack
    self.rules = rules
    self.asOf = asOf
    names = Dictionary(
      ledger.events.compactMap { event in companies.name(of: event.event.company).map { (event.event.company, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// `2330 台積電`, or what is known of it.
  package func label(of company: CompanyID) -> String { company.label(in: names) }

  package func name(of company: CompanyID) -> String { names[company] ?? "" }

  /// What it does in a month; nil where it does not count then.
  package func counted(_ event: RecordedEvent, in month: Month) -> CountedEvent? {
    EventAdjustment(of: event.event.company, in: month, ledger, rules: rules).events.first { $0.id == event.id }
  }

  /// Every month in which it counts, with what it does then.
  package func months(of event: RecordedEvent) -> [(month: Month, counted: CountedEvent)] {
    guard !event.isWithdrawn, let months = rules.months(of: event.event) else { return [] }
    return (0...months.upperBound.number - months.lowerBound.number).compactMap { later in
      guard let month = months.lowerBound.advanced(by: later) else { return nil }
      return counted(event, in: month).map { (month, $0) }
    }
  }

  /// What was done by now, as far as anybody said.
  package func response(to event: RecordedEvent) -> EventResponse? {
    event.responses.max { $0.day < $1.day }.flatMap { event.response(by: $0.day) }
  }
}

/// Which events are meant; what is not said is not asked.
package struct EventFilter: Sendable {
  package var company: CompanyID?
  package var kind: String?
  package var item: String?
  /// Those that count in it.
  package var month: Month?
  /// Only those that stand and have not been answered as well as can be.
  package var isOpen = false

  package init() {}

  package func events(of report: EventReport) -> [RecordedEvent] {
    report.ledger.events.filter { takes($0, report) }
  }

  private func takes(_ recorded: RecordedEvent, _ report: EventReport) -> Bool {
    let event = recorded.event
    if let company, event.company != company { return false }
    if let kind, event.kind != kind { return false }
    if let item, event.item != item { return false }
    if let month, report.counted(recorded, in: month) == nil { return false }
    guard isOpen else { return true }
    return !recorded.isWithdrawn && report.response(to: recorded)?.level != report.rules.responses.last?.id
  }
}
