import ReportModel

/// Why an answer is not what it was, told by what came of it when only some of the factors were exchanged.
package enum Cause: Sendable, Equatable {
  /// The smallest sets of factors that bring the change about. Of several, each does so by itself.
  case told(Several<Set<Factor>>)
  /// One or more of these; which of them could not be tried, for an engine of then is no longer there.
  case among(Set<Factor>)
}
