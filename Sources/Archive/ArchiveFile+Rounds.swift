/// A round that was closed: what it rested on, and what came out.
package struct ClosedRound: Sendable, Equatable {
  package var round: String
  /// As YYYY-MM-DDThh:mm:ssZ: what was recorded before this second is what it rests on.
  package var closed: String
  package var who: String
  /// The last run that counted.
  package var run: RunID
  /// The digest of the rules gone by.
  package var book: String
  /// The last line of the ledger of events that counted; 0 where there was none.
  package var line: Int
  /// The version that reckoned it.
  package var program: String
  /// Nil where what is kept is not what was put there.
  package var body: [UInt8]?
  package var seal: String

  package init(
    round: String, closed: String, who: String, run: RunID, book: String, line: Int, program: String, body: [UInt8]?,
    seal: String
  ) {
    self.round = round
    self.closed = closed
    self.who = who
    self.run = run
    self.book = book
    self.line = line
    self.program = program
    self.body = body
    self.seal = seal
  }
}

extension ArchiveFile {
  /// Keeps a closed round; false where it was closed before, which then stays what it is.
  package func keep(_ round: ClosedRound) throws(ArchiveFailure) -> Bool {
    try database.transaction { () throws(ArchiveFailure) in
      guard try closedRound(round.round) == nil else { return false }
      try database.run(
        """
        INSERT INTO rounds(round, closed, who, run, book, line, program, body, seal)
        SELECT ?, ?, ?, ?, id, ?, ?, ?, ? FROM books WHERE digest = ?
        """,
        [
          .text(round.round), .text(round.closed), .text(round.who), .int(round.run.number), .int(round.line),
          .text(round.program), .blob(Compression.pack(round.body ?? [])), .text(round.seal), .text(round.book),
        ])
      guard database.changes == 1 else { throw .damaged("the rules of a round are gone") }
      return true
    }
  }

  package func closedRound(_ round: String) throws(ArchiveFailure) -> ClosedRound? {
    try database.first("\(Self.roundQuery) WHERE r.round = ?", [.text(round)], Self.round)
  }

  /// In the order in which they were closed.
  package func closedRounds() throws(ArchiveFailure) -> [ClosedRound] {
    try database.all("\(Self.roundQuery) ORDER BY r.closed, r.round", [], Self.round)
  }

  private static let roundQuery = """
    SELECT r.round, r.closed, r.who, r.run, b.digest, r.line, r.program, r.body, r.seal
    FROM rounds r JOIN books b ON b.id = r.book
    """

  private static func round(_ row: Row) -> ClosedRound {
    ClosedRound(
      round: row.text(0), closed: row.text(1), who: row.text(2), run: RunID(row.int(3)), book: row.text(4),
      line: row.int(5), program: row.text(6), body: try? Compression.unpack(row.blob(7)), seal: row.text(8))
  }

  /// Runs that have not come to their end.
  package func openRuns() throws(ArchiveFailure) -> [RunID] {
    try database.all("SELECT id FROM runs WHERE ending IS NULL ORDER BY id") { RunID($0.int(0)) }
  }
}
