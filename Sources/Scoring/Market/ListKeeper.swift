import ReportModel
import RuleBook

/// Goes from month to month and says who is on the watch list and on the black list.
///
/// The months are those of the calendar: one in which a company is not rated counts as one in which it was on no list.
package struct ListKeeper: Sendable {
  private let rules: ListRules
  private let measures: [Measure]
  private var records: [CompanyID: WatchRecord] = [:]

  package init(_ rules: ListRules) {
    self.rules = rules
    measures = [.total] + rules.watched.map(Measure.dimension)
  }

  /// The lists of each month, in the order of time, whatever the order they are given in.
  package static func lists(of months: [MarketMonth], by rules: ListRules) -> [MonthlyLists] {
    var keeper = ListKeeper(rules)
    return months.sorted { $0.month < $1.month }.map { keeper.lists(of: $0) }
  }

  /// Of a month that is later than those before.
  package mutating func lists(of market: MarketMonth) -> MonthlyLists {
    let industries = Dictionary(grouping: market.scores.map { RatedCompany($0, measures) }, by: \.score.industry)
    var lines: [MarketLine] = []
    var watch: [WatchEntry] = []
    var black: [BlackEntry] = []
    for (industry, companies) in industries.sorted(by: { $0.key < $1.key }) {
      let own = industryLines(industry, companies)
      lines += own
      for company in companies {
        let entries = entries(of: company, own.map(\.line), in: market.month)
        if let entry = entries.watch { watch.append(entry) }
        if let entry = entries.black { black.append(entry) }
      }
    }
    return MonthlyLists(
      month: market.month, rated: market.scores.map(\.company), lines: lines,
      watch: watch.sorted { $0.company < $1.company }, black: black.sorted { $0.company < $1.company })
  }

  /// In the order of the measures.
  private func industryLines(_ industry: String, _ companies: [RatedCompany]) -> [MarketLine] {
    measures.indices.map { index in
      let rates = companies.compactMap { $0.rates[index] }
      return MarketLine(
        industry: industry, measure: measures[index], companies: rates.count, line: IndustryLine(rates, by: rules))
    }
  }

  private mutating func entries(
    of company: RatedCompany, _ lines: [IndustryLine?], in month: Month
  ) -> (watch: WatchEntry?, black: BlackEntry?) {
    let shortfalls = measures.indices.map { company.shortfall(measures[$0], $0, lines[$0]) }
    let id = company.score.company
    var record = records[id] ?? WatchRecord(firstRated: month)
    defer { records[id] = record }
    guard month.number - record.firstRated.number >= rules.graceMonths else { return (nil, nil) }
    let watched = Several(shortfalls.dropFirst().compactMap { $0 })
    let reasons = record.count(
      month, watched: watched?.certainty, total: shortfalls.first.flatMap { $0 }, by: rules)
    return record.entries(company.score, month, watched, Several(reasons), by: rules)
  }
}

/// A company with its rates by each measure, reckoned once.
private struct RatedCompany {
  let score: MonthlyScore
  let rates: [RateRange?]

  init(_ score: MonthlyScore, _ measures: [Measure]) {
    self.score = score
    rates = measures.map { score.rates(by: $0) }
  }

  func shortfall(_ measure: Measure, _ index: Int, _ line: IndustryLine?) -> Shortfall? {
    guard let line, let rates = rates[index], let score = score.score(by: measure) else { return nil }
    return Shortfall(measure, of: score, rates, line)
  }
}

extension Several<Shortfall> {
  fileprivate var certainty: Certainty { all.map(\.certainty).max() ?? .provisional }
}
