import ReportModel

/// Who is on which list in a month, and why.
package struct MonthlyLists: Sendable, Equatable {
  package let month: Month
  /// By company.
  package let rated: [CompanyID]
  /// By industry, then total and dimensions as they are watched.
  package let lines: [MarketLine]
  /// By company. Whoever is surely on the black list is not on this one.
  package let watch: [WatchEntry]
  /// By company. Provisional entries are here and may be on the watch list too.
  package let black: [BlackEntry]
}

/// The line of an industry by a measure, if its companies are enough to have one.
package struct MarketLine: Sendable, Equatable {
  package let industry: String
  package let measure: Measure
  /// How many have a rate.
  package let companies: Int
  package let line: IndustryLine?
}

package struct WatchEntry: Sendable, Equatable {
  package let company: CompanyID
  package let industry: String
  /// The dimensions in which it is, or may be, below the line.
  package let shortfalls: Several<Shortfall>
  package let since: Since
  /// How far it is on its way to the black list.
  package let count: WatchCount

  package var certainty: Certainty { shortfalls.all.map(\.certainty).max() ?? .provisional }
}

package struct BlackEntry: Sendable, Equatable {
  package let company: CompanyID
  package let industry: String
  package let reasons: Several<Reason>
  package let since: Since

  package enum Reason: Sendable, Equatable {
    case total(Shortfall)
    case months(WatchCount, Certainty)

    package var certainty: Certainty {
      switch self {
      case .total(let shortfall): shortfall.certainty
      case .months(_, let certainty): certainty
      }
    }
  }

  package var certainty: Certainty { reasons.all.map(\.certainty).max() ?? .provisional }
}

/// Since when without a month between.
package struct Since: Sendable, Equatable {
  /// Certain or not.
  package let month: Month
  /// Nil where it is not certain now.
  package let certain: Month?
}

/// A rate that is, or may be, below the line.
package struct Shortfall: Sendable, Equatable {
  package let measure: Measure
  package let certainty: Certainty
  package let rates: RateRange
  package let line: IndustryLine
  /// The points that it would take not to be below, the others being as they are: the fewest and the most.
  package let missing: PointRange

  /// Nil where it is not below.
  init?(_ measure: Measure, of score: Score, _ rates: RateRange, _ line: IndustryLine) {
    guard let certainty = line.standing(of: rates), let bar = line.bar(for: rates) else { return nil }
    self.measure = measure
    self.certainty = certainty
    self.rates = rates
    self.line = line
    let least = bar.lowerBound.leastPoints(of: score.attainable) - score.gained.upperBound
    let most = bar.upperBound.leastPoints(of: score.attainable) - score.gained.lowerBound
    missing = max(least, .zero)...max(most, .zero)
  }
}

/// In which of the last months a company was on the watch list.
package struct WatchCount: Sendable, Equatable {
  /// Both in the order of time.
  package let certain: [Month]
  package let provisional: [Month]
  /// In so many of the last so many months is the black list.
  package let needed: Int
  package let of: Int
  private let month: Month

  init(_ months: [Month: Certainty], upTo month: Month, needed: Int, of: Int) {
    certain = months.filter { $0.value == .certain }.keys.sorted()
    provisional = months.filter { $0.value == .provisional }.keys.sorted()
    self.needed = needed
    self.of = of
    self.month = month
  }

  /// Whether they are enough; nil where they surely are not.
  package var certainty: Certainty? {
    if certain.count >= needed { return .certain }
    return certain.count + provisional.count >= needed ? .provisional : nil
  }

  /// After how many further months that do not count they are too few: if none of the provisional ones counts, and if
  /// all of them do.
  package var monthsUntilTooFew: ClosedRange<Int> {
    let least = monthsUntilTooFew(certain)
    return least...max(least, monthsUntilTooFew((certain + provisional).sorted()))
  }

  private func monthsUntilTooFew(_ months: [Month]) -> Int {
    guard needed > 0, months.count >= needed else { return 0 }
    // When this one has left the window, one is lacking.
    return months[months.count - needed].number + of - month.number
  }
}
