import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// A company: its score down to the sub-dimensions, its place among the others, its years, documents, events, lists.
struct CompanyPage {
  let visit: Visit
  let state: ViewState
  let shown: ShownCompany
  let years: [(year: Int, outline: CardOutline)]
  let scores: MarketScores
  let lists: ListsReport
  let events: EventReport

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    self.visit = visit
    let state = try reader.state()
    let shown = try ShownCompany(visit, reader, state)
    self.state = state
    self.shown = shown
    years = try reader.years(of: shown.company, shown.scope.years, state)
    scores = try reader.scores(in: shown.month, state)
    lists = try reader.lists(of: shown.month, state)
    events = try reader.events(state)
  }

  private var card: Scorecard { shown.report.card }

  var page: Page {
    Page(shown.title, in: .scores, isWide: true) {
      HTML(.h1) { shown.title }
      visit.notice
      lead
      visit.choosing(Link("companies", shown.id.text), keeping: [(name: "month", value: visit.asked("month"))]) {
        visit.choice(
          "of", Phrase("Scored for", "計分範圍"),
          shown.scope.options.map { (value: $0.value, words: shown.scope.words($0, visit)) },
          chosen: shown.scope.chosen.value)
      }
      tiles
      HTML(.div, .class("columns")) {
        dimensions
        if years.count > 1 { overYears }
        standing
      }
      HTML(.h2) { visit.say("Sub-dimensions", "次構面") }
      subDimensions
      legend
      HTML(.h2) { visit.say("Documents", "文件") }
      CompanyDocuments(visit: visit, shown: shown, pack: state.pack).html
      ownEvents
    }
  }

  private var lead: HTML {
    HTML(.p, .class("lead")) {
      visit.industry(card.company.industry, state.pack) + " · " + activities + " · "
      HTML(.a, .href(Link("reports", query: [("q", shown.id.text)]))) { visit.say("its reports", "該公司報告書") }
    }
  }

  private var activities: String {
    switch card.company.activities {
    case .unknown: return visit.say("activities not known: everything is asked", "營運活動不明：題項全數適用")
    case .known(let known):
      let names = state.pack.activities.filter { known.contains($0.id) }.map { visit.say($0.names) }
      return names.isEmpty
        ? visit.say("none of the rubric's activities", "無規則包所列營運活動")
        : names.joined(separator: visit.say(", ", "、"))
    }
  }

  // MARK: At one look

  private var tiles: HTML {
    let row = Ranking(scores.market.scores, by: .total).rows.first { $0.score.company == shown.id }
    return HTML(.div, .class("tiles")) {
      tile(visit.say("Rate", "得分率"), card.score.rate.text.isEmpty ? "–" : card.score.rate.text + " %") {
        RateBar(rates: card.score.rates).html
      }
      if let adjusted = shown.report.adjusted, !adjusted.adjustment.events.isEmpty {
        let month = adjusted.adjustment.month.text
        tile(visit.say("with the events of \(month)", "計入 \(month) 事件後"), adjusted.total.rate.text + " %") {
          RateBar(rates: adjusted.total.rates).html
        }
      }
      tile(visit.say("Points", "得分／可得"), card.score.pointsText)
      reviewed
      if let row {
        tile(
          visit.say("Rank of \(row.overall.of), \(shown.month.text)", "名次（\(row.overall.of) 家，\(shown.month.text)）"),
          row.overall.text
        ) {
          PlaceStrip(percentile: row.overall.percentile).html
        }
        tile(
          visit.say("in its industry, of \(row.inIndustry.of)", "產業內名次（\(row.inIndustry.of) 家）"), row.inIndustry.text
        ) {
          PlaceStrip(percentile: row.inIndustry.percentile).html
        }
        if let percentile = row.overall.percentile { tile(visit.say("Percentile", "百分位"), percentile.bare) }
      }
    }
  }

  private var reviewed: HTML {
    let counts = card.score.counts
    let differ =
      counts.disputed > 0 ? visit.say(", \(counts.disputed) disputed", "，\(counts.disputed) 題意見不一") : ""
    return tile(visit.say("Reviewed of items found", "已覆核／有據題項") + differ, "\(counts.reviewed)/\(counts.found)") {
      PartsBar(parts: [
        PartsBar.Part(name: "in", count: counts.reviewed - counts.disputed),
        PartsBar.Part(name: "partial", count: counts.disputed),
        PartsBar.Part(name: "ground", count: counts.found - counts.reviewed),
      ]).html
    }
  }

  private func tile(_ name: String, _ figure: String, @HTMLBuilder _ picture: () -> HTML = { HTML() }) -> HTML {
    HTML(.div, .class("tile")) {
      HTML(.strong) { figure }
      HTML(.span) { name }
      picture()
    }
  }

  private var dimensions: HTML {
    HTML(.section, .class("card")) {
      HTML(.h2) { visit.say("Dimensions", "構面") }
      HTML(.table) {
        HTML(.tbody) {
          for dimension in card.dimensions {
            HTML(.tr) {
              HTML(.th, .scope("row")) { visit.say(dimension.names) }
              HTML.figure(dimension.score.rates?.bare ?? "–")
              HTML(.td, .class("picture")) { RateBar(rates: dimension.score.rates, line: line(of: dimension.id)).html }
              HTML.figure(dimension.score.pointsText)
            }
          }
        }
      }
    }
  }

  private func line(of dimension: String) -> IndustryLine? {
    IndustryLines(scores.market.scores, by: .dimension(dimension), state.rating.lists)
      .byIndustry[card.company.industry]
  }

  // MARK: Years

  private var overYears: HTML {
    let names = [visit.say("Total", "總分")] + card.dimensions.map { visit.say($0.names) }
    let series = names.enumerated().map { place, name in
      YearChart.Series(
        name: name,
        rates: years.map { _, outline in
          place == 0 ? outline.score.rates : outline.dimensions[place - 1].score.rates
        })
    }
    return HTML(.section, .class("card")) {
      HTML(.h2) { visit.say("Over the years", "歷年") }
      YearChart(years: years.map(\.year), series: series).html
      HTML(.p, .class("small", "chips")) {
        for (place, name) in names.enumerated() {
          HTML(.span) {
            HTML(.span, .class("key", YearChart.styles[place % YearChart.styles.count]))
            name
          }
        }
      }
      HTML(.p, .class("soft", "small")) {
        visit.say("All documents about a year, by the rules of today.", "計入各年度全部文件，各年採同一版規則。")
      }
    }
  }

  // MARK: Lists

  private var standing: HTML {
    let months = lists.only(shown.id).companyMonths
    let wording = MarketWording(basis: scores.basis, language: visit.language)
    return HTML(.section, .class("card")) {
      HTML(.h2) {
        HTML(.a, .href(Link("lists", query: [("month", shown.month.text)]))) { visit.say("Lists", "名單") }
      }
      HTML(.table) {
        visit.heads([
          (Phrase("Month", "月份"), .text), (Phrase("Total %", "總分 %"), .number), (Phrase("Lists", "名單"), .text),
        ])
        HTML(.tbody) {
          for month in months.reversed().prefix(Self.mostMonths) {
            HTML(.tr) {
              HTML.cell(month.month.text)
              HTML.figure(month.score?.rates(by: .total)?.bare ?? "–")
              HTML.cell(wording.text(month.standing))
            }
          }
        }
      }
    }
  }

  private static let mostMonths = 8

  // MARK: Sub-dimensions

  private var subDimensions: HTML {
    HTML.sheet {
      visit.heads([
        (Phrase("Sub-dimension", "次構面"), .text), (Phrase("Rate %", "得分率 %"), .number), (Phrase("", ""), .text),
        (Phrase("Points", "得分／可得"), .number), (Phrase("Reviewed", "已覆核"), .number), (Phrase("Items", "題項"), .text),
      ])
      for dimension in card.dimensions {
        HTML(.tbody) {
          line(visit.say(dimension.names), dimension.score, to: nil)
          for place in dimension.subDimensions {
            line(visit.say(place.names), place.score, to: place.id, place.items)
          }
        }
      }
    }
  }

  private func line(_ name: String, _ score: Score, to place: String?, _ items: [ScoredItem] = []) -> HTML {
    HTML(.tr, .class(place == nil ? "group" : "below")) {
      HTML(.td, .class("name")) {
        if let place { HTML(.a, .href(shown.link(place)), .data("row")) { name } } else { name }
      }
      HTML.figure(score.rates?.bare ?? "–")
      HTML(.td, .class("picture")) { RateBar(rates: score.rates).html }
      HTML.figure(score.pointsText)
      HTML.figure(score.reviewText)
      HTML(.td, .class("wide")) {
        if !items.isEmpty { ItemSquares(items: items, language: visit.language).html }
      }
    }
  }

  private var legend: HTML {
    let counts = card.score.counts
    let parts: [(StaticString, Phrase, Int)] = [
      ("gained", Phrase("gained", "得分"), counts.gained), ("missed", Phrase("missed", "未得分"), counts.missed),
      ("deducted", Phrase("deducted", "扣分"), counts.deducted),
      ("clear", Phrase("negative, nothing told", "負向，無相關陳述"), counts.clear),
      ("unknown", Phrase("unknown", "不明"), counts.unknown),
      ("not-applicable", Phrase("does not apply", "不適用"), counts.notApplicable),
    ]
    return HTML(.p, .class("soft", "small", "chips")) {
      for (style, name, count) in parts {
        HTML(.span, .class("nowrap", "legend")) {
          HTML(.svg, .class("items"), .viewBox(width: 10, height: 10), .isHiddenFromReaders) {
            HTML(
              .rect, .class(style), .length(.x, 0.5), .length(.y, 0.5), .length(.width, 9), .length(.height, 9),
              .length(.rx, 1.5))
          }
          visit.say(name) + " \(count)"
        }
      }
    }
  }

  // MARK: Events

  @HTMLBuilder private var ownEvents: HTML {
    let own = events.ledger.events.filter { $0.event.company == shown.id }
    if !own.isEmpty {
      HTML(.h2) { visit.say("Material events", "重大性事件") }
      EventTableHTML(visit: visit, report: events, month: nil).html(own)
    }
  }
}

extension Score {
  /// `3/12`: of how many items that anything was found for somebody has decided on something.
  var reviewText: String { counts.found == 0 ? "–" : "\(counts.reviewed)/\(counts.found)" }
}
