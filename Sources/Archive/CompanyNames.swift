import ReportModel

/// Of one company some documents tell the ticker and others the name: a name that stands beside one ticker only means
/// that company.
package struct CompanyNames: Sendable {
  private var tickers: [CompanyID: Set<String>] = [:]
  private var known: Set<String> = []

  /// - Parameter companies: what is known of names and tickers from elsewhere than documents.
  package init(_ reports: [ReportRecord], _ companies: [CompanyRecord] = []) {
    for report in reports {
      if let ticker = report.placement.ticker?.value { add(ticker, report.placement.company?.value) }
    }
    for company in companies { add(company.ticker, company.name) }
  }

  private mutating func add(_ ticker: String, _ name: String?) {
    known.insert(ticker)
    if let name { tickers[CompanyID(name: name), default: []].insert(ticker) }
  }

  /// Nil where a document tells neither.
  package func company(of report: ReportRecord) -> CompanyID? {
    if let ticker = report.placement.ticker?.value { return CompanyID(ticker) }
    guard let name = report.placement.company.map({ CompanyID(name: $0.value) }) else { return nil }
    if let tickers = tickers[name], tickers.count == 1, let only = tickers.first { return CompanyID(only) }
    // A company's name is not another one's number.
    return known.contains(name.text) ? CompanyID("“\(name.text)”") : name
  }
}

/// A company as its documents tell of it.
package struct ArchivedCompany: Sendable, Equatable {
  package let id: CompanyID
  /// As the surest of its documents writes it; its number where none tells a name.
  package let name: String
  package let reports: [ReportRecord]

  private init(id: CompanyID, reports: [ReportRecord]) {
    self.id = id
    self.reports = reports
    name = Self.surest(\.company, of: reports)?.fact.value ?? id.text
  }

  /// All companies that any document tells of, by their ids.
  package static func all(_ reports: [ReportRecord], _ companies: [CompanyRecord] = []) -> [ArchivedCompany] {
    let names = CompanyNames(reports, companies)
    let groups = reports.reduce(into: [CompanyID: [ReportRecord]]()) { groups, report in
      if let company = names.company(of: report) { groups[company, default: []].append(report) }
    }
    return groups.map { ArchivedCompany(id: $0.key, reports: $0.value) }.sorted { $0.id < $1.id }
  }

  /// The newest year that a document of it is known to be about.
  package var newestYear: Int? {
    reports.filter { $0.placement.openQuestions.isEmpty }.compactMap { $0.placement.year?.value }.max()
  }

  /// A fact as the surest source tells it (a hand, a manifest, a name, a document itself), of several documents the
  /// first by name; and which document that is.
  package static func surest<Value>(
    _ path: KeyPath<Placement, Placement.Fact<Value>?>, of reports: [ReportRecord]
  ) -> (fact: Placement.Fact<Value>, report: ReportRecord)? {
    let told = reports.compactMap { report in report.placement[keyPath: path].map { (fact: $0, report: report) } }
    let surest = Placement.Source.allCases
    return told.min { a, b in
      let first = surest.firstIndex(of: a.fact.source) ?? surest.endIndex
      let second = surest.firstIndex(of: b.fact.source) ?? surest.endIndex
      return (first, a.report.document.name, a.report.document.sha256)
        < (second, b.report.document.name, b.report.document.sha256)
    }
  }
}
