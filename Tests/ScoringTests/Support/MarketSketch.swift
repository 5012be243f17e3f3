import ReportModel
import RuleBook

@testable import Scoring

/// Markets written so that their lines and lists can be counted by hand. Points are hundredths of what can be had, so
/// that a rate of 7 is 7 %.
enum MarketSketch {
  /// The months from January 2024 on, the first having the number 1.
  static let months: [Month] = (0..<48).compactMap { Month(year: 2024 + $0 / 12, month: $0 % 12 + 1) }

  static func month(_ number: Int) -> Month { months[number - 1] }

  /// The rules of the sketches: the watched dimension is `d`, and industries are never too small.
  static func rules(
    _ percentile: Int = 5, _ line: ListRules.Line = .nearestRank, fewest: Int = 1, watched: [String] = ["d"],
    window: ListRules.Window = ListRules.Window(months: 13, of: 15), black: ListRules.BlackMonths = .count,
    grace: Int = 0
  ) -> ListRules {
    ListRules(
      percentile: percentile, line: line, fewestCompanies: fewest, watched: watched, watchMonths: window,
      blackMonths: black, graceMonths: grace, place: Place(file: ""))
  }

  static func score(_ gained: ClosedRange<Int>, of attainable: Int = 100) -> Score {
    let (low, high) = (gained.lowerBound * Points.partsOfOne, gained.upperBound * Points.partsOfOne)
    return Score(
      told: Points(parts: low)...Points(parts: high), of: Points(parts: attainable * Points.partsOfOne))
  }

  static func company(
    _ id: String, _ rates: ClosedRange<Int>, total: ClosedRange<Int>? = nil, of attainable: Int = 100,
    industry: String = "makers"
  ) -> MonthlyScore {
    MonthlyScore(
      company: CompanyID(id), industry: industry,
      dimensions: [MonthlyScore.Part(dimension: "d", score: score(rates, of: attainable))],
      total: score(total ?? 60...60))
  }

  static func company(_ id: String, _ rate: Int, total: Int? = nil, industry: String = "makers") -> MonthlyScore {
    company(id, rate...rate, total: total.map { $0...$0 }, industry: industry)
  }

  /// `c001` with a rate of 1, `c002` with 2 …
  static func staircase(_ count: Int) -> [MonthlyScore] {
    (1...count).map { company("c" + String(1000 + $0).dropFirst(), $0) }
  }

  static func lists(_ scores: [MonthlyScore], _ rules: ListRules) -> MonthlyLists {
    var keeper = ListKeeper(rules)
    return keeper.lists(of: MarketMonth(month: month(1), scores: scores))
  }

  static func line(_ scores: [MonthlyScore], _ rules: ListRules) -> IndustryLine? {
    IndustryLine(scores.compactMap { $0.rates(by: .dimension("d")) }, by: rules)
  }
}

extension MonthlyLists {
  /// `c001 c002?`: who is on the watch list, `?` behind those who only may be.
  var watchSketch: String { watch.map { $0.company.text + $0.certainty.sign }.joined(separator: " ") }
  var blackSketch: String { black.map { $0.company.text + $0.certainty.sign }.joined(separator: " ") }
}

extension Certainty {
  var sign: String { self == .certain ? "" : "?" }
}
