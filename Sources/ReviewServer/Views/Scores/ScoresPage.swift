import Pipeline
import ReportModel
import RuleBook
import Scoring

/// The companies in their order, by the scores of a month.
struct ScoresPage {
  private let visit: Visit
  private let state: ViewState
  private let months: [Month]
  private let scores: MarketScores
  private let measure: Measure
  private let report: RankReport
  private let rows: [Ranking.Row]
  private let lines: [String: IndustryLine]

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    self.visit = visit
    state = try reader.state()
    months = state.months
    scores = try reader.scores(in: MonthChoice(visit, state).month, state)
    measure = visit.measure(state.pack)
    let industry = state.pack.industries.first { $0.id == visit.asked("industry") }?.id
    report = RankReport(scores, by: measure, industry: industry)
    let words = visit.asked("q").comparable
    let names = scores.basis.names
    rows = report.rows.filter { row in
      words.isEmpty || row.score.company.text.comparable.contains(words)
        || (names[row.score.company] ?? "").comparable.contains(words)
    }
    lines = IndustryLines(scores.market.scores, by: measure, state.rating.lists).byIndustry
  }

  var page: Page {
    Page(visit.say("Scores", "評分"), in: .scores, isWide: true, keys: Paging.keys) {
      HTML(.h1) { visit.say("Scores and ranking", "評分與排名") }
      visit.notice
      visit.scoreTabs(.ranking)
      MonthChoice(visit, state).lead(scores)
      choices
      table
      unranked
      notes
    }
  }

  private var choices: HTML {
    visit.choosing(SiteSection.scores.link) {
      MonthChoice(visit, state).field
      visit.measureChoice(state.pack)
      visit.choice(
        "industry", Phrase("Industry", "產業"),
        [(value: "", words: visit.say("all", "全部"))]
          + state.pack.industries.map { (value: $0.id, words: visit.say($0.names)) },
        chosen: report.industry ?? "")
      visit.search("q", Phrase("number or name", "代號或名稱"))
    }
  }

  @HTMLBuilder private var table: HTML {
    let paging = Paging(visit, count: rows.count)
    if rows.isEmpty {
      HTML(.p, .class("empty")) { visit.say("No company.", "沒有公司。") }
    } else {
      HTML.sheet {
        head
        HTML(.tbody) { for row in paging.part(rows) { line(row) } }
      }
      paging.html(visit)
    }
  }

  private var dimensions: [Pack.Dimension] { state.pack.dimensions }

  private var head: HTML {
    visit.heads(
      [
        (Phrase("Rank", "名次"), .number),
        (report.industry == nil ? Phrase("in industry", "產業內") : Phrase("across all", "全體"), .number),
        (Phrase("Company", "公司"), .text), (Phrase("Industry", "產業"), .text),
        (measure == .total ? Phrase("Rate %", "得分率 %") : wording.names(of: measure), .number), (Phrase("", ""), .text),
      ] + dimensions.map { ($0.names, .number) } + [
        (Phrase("Percentile", "百分位"), .number), (Phrase("", ""), .text), (Phrase("Reviewed", "已覆核"), .number),
      ])
  }

  private var wording: MarketWording { MarketWording(basis: scores.basis, language: visit.language) }

  private func line(_ row: Ranking.Row) -> HTML {
    let rank = report.rank(row)
    let other = report.industry == nil ? row.inIndustry : row.overall
    return HTML(.tr) {
      HTML.figure(rank.text)
      HTML.figure(other.text)
      HTML(.td, .class("name")) { visit.link(to: row.score.company, wording.name(row.score.company)) }
      HTML.cell(wording.industry(row.score.industry))
      HTML(.td, .class("number", "strong")) { row.rates.bare }
      HTML(.td, .class("picture")) { RateBar(rates: row.rates, line: lines[row.score.industry]).html }
      for dimension in dimensions {
        HTML.figure(row.score.rates(by: .dimension(dimension.id))?.bare ?? "–")
      }
      HTML.figure(rank.percentile?.bare ?? "–")
      HTML(.td) { PlaceStrip(percentile: rank.percentile).html }
      HTML.figure(row.score.score(by: measure)?.reviewText ?? "–")
    }
  }

  @HTMLBuilder private var unranked: HTML {
    if !report.unranked.isEmpty {
      HTML(.p, .class("soft", "small")) {
        visit.say("Nothing can be gained here by: ", "無可得分數：")
        report.unranked.map { wording.label($0.company) }.joined(separator: visit.say(", ", "、"))
      }
    }
  }

  private var notes: HTML {
    HTML(.p, .class("soft", "small")) {
      visit.say(
        "Percentile: of 100 companies, how many have no higher rate. a–b: what could not be read leaves the rate open, and with it the best and the worst rank; the lowest rate decides the order. Reviewed: of the items for which anything was found, those that somebody has decided on. The red line is the watch-list line of the industry.",
        "百分位：每百家公司中得分率不高於該公司者。a–b：因有無法讀取的內容，得分率與名次（最佳至最差）為範圍，依得分率下限排序。已覆核：有據題項中已有人覆核者。紅線為該產業的觀察名單門檻。"
      )
    }
  }
}

/// The lines of all industries by one measure.
struct IndustryLines {
  let byIndustry: [String: IndustryLine]

  init(_ scores: [MonthlyScore], by measure: Measure, _ rules: ListRules) {
    byIndustry = Dictionary(grouping: scores, by: \.industry).compactMapValues { scores in
      IndustryLine(scores.compactMap { $0.rates(by: measure) }, by: rules)
    }
  }
}

extension Rank {
  /// `3`, or `3–5`.
  var text: String { best == worst ? "\(best)" : "\(best)–\(worst)" }
}

extension RateRange {
  /// `35.1–36.0`, without a unit, for columns.
  var bare: String {
    lowerBound == upperBound ? lowerBound.percentText : "\(lowerBound.percentText)–\(upperBound.percentText)"
  }
}
