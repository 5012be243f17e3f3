import Archive
import ReportModel
import Scoring

/// Why a company of an archive cannot be scored.
package enum ArchiveScoringFailure: Error, Sendable, Equatable {
  case archive(ArchiveFailure)
  /// The rule book that was kept with a run is not what it was, or this program cannot read it as it was meant.
  case unreadableBook(digest: String)
  case cannotScore(Scorer.Refusal)
  /// Nobody says which industry the company is of.
  case noIndustry(CompanyID)
  /// Its industry is none of the pack's.
  case unknownIndustry(String, of: CompanyID)
  /// The run is of an earlier version of the program, which did not note what it asked.
  case questionsNotNoted(RunID)
  /// None of its documents counts.
  case noDocument(CompanyID, WindowDocuments)
}
