import Archive
import Pipeline
import ReportModel
import Review
import WebServer

extension RouteTable {
  static let queue: [Route] = [
    .view("review") { visit, reader throws(ViewFailure) in .page(try QueueList(visit, reader).page) },
    .view("review/next") { visit, reader throws(ViewFailure) in
      let work = try QueueWork(visit, reader)
      return .go(work.open.first.map { .entry($0.id) } ?? SiteSection.review.link)
    },
    .view("review/:entry") { visit, reader throws(ViewFailure) in
      let work = try QueueWork(visit, reader)
      guard let entry = work.entry(QueueID(visit.place("entry"))) else { return .go(SiteSection.review.link) }
      return .page(try QueueEntryPage(visit, reader, work, entry).page)
    },
    .post("confirmations") { visit throws(ArchiveFailure) in
      try visit.deciding { desk, who, time throws(ReviewDesk.Failure) in try visit.confirm(desk, who, time) }
    },
  ]
}

extension Link {
  static func entry(_ id: QueueID) -> Link { Link("review", id.text) }
}

extension Visit {
  /// Where an earlier decision holds in a report: at one of the places that look like it, or nowhere.
  fileprivate func confirm(
    _ desk: ReviewDesk, _ who: OneLine, _ time: Moment
  ) throws(ReviewDesk.Failure) -> DecisionStep {
    let (step, document) = (Int(field("step")) ?? 0, field("document"))
    guard let choice = Int(field("place")) else { return try desk.release(step, from: document, by: who, at: time) }
    guard let report = desk.document(document) else { throw .noSuchDocument(document) }
    let asking: AskingDecision?
    do throws(ArchiveFailure) {
      asking = try desk.reviewed(report).asking.first { $0.decision.opinion.step == step }
    } catch {
      throw .archive(error)
    }
    // Told by its place in the text too: the list may be another one by now.
    guard let place = asking?.lookAlikes.first(where: { $0.range.lowerBound == choice }) else {
      throw .refused(.cannotBeCarried(step))
    }
    return try desk.carry(step, to: place, in: report, by: who, note: OneLine(field("note")), at: time)
  }
}

/// A queue that somebody works through: what is open, and where one is.
struct QueueWork {
  let snapshot: QueueSnapshot
  let desk: ReviewDesk
  let handled: [QueueID: QueueSnapshot.Handling]
  /// What is still to be looked at, in the order of the queue.
  let open: [QueueEntry]

  init(_ visit: Visit, _ reader: ViewReader, isNew: Bool = false) throws(ViewFailure) {
    desk = try ViewFailure.archive { () throws(ArchiveFailure) in try visit.desk() }
    snapshot = try visit.site.queues.snapshot(reader, desk.log, isNew: isNew)
    let handled = snapshot.handled(desk.log)
    self.handled = handled
    open = snapshot.queue.entries.filter { handled[$0.id] == nil }
  }

  var queue: ReviewQueue { snapshot.queue }

  func entry(_ id: QueueID) -> QueueEntry? { snapshot.place(of: id).map { queue.entries[$0] } }

  /// The next one that is open, from here on; at the end, from the beginning.
  func next(after entry: QueueEntry) -> QueueEntry? {
    guard let place = snapshot.place(of: entry.id) else { return open.first }
    let isOpen: (QueueEntry) -> Bool = { handled[$0.id] == nil && $0.id != entry.id }
    return queue.entries[(place + 1)...].first(where: isOpen) ?? queue.entries[..<place].first(where: isOpen)
  }

  func before(_ entry: QueueEntry) -> QueueEntry? {
    snapshot.place(of: entry.id).flatMap { $0 > 0 ? queue.entries[$0 - 1] : nil }
  }

  var decided: Int { queue.progress.allDecided + handled.values.count { $0 == .decided } }
  var all: Int { queue.progress.all }
}
