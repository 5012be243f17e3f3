import ReportModel
import RuleBook

/// What an item does to the score, and what that rests on.
package enum Outcome: Sendable, Equatable {
  /// A positive item that is answered.
  case gained(Points, Ground)
  /// A positive item that is not.
  case missed(Absence)
  /// A negative item that the company tells of itself; the points are below nought.
  case deducted(Points, Ground)
  /// A negative item of which nothing is told.
  case clear(Absence)
  /// Neither a zero nor a pass: what was read leaves all of these open.
  case unknown(PointRange, Doubtful)
  case notApplicable(Exemption)

  package enum Ground: Sendable, Equatable {
    case evidence(Several<Sourced<Evidence>>)
    case statement(Several<Sourced<ItemState.Statement>>)
    /// It is only taken to be so (`Suppositions`).
    case supposed
  }

  package enum Absence: Sendable, Equatable {
    case stated(Several<Sourced<ItemState.Statement>>)
    /// It happened, but not in the years that the documents are about.
    case otherYears(Several<Sourced<Evidence>>)
    /// All that is told are cases of the ledger of events, which lower scores in months of their own.
    case inLedger(Several<Sourced<LedgerCase>>)
    /// By document, the pages that were searched.
    case notFound([Sourced<[Int]>])
    case supposed
  }

  package struct Doubtful: Sendable, Equatable {
    /// What was found so far: words without the number that unread pages may hold.
    package let found: [Sourced<Evidence>]
    /// By document; empty where there was no document.
    package let doubts: [Sourced<[DocumentAnswer.Doubt]>]
  }

  package enum Exemption: Sendable, Equatable {
    case industry
    /// What the company does not do.
    case activities([String])
  }

  /// Which of the cases it is, as outputs for programs name it.
  package enum Kind: String, Sendable, CaseIterable {
    case gained, missed, deducted, clear, unknown
    case notApplicable = "not-applicable"
  }

  package var kind: Kind {
    switch self {
    case .gained: .gained
    case .missed: .missed
    case .deducted: .deducted
    case .clear: .clear
    case .unknown: .unknown
    case .notApplicable: .notApplicable
    }
  }

  /// What it adds to the points of its sub-dimension.
  package var points: PointRange {
    switch self {
    case .gained(let points, _), .deducted(let points, _): points...points
    case .missed, .clear, .notApplicable: .zero
    case .unknown(let range, _): range
    }
  }

  package var applies: Bool {
    switch self {
    case .gained, .missed, .deducted, .clear, .unknown: true
    case .notApplicable: false
    }
  }
}
