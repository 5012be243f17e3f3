import Archive
import Pipeline
import ReportModel
import Review
import Synchronization

/// A queue as it was when it was reckoned, with what was decided since laid over it: so that going on to the next entry
/// costs nothing, and no entry changes its place while somebody works through them.
struct QueueSnapshot: Sendable {
  let queue: ReviewQueue
  /// With what its entries are told and read.
  let state: ViewState
  /// The last step of the log that is in it.
  let step: Int
  private let places: [QueueID: Int]

  init(_ queue: ReviewQueue, _ state: ViewState, step: Int) {
    self.queue = queue
    self.state = state
    self.step = step
    places = Dictionary(queue.entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func place(of id: QueueID) -> Int? { places[id] }

  /// Whether everything that was decided since can be laid over it: what it knows as decided must still be.
  func isGood(for log: DecisionLog) -> Bool {
    log.steps.dropFirst(step).allSatisfy { later in
      if case .undo(let number) = later.entry { number > step } else { true }
    }
  }

  /// What somebody has dealt with since, and how.
  func handled(_ log: DecisionLog) -> [QueueID: Handling] {
    var said: [Matter: [Saying]] = [:]
    for step in log.steps.dropFirst(step) where log.stands(step.number) {
      switch step.entry {
      case .carry(let number, let subject):
        said[Matter(subject.document, subject.item), default: []].append(.settled(step: number))
      case .release(let number, let document):
        guard let item = log.step(number).flatMap(log.verdict)?.subject.item else { continue }
        said[Matter(document, item), default: []].append(.settled(step: number))
      case .decide(let verdict, let subject):
        said[Matter(subject.document, subject.item), default: []].append(.decided(verdict, subject.matter))
      case .add, .undo: continue
      }
    }
    guard !said.isEmpty else { return [:] }
    var handled: [QueueID: Handling] = [:]
    for entry in queue.entries {
      guard let sayings = said[Matter(entry.document.sha256, entry.item)] else { continue }
      let all = sayings.compactMap { $0.handling(of: entry) }
      if let last = all.last { handled[entry.id] = last }
    }
    return handled
  }

  enum Handling: Sendable { case decided, postponed }

  private enum Saying {
    case decided(Verdict, Subject.Matter)
    /// Of an earlier decision somebody said where it holds.
    case settled(step: Int)

    /// Nil where it is not about what the entry asks.
    func handling(of entry: QueueEntry) -> Handling? {
      switch (self, entry.reason) {
      case (.settled(let step), .confirmation(let asked)): return step == asked ? .decided : nil
      case (.settled, _), (.decided, .confirmation): return nil
      case (.decided(let verdict, let matter), _):
        guard entry.after.asks(about: matter) else { return nil }
        return verdict == .postpone ? .postponed : .decided
      }
    }
  }

  private struct Matter: Hashable {
    let document: String
    let item: String

    init(_ document: String, _ item: String) {
      self.document = document
      self.item = item
    }
  }

  /// The entry that a step is about.
  func entry(of step: DecisionStep, _ log: DecisionLog) -> QueueEntry? {
    guard let subject = log.verdict(of: step)?.subject else { return nil }
    return queue.entries.first { $0.document.sha256 == subject.document && $0.item == subject.item }
  }
}

extension EvidencePlace? {
  /// Whether this is what was decided on: the same words, or the item's state where there are none.
  fileprivate func asks(about matter: Subject.Matter) -> Bool {
    switch (self?.pick, matter) {
    case (nil, .state), (.best, .words), (.best, .addition): true
    case (.words(let pick), .words(let words)):
      words.place.ranges.contains { "\($0.lowerBound) \(words.printed)" == pick }
    case (nil, _), (.best, .state), (.words, _): false
    }
  }
}

/// The last queue that was reckoned.
final class QueueShelf: Sendable {
  private let kept = Mutex<(stamp: ArchiveStamp.Scores, snapshot: QueueSnapshot)?>(nil)
  /// Whoever reckons: what two ask for at the same time is reckoned once.
  private let making = Mutex(())

  /// - Parameter isNew: with all that was decided, for an overview; else as it was begun, as long as that is good.
  func snapshot(_ reader: ViewReader, _ log: DecisionLog, isNew: Bool) throws(ViewFailure) -> QueueSnapshot {
    let stamp = try ViewFailure.archive { () throws(ArchiveFailure) in
      try reader.archive.stamp().withoutDecisions.scores
    }
    if let good = find(stamp, log, isNew: isNew) { return good }
    return try making.withLock { _ throws(ViewFailure) in
      if let good = find(stamp, log, isNew: isNew) { return good }
      let state = try reader.state()
      let queue = try ViewFailure.comparing { () throws(ComparisonFailure) in
        try QueueReader(reader.archive, at: state.moment, pack: state.pack, in: state.book).queue()
      }
      let snapshot = QueueSnapshot(queue, state, step: log.steps.count)
      kept.withLock { $0 = (stamp, snapshot) }
      return snapshot
    }
  }

  private func find(_ stamp: ArchiveStamp.Scores, _ log: DecisionLog, isNew: Bool) -> QueueSnapshot? {
    guard let kept = kept.withLock({ $0 }), kept.stamp == stamp, kept.snapshot.isGood(for: log) else { return nil }
    return kept.snapshot.step == log.steps.count || !isNew ? kept.snapshot : nil
  }
}

extension ViewFailure {
  static func comparing<Value>(_ body: () throws(ComparisonFailure) -> Value) throws(ViewFailure) -> Value {
    do throws(ComparisonFailure) {
      return try body()
    } catch {
      switch error {
      case .archive(let failure): throw .scoring(.archive(failure))
      case .scoring(let failure): throw .scoring(failure)
      case .market(let failure): throw .market(failure)
      case .noSuchRun, .onlyOneRun: throw .notFound(Phrase("There is no such run.", "沒有這次執行。"))
      }
    }
  }
}
