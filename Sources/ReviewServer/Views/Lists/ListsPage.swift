import Pipeline
import ReportModel
import RuleBook
import Scoring

/// The black list and the watch list of a month: who, why, since when, what would take it off, and what changed.
struct ListsPage {
  private let visit: Visit
  private let state: ViewState
  private let month: Month
  private let report: ListsReport

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    self.visit = visit
    state = try reader.state()
    month = MonthChoice(visit, state).month
    report = try reader.lists(of: month, state)
  }

  private var basis: MarketBasis { report.history.basis }
  private var wording: MarketWording { MarketWording(basis: basis, language: visit.language) }
  private var words: ListsWording { ListsWording(wording) }

  var page: Page {
    Page(visit.say("Lists", "名單"), in: .lists) {
      HTML(.h1) { visit.say("Watch list and black list", "觀察名單與黑名單") }
      visit.notice
      MonthChoice(visit, state).lead(basis, rated: report.rated, unrated: report.history.unrated)
      visit.choosing(SiteSection.lists.link) { MonthChoice(visit, state).field }
      changes
      section(Phrase("Black list", "黑名單"), "black", report.black, \.certainty, entry)
      section(Phrase("Watch list", "觀察名單"), "watch", report.watch, \.certainty, entry)
      lines
      notes
    }
  }

  // MARK: Entries

  /// So many of a list, what is certain first; all of it where it is asked for.
  private static let mostAtFirst = 40

  @HTMLBuilder private func section<Entry>(
    _ name: Phrase, _ id: String, _ entries: [Entry], _ certainty: (Entry) -> Certainty, _ html: (Entry) -> HTML
  ) -> HTML {
    let chosen = visit.asked("list")
    if chosen.isEmpty || chosen == id {
      let certain = entries.filter { certainty($0) == .certain }
      let provisional = entries.filter { certainty($0) != .certain }
      HTML(.section) {
        HTML(.h2) {
          visit.say(name) + " "
          HTML(.span, .class("other")) { counts(certain.count, provisional.count) }
        }
        if entries.isEmpty {
          HTML(.p, .class("soft")) { visit.say("Nobody.", "無。") }
        } else if chosen == id {
          let paging = Paging(visit, count: entries.count)
          HTML(.div, .class("sheet")) { paging.part(certain + provisional).map(html) }
          paging.html(visit)
        } else {
          HTML(.div, .class("sheet")) { (certain + provisional).prefix(Self.mostAtFirst).map(html) }
          if entries.count > Self.mostAtFirst { whole(entries.count, id) }
        }
      }
    }
  }

  private func counts(_ certain: Int, _ provisional: Int) -> String {
    visit.say("\(certain) for sure", "確定 \(certain) 家")
      + (provisional > 0 ? visit.say(", \(provisional) provisional", "，暫列 \(provisional) 家") : "")
  }

  private func whole(_ count: Int, _ id: String) -> HTML {
    HTML(.p) {
      HTML(.a, .href(visit.here.with("list", id)), .data("row")) { visit.say("all \(count)", "全部 \(count) 家") }
    }
  }

  private func entry(_ entry: BlackEntry) -> HTML {
    html(entry.company, entry.industry, entry.since, entry.certainty) {
      for reason in entry.reasons.all {
        switch reason {
        case .total(let shortfall): shortfallLine(shortfall)
        case .months(let count, _): HTML(.li) { words.sentence(of: count) }
        }
      }
    }
  }

  private func entry(_ entry: WatchEntry) -> HTML {
    html(entry.company, entry.industry, entry.since, entry.certainty) {
      entry.shortfalls.all.map(shortfallLine)
      HTML(.li, .class("soft")) { words.progress(of: entry.count) }
    }
  }

  private func shortfallLine(_ shortfall: Shortfall) -> HTML {
    HTML(.li, .class("shortfall")) {
      HTML(.span) { words.sentence(of: shortfall) }
      RateBar(rates: shortfall.rates, line: shortfall.line).html
    }
  }

  private func html(
    _ company: CompanyID, _ industry: String, _ since: Since, _ certainty: Certainty, @HTMLBuilder _ reasons: () -> HTML
  ) -> HTML {
    let certain = since.certain.flatMap { $0 == since.month ? nil : $0 }
    return HTML(.article, .class("entry")) {
      HTML(.h3) {
        visit.link(to: company, wording.name(company))
        " "
        HTML(.span, .class("other")) {
          wording.industry(industry) + " · " + visit.say("since \(since.month.text)", "自 \(since.month.text) 起")
            + (certain.map { visit.say(", for sure since \($0.text)", "，自 \($0.text) 起確定") } ?? "")
        }
        if certainty == .provisional {
          " "
          HTML(.span, .class("chip", "doubt")) { visit.say("provisional", "暫列") }
        }
      }
      HTML(.ul, .class("reasons")) { reasons() }
    }
  }

  // MARK: Changes, lines

  @HTMLBuilder private var changes: HTML {
    if report.months.count > 1 {
      let before = report.months[report.months.count - 2].month.text
      HTML(.section, .class("card")) {
        HTML(.h2) { visit.say("Changed since \(before)", "與 \(before) 相比") }
        if report.changes.isEmpty {
          HTML(.p, .class("soft")) { visit.say("Nothing.", "無變動。") }
        } else {
          HTML(.table) {
            HTML(.tbody) {
              for change in report.changes {
                HTML(.tr) {
                  HTML(.td, .class("name")) { visit.link(to: change.company, wording.name(change.company)) }
                  HTML(.td) { wording.text(change.before) + " → " }
                  HTML(.td, .class("wide", "strong")) { wording.text(change.after) }
                }
              }
            }
          }
        }
      }
    }
  }

  private var lines: HTML {
    let measures = [Measure.total] + report.history.rules.watched.map(Measure.dimension)
    let industries = Dictionary(grouping: report.lines, by: \.industry).sorted { $0.key < $1.key }
    return HTML(.section) {
      HTML(.h2) { visit.say("Lines", "門檻") }
      HTML.sheet {
        visit.heads(
          [(Phrase("Industry", "產業"), .text)]
            + measures.map { measure in
              let name = wording.names(of: measure)
              return (Phrase(name.english + " %", name.chinese + " %"), .number)
            })
        HTML(.tbody) {
          for (industry, lines) in industries {
            HTML(.tr) {
              HTML.cell(wording.industry(industry))
              for line in lines {
                HTML(.td, .class("number")) {
                  line.line.map(MarketWording.text) ?? "–"
                  HTML(.span, .class("other")) { " (\(line.companies))" }
                }
              }
            }
          }
        }
      }
    }
  }

  private var notes: HTML {
    let rules = report.history.rules
    let notes = visit.say(rules.notes)
    return HTML(.p, .class("soft", "small")) {
      visit.say(
        "In brackets: companies with a rate; an industry with fewer than \(rules.fewestCompanies) has no line. Provisional: a rate or the line is a range because of what could not be read; it blacklists nobody. ",
        "括號內為有得分率的公司數；少於 \(rules.fewestCompanies) 家的產業沒有門檻。暫列：得分率或門檻因無法讀取的內容而為範圍，不因此列入黑名單。")
      notes
    }
  }
}
