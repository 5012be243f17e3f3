import ReportModel
import RuleBook
import Support
import Testing

@testable import Scoring

/// What holds of the lists of every market.
@Suite("Properties of random markets")
struct MarketPropertyTests {
  private static let rounds = 150

  /// Runs a property on random markets; a failure names its seed.
  private func each(ranges: Bool, _ property: (inout SlowMarket, String) throws -> Void) throws {
    let seed = UInt64.random(in: 0...(.max))
    print("seed \(seed)")
    for round in 0..<Self.rounds {
      let own = seed &+ UInt64(round)
      var market = SlowMarket(seed: own, companies: ranges ? 8 : 16, months: 9, ranges: ranges)
      try property(&market, "seed \(own)")
    }
  }

  @Test("Lists equal a slow and obvious second computation", arguments: [false, true])
  func slowAndObvious(ranges: Bool) throws {
    try each(ranges: ranges) { market, seed in
      let lists = ListKeeper.lists(of: market.markets, by: market.rules)
      #expect(lists.map(SlowMarket.standings) == market.slowStandings, "\(seed)")
    }
  }

  @Test func theOrderOfCompaniesAndMonthsNeverMatters() throws {
    try each(ranges: true) { market, seed in
      let months = market.markets
      let before = ListKeeper.lists(of: months, by: market.rules)
      let shuffled = months.shuffled(using: &market.random).map {
        MarketMonth(month: $0.month, scores: $0.scores.shuffled(using: &market.random))
      }
      #expect(ListKeeper.lists(of: shuffled, by: market.rules) == before, "\(seed)")
      for month in months {
        let again = Ranking(month.scores.shuffled(using: &market.random), by: .total)
        #expect(again == Ranking(month.scores, by: .total), "\(seed)")
      }
    }
  }

  /// Higher rates in any months never make a company's place worse in any month. Where months on the black list do not
  /// count, a month that is no longer one may count as one on the watch list: there it holds of the month itself.
  @Test func raisingARateNeverPutsACompanyOnAList() throws {
    try each(ranges: true) { market, seed in
      let before = ListKeeper.lists(of: market.markets, by: market.rules)
      let id = "\(Int.random(in: 0..<8, using: &market.random))"
      let last = market.months.count - 1
      for index in market.rules.blackMonths == .count ? 0...last : last...last {
        guard var company = market.months[index][id] else { continue }
        company.dimension = Self.raised(company.dimension, &market.random)
        company.total = Self.raised(company.total, &market.random)
        market.months[index][id] = company
      }
      let after = ListKeeper.lists(of: market.markets, by: market.rules)
      for (old, new) in zip(before, after) {
        #expect(Self.severity(id, new) <= Self.severity(id, old), "\(seed)")
        #expect(Self.black(id, new) <= Self.black(id, old), "\(seed)")
      }
    }
  }

  private static func raised(_ rate: ClosedRange<Int>, _ random: inout SeededRandom) -> ClosedRange<Int> {
    let low = rate.lowerBound + Int.random(in: 0...3, using: &random) * 10
    return low...max(low, rate.upperBound + Int.random(in: 0...1, using: &random) * 10)
  }

  private static func black(_ id: String, _ lists: MonthlyLists) -> Int {
    weight(lists.black.first { $0.company.text == id }?.certainty)
  }

  /// Surely on the black list is worst, whatever the watch list would say.
  private static func severity(_ id: String, _ lists: MonthlyLists) -> Int {
    black(id, lists) == 2 ? 3 : weight(lists.watch.first { $0.company.text == id }?.certainty)
  }

  private static func weight(_ certainty: Certainty?) -> Int {
    switch certainty {
    case nil: 0
    case .provisional: 1
    case .certain: 2
    }
  }

  @Test("The points that are missing take a company off the watch list, and nothing less does")
  func missingPointsAreEnoughAndNoneTooMany() throws {
    try each(ranges: false) { market, seed in
      for month in market.markets {
        let lists = MarketSketch.lists(month.scores, market.rules)
        for entry in lists.watch {
          let missing = entry.shortfalls.first.missing.lowerBound
          for (points, isOff) in [(missing, true), (missing - Points(parts: 1), false)] {
            let raised = month.scores.map { $0.company == entry.company ? Self.raised($0, by: points) : $0 }
            let after = MarketSketch.lists(raised, market.rules)
            #expect(after.watch.contains { $0.company == entry.company } != isOff, "\(seed)")
          }
        }
      }
    }
  }

  private static func raised(_ score: MonthlyScore, by points: Points) -> MonthlyScore {
    let parts = score.dimensions.map { part in
      let gained = part.score.gained.lowerBound + points
      return MonthlyScore.Part(
        dimension: part.dimension, score: Score(told: gained...gained, of: part.score.attainable))
    }
    return MonthlyScore(company: score.company, industry: score.industry, dimensions: parts, total: score.total)
  }

  @Test("Ranks equal counting who is above", arguments: [false, true])
  func ranks(ranges: Bool) throws {
    try each(ranges: ranges) { market, seed in
      guard let month = market.markets.last, let companies = market.months.last else { return }
      for row in Ranking(month.scores, by: .total).rows {
        let id = row.score.company.text
        let own = try #require(companies[id]).total
        let others = companies.filter { $0.key != id }
        let peers = others.filter { $0.value.industry == row.score.industry }
        for (rank, field) in [(row.overall, others), (row.inIndustry, peers)] {
          #expect(rank.best == field.filter { $0.value.total.lowerBound > own.upperBound }.count + 1, "\(seed)")
          #expect(rank.worst == field.filter { $0.value.total.upperBound > own.lowerBound }.count + 1, "\(seed)")
          #expect(rank.of == field.count + 1, "\(seed)")
        }
      }
    }
  }
}
