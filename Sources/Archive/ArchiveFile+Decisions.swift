/// A step of the log of decisions as it is kept: what it says is told by whoever wrote it.
package struct DecisionRow: Sendable, Equatable {
  package var step: Int
  /// As YYYY-MM-DDThh:mm:ssZ.
  package var time: String
  package var who: String
  /// The SHA-256 of the document that it is about, and the item.
  package var document: String
  package var item: String
  package var what: String
  package var body: String

  package init(step: Int, time: String, who: String, document: String, item: String, what: String, body: String) {
    self.step = step
    self.time = time
    self.who = who
    self.document = document
    self.item = item
    self.what = what
    self.body = body
  }
}

extension ArchiveFile {
  /// The steps behind one, in the order in which they were added.
  package func decisionRows(after step: Int = 0) throws(ArchiveFailure) -> [DecisionRow] {
    try database.all(
      "SELECT step, time, who, document, item, what, body FROM decisions WHERE step > ? ORDER BY step", [.int(step)]
    ) { row in
      DecisionRow(
        step: row.int(0), time: row.text(1), who: row.text(2), document: row.text(3), item: row.text(4),
        what: row.text(5), body: row.text(6))
    }
  }

  /// Adds the steps that `decide` makes of those behind a step that the caller knows, all of them or none; nobody else
  /// adds any meanwhile. What is known already is not read again, so that others do not have to wait for it.
  package func extendDecisions<Value>(
    after step: Int, _ decide: ([DecisionRow]) throws(ArchiveFailure) -> (rows: [DecisionRow], value: Value)
  ) throws(ArchiveFailure) -> Value {
    try database.transaction { () throws(ArchiveFailure) in
      let (rows, value) = try decide(try decisionRows(after: step))
      for row in rows {
        try database.run(
          "INSERT INTO decisions(step, time, who, document, item, what, body) VALUES(?, ?, ?, ?, ?, ?, ?)",
          [
            .int(row.step), .text(row.time), .text(row.who), .text(row.document), .text(row.item), .text(row.what),
            .text(row.body),
          ])
      }
      return value
    }
  }

  /// What tells a document's texts apart: the engine that read it, and at which attempt.
  package func textName(_ text: TextID) throws(ArchiveFailure) -> String {
    let name = try database.first("SELECT engine, attempt FROM texts WHERE id = ?", [.int(text.number)]) {
      "\($0.text(0)) \($0.int(1))"
    }
    guard let name else { throw .damaged("a stored text is gone") }
    return name
  }
}
