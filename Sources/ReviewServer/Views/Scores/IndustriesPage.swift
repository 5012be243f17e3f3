import Pipeline
import ReportModel
import RuleBook
import Scoring

/// How the rates of each industry's companies are spread, and where its line is.
struct IndustriesPage {
  private let visit: Visit
  private let state: ViewState
  private let scores: MarketScores
  private let measure: Measure
  private let industries: [(industry: Pack.Named, distribution: Distribution)]

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    self.visit = visit
    state = try reader.state()
    scores = try reader.scores(in: MonthChoice(visit, state).month, state)
    let measure = visit.measure(state.pack)
    self.measure = measure
    let groups = Dictionary(grouping: scores.market.scores, by: \.industry)
    let rules = state.rating.lists
    industries = state.pack.industries.compactMap { industry in
      guard let companies = groups[industry.id] else { return nil }
      let rates = companies.compactMap { $0.rates(by: measure) }
      return (industry, Distribution(rates, line: IndustryLine(rates, by: rules)))
    }
  }

  var page: Page {
    Page(visit.say("Industries", "產業分布"), in: .scores) {
      HTML(.h1) { visit.say("Industries", "產業分布") }
      visit.notice
      visit.scoreTabs(.industries)
      MonthChoice(visit, state).lead(scores)
      visit.choosing(Link("scores", "industries")) {
        MonthChoice(visit, state).field
        visit.measureChoice(state.pack)
      }
      if industries.isEmpty {
        HTML(.p, .class("empty")) { visit.say("Nobody is rated.", "沒有受評公司。") }
      }
      for (industry, distribution) in industries { section(industry, distribution) }
      HTML(.p, .class("soft", "small")) {
        visit.say(
          "Each column counts companies by the lowest rate that they may have. The box below holds the middle half with the median; the red line is the watch-list line.",
          "柱高為公司數，依得分率下限歸組。下方方框為中間半數與中位數，紅線為觀察名單門檻。")
      }
    }
  }

  private func section(_ industry: Pack.Named, _ distribution: Distribution) -> HTML {
    HTML(.section, .class("card", "industry"), .id(industry.id)) {
      HTML(.header) {
        HTML(.h2) {
          HTML(
            .a,
            .href(
              Link(
                "scores",
                query: [("month", visit.asked("month")), ("by", visit.asked("by")), ("industry", industry.id)])),
            .data("row")
          ) { visit.say(industry.names) }
        }
        HTML(.p, .class("soft", "small")) { figures(distribution) }
      }
      DistributionChart(distribution: distribution, scale: scale).html
    }
  }

  private func figures(_ distribution: Distribution) -> String {
    let count = distribution.rates.count
    let parts: [(Phrase, Double?)] = [
      (Phrase("lowest", "最低"), distribution.lowest), (Phrase("median", "中位數"), distribution.median),
      (Phrase("highest", "最高"), distribution.highest),
    ]
    let line = distribution.line.map { visit.say("line", "門檻") + " " + MarketWording.text($0) }
    return
      ([visit.say("\(count) companies", "\(count) 家公司")]
      + parts.compactMap { name, value in value.map { visit.say(name) + " " + Self.percent($0) } }
      + [line ?? visit.say("too few for a line", "公司數不足，無門檻")]).joined(separator: " · ")
  }

  private static func percent(_ value: Double) -> String { Attribute.plain((value * 10).rounded() / 10) + " %" }

  /// The same for all, in tens.
  private var scale: ClosedRange<Double> {
    let low = industries.compactMap(\.distribution.lowest).min() ?? 0
    let high = industries.compactMap(\.distribution.highest).max() ?? 100
    let start = max((low / 10).rounded(.down) * 10, 0)
    return start...max((high / 10).rounded(.up) * 10, start + 10)
  }
}
