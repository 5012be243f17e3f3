import Pipeline
import ReportModel
import RuleBook
import Scoring

/// Which month is looked at: the one that is asked for, else the last in which anybody is rated.
struct MonthChoice {
  private let visit: Visit
  private let state: ViewState

  init(_ visit: Visit, _ state: ViewState) {
    self.visit = visit
    self.state = state
  }

  var month: Month { Month(visit.asked("month")) ?? state.months.first ?? state.moment.day.month }

  var field: HTML {
    let months = state.months.contains(month) ? state.months : [month] + state.months
    return visit.choice(
      "month", Phrase("Month", "月份"), months.map { (value: $0.text, words: $0.text) }, chosen: month.text)
  }

  /// What the scores of a month rest on.
  func lead(_ scores: MarketScores) -> HTML {
    lead(scores.basis, rated: scores.market.scores.count, unrated: scores.unrated)
  }

  func lead(_ basis: MarketBasis, rated: Int, unrated: [UnratedCompany]) -> HTML {
    let wording = MarketWording(basis: basis, language: visit.language)
    return HTML(.p, .class("lead")) {
      wording.scope + " · " + wording.counts(rated, unrated)
    }
  }
}

extension Visit {
  /// By which companies are compared; by the total where nothing else is asked for.
  func measure(_ pack: Pack) -> Measure {
    let named = asked("by")
    return pack.dimensions.contains { $0.id == named } ? .dimension(named) : .total
  }

  func measureChoice(_ pack: Pack) -> HTML {
    choice(
      "by", Phrase("By", "依據"),
      [(value: "total", words: say("Total", "總分"))]
        + pack.dimensions.map { (value: $0.id, words: say($0.names)) }, chosen: measure(pack).code)
  }

  enum ScoreTab { case ranking, industries }

  func scoreTabs(_ tab: ScoreTab) -> HTML {
    func link(_ path: String...) -> Link {
      Link(path: path, query: ["month", "by"].map { (name: $0, value: asked($0)) })
    }
    return tabs([
      (name: Phrase("Ranking", "排名"), link: link("scores"), isCurrent: tab == .ranking),
      (name: Phrase("Industries", "產業分布"), link: link("scores", "industries"), isCurrent: tab == .industries),
    ])
  }
}
