import Archive
import ReportModel
import RuleBook
import Scoring

/// All that an archive knows of rounds, on some day or now.
package struct RoundStanding {
  private let archive: ArchiveFile
  /// By whose rules it goes.
  private let moment: ArchiveMoment
  private let reports: [ReportRecord]
  private let companies: [CompanyRecord]
  private let reviews: [String: DocumentReview]

  /// Without a day with whatever is there, also of a run that has not ended.
  package init(_ archive: ArchiveFile, asOf day: Day?) throws(RoundRefusal) {
    self.archive = archive
    let found = try RoundRefusal.asking { () throws(ArchiveFailure) in try archive.moment(asOf: day) }
    guard let moment = found else { throw .nothingRecorded }
    self.moment = moment
    let state: ArchiveState = day == nil ? .now : .at(moment)
    reports = try RoundRefusal.asking { () throws(ArchiveFailure) in try archive.reports(ReportFilter(state: state)) }
    companies = try RoundRefusal.asking { () throws(ArchiveFailure) in try archive.companies(asOf: day) }
    let all = reports
    reviews = try RoundRefusal.asking { () throws(ArchiveFailure) in
      try archive.reviewExtents(
        of: all, day == nil ? try archive.decisions() : try archive.decisions(at: moment))
    }
  }

  package func rules(pack: String?) throws(RoundRefusal) -> RoundBook {
    try RoundBook(archive, at: moment, pack: pack)
  }

  package func status(of round: Round, _ rules: RoundBook, on day: Day) -> RoundStatus {
    RoundStatus(
      round, next: rules.plan.next(after: round), on: day, reports: reports, companies: companies,
      reviews: reviews)
  }
}
