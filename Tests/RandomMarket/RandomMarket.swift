import ReportModel
import RuleBook
import Scoring
import Support

/// A market as large as a real one, made up: companies of four industries whose rates move a little from month to
/// month, some of them as ranges.
package struct RandomMarket {
  package let months: [MarketMonth]
  package let rules: ListRules

  package init(seed: UInt64, companies: Int, months count: Int) {
    var random = SeededRandom(state: seed)
    var market = (0..<companies).map { Self.company($0, &random) }
    var months: [MarketMonth] = []
    for number in 0..<count {
      guard let month = Month(year: 2024 + number / 12, month: number % 12 + 1) else { break }
      for index in market.indices { market[index].move(&random) }
      months.append(MarketMonth(month: month, scores: market.map(\.score)))
    }
    self.months = months
    rules = ListRules(
      percentile: 5, line: .nearestRank, fewestCompanies: 20, watched: Self.dimensions,
      watchMonths: ListRules.Window(months: 13, of: 15), blackMonths: .count, place: Place(file: ""))
  }

  private static let industries = ["electronics", "finance", "manufacturing", "services"]
  private static let dimensions = ["social", "economic", "environmental", "disclosure"]

  private static func company(_ number: Int, _ random: inout SeededRandom) -> Company {
    Company(
      id: CompanyID(String(1000 + number)), industry: industries.randomElement(using: &random) ?? "",
      parts: dimensions.map { _ in
        let attainable = Int.random(in: 20...100, using: &random)
        return Company.Part(gained: Int.random(in: 0...attainable, using: &random), attainable: attainable, open: 0)
      })
  }

  private struct Company {
    let id: CompanyID
    let industry: String
    var parts: [Part]

    struct Part {
      var gained: Int
      var attainable: Int
      /// What may be gained beside.
      var open: Int
    }

    mutating func move(_ random: inout SeededRandom) {
      for index in parts.indices {
        let part = parts[index]
        let moved = part.gained + Int.random(in: -1...1, using: &random)
        parts[index].gained = min(max(moved, 0), part.attainable)
        // One in twenty has pages that cannot be read.
        let open = Int.random(in: 0..<20, using: &random) == 0 ? 5 : 0
        parts[index].open = min(open, part.attainable - parts[index].gained)
      }
    }

    private static func score(of parts: [Part]) -> Score {
      let low = parts.reduce(0) { $0 + $1.gained }
      let high = parts.reduce(0) { $0 + $1.gained + $1.open }
      let whole = parts.reduce(0) { $0 + $1.attainable }
      return Score(told: points(low)...points(high), of: points(whole))
    }

    private static func points(_ number: Int) -> Points { Points(Figure(digits: Int64(number))) ?? .zero }

    var score: MonthlyScore {
      MonthlyScore(
        company: id, industry: industry,
        dimensions: zip(RandomMarket.dimensions, parts).map { name, part in
          MonthlyScore.Part(dimension: name, score: Self.score(of: [part]))
        }, total: Self.score(of: parts))
    }
  }
}
