import ReportModel

/// The archive as it stood at the end of a day, UTC, or before a second of it: with all that was recorded by then, and
/// nothing that came later.
package struct ArchiveMoment: Sendable, Equatable {
  package let day: Day
  /// Whatever was recorded at an earlier time than this was recorded by then.
  package let end: String
  /// The last run that had ended, whose rule book is the one to go by.
  package let run: RunRecord

  /// Sorts behind every time of the day and before those of the next.
  static func end(of day: Day) -> String { day.text + "T24" }
}

/// At which time the archive is looked at.
package enum ArchiveState: Sendable, Equatable {
  /// With all that is in it, whatever is still being done.
  case now
  case after(RunID)
  case at(ArchiveMoment)

  /// The last run that may count.
  var lastRun: Int {
    switch self {
    case .now: .max
    case .after(let run): run.number
    case .at(let moment): moment.run.id.number
    }
  }

  /// Before which a run must have ended, and a person have placed a document, to count.
  var end: String? {
    switch self {
    case .now, .after: nil
    case .at(let moment): moment.end
    }
  }
}

extension ArchiveFile {
  /// The end of a day; without one, of the last day on which anything was recorded. Nil where no run had ended by then.
  package func moment(asOf day: Day? = nil) throws(ArchiveFailure) -> ArchiveMoment? {
    if let day { return try moment(ArchiveMoment.end(of: day), on: day) }
    guard let last = try lastRecordedTime(), let day = Day(time: last) else { return nil }
    return try moment(ArchiveMoment.end(of: day), on: day)
  }

  /// Right before a second of UTC. What is recorded from that second on does not count, however soon it comes.
  package func moment(before time: String) throws(ArchiveFailure) -> ArchiveMoment? {
    guard let day = Day(time: time) else { return nil }
    return try moment(time, on: day)
  }

  /// When a run had ended, whatever other ones were at. Nil where there is no such run, or it is still at work.
  package func moment(after run: RunID) throws(ArchiveFailure) -> ArchiveMoment? {
    let record = try database.first("\(Self.runQuery) WHERE r.id = ?", [.int(run.number)], Self.run)
    guard let record, let ended = record.ended, let day = Day(time: ended) else { return nil }
    // Sorts behind the second in which it ended, and before the next one.
    return ArchiveMoment(day: day, end: ended + "~", run: record)
  }

  private func moment(_ end: String, on day: Day) throws(ArchiveFailure) -> ArchiveMoment? {
    let run = try database.first(
      "\(Self.runQuery) WHERE r.ended < ? ORDER BY r.id DESC LIMIT 1", [.text(end)], Self.run)
    return run.map { ArchiveMoment(day: day, end: end, run: $0) }
  }

  /// Comes back when all that others are writing is written.
  package func waitForWriters() throws(ArchiveFailure) { try database.transaction {} }

  /// The day on which the first run ended; nil where none has.
  package func firstRecordedDay() throws(ArchiveFailure) -> Day? {
    try database.first("SELECT min(ended) FROM runs") { $0.optionalText(0) }?.flatMap { Day(time: $0) }
  }

  /// The second of the last thing that was recorded; nil where nothing was.
  package func lastRecordedTime() throws(ArchiveFailure) -> String? {
    try database.first(
      """
      SELECT max(time) FROM (SELECT max(ended) AS time FROM runs UNION ALL SELECT max(time) FROM placements
        WHERE run IS NULL UNION ALL SELECT max(time) FROM ledger UNION ALL SELECT max(time) FROM companies
        UNION ALL SELECT max(time) FROM decisions)
      """
    ) { $0.optionalText(0) } ?? nil
  }
}
