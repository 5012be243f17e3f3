import ReportModel

/// Companies by what they are rated at, the best first.
package struct Ranking: Sendable, Equatable {
  package let measure: Measure
  /// By the low end of what they may be rated at; then by the high end, then by company.
  package let rows: [Row]
  /// Those without a rate by this measure, by company.
  package let unrated: [MonthlyScore]

  package struct Row: Sendable, Equatable {
    package let score: MonthlyScore
    package let rates: RateRange
    package let overall: Rank
    package let inIndustry: Rank
  }

  package init(_ scores: [MonthlyScore], by measure: Measure) {
    self.measure = measure
    let rated = scores.compactMap { score in score.rates(by: measure).map { (score: score, rates: $0) } }
    let market = Field(rated.map(\.rates))
    let industries = Dictionary(grouping: rated, by: \.score.industry).mapValues { Field($0.map(\.rates)) }
    rows = rated.map { score, rates in
      Row(
        score: score, rates: rates, overall: market.rank(of: rates),
        inIndustry: (industries[score.industry] ?? market).rank(of: rates))
    }.sorted(by: Self.precedes)
    unrated = scores.filter { $0.rates(by: measure) == nil }.sorted { $0.company < $1.company }
  }

  private static func precedes(_ first: Row, _ second: Row) -> Bool {
    let (one, other) = (first.rates, second.rates)
    if one.lowerBound != other.lowerBound { return one.lowerBound > other.lowerBound }
    if one.upperBound != other.upperBound { return one.upperBound > other.upperBound }
    return first.score.company < second.score.company
  }
}

/// A place among others, the best being 1; whoever has the same rate shares it.
package struct Rank: Sendable, Equatable {
  package let best: Int
  package let worst: Int
  package let of: Int

  /// The share of the companies that have no higher rate, itself included: at the lowest and at the highest.
  package var percentile: RateRange? {
    guard let low = share(from: worst), let high = share(from: best), low <= high else { return nil }
    return low...high
  }

  private func share(from rank: Int) -> Fraction? {
    Fraction(Points(parts: of - rank + 1), of: Points(parts: of))
  }
}

/// All rates that a rank is among.
private struct Field {
  private let lows: [Fraction]
  private let highs: [Fraction]

  init(_ rates: [RateRange]) {
    lows = rates.map(\.lowerBound).sorted()
    highs = rates.map(\.upperBound).sorted()
  }

  /// At best only those are above it that surely are, at worst all that may be.
  func rank(of rates: RateRange) -> Rank {
    let surelyAbove = Self.count(in: lows, above: rates.upperBound)
    let maybeAbove = Self.count(in: highs, above: rates.lowerBound)
    // Its own highest is above its own lowest.
    let itself = rates.upperBound > rates.lowerBound ? 1 : 0
    return Rank(best: surelyAbove + 1, worst: maybeAbove - itself + 1, of: lows.count)
  }

  private static func count(in sorted: [Fraction], above rate: Fraction) -> Int {
    var (from, to) = (0, sorted.count)
    while from < to {
      let middle = (from + to) / 2
      if sorted[middle] > rate { to = middle } else { from = middle + 1 }
    }
    return sorted.count - from
  }
}
