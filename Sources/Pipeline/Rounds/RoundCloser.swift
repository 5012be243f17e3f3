import Archive
import Glibc
import ReportModel
import RuleBook
import Scoring

/// Closes rounds of an archive: freezes what they rest on and what comes out.
package struct RoundCloser {
  private let archive: ArchiveFile
  private let lock: RunLock

  package init(_ archive: ArchiveFile) throws(RoundRefusal) {
    self.archive = archive
    lock = try RoundRefusal.asking { () throws(ArchiveFailure) in try RunLock(archive: archive.path) }
  }

  /// What is asked for.
  package struct Order: Sendable {
    package var round: String
    /// May be left out where the rules have one only.
    package var pack: String?
    package var who: String
    /// Whether it may be closed before its uploads have ended.
    package var mayBeEarly: Bool

    package init(round: String, pack: String?, who: String, mayBeEarly: Bool) {
      self.round = round
      self.pack = pack
      self.who = who
      self.mayBeEarly = mayBeEarly
    }
  }

  /// All of it or nothing. No ingest runs meanwhile, nor is one begun.
  package func close(_ order: Order) throws(RoundRefusal) -> ClosedRound {
    try lock.exclusively { () throws(RoundRefusal) in
      try refuseIfClosed(order.round)
      try refuseIfIngestRuns()
      let moment = try moment()
      let rules = try RoundBook(archive, at: moment, pack: order.pack)
      let round = try rules.round(order.round)
      if let trouble = round.completion.trouble { throw .notInCalendar(trouble) }
      let isEarly = moment.day <= round.cutOff
      if isEarly, !order.mayBeEarly { throw .beforeCutOff(round.cutOff) }
      return try keep(round, rules, moment, isEarly: isEarly, who: order.who)
    }
  }

  private func refuseIfClosed(_ round: String) throws(RoundRefusal) {
    let before = try RoundRefusal.asking { () throws(ArchiveFailure) in try archive.closedRound(round) }
    if let before { throw .closedBefore(at: before.closed, who: before.who) }
  }

  private func refuseIfIngestRuns() throws(RoundRefusal) {
    let open = try RoundRefusal.asking { () throws(ArchiveFailure) in
      try archive.closeDeadRuns(at: UTCTime.now, isAlive: lock.isAlive)
      return try archive.openRuns()
    }
    if !open.isEmpty { throw .ingestRuns(open) }
  }

  private func keep(
    _ round: Round, _ rules: RoundBook, _ moment: ArchiveMoment, isEarly: Bool, who: String
  ) throws(RoundRefusal) -> ClosedRound {
    let frozen = try RoundRefusal.scoring { () throws(ArchiveScoringFailure) in
      try RoundReckoner(archive: archive, moment: moment, rules: rules)
        .frozen(round, isEarly: isEarly, who: who, program: engineVersion)
    }
    let closed = ClosedRound(frozen)
    guard try RoundRefusal.asking({ () throws(ArchiveFailure) in try archive.keep(closed) }) else {
      throw .closedBefore(at: closed.closed, who: closed.who)
    }
    return closed
  }

  // MARK: The moment

  private static let look: UInt32 = 50_000
  /// So long the clock may stand at the second of what was recorded last.
  private static let patience = 60

  /// Right before a second in which nothing has been recorded yet: whatever comes later then stays out for good, and
  /// whatever came before is in.
  private func moment() throws(RoundRefusal) -> ArchiveMoment {
    let last = try RoundRefusal.asking { () throws(ArchiveFailure) in try archive.lastRecordedTime() }
    guard let last else { throw .nothingRecorded }
    var looks = 0
    while UTCTime.now <= last {
      if looks == Self.patience { throw .clockBehind(last) }
      looks += 1
      usleep(Self.look)
    }
    let now = UTCTime.now
    // Whoever is writing still does so at an earlier time.
    try RoundRefusal.asking { () throws(ArchiveFailure) in try archive.waitForWriters() }
    let moment = try RoundRefusal.asking { () throws(ArchiveFailure) in try archive.moment(before: now) }
    guard let moment else { throw .nothingRecorded }
    return moment
  }
}

extension ClosedRound {
  /// As it is kept, with its seal.
  package init(_ frozen: FrozenRound) {
    self.init(
      round: frozen.id, closed: frozen.closed, who: frozen.who, run: RunID(frozen.run), book: frozen.rules,
      line: frozen.line, program: frozen.program, body: frozen.body, seal: "")
    seal = digest
  }
}
