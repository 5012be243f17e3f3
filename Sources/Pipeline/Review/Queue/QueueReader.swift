import Archive
import ReportModel
import Review
import RuleBook
import Scoring

/// Finds out what there is to review in an archive.
package struct QueueReader {
  private let archive: ArchiveFile
  private let moment: ArchiveMoment
  private let pack: Pack
  private let book: RuleBook

  /// - Parameter book: that of the moment.
  package init(_ archive: ArchiveFile, at moment: ArchiveMoment, pack: Pack, in book: RuleBook) {
    self.archive = archive
    self.moment = moment
    self.pack = pack
    self.book = book
  }

  /// - Parameter sampleSize: of each item so many documents are drawn.
  package func queue(sampleSize: Int = QueueReader.usualSample) throws(ArchiveScoringFailure) -> ReviewQueue {
    ReviewQueue(run: moment.run.id, earlier: nil, entries: [], progress: ReviewQueue.Progress(), samples: [])
  }

  /// Ten that are all right show that three of four are, nineteen times out of twenty.
  package static let usualSample = 10

  /// What an entry is about, to be shown: as it was and as it is.
  package func sights(
    of entry: QueueEntry
  ) throws(ArchiveScoringFailure) -> (before: QueueSight?, after: QueueSight?) {
    (nil, nil)
  }
}

/// An item of a document as one run left it.
package struct QueueSight: Sendable, Equatable {
  package let report: ReportRecord
  package let state: ItemState
  /// The best first.
  package let evidence: [PlacedEvidence]
  /// The place among the evidence of what is in question; nil where it is the state.
  package let focus: Int?
}
