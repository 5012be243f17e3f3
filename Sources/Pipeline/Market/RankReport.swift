import ReportModel
import RuleBook
import Scoring

/// A ranking with what it rests on, all of it or an industry's.
package struct RankReport: Sendable {
  package let scores: MarketScores
  package let ranking: Ranking
  /// Only companies of this one are shown.
  package let industry: String?

  package init(_ scores: MarketScores, by measure: Measure, industry: String?) {
    self.scores = scores
    self.industry = industry
    ranking = Ranking(scores.market.scores, by: measure)
  }

  package var rows: [Ranking.Row] {
    ranking.rows.filter { industry == nil || $0.score.industry == industry }
  }

  /// Rated, but not by this measure.
  package var unranked: [MonthlyScore] {
    ranking.unrated.filter { industry == nil || $0.industry == industry }
  }

  /// The rank among those that are shown.
  package func rank(_ row: Ranking.Row) -> Rank { industry == nil ? row.overall : row.inIndustry }
}

/// A ranking for a person.
package func text(of report: RankReport, in language: Language) -> ByteBuffer {
  ByteBuffer(lines: RankText(report: report, language: language).lines)
}

private struct RankText {
  let report: RankReport
  let language: Language

  private var wording: MarketWording { MarketWording(basis: report.scores.basis, language: language) }
  private var dimensions: [Pack.Dimension] { report.scores.basis.pack.dimensions }

  var lines: [String] {
    wording.heading(rated: report.scores.market.scores.count, unrated: report.scores.unrated) + [by, ""]
      + MarketTable.lines([head] + report.rows.map(cells), sides) + unranked + [""] + notes
  }

  private var by: String {
    let measure = wording.name(of: report.ranking.measure)
    let industry = report.industry.map { " · " + wording.industry($0) } ?? ""
    return Phrase("by: \(measure)", "排序依據：\(measure)")(language) + industry
  }

  private var sides: [MarketTable.Side] {
    [.right, .right, .left, .left, .right] + dimensions.map { _ in .right } + [.right, .left]
  }

  private var head: [String] {
    let others =
      report.industry == nil ? Phrase("in industry", "產業排名") : Phrase("across all", "全體排名")
    return [
      Phrase("rank", "名次"), others, Phrase("company", "公司"), Phrase("industry", "產業"), Phrase("rate %", "得分率%"),
    ].map { $0(language) } + dimensions.map { $0.names(language) }
      + [Phrase("percentile", "百分位"), Phrase("0        rate     100  0 perc. 100", "0       得分率    100  0 百分位100")].map
    {
      $0(language)
    }
  }

  private func cells(_ row: Ranking.Row) -> [String] {
    let rank = report.rank(row)
    let other = report.industry == nil ? row.inIndustry : row.overall
    return [
      text(rank), text(other), wording.label(row.score.company), wording.industry(row.score.industry),
      MarketWording.text(row.rates),
    ] + dimensions.map { MarketWording.text(row.score.rates(by: .dimension($0.id))) }
      + [MarketWording.text(rank.percentile), picture(row, rank)]
  }

  private func text(_ rank: Rank) -> String {
    (rank.best == rank.worst ? "\(rank.best)" : "\(rank.best)–\(rank.worst)") + "/\(rank.of)"
  }

  /// The rate as a bar, and where among the others it stands.
  private func picture(_ row: Ranking.Row, _ rank: Rank) -> String {
    let rate = row.score.score(by: report.ranking.measure)?.rate ?? .none
    return ScoreTable.bar(rate) + "  " + strip(rank.percentile)
  }

  private static let stripWidth = 10

  private func strip(_ percentile: RateRange?) -> String {
    guard let percentile else { return "" }
    let last = Self.stripWidth - 1
    let first = min(max(percentile.lowerBound.floored(times: Self.stripWidth), 0), last)
    let end = min(max(percentile.upperBound.floored(times: Self.stripWidth), first), last)
    return String(repeating: "░", count: first) + String(repeating: "█", count: end - first + 1)
      + String(repeating: "░", count: last - end)
  }

  private var unranked: [String] {
    report.unranked.map { score in
      "- " + wording.label(score.company) + Phrase(": nothing can be gained here", "：無可得分數")(language)
    }
  }

  private var notes: [String] {
    let ranges = report.rows.contains { $0.rates.lowerBound != $0.rates.upperBound }
    let percentile = Phrase(
      "percentile: of 100 companies, how many have no higher rate; equal rates share a rank",
      "百分位：每百家公司中得分率不高於該公司者；得分率相同者名次相同")
    let range = Phrase(
      "a–b: what could not be read leaves the rate open, and with it the best and the worst rank; the lowest rate decides the order",
      "a–b：因有無法讀取的內容，得分率與名次（最佳至最差）為範圍；依得分率下限排序")
    return [percentile(language)] + (ranges ? [range(language)] : [])
  }
}
