import ReportModel

/// Who is put on the watch list and the black list, as far as a pack says it.
package struct ListRules: Sendable, Equatable {
  package var notes: Phrase
  /// Whoever is below this percentile of the rates of their industry is below its line.
  package var percentile: Int
  package var line: Line
  /// Industries with fewer rated companies have no line.
  package var fewestCompanies: Int
  /// The dimensions of which each has a line for the watch list.
  package var watched: [String]
  /// On the watch list in so many of the last so many months is the black list.
  package var watchMonths: Window
  package var blackMonths: BlackMonths
  /// For so many months after a company was first rated it is on no list.
  package var graceMonths: Int
  package var place: Place

  package struct Window: Sendable, Equatable {
    package var months: Int
    package var of: Int

    package init(months: Int, of: Int) {
      self.months = months
      self.of = of
    }
  }

  /// What a percentile of few companies is.
  package enum Line: String, Sendable, CaseIterable {
    /// The rate of the company at the place percentile × companies, rounded up.
    case nearestRank = "nearest-rank"
    /// Between the two companies around it, by how near it is to each.
    case interpolated
  }

  /// Whether a month on the black list counts as one on the watch list, for those who would have been on that too.
  package enum BlackMonths: String, Sendable, CaseIterable {
    case count, skip
  }

  package init(
    notes: Phrase = Phrase("", ""), percentile: Int, line: Line, fewestCompanies: Int, watched: [String],
    watchMonths: Window, blackMonths: BlackMonths, graceMonths: Int = 0, place: Place
  ) {
    self.notes = notes
    self.percentile = percentile
    self.line = line
    self.fewestCompanies = fewestCompanies
    self.watched = watched
    self.watchMonths = watchMonths
    self.blackMonths = blackMonths
    self.graceMonths = graceMonths
    self.place = place
  }
}
