import ReportModel
import RuleBook

/// How many points lie between a company and the line of its industry, the others being as they are.
package struct LineDistance: Sendable, Equatable {
  package let measure: Measure
  package let side: Side
  /// Below the line, those that it would surely take to be on it; above, those that can be lost before it may be below.
  package let points: Points

  package enum Side: String, Sendable, CaseIterable { case above, below }

  /// Of each company by the total and by the watched dimensions, where its industry has a line that one can be below.
  package static func all(_ scores: [MonthlyScore], by rules: ListRules) -> [CompanyID: [LineDistance]] {
    var found: [CompanyID: [LineDistance]] = [:]
    let measures = [.total] + rules.watched.map(Measure.dimension)
    for (_, companies) in Dictionary(grouping: scores, by: \.industry) {
      for measure in measures {
        let rates = companies.map { $0.rates(by: measure) }
        guard let line = IndustryLine(rates.compactMap { $0 }, by: rules) else { continue }
        for (company, rates) in zip(companies, rates) {
          guard let rates, let score = company.score(by: measure) else { continue }
          if let distance = LineDistance(measure, score, rates, line) {
            found[company.company, default: []].append(distance)
          }
        }
      }
    }
    return found
  }

  private init?(_ measure: Measure, _ score: Score, _ rates: RateRange, _ line: IndustryLine) {
    guard let bar = line.bar(for: rates) else { return nil }
    self.measure = measure
    if let shortfall = Shortfall(measure, of: score, rates, line) {
      side = .below
      points = shortfall.missing.upperBound
    } else {
      side = .above
      points = max(.zero, score.gained.lowerBound - bar.upperBound.leastPoints(of: score.attainable))
    }
  }
}
