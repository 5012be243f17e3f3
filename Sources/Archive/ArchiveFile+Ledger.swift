/// A line of the ledger of events as it is kept: what it says is told by whoever wrote it.
package struct LedgerRow: Sendable, Equatable {
  package var line: Int
  /// As YYYY-MM-DDThh:mm:ssZ.
  package var time: String
  package var who: String
  package var event: String
  package var what: String
  package var body: String

  package init(line: Int, time: String, who: String, event: String, what: String, body: String) {
    self.line = line
    self.time = time
    self.who = who
    self.event = event
    self.what = what
    self.body = body
  }
}

extension ArchiveFile {
  /// All lines, in the order in which they were added.
  package func ledgerRows() throws(ArchiveFailure) -> [LedgerRow] {
    try database.all("SELECT line, time, who, event, what, body FROM ledger ORDER BY line") { row in
      LedgerRow(
        line: row.int(0), time: row.text(1), who: row.text(2), event: row.text(3), what: row.text(4),
        body: row.text(5))
    }
  }

  /// Adds the lines that `decide` makes of all that are there, all of them or none; nobody else adds any meanwhile.
  package func extendLedger<Value>(
    _ decide: ([LedgerRow]) throws(ArchiveFailure) -> (rows: [LedgerRow], value: Value)
  ) throws(ArchiveFailure) -> Value {
    try database.transaction { () throws(ArchiveFailure) in
      let (rows, value) = try decide(try ledgerRows())
      for row in rows {
        try database.run(
          "INSERT INTO ledger(line, time, who, event, what, body) VALUES(?, ?, ?, ?, ?, ?)",
          [.int(row.line), .text(row.time), .text(row.who), .text(row.event), .text(row.what), .text(row.body)])
      }
      return value
    }
  }
}
