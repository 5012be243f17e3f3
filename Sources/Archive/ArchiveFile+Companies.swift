import ReportModel

/// What is known of a company from elsewhere than its documents.
package struct CompanyRecord: Sendable, Equatable {
  package var ticker: String
  package var name: String
  /// An industry of the rubric; nil where nobody has said it.
  package var industry: String?
  /// What it does, by the rubric's ids; nil where nobody has said it, which is not the same as nothing.
  package var activities: [String]?
  /// Whether a round waits for its reports.
  package var isExpected: Bool

  package init(ticker: String, name: String, industry: String?, activities: [String]?, isExpected: Bool) {
    self.ticker = ticker
    self.name = name
    self.industry = industry
    self.activities = activities
    self.isExpected = isExpected
  }
}

extension ArchiveFile {
  /// One step more in what is known of these companies, of all or of none; those of which nothing is new stay as they
  /// are. The tickers of the others.
  package func add(_ companies: [CompanyRecord], at time: String) throws(ArchiveFailure) -> [String] {
    try database.transaction { () throws(ArchiveFailure) in
      let known = Dictionary(try self.companies().map { ($0.ticker, $0) }, uniquingKeysWith: { $1 })
      let changed = companies.filter { known[$0.ticker] != $0 }
      let step = try database.first("SELECT 1 + coalesce(max(step), 0) FROM companies") { $0.int(0) } ?? 1
      for company in changed {
        try database.run(
          """
          INSERT INTO companies(ticker, step, time, name, industry, activities, expected) VALUES(?, ?, ?, ?, ?, ?, ?)
          """,
          [
            .text(company.ticker), .int(step), .text(time), .text(company.name), Stored(company.industry),
            Stored(company.activities.map { ListText.lines($0) }), .int(company.isExpected ? 1 : 0),
          ])
      }
      return changed.map(\.ticker)
    }
  }

  /// By ticker; with what was known by the end of a day (UTC), else with all that is known.
  package func companies(asOf day: Day? = nil) throws(ArchiveFailure) -> [CompanyRecord] {
    try companies(before: day.map(ArchiveMoment.end))
  }

  /// By ticker, with what was known at a moment.
  package func companies(at moment: ArchiveMoment) throws(ArchiveFailure) -> [CompanyRecord] {
    try companies(before: moment.end)
  }

  private func companies(before time: String?) throws(ArchiveFailure) -> [CompanyRecord] {
    try database.all(
      """
      SELECT ticker, name, industry, activities, expected FROM companies c
      WHERE step = (SELECT max(step) FROM companies WHERE ticker = c.ticker AND (?1 IS NULL OR time < ?1))
      ORDER BY ticker
      """,
      [Stored(time)]
    ) { row in
      CompanyRecord(
        ticker: row.text(0), name: row.text(1), industry: row.optionalText(2),
        activities: row.optionalText(3).map { ListText.lines($0) }, isExpected: row.int(4) != 0)
    }
  }
}
