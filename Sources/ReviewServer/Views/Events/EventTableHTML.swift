import Pipeline
import ReportModel
import Scoring

/// Events, a line each.
struct EventTableHTML {
  let visit: Visit
  let report: EventReport
  /// What they take in this one is shown; else in which months they count.
  let month: Month?

  private var told: EventNarration { EventNarration(report, in: visit.language) }

  func html(_ events: [RecordedEvent]) -> HTML {
    HTML.sheet {
      visit.heads([
        (Phrase("Event", "事件"), .text), (Phrase("Company", "公司"), .text), (Phrase("Kind", "類型"), .text),
        (Phrase("Counts from", "起計日"), .text), (Phrase("Law", "法條"), .text), (Phrase("Fine", "罰鍰"), .number),
        (Phrase("Deduction", "扣分"), .number), (Phrase("Response", "因應"), .text),
        (
          month.map { Phrase("Takes in \($0.text)", "\($0.text) 扣分") } ?? Phrase("Months", "計入月份"),
          .text
        ),
      ])
      HTML(.tbody) { for event in events { line(event) } }
    }
  }

  private func line(_ recorded: RecordedEvent) -> HTML {
    let event = recorded.event
    return HTML(.tr) {
      HTML(.td) { HTML(.a, .href(Link("events", recorded.id.text)), .data("row")) { recorded.id.text } }
      HTML(.td, .class("name")) {
        HTML(.a, .href(Link("companies", event.company.text))) { report.label(of: event.company) }
      }
      HTML.cell(told.kind(event.kind))
      HTML(.td, .class("nowrap")) { event.days.counted.text }
      HTML.cell(event.law?.text.text ?? "–")
      HTML.figure(event.fine.map(EventNarration.amount) ?? "–")
      HTML.figure(event.deduction.points.figure.plain)
      HTML.cell(told.response(to: recorded))
      HTML(.td, .class("nowrap")) { last(recorded) }
    }
  }

  private func last(_ recorded: RecordedEvent) -> HTML {
    if recorded.isWithdrawn {
      return HTML(.span, .class("chip", "dashed")) { visit.say("withdrawn", "已撤銷") }
    }
    if let month { return HTML(report.counted(recorded, in: month).map(told.effect) ?? "–") }
    return HTML(report.rules.months(of: recorded.event).map { "\($0.lowerBound.text)–\($0.upperBound.text)" } ?? "")
  }
}
