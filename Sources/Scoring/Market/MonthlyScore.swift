import ReportModel

/// What a company is rated at in a month: the scores of its round, less what its events take.
package struct MonthlyScore: Sendable, Equatable {
  package let company: CompanyID
  package let industry: String
  /// In the order of the rubric.
  package let dimensions: [Part]
  package let total: Score

  package struct Part: Sendable, Equatable {
    package let dimension: String
    package let score: Score

    package init(dimension: String, score: Score) {
      self.dimension = dimension
      self.score = score
    }
  }

  package init(company: CompanyID, industry: String, dimensions: [Part], total: Score) {
    self.company = company
    self.industry = industry
    self.dimensions = dimensions
    self.total = total
  }
}

extension Score {
  /// A score that is told without what it is made of: how many items are behind it is not known.
  package init(told gained: PointRange, of attainable: Points) {
    self.gained = gained
    self.attainable = attainable
    counts = Counts()
  }
}
