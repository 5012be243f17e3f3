import Glibc
import RandomMarket
import Scoring

// bench-market COMPANIES MONTHS [SEED]: ranks and lists a market made up from the seed, and says how long it took;
// ends with 1 where that was more than two seconds.
let words = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
let companies = words.count > 0 ? Int(words[0]) : 2000
let count = words.count > 1 ? Int(words[1]) : 24
let seed = words.count > 2 ? words[2] : UInt64.random(in: 0...(.max))
print("seed \(seed): \(companies) companies, \(count) months")

let market = RandomMarket(seed: seed, companies: companies, months: count)
let clock = ContinuousClock()
var listed = 0
var ranked = 0
let time = clock.measure {
  var keeper = ListKeeper(market.rules)
  for month in market.months {
    let lists = keeper.lists(of: month)
    listed += lists.watch.count + lists.black.count
    ranked += Ranking(month.scores, by: .total).rows.count
  }
}
print("listed \(listed) times, ranked \(ranked) times in \(time)")
if time > .seconds(2) { exit(1) }
