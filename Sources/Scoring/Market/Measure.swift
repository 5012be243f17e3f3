import ReportModel

/// What companies are compared by.
package enum Measure: Sendable, Hashable {
  case total
  case dimension(String)
}

/// From the lowest to the highest rate that there may be.
package typealias RateRange = ClosedRange<Fraction>

extension Score {
  /// Nil where there is nothing to gain.
  package var rates: RateRange? {
    switch rate {
    case .none: nil
    case .exact(let rate): rate...rate
    case .between(let low, let high): low...high
    }
  }
}

extension MonthlyScore {
  package func score(by measure: Measure) -> Score? {
    switch measure {
    case .total: total
    case .dimension(let id): dimensions.first { $0.dimension == id }?.score
    }
  }

  package func rates(by measure: Measure) -> RateRange? { score(by: measure)?.rates }
}

/// All companies that are rated in a month.
package struct MarketMonth: Sendable, Equatable {
  package let month: Month
  /// One of each company, by company.
  package let scores: [MonthlyScore]

  /// In any order; of a company that stands twice the first counts.
  package init(month: Month, scores: [MonthlyScore]) {
    self.month = month
    var known: Set<CompanyID> = []
    self.scores = scores.filter { known.insert($0.company).inserted }.sorted { $0.company < $1.company }
  }
}
