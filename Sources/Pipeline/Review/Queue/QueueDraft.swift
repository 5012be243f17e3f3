import ReportModel

/// Entries on their way into a queue: those that were decided are only counted, and what two entries ask of the same
/// words is asked once.
struct QueueDraft {
  private(set) var entries: [QueueEntry] = []
  private(set) var progress = ReviewQueue.Progress()
  private var known: Set<QueueID> = []
  private var asked: Set<Subject> = []

  private struct Subject: Hashable {
    var document: String
    var item: String
    var pick: EvidencePlace.Pick?
  }

  /// In the order in which they are to be looked at; `mark` is what reviewers say of what an entry asks.
  mutating func add(_ entry: QueueEntry, _ mark: DocumentJudgements.Mark?) {
    guard known.insert(entry.id).inserted, asksAnew(entry) else { return }
    let kind = entry.reason.kind
    if mark?.kind.isDecided == true {
      progress.decided[kind, default: 0] += 1
    } else {
      progress.open[kind, default: 0] += 1
      entries.append(mark == nil ? entry : entry.postponed)
    }
  }

  /// A change, a dispute and a confirmation each ask something of their own.
  private mutating func asksAnew(_ entry: QueueEntry) -> Bool {
    switch entry.reason {
    case .change, .dispute, .confirmation: true
    case .sample, .ambiguous, .unreadable, .edge:
      asked.insert(Subject(document: entry.document.sha256, item: entry.item, pick: entry.after?.pick)).inserted
    }
  }

  /// What was put off stands behind all others.
  var inOrder: [QueueEntry] { entries.filter { !$0.isPostponed } + entries.filter(\.isPostponed) }
}

extension QueueEntry {
  fileprivate var postponed: QueueEntry {
    QueueEntry(
      id: id, document: document, company: company, item: item, reason: reason, effect: effect, before: before,
      after: after, isPostponed: true)
  }
}
