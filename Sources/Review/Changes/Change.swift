import ReportModel

/// One thing about an item of a report that is not what it was.
package enum Change: Sendable, Equatable {
  case appeared(PlacedEvidence)
  case vanished(PlacedEvidence)
  /// The same statement, told differently; never without a difference.
  case altered(from: PlacedEvidence, to: PlacedEvidence, Set<Difference>)
  /// The item as a whole; nil where it was not asked.
  case state(from: ItemState.State?, to: ItemState.State?)

  package var before: PlacedEvidence? {
    switch self {
    case .vanished(let evidence), .altered(from: let evidence, to: _, _): evidence
    case .appeared, .state: nil
    }
  }

  package var after: PlacedEvidence? {
    switch self {
    case .appeared(let evidence), .altered(from: _, to: let evidence, _): evidence
    case .vanished, .state: nil
    }
  }
}

/// In what two accounts of one statement differ.
package enum Difference: String, Sendable, CaseIterable, Comparable {
  /// The same number, given more or less exactly.
  case rounding
  case unit
  /// The same figures, but for their decimal point.
  case powerOfTen = "power-of-ten"
  /// Another number.
  case value
  /// How the number is limited: about, at least.
  case qualifier
  /// Another name or list that was read off.
  case name
  case year
  case boundary
  case level
  case quote
  /// Where it stands, and nothing else.
  case page

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (a: Difference, b: Difference) -> Bool { a.order < b.order }
}
