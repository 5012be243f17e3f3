import ReportModel

/// Why an answer is not what it was, told by what came of it when only some of the factors were exchanged.
package enum Cause: Sendable, Equatable {
  /// The smallest sets of factors that bring the change about. Of several, each does so by itself.
  case told(Several<Set<Factor>>)
  /// Not all that would have to be tried can be: an engine of then is no longer there, or a text. Without the factors
  /// in `needed` it would not have come about, as far as could be tried; any of the others may have had to come to it.
  case among(Set<Factor>, needed: Set<Factor>)

  /// The one factor that differs needs no trial.
  package static func only(_ factor: Factor) -> Cause { .told(Several(only: [factor])) }

  /// All factors that have a part in it, or may have.
  package var factors: Set<Factor> {
    switch self {
    case .told(let sets): sets.all.reduce(into: []) { $0.formUnion($1) }
    case .among(let factors, _): factors
    }
  }

  package var isTold: Bool {
    switch self {
    case .told: true
    case .among: false
    }
  }
}

/// A change with its cause.
package struct ExplainedChange: Sendable, Equatable {
  package let change: Change
  package let cause: Cause

  package init(_ change: Change, cause: Cause) {
    self.change = change
    self.cause = cause
  }
}
