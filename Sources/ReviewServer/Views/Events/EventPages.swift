import Pipeline
import ReportModel
import RuleBook
import Scoring

/// The ledger of material events.
struct EventsPage {
  private let visit: Visit
  private let report: EventReport
  private let month: Month?
  private let events: [RecordedEvent]

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    let report = try reader.events(try reader.state())
    self.visit = visit
    self.report = report
    let month = Month(visit.asked("month"))
    self.month = month
    var filter = EventFilter()
    filter.month = month
    filter.kind = report.rules.kinds.first { $0.id == visit.asked("kind") }?.id
    filter.isOpen = !visit.asked("open").isEmpty
    let words = visit.asked("q").comparable
    events = filter.events(of: report).filter { recorded in
      words.isEmpty || report.label(of: recorded.event.company).comparable.contains(words)
        || recorded.event.facts.contains { $0.value.comparable.contains(words) }
    }
  }

  var page: Page {
    Page(visit.say("Events", "重大事件"), in: .events, isWide: true, keys: Paging.keys) {
      let paging = Paging(visit, count: events.count)
      let all = report.ledger.events.count
      HTML(.h1) { visit.say("Material events", "重大性事件") }
      visit.notice
      HTML(.p, .class("lead")) {
        visit.say("\(events.count) of \(all) events", "\(all) 個事件中的 \(events.count) 個")
      }
      choices
      if events.isEmpty {
        HTML(.p, .class("empty")) {
          all == 0
            ? visit.say(
              "The ledger holds no event. kaozheng events import takes them out of a table.",
              "尚無事件。可用 kaozheng events import 由表格匯入。")
            : visit.say("No event.", "沒有事件。")
        }
      } else {
        EventTableHTML(visit: visit, report: report, month: month).html(Array(paging.part(events)))
        paging.html(visit)
      }
    }
  }

  private var choices: HTML {
    visit.choosing(SiteSection.events.link) {
      visit.choice(
        "kind", Phrase("Kind", "類型"),
        [(value: "", words: visit.say("all", "全部"))]
          + report.rules.kinds.map { (value: $0.id, words: visit.say($0.names)) }, chosen: visit.asked("kind"))
      visit.choice(
        "open", Phrase("Response", "因應"),
        [
          (value: "", words: visit.say("all", "全部")),
          (value: "1", words: visit.say("not yet answered in full", "尚未完整因應")),
        ], chosen: visit.asked("open"))
      HTML(.label) {
        visit.say("Counts in month", "計入月份")
        HTML(.input, .name("month"), .value(visit.asked("month")), .placeholder("2025-11"), .size(8), .maxLength(7))
      }
      visit.search("q", Phrase("company, case, law …", "公司、字號、法條…"))
    }
  }
}

/// One event with its whole history, and what it takes in each month.
struct EventPage {
  private let visit: Visit
  private let report: EventReport
  private let recorded: RecordedEvent

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    self.visit = visit
    let report = try reader.events(try reader.state())
    let named = visit.place("event")
    guard let recorded = report.ledger.events.first(where: { $0.id.text == named }) else {
      throw .notFound(Phrase("There is no event “\(named)”.", "沒有事件「\(named)」。"))
    }
    (self.report, self.recorded) = (report, recorded)
  }

  private var told: EventNarration { EventNarration(report, in: visit.language) }

  var page: Page {
    Page("\(recorded.id.text) · \(report.label(of: recorded.event.company))", in: .events) {
      HTML(.p, .class("crumbs")) {
        HTML(.a, .href(SiteSection.events.link), .data("key", "u")) { visit.say("Events", "重大事件") }
      }
      HTML(.h1) {
        "\(recorded.id.text) "
        HTML(.a, .href(Link("companies", recorded.event.company.text))) { report.label(of: recorded.event.company) }
      }
      visit.notice
      if recorded.isWithdrawn {
        HTML(.p) { HTML(.span, .class("chip", "bad")) { visit.say("withdrawn: counts in no month", "已撤銷，不計入任何月份") } }
      }
      HTML(.div, .class("columns")) {
        facts
        months
      }
      HTML(.h2) { visit.say("History", "歷程") }
      HTML(.div, .class("sheet")) { recorded.history.map(line) }
    }
  }

  private var facts: HTML {
    HTML(.section, .class("card")) {
      HTML(.h2) { visit.say("What is known", "事件內容") }
      HTML(.dl, .class("facts")) {
        for fact in recorded.event.facts {
          HTML(.dt) { visit.say(fact.field.names) }
          HTML(.dd) { value(of: fact) }
        }
      }
    }
  }

  /// Addresses of the web can be followed.
  private func value(of fact: EventFact) -> HTML {
    let value = told.value(of: fact)
    guard case .source = fact, let address = WebAddress(value) else { return HTML(value) }
    return HTML(.a, .href(address), .goesOutside) { value }
  }

  private var months: HTML {
    let months = report.months(of: recorded)
    return HTML(.section, .class("card")) {
      HTML(.h2) { visit.say("What it takes", "各月份扣分") }
      if months.isEmpty {
        HTML(.p, .class("soft")) { visit.say("Nothing in any month.", "不影響任何月份。") }
      } else {
        HTML(.table) {
          HTML(.tbody) {
            for span in spans(months) {
              HTML(.tr) {
                HTML(.td, .class("nowrap")) {
                  span.first == span.last ? span.first.text : "\(span.first.text) – \(span.last.text)"
                }
                HTML(.td, .class("wide")) { span.effect }
              }
            }
          }
        }
      }
    }
  }

  /// Months one after another in which it takes the same for the same reason.
  private func spans(_ months: [(month: Month, counted: CountedEvent)]) -> [(first: Month, last: Month, effect: String)]
  {
    months.reduce(into: []) { spans, month in
      let effect = told.effect(month.counted)
      if let index = spans.indices.last, spans[index].effect == effect {
        spans[index].last = month.month
      } else {
        spans.append((first: month.month, last: month.month, effect: effect))
      }
    }
  }

  private func line(_ line: LedgerLine) -> HTML {
    let (what, details) = told.entry(of: line)
    return HTML(.div, .class("entry")) {
      HTML(.span, .class("soft", "small")) { "\(line.number) · \(line.time.text) · \(line.who.text)" }
      HTML(.div) { what }
      for detail in details { HTML(.div, .class("small")) { detail } }
    }
  }
}
