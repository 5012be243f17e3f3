/// A run as it is recorded.
package struct RunRecord: Sendable, Equatable {
  package var id: RunID
  package var command: String
  /// Times as YYYY-MM-DDThh:mm:ssZ.
  package var started: String
  /// Of a killed run, when that was noticed.
  package var ended: String?
  package var ending: RunEnding?
  package var engines: Engines
  /// The digest of its rules.
  package var rules: String
  package var documents: Int
  package var problems: Int
}

package enum RunEnding: String, Sendable, CaseIterable {
  /// It came to its end; some documents may have failed.
  case done
  /// Somebody stopped it.
  case stopped
  /// It could not go on: no room on the disk, say.
  case failed
  /// Its process was gone when the next one came.
  case killed
}

/// The rule book that a run goes by.
package struct StoredBook: Sendable {
  package var digest: String
  /// The files that it was read from, as one run of bytes.
  package var sources: [UInt8]

  package init(digest: String, sources: [UInt8]) {
    self.digest = digest
    self.sources = sources
  }
}

extension ArchiveFile {
  package func beginRun(
    command: String, at time: String, engines: Engines, book: StoredBook
  ) throws(ArchiveFailure) -> RunID {
    try database.transaction { () throws(ArchiveFailure) in
      try database.run(
        "INSERT OR IGNORE INTO books(digest, sources) VALUES(?, ?)",
        [.text(book.digest), .blob(Compression.pack(book.sources))])
      let number = try database.insert(
        """
        INSERT INTO runs(command, started, reading, matching, book)
        SELECT ?, ?, ?, ?, id FROM books WHERE digest = ?
        """,
        [.text(command), .text(time), .text(engines.reading), .text(engines.matching), .text(book.digest)])
      return RunID(number)
    }
  }

  package func endRun(_ run: RunID, at time: String, _ ending: RunEnding) throws(ArchiveFailure) {
    try database.transaction { () throws(ArchiveFailure) in
      try close(run, at: time, ending)
    }
  }

  private func close(_ run: RunID, at time: String, _ ending: RunEnding) throws(ArchiveFailure) {
    try database.run(
      "UPDATE runs SET ended = ?, ending = ? WHERE id = ? AND ending IS NULL",
      [.text(time), .text(ending.rawValue), .int(run.number)])
    try database.run("DELETE FROM claims WHERE run = ?", [.int(run.number)])
  }

  /// Runs without an end whose process is gone are marked as such, and what they were at is free again.
  package func closeDeadRuns(at time: String, isAlive: (RunID) -> Bool) throws(ArchiveFailure) {
    let open = try database.all("SELECT id FROM runs WHERE ending IS NULL") { RunID($0.int(0)) }
    for run in open where !isAlive(run) {
      try database.transaction { () throws(ArchiveFailure) in try close(run, at: time, .killed) }
    }
  }

  package func runs() throws(ArchiveFailure) -> [RunRecord] {
    try database.all("\(Self.runQuery) ORDER BY r.id", [], Self.run)
  }

  /// The last run up to one that did not find everything as it was; nil where none did anything.
  package func lastChange(upTo run: RunID) throws(ArchiveFailure) -> RunID? {
    try database.first(
      "SELECT max(run) FROM readings WHERE run <= ? AND outcome <> ?",
      [.int(run.number), .text(Outcome.unchanged.rawValue)]
    ) { $0.optionalInt(0).map(RunID.init) } ?? nil
  }

  static let runQuery = """
    SELECT r.id, r.command, r.started, r.ended, r.ending, r.reading, r.matching, b.digest,
      (SELECT count(*) FROM readings WHERE run = r.id), (SELECT count(*) FROM problems WHERE run = r.id)
    FROM runs r JOIN books b ON b.id = r.book
    """

  static func run(_ row: Row) -> RunRecord {
    RunRecord(
      id: RunID(row.int(0)), command: row.text(1), started: row.text(2), ended: row.optionalText(3),
      ending: row.optionalText(4).flatMap(RunEnding.init),
      engines: Engines(reading: row.text(5), matching: row.text(6)),
      rules: row.text(7), documents: row.int(8), problems: row.int(9))
  }

  /// The rule files that a run went by.
  package func book(_ digest: String) throws(ArchiveFailure) -> StoredBook? {
    let packed = try database.first("SELECT sources FROM books WHERE digest = ?", [.text(digest)]) { $0.blob(0) }
    guard let packed else { return nil }
    return StoredBook(digest: digest, sources: try Compression.unpack(packed))
  }

  /// The number of a sheet of questions, which is made where it is new.
  package func sheet(_ questions: [Question], digest: String) throws(ArchiveFailure) -> SheetID {
    try database.transaction { () throws(ArchiveFailure) in
      if let known = try database.first("SELECT id FROM sheets WHERE digest = ?", [.text(digest)], { $0.int(0) }) {
        return SheetID(number: known)
      }
      let sheet = try database.insert("INSERT INTO sheets(digest) VALUES(?)", [.text(digest)])
      for (position, question) in questions.enumerated() {
        try database.run(
          "INSERT OR IGNORE INTO questions(item, digest) VALUES(?, ?)", [.text(question.item), .text(question.digest)])
        try database.run(
          """
          INSERT INTO sheet_questions(sheet, position, question)
          SELECT ?, ?, id FROM questions WHERE item = ? AND digest = ?
          """,
          [.int(sheet), .int(position), .text(question.item), .text(question.digest)])
      }
      return SheetID(number: sheet)
    }
  }

  /// Notes which sheet a run's rule book puts to the documents of an industry.
  package func note(_ sheet: SheetID, of industry: String?, run: RunID) throws(ArchiveFailure) {
    try database.run(
      "INSERT OR IGNORE INTO run_sheets(run, industry, sheet) VALUES(?, ?, ?)",
      [.int(run.number), .text(industry ?? ""), .int(sheet.number)])
  }

  /// The sheet that a run's rule book puts to the documents of an industry; nil where the run did not note it.
  package func sheet(of run: RunID, industry: String?) throws(ArchiveFailure) -> SheetID? {
    try database.first(
      "SELECT sheet FROM run_sheets WHERE run = ? AND industry = ?", [.int(run.number), .text(industry ?? "")]
    ) { SheetID(number: $0.int(0)) }
  }

  /// The digest of the rule book that put a sheet to the documents of an industry; where several did, the last.
  package func rules(behind sheet: SheetID, industry: String?) throws(ArchiveFailure) -> String? {
    try database.first(
      """
      SELECT b.digest FROM run_sheets s JOIN runs r ON r.id = s.run JOIN books b ON b.id = r.book
      WHERE s.sheet = ? AND s.industry = ? ORDER BY s.run DESC LIMIT 1
      """, [.int(sheet.number), .text(industry ?? "")]
    ) { $0.text(0) }
  }

  package func addProblem(_ code: String, _ message: String, of path: String, run: RunID) throws(ArchiveFailure) {
    try database.run(
      "INSERT OR REPLACE INTO problems(run, path, code, message) VALUES(?, ?, ?, ?)",
      [.int(run.number), .text(path), .text(code), .text(message)])
  }
}
