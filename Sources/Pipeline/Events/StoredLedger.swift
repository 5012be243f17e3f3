import Archive
import ReportModel
import Scoring

extension ArchiveFile {
  /// The ledger of events as it stands, or with what was recorded by the end of a day.
  package func ledger(asOf day: Day? = nil) throws(ArchiveFailure) -> Ledger {
    let ledger = try Self.ledger(try ledgerRows())
    return day.map { ledger.upTo(Moment(endOf: $0)) } ?? ledger
  }

  /// With what was recorded by a moment.
  package func ledger(at moment: ArchiveMoment) throws(ArchiveFailure) -> Ledger {
    try Self.ledger(try ledgerRows().filter { $0.time < moment.end })
  }

  /// Changes the ledger in one transaction: all that `change` says is kept, or nothing, as it decides.
  package func changeLedger<Value>(
    _ change: (inout Ledger) -> (value: Value, isKept: Bool)
  ) throws(ArchiveFailure) -> Value {
    try extendLedger { rows throws(ArchiveFailure) in
      var ledger = try Self.ledger(rows)
      let (value, isKept) = change(&ledger)
      return (isKept ? ledger.lines.dropFirst(rows.count).map(LedgerCoding.row) : [], value)
    }
  }

  private static func ledger(_ rows: [LedgerRow]) throws(ArchiveFailure) -> Ledger {
    var lines: [LedgerLine] = []
    for row in rows {
      guard let line = LedgerCoding.line(row) else { throw .damaged("line \(row.line) of the ledger of events") }
      lines.append(line)
    }
    do throws(LedgerFault) {
      return try Ledger(replaying: lines)
    } catch {
      throw .damaged("the ledger of events: \(error.sentence.english)")
    }
  }
}
