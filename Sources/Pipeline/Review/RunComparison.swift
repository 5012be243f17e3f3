import Archive
import ReportModel
import Review
import RuleBook
import Scoring

/// What is not in the archive as it was, when one run had ended and when another had.
///
/// Cheap things first: `documents` and `differences` only look; `explained` matches texts anew where more than one
/// factor differs; `effects` makes scorecards.
package final class RunComparison {
  package let before: ArchiveMoment
  package let after: ArchiveMoment
  let archive: ArchiveFile

  package init(_ archive: ArchiveFile, from before: RunID, to after: RunID) throws(ComparisonFailure) {
    self.archive = archive
    fatalError()
  }

  /// Documents that came in between, by name.
  package func newDocuments() throws(ComparisonFailure) -> [NewDocument] { fatalError() }

  /// All that differs, by document and then in the order of the rubric.
  package func differences(
    _ choice: ComparisonChoice = ComparisonChoice()
  ) throws(ComparisonFailure) -> [ItemDifference] { fatalError() }

  /// The same with the cause of each change and what it does to the score.
  package func explained(
    _ differences: [ItemDifference], pack: Pack? = nil
  ) throws(ComparisonFailure) -> [ItemComparison] { fatalError() }

  /// Whom the changes move on or off a list in a month, by company.
  package func listChanges(
    in month: Month? = nil, pack: String? = nil
  ) throws(ComparisonFailure) -> [ListChange] { fatalError() }
}

/// Which differences are meant; what is not said is not asked.
package struct ComparisonChoice: Sendable {
  package var companies: Set<CompanyID>?
  /// Parts of names, or beginnings of SHA-256, as `reports` takes them.
  package var documents: [String]
  package var items: Set<String>?
  /// Changes of evidence that this rule found, in either state.
  package var rule: String?

  package init(
    companies: Set<CompanyID>? = nil, documents: [String] = [], items: Set<String>? = nil, rule: String? = nil
  ) {
    self.companies = companies
    self.documents = documents
    self.items = items
    self.rule = rule
  }
}

package enum ComparisonFailure: Error, Sendable, Equatable {
  case archive(ArchiveFailure)
  /// There is no such run, or it has not ended.
  case noSuchRun(RunID)
  /// There are not two runs yet.
  case onlyOneRun
  case scoring(ArchiveScoringFailure)
  case market(MarketFailure)
}
