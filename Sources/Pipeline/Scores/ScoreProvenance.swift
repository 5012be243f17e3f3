import Archive
import ReportModel
import Scoring

/// Which of a company's years is scored.
package enum ScoreScope: Sendable, Equatable {
  /// All documents about a year that have been seen.
  case year(Int)
  case round(Round)

  package var window: DocumentWindow {
    switch self {
    case .year(let year): DocumentWindow(reportYear: year)
    case .round(let round): DocumentWindow(reportYear: round.reportYear, cutOff: round.cutOff)
    }
  }
}

/// Of which company of an archive a score is, and what of the archive it rests on.
package struct ScoreProvenance: Sendable, Equatable {
  package let company: CompanyID
  package let name: String
  package let scope: ScoreScope
  package let moment: ArchiveMoment
  package let grounds: ProfileGrounds
  /// By name.
  package let documents: [Document]
  package let leftOut: [WindowDocuments.LeftOut]

  /// A document that counts.
  package struct Document: Sendable, Equatable {
    package let report: ReportRecord
    package let upload: WindowDocuments.Upload
    /// How many items apply to the company that this document was not asked: it was asked as one of another industry,
    /// or by other rules than those gone by.
    package let notAsked: Int
  }
}

/// Who says what a company is.
package struct ProfileGrounds: Sendable, Equatable {
  package let industry: Industry
  package let activities: Activities
  /// Documents that tell of another industry, and of which.
  package let otherwise: [Otherwise]

  package enum Industry: Sendable, Equatable {
    /// The placement of a document, by its name.
    case document(String, Placement.Source)
    /// The table of companies.
    case companies
    /// Whoever asks.
    case asked
  }

  package enum Activities: Sendable, Equatable {
    case companies
    case asked
    /// Nobody says it: all are assumed.
    case assumed
  }

  package struct Otherwise: Sendable, Equatable {
    package let document: String
    package let industry: String
  }
}
