import ReportModel
import RuleBook
import Scoring

/// Events as one line of JSON; the contract stands in README.md.
package func json(of events: [RecordedEvent], in report: EventReport, month: Month?) -> ByteBuffer {
  var json = JSONWriter(capacity: 1 << 16)
  json.object { json in
    json.head(report)
    if let month { json.text("month", month.text) }
    json.key("events")
    json.list { json in
      for event in events {
        json.object { json in
          json.event(event, report)
          if let counted = month.flatMap({ report.counted(event, in: $0) }) {
            json.key("counts")
            json.object { $0.counted(counted) }
          }
        }
      }
    }
  }
  json.endLine()
  return json.buffer
}

/// One event with its whole history, and what it does in each month.
package func json(of event: RecordedEvent, in report: EventReport) -> ByteBuffer {
  var json = JSONWriter(capacity: 1 << 14)
  json.object { json in
    json.head(report)
    json.event(event, report)
    json.key("history")
    json.list { json in
      for line in event.history { json.line(line) }
    }
    json.key("byMonth")
    json.list { json in
      for (month, counted) in report.months(of: event) {
        json.object { json in
          json.text("month", month.text)
          json.counted(counted)
        }
      }
    }
  }
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  fileprivate mutating func head(_ report: EventReport) {
    key("official")
    value(false)
    names("notice", ScoreReport.notice)
    text("pack", report.pack.id)
    names("interpretation", report.rules.notes)
    if let day = report.asOf { text("asOf", day.text) }
    number("lines", report.ledger.lines.count)
  }

  fileprivate mutating func event(_ recorded: RecordedEvent, _ report: EventReport) {
    text("event", recorded.id.text)
    facts(of: recorded.event)
    text("name", report.name(of: recorded.event.company))
    key("withdrawn")
    value(recorded.isWithdrawn)
    if let response = report.response(to: recorded) { self.response(response) }
    if let months = report.rules.months(of: recorded.event) { self.months(months) }
  }

  /// Each field, empty where nothing is known.
  mutating func facts(of event: MaterialEvent) {
    text("company", event.company.text)
    text("case", event.caseNumber?.text ?? "")
    text("acted", event.days.act?.text ?? "")
    text("penalized", event.days.penalty?.text ?? "")
    text("published", event.days.publication?.text ?? "")
    text("kind", event.kind)
    text("item", event.item ?? "")
    text("law", event.law?.text.text ?? "")
    texts("articles", event.law?.articles.sorted() ?? [])
    text("fine", event.fine.map { String($0.dollars) } ?? "")
    text("deduction", event.deduction.points.figure.plain)
    text("source", event.source.text)
    text("text", event.text?.text ?? "")
  }

  mutating func response(_ response: EventResponse) {
    key("response")
    object { json in
      json.text("level", response.level)
      json.text("day", response.day.text)
      json.text("evidence", response.evidence.text)
    }
  }

  mutating func months(_ months: ClosedRange<Month>) {
    key("months")
    object { json in
      json.text("first", months.lowerBound.text)
      json.text("last", months.upperBound.text)
    }
  }

  /// By which level it counts, for which factor, and what it takes.
  mutating func counted(_ counted: CountedEvent) {
    if let level = counted.level {
      text("level", level.id)
      text("factor", level.factor.plain)
    }
    if let repeats = counted.repeats { text("repeats", repeats.text) }
    switch counted.effect {
    case .takes(let points, let dimension):
      text("dimension", dimension)
      text("points", points.figure.plain)
    case .unknownToThePack:
      key("unknownToThePack")
      value(true)
    }
  }

  fileprivate mutating func line(_ line: LedgerLine) {
    object { json in
      json.number("line", line.number)
      json.text("time", line.time.text)
      json.text("who", line.who.text)
      json.text("what", line.entry.what.rawValue)
      switch line.entry {
      case .add(let event): json.facts(of: event)
      case .respond(let response): json.response(response)
      case .correct(let facts, let reason):
        json.key("facts")
        json.list { json in
          for fact in facts.all {
            json.object { json in
              json.text("field", fact.field.rawValue)
              json.text("value", fact.value)
            }
          }
        }
        json.text("reason", reason.text)
      case .withdraw(let reason): json.text("reason", reason.text)
      }
    }
  }
}
