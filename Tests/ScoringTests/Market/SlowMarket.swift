import ReportModel
import RuleBook
import Support

@testable import Scoring

/// A small random market over some months, and its lists by the plainest reckoning there is: every way in which the
/// ranges may turn out is tried, and each month's count goes over all months from the first.
struct SlowMarket {
  var random: SeededRandom
  /// By month and company; rates in hundredths.
  var months: [[String: Company]] = []
  var rules: ListRules

  struct Company {
    var industry: String
    var dimension: ClosedRange<Int>
    var total: ClosedRange<Int>
    /// What the rates are rates of; they are the same whatever it is.
    var attainable: Int
  }

  static let industries = ["makers", "traders"]

  init(seed: UInt64, companies: Int, months count: Int, ranges: Bool) {
    random = SeededRandom(state: seed)
    let of = Int.random(in: 1...6, using: &random)
    rules = MarketSketch.rules(
      Int.random(in: 1...50, using: &random), ListRules.Line.allCases.randomElement(using: &random) ?? .nearestRank,
      fewest: Int.random(in: 1...4, using: &random),
      window: ListRules.Window(months: Int.random(in: 1...of, using: &random), of: of),
      black: ListRules.BlackMonths.allCases.randomElement(using: &random) ?? .count,
      grace: [0, 0, 0, 2].randomElement(using: &random) ?? 0)
    for _ in 0..<count {
      var month: [String: Company] = [:]
      for number in 0..<companies where Int.random(in: 0..<10, using: &random) > 0 {
        month["\(number)"] = Company(
          industry: Self.industries[number % 2], dimension: rate(ranges), total: rate(ranges),
          attainable: [100, 200, 300, 700].randomElement(using: &random) ?? 100)
      }
      months.append(month)
    }
  }

  /// Few different ones, so that ties are common.
  private mutating func rate(_ ranges: Bool) -> ClosedRange<Int> {
    let low = Int.random(in: 0...8, using: &random) * 10
    guard ranges, Int.random(in: 0..<4, using: &random) == 0 else { return low...low }
    return low...low + Int.random(in: 0...2, using: &random) * 10
  }

  var markets: [MarketMonth] {
    zip(months, MarketSketch.months).map { companies, month in
      MarketMonth(month: month, scores: companies.map { Self.score($0, $1) })
    }
  }

  private static func score(_ id: String, _ company: Company) -> MonthlyScore {
    func scaled(_ rate: ClosedRange<Int>) -> ClosedRange<Int> {
      let times = company.attainable / 100
      return rate.lowerBound * times...rate.upperBound * times
    }
    return MonthlyScore(
      company: CompanyID(id), industry: company.industry,
      dimensions: [
        MonthlyScore.Part(
          dimension: "d", score: MarketSketch.score(scaled(company.dimension), of: company.attainable))
      ], total: MarketSketch.score(scaled(company.total), of: company.attainable))
  }

  // MARK: The plain reckoning

  /// Whether it is below in some and in all of the ways in which the ranges may turn out: nil for in none.
  private func below(_ id: String, _ month: [String: Company], _ rate: (Company) -> ClosedRange<Int>) -> Certainty? {
    guard let own = month[id] else { return nil }
    let industry = month.filter { $0.value.industry == own.industry }
    guard industry.count >= rules.fewestCompanies else { return nil }
    var (some, all) = (false, true)
    for rates in Self.ways(industry.sorted { $0.key < $1.key }.map { ($0.key, rate($0.value)) }) {
      let isBelow = (rates[id] ?? 0) * 100 < lineInHundredths(rates.values.sorted())
      if isBelow { some = true } else { all = false }
    }
    return some ? (all ? .certain : .provisional) : nil
  }

  /// Each range at one of its ends.
  private static func ways(_ ranges: [(String, ClosedRange<Int>)]) -> [[String: Int]] {
    var ways: [[String: Int]] = [[:]]
    for (id, range) in ranges {
      ways = ways.flatMap { way in
        Set([range.lowerBound, range.upperBound]).map { end in way.merging([id: end]) { $1 } }
      }
    }
    return ways
  }

  /// A hundred times the line.
  private func lineInHundredths(_ sorted: [Int]) -> Int {
    switch rules.line {
    case .nearestRank:
      // The lowest rate that at least so many per cent of the companies do not exceed.
      for rate in sorted where sorted.filter({ $0 <= rate }).count * 100 >= rules.percentile * sorted.count {
        return rate * 100
      }
      return 0
    case .interpolated:
      let place = rules.percentile * (sorted.count - 1)
      let low = sorted[place / 100]
      guard place % 100 > 0 else { return low * 100 }
      return low * (100 - place % 100) + sorted[place / 100 + 1] * (place % 100)
    }
  }

  /// By month and company: `w`, `p`, `B` … as `standings(of:)` writes them.
  var slowStandings: [[String]] {
    // By month, the company's sign and whether it counts as a month on the watch list.
    var known: [[String: (watch: Certainty?, black: Certainty?, counted: Certainty?)]] = []
    for (index, month) in months.enumerated() {
      var now: [String: (watch: Certainty?, black: Certainty?, counted: Certainty?)] = [:]
      for id in month.keys {
        let first = months.firstIndex { $0[id] != nil } ?? index
        guard index - first >= rules.graceMonths else { continue }
        let watched = below(id, month) { $0.dimension }
        let total = below(id, month) { $0.total }
        let earlier = (max(0, index - rules.watchMonths.of + 1)..<index).map { known[$0][id]?.counted }
        func count(_ months: [Certainty?], _ least: Certainty) -> Int {
          months.filter { $0.map { $0 >= least } ?? false }.count
        }
        let needed = rules.watchMonths.months
        let isBlackAnyway = total == .certain || count(earlier, .certain) >= needed
        let counted = rules.blackMonths == .skip && isBlackAnyway ? nil : watched
        let months = earlier + [counted]
        let isBlack = total == .certain || count(months, .certain) >= needed
        let mayBeBlack = total != nil || count(months, .provisional) >= needed
        now[id] = (isBlack ? nil : watched, isBlack ? .certain : mayBeBlack ? .provisional : nil, counted)
      }
      known.append(now)
    }
    return known.map { month in
      month.filter { $0.value.watch != nil || $0.value.black != nil }
        .map { Self.text($0.key, $0.value.watch, $0.value.black) }.sorted()
    }
  }

  static func standings(of lists: MonthlyLists) -> [String] {
    let listed = Set(lists.watch.map(\.company) + lists.black.map(\.company))
    return listed.map { company in
      text(
        company.text, lists.watch.first { $0.company == company }?.certainty,
        lists.black.first { $0.company == company }?.certainty)
    }.sorted()
  }

  private static func text(_ id: String, _ watch: Certainty?, _ black: Certainty?) -> String {
    "\(id) \(watch?.rawValue ?? "") \(black?.rawValue ?? "")"
  }
}
