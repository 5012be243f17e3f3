import ReportModel
import RuleBook

/// A company's score and everything that it is made of. Each number follows from the parts below it and cannot be set.
package struct Scorecard: Sendable, Equatable {
  package let pack: String
  package let names: Phrase
  package let company: CompanyProfile
  /// By name, whatever order they were given in.
  package let documents: [CompanyDocument]
  package let dimensions: [Dimension]
  package let score: Score

  package struct Dimension: Sendable, Equatable {
    package let id: String
    package let names: Phrase
    package let subDimensions: [SubDimension]
    package let score: Score

    init(_ place: Pack.Dimension, _ subDimensions: [SubDimension], floor: ScoringRules.Floor) {
      id = place.id
      names = place.names
      self.subDimensions = subDimensions
      score = Score(sumOf: subDimensions.map(\.score), isFloored: floor == .dimension)
    }
  }

  package struct SubDimension: Sendable, Equatable {
    package let id: String
    package let names: Phrase
    /// In the order of the rubric, those that do not apply included.
    package let items: [ScoredItem]
    package let score: Score

    init(_ place: Pack.SubDimension, _ items: [ScoredItem], floor: ScoringRules.Floor) {
      id = place.id
      names = place.names
      self.items = items
      score = Score(sumOf: items.map(\.score), isFloored: floor == .subDimension)
    }
  }

  init(
    _ pack: Pack, company: CompanyProfile, documents: [CompanyDocument], dimensions: [Dimension],
    floor: ScoringRules.Floor
  ) {
    self.pack = pack.id
    names = pack.names
    self.company = company
    self.documents = documents
    self.dimensions = dimensions
    score = Score(sumOf: dimensions.map(\.score), isFloored: floor == .total)
  }
}

/// An item with what it does to the score, and what each document says on it.
package struct ScoredItem: Sendable, Equatable {
  package let item: Item
  package let outcome: Outcome
  /// Empty where the item does not apply.
  package let answers: [Sourced<DocumentAnswer>]
  /// What can be gained by it: nothing by a negative item, or by one that does not apply.
  package let attainable: Points
  /// What documents tell of cases that the ledger of events holds: it counts there, and not here.
  package let inLedger: [Sourced<LedgerCase>]
  /// Of the document that people have looked at most.
  package let review: ItemReview

  /// What it comes to, without what it rests on.
  package var standing: ItemStanding {
    ItemStanding(kind: outcome.kind, points: outcome.points, attainable: attainable, review: review)
  }

  var score: Score { Score(of: standing) }
}

/// How far people have looked at what documents have on an item.
package enum ItemReview: Int, Sendable, Comparable, CaseIterable {
  /// Neither rules nor people found anything.
  case nothingFound
  /// Nobody has decided on what was found.
  case open
  case decided
  /// Reviewers differ: what the rules found stands.
  case disputed

  package static func < (a: ItemReview, b: ItemReview) -> Bool { a.rawValue < b.rawValue }
}

/// Points gained over points attainable, with the number of items of each kind.
package struct Score: Sendable, Equatable {
  package let gained: PointRange
  package let attainable: Points
  package let counts: Counts

  package struct Counts: Sendable, Equatable {
    package var gained = 0
    package var missed = 0
    package var deducted = 0
    package var clear = 0
    package var unknown = 0
    package var notApplicable = 0
    /// Items of which anything was found, whatever people then decided.
    package var found = 0
    /// Of these, those on which somebody has decided.
    package var reviewed = 0
    /// Of these, those on which reviewers differ.
    package var disputed = 0

    /// How many items were asked.
    package var applying: Int { gained + missed + deducted + clear + unknown }
  }

  /// Points gained divided by points attainable.
  package enum Rate: Sendable, Equatable {
    /// There is nothing to gain: no rate, which is not a rate of 0.
    case none
    case exact(Fraction)
    case between(Fraction, Fraction)
  }

  init(of item: ItemStanding) {
    gained = item.points
    attainable = item.attainable
    var counts = Counts()
    switch item.kind {
    case .gained: counts.gained = 1
    case .missed: counts.missed = 1
    case .deducted: counts.deducted = 1
    case .clear: counts.clear = 1
    case .unknown: counts.unknown = 1
    case .notApplicable: counts.notApplicable = 1
    }
    switch item.review {
    case .nothingFound: break
    case .open: counts.found = 1
    case .decided: (counts.found, counts.reviewed) = (1, 1)
    case .disputed: (counts.found, counts.reviewed, counts.disputed) = (1, 1, 1)
    }
    self.counts = counts
  }

  init(sumOf parts: [Score], isFloored: Bool) {
    let sum = parts.reduce(PointRange.zero) { $0 + $1.gained }
    gained = isFloored ? sum.floored : sum
    attainable = parts.reduce(Points.zero) { $0 + $1.attainable }
    counts = parts.reduce(into: Counts()) { counts, part in
      counts.gained += part.counts.gained
      counts.missed += part.counts.missed
      counts.deducted += part.counts.deducted
      counts.clear += part.counts.clear
      counts.unknown += part.counts.unknown
      counts.notApplicable += part.counts.notApplicable
      counts.found += part.counts.found
      counts.reviewed += part.counts.reviewed
      counts.disputed += part.counts.disputed
    }
  }

  private init(gained: PointRange, attainable: Points, counts: Counts) {
    self.gained = gained
    self.attainable = attainable
    self.counts = counts
  }

  /// With fewer points gained of as many.
  func lowered(by points: Points, isFloored: Bool) -> Score {
    let rest = gained.lowerBound - points...gained.upperBound - points
    return Score(gained: isFloored ? rest.floored : rest, attainable: attainable, counts: counts)
  }

  package var rate: Rate {
    guard let low = Fraction(gained.lowerBound, of: attainable),
      let high = Fraction(gained.upperBound, of: attainable)
    else { return .none }
    return low == high ? .exact(low) : .between(low, high)
  }
}
