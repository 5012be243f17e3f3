import ReportModel

/// How a pack makes points of what is known of its items. A rater may publish only that the points gained are divided
/// by those attainable; all the rest is then the pack's own, and its notes say so.
package struct ScoringRules: Sendable, Equatable {
  package var notes: Phrase
  /// Which answer of several documents is the company's: the first of these that any of them gives.
  package var precedence: [Answer]
  package var positive: Shares
  package var negative: Shares
  package var deductions: Deductions
  /// Levels at which a statement without a number gains only a part.
  package var inWords: [InWords]
  package var floor: Floor
  package var place: Place

  /// What is known of an item that applies.
  package enum Answer: String, Sendable, CaseIterable {
    case found, unreadable
    case statedNonDisclosure = "stated-non-disclosure"
    case notFound = "not-found"
  }

  /// The share of an item's points that an answer is worth. Not found is worth none; what could not be read may be
  /// worth anything between.
  package struct Shares: Sendable, Equatable {
    package var found: Figure
    package var statedNonDisclosure: Figure

    package init(found: Figure, statedNonDisclosure: Figure = .zero) {
      self.found = found
      self.statedNonDisclosure = statedNonDisclosure
    }
  }

  package struct InWords: Sendable, Equatable {
    package var level: String
    package var share: Figure
    package var place: Place

    package init(level: String, share: Figure, place: Place) {
      self.level = level
      self.share = share
      self.place = place
    }
  }

  /// Which evidence of a negative item counts.
  package enum Deductions: String, Sendable, CaseIterable {
    /// Only what happened in the year that the document is about; earlier years have been scored then.
    case reportYear = "report-year"
    case anyYear = "any-year"
  }

  /// Where deductions stop: the sum of this part of the rubric is never below nought.
  package enum Floor: String, Sendable, CaseIterable {
    case none
    case subDimension = "sub-dimension"
    case dimension, total
  }

  package init(
    notes: Phrase = Phrase("", ""), precedence: [Answer], positive: Shares, negative: Shares,
    deductions: Deductions = .anyYear, inWords: [InWords] = [], floor: Floor, place: Place
  ) {
    self.notes = notes
    self.precedence = precedence
    self.positive = positive
    self.negative = negative
    self.deductions = deductions
    self.inWords = inWords
    self.floor = floor
    self.place = place
  }

  /// The largest number of points that an item may have, and the decimals that points and shares may have: within these
  /// every sum of a rubric is exact.
  package static let mostPoints = Figure(digits: 1000)
  package static let decimals = 4
}
