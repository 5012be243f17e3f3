import RandomMarket
import Scoring
import Testing

@Suite("A whole market", .serialized)
struct MarketSpeedTests {
  /// Far more than it takes even without optimization and beside other tests. `make bench-market` measures all months
  /// of a release build and fails above its bound.
  private static let bound = Duration.seconds(40)

  @Test("2,000 companies are ranked and listed from month to month")
  func ranksAndLists() throws {
    let seed = UInt64.random(in: 0...(.max))
    print("seed \(seed)")
    let market = RandomMarket(seed: seed, companies: 2000, months: 4)
    var last: MonthlyLists?
    let time = ContinuousClock().measure {
      var keeper = ListKeeper(market.rules)
      for month in market.months {
        last = keeper.lists(of: month)
        #expect(Ranking(month.scores, by: .total).rows.count == 2000)
      }
    }
    #expect(time < Self.bound, "\(time), seed \(seed)")
    let lists = try #require(last)
    #expect(lists.rated.count == 2000 && !lists.watch.isEmpty && !lists.black.isEmpty, "seed \(seed)")
  }
}
