import ReportModel
import Testing

@testable import Scoring

/// Ranks counted by hand.
@Suite("Ranking")
struct RankingTests {
  private func text(_ ranking: Ranking) -> [String] {
    ranking.rows.map { row in
      func text(_ rank: Rank) -> String {
        rank.best == rank.worst ? "\(rank.best)/\(rank.of)" : "\(rank.best)–\(rank.worst)/\(rank.of)"
      }
      return "\(row.score.company.text) \(text(row.overall)) \(text(row.inIndustry))"
    }
  }

  @Test("Ties share a rank, and the next is as far down as companies are above it: 1, 2, 2, 4")
  func ties() {
    let scores = [("b", 70), ("c", 70), ("a", 90), ("d", 10)].map { MarketSketch.company($0.0, $0.1) }
    #expect(text(Ranking(scores, by: .dimension("d"))) == ["a 1/4 1/4", "b 2/4 2/4", "c 2/4 2/4", "d 4/4 4/4"])
  }

  @Test("Within the industry and across all")
  func industries() {
    let scores = [
      MarketSketch.company("a", 90), MarketSketch.company("b", 80, industry: "traders"),
      MarketSketch.company("c", 70), MarketSketch.company("d", 60, industry: "traders"),
    ]
    #expect(text(Ranking(scores, by: .dimension("d"))) == ["a 1/4 1/2", "b 2/4 1/2", "c 3/4 2/2", "d 4/4 2/2"])
  }

  @Test("A range has a best and a worst rank, and stands by its low end")
  func ranges() {
    let scores = [
      MarketSketch.company("a", 90...90), MarketSketch.company("b", 50...95), MarketSketch.company("c", 60...60),
      MarketSketch.company("d", 50...50), MarketSketch.company("e", 10...60),
    ]
    // b at 95 is above all; at 50 a and c are above it, and e may be. a is only below b at its best.
    // e at 60: only a is above for sure, for c and it would be equal; at 10 all four are.
    #expect(
      text(Ranking(scores, by: .dimension("d"))) == [
        "a 1–2/5 1–2/5", "c 2–3/5 2–3/5", "b 1–4/5 1–4/5", "d 3–5/5 3–5/5", "e 2–5/5 2–5/5",
      ])
  }

  @Test("The percentile: companies that have no higher rate, of all; the line's own percentile is never less than it")
  func percentiles() throws {
    let ranking = Ranking(MarketSketch.staircase(20), by: .dimension("d"))
    let percentiles = ranking.rows.compactMap(\.overall.percentile).map { $0.lowerBound.percentText }
    // 20 of 20, 19 of 20 … 1 of 20.
    #expect(percentiles.count == 20 && percentiles.first == "100.0" && percentiles[1] == "95.0")
    #expect(percentiles.last == "5.0")
    let range = Ranking(
      [MarketSketch.company("a", 0...100), MarketSketch.company("b", 50)], by: .dimension("d"))
    #expect(range.rows.map(\.score.company.text) == ["b", "a"])
    // a is 1st or 2nd of 2: 1 of 2 or 2 of 2.
    let percentile = try #require(range.rows[1].overall.percentile)
    #expect(percentile.lowerBound.percentText == "50.0" && percentile.upperBound.percentText == "100.0")
  }

  @Test("By the total unless a dimension is named; without a rate a company has no rank")
  func measures() {
    let scores = [
      MarketSketch.company("a", 10, total: 20), MarketSketch.company("b", 5, total: 30),
      MarketSketch.company("c", 0...0, total: 1...1, of: 0),
    ]
    #expect(text(Ranking(scores, by: .total)) == ["b 1/3 1/3", "a 2/3 2/3", "c 3/3 3/3"])
    let ranking = Ranking(scores, by: .dimension("d"))
    #expect(text(ranking) == ["a 1/2 1/2", "b 2/2 2/2"] && ranking.unrated.map(\.company.text) == ["c"])
    #expect(Ranking(scores, by: .dimension("other")).rows.isEmpty)
    #expect(Ranking([], by: .total).rows.isEmpty)
  }
}
