import Pipeline
import ReportModel
import RuleBook
import Scoring

/// A sub-dimension of a company: every item, what it is worth, and where in which document that stands.
struct SubDimensionPage {
  private let visit: Visit
  private let state: ViewState
  private let shown: ShownCompany
  private let place: Scorecard.SubDimension
  private let before: Scorecard.SubDimension?
  private let next: Scorecard.SubDimension?

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    self.visit = visit
    state = try reader.state()
    shown = try ShownCompany(visit, reader, state)
    let places = shown.report.card.dimensions.flatMap(\.subDimensions)
    let id = visit.place("place")
    guard let index = places.firstIndex(where: { $0.id == id }) else {
      throw .notFound(Phrase("The rubric has no sub-dimension “\(id)”.", "評分標準沒有次構面「\(id)」。"))
    }
    place = places[index]
    before = index > 0 ? places[index - 1] : nil
    next = index + 1 < places.count ? places[index + 1] : nil
  }

  var page: Page {
    Page(
      "\(visit.say(place.names)) · \(shown.title)", in: .scores,
      keys: [
        KeyHint("n", Phrase("next sub-dimension", "下一個次構面")), KeyHint("p", Phrase("sub-dimension before", "上一個次構面")),
        KeyHint("u", Phrase("up to the company", "回到公司")),
      ]
    ) {
      HTML(.p, .class("crumbs")) {
        HTML(.a, .href(shown.link()), .data("key", "u")) { shown.title }
        " · " + shown.scope.words(shown.scope.chosen, visit)
      }
      HTML(.h1) { visit.say(place.names) }
      visit.notice
      HTML(.div, .class("tiles")) {
        HTML(.div, .class("tile")) {
          HTML(.strong) { place.score.rates.map { $0.text } ?? "–" }
          HTML(.span) { visit.say("Rate", "得分率") }
          RateBar(rates: place.score.rates).html
        }
        HTML(.div, .class("tile")) {
          HTML(.strong) { place.score.pointsText }
          HTML(.span) { visit.say("Points", "得分／可得") }
        }
      }
      for item in place.items { ScoredItemHTML(visit: visit, shown: shown, pack: state.pack, scored: item).html }
      HTML(.nav, .class("pages")) {
        if let before { neighbour(before, "p", "‹ ", "") }
        if let next { neighbour(next, "n", "", " ›") }
      }
    }
  }

  private func neighbour(_ place: Scorecard.SubDimension, _ key: String, _ left: String, _ right: String) -> HTML {
    HTML(.a, .class("button"), .href(shown.link(place.id)), .data("key", key)) {
      left + visit.say(place.names) + right
    }
  }
}
