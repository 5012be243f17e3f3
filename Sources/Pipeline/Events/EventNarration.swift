import ReportModel
import RuleBook
import Scoring

/// What is said of events, in words that every view of them shares.
package struct EventNarration {
  private let report: EventReport
  private let language: Language

  package init(_ report: EventReport, in language: Language) {
    self.report = report
    self.language = language
  }

  /// What it takes in a month, and how that is reckoned.
  package func effect(_ counted: CountedEvent) -> String {
    switch counted.effect {
    case .unknownToThePack: return Phrase("unknown to the pack", "規則包沒有此類型")(language)
    case .takes(let points, _):
      let (whole, factor) = (counted.event.deduction.points.figure.plain, counted.level?.factor.plain ?? "1")
      let reckoned = "\(points.figure.plain) = \(whole) × \(factor) (\(level(counted.level?.id)))"
      return counted.repeats.map { reckoned + Phrase(", repeats \($0.text)", "，再犯 \($0.text)")(language) } ?? reckoned
    }
  }

  package func kind(_ id: String) -> String { report.rules.kind(id)?.names(language) ?? id }

  package func level(_ id: String?) -> String { id.flatMap { report.rules.response($0)?.names(language) } ?? id ?? "-" }

  /// What was done by now.
  package func response(to recorded: RecordedEvent) -> String {
    level(report.response(to: recorded)?.level ?? report.rules.responses.first?.id)
  }

  /// 1,234,567.
  package static func amount(_ fine: Fine) -> String {
    let digits = Array(String(fine.dollars))
    return String(
      digits.enumerated().flatMap { place, digit in
        place > 0 && (digits.count - place) % 3 == 0 ? [",", digit] : [digit]
      })
  }

  package func value(of fact: EventFact) -> String {
    switch fact {
    case .fine(let fine?): Self.amount(fine)
    case .kind(let id): kind(id)
    case .company(let company): report.label(of: company)
    default: fact.value.isEmpty ? "-" : fact.value
    }
  }

  package func line(of fact: EventFact) -> String {
    fact.field.names(language) + Phrase(": ", "：")(language) + value(of: fact)
  }

  /// What a line of the ledger says, and the facts or grounds below it.
  package func entry(of line: LedgerLine) -> (what: String, details: [String]) {
    switch line.entry {
    case .add: return (Phrase("added", "新增")(language), [])
    case .respond(let response):
      let words = "\(level(response.level)) (\(response.day.text))"
      return (Phrase("response: \(words)", "因應：\(words)")(language), [response.evidence.text])
    case .correct(let facts, let reason):
      return (
        Phrase("corrected: \(reason.text)", "更正：\(reason.text)")(language), facts.all.map { self.line(of: $0) }
      )
    case .withdraw(let reason): return (Phrase("withdrawn: \(reason.text)", "撤銷：\(reason.text)")(language), [])
    }
  }
}
