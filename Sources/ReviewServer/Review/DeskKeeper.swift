import Archive
import Pipeline

/// The desk of one thread, as long as nothing new is in the archive.
final class DeskKeeper {
  private var kept: (stamp: ArchiveStamp, desk: ReviewDesk)?
  private let documents: Shelf<ArchiveStamp, ReviewDesk.Documents>

  /// - Parameter documents: what all threads share.
  init(documents: Shelf<ArchiveStamp, ReviewDesk.Documents>) { self.documents = documents }

  func desk(_ archive: ArchiveFile) throws(ArchiveFailure) -> ReviewDesk {
    let stamp = try archive.stamp()
    if let kept, kept.stamp == stamp { return kept.desk }
    // A decision changes the log, and nothing else that a desk knows.
    if let kept, kept.stamp.withoutDecisions == stamp.withoutDecisions {
      try kept.desk.refresh()
      self.kept = (stamp, kept.desk)
      return kept.desk
    }
    let documents = try documents.value(stamp.withoutDecisions) { () throws(ArchiveFailure) in
      try ReviewDesk.Documents(archive)
    }
    let desk = try ReviewDesk(archive, documents)
    kept = (stamp, desk)
    return desk
  }

  func clear() { kept = nil }
}

extension Visit {
  func desk() throws(ArchiveFailure) -> ReviewDesk { try desks.desk(archive) }
}
