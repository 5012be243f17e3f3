import Archive
import ReportModel

/// A document as it was and as it is, or the one that another has taken the place of.
package enum DocumentPair: Sendable, Equatable {
  case same(before: ReportRecord, after: ReportRecord)
  /// A corrected upload: of the same company, year, kind and language, and it counts instead.
  case corrected(before: ReportRecord, after: ReportRecord)

  package var before: ReportRecord {
    switch self {
    case .same(let before, _), .corrected(let before, _): before
    }
  }

  package var after: ReportRecord {
    switch self {
    case .same(_, let after), .corrected(_, let after): after
    }
  }
}

/// A document that nothing is compared with.
package struct NewDocument: Sendable, Equatable {
  package let report: ReportRecord
  package let company: CompanyID?
  package let kind: Kind

  package enum Kind: Sendable, Equatable {
    /// The company was there with an earlier year: a new year is no change.
    case nextYear(after: Int)
    /// Another report of a company and year that was there, which counts beside it, or instead.
    case another
    /// Of a company, or a year before, that was not there.
    case first
  }
}
