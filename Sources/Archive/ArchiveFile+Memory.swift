import ReportModel

extension ArchiveFile {
  /// What was reckoned before under a key, as far as it is still remembered.
  package func remembered(_ key: String) throws(ArchiveFailure) -> [UInt8]? {
    try database.first("SELECT body FROM memory WHERE key = ?", [.text(key)]) { $0.blob(0) }
  }

  /// So many results are remembered: of thousands of companies, those of many rounds.
  package static let mostRemembered = 200_000

  /// Keeps what was reckoned; what was kept the longest ago is forgotten for it. One transaction, as short as can be.
  package func remember(
    _ results: [(key: String, body: [UInt8])], atMost most: Int = ArchiveFile.mostRemembered
  ) throws(ArchiveFailure) {
    guard !results.isEmpty else { return }
    try database.transaction { () throws(ArchiveFailure) in
      for result in results {
        try database.run(
          "INSERT OR REPLACE INTO memory(key, body) VALUES(?, ?)", [.text(result.key), .blob(result.body)])
      }
      try database.run("DELETE FROM memory WHERE id <= (SELECT max(id) FROM memory) - ?", [.int(most)])
    }
  }

  /// Nothing is lost by it but time.
  package func forgetAll() throws(ArchiveFailure) { try database.run("DELETE FROM memory") }

  /// Of each document the last step of the log of decisions that is about it, at a moment: it tells all that was
  /// decided of it by then, for steps are only ever added.
  package func lastDecisions(at moment: ArchiveMoment) throws(ArchiveFailure) -> [String: Int] {
    var last: [String: Int] = [:]
    try database.each(
      "SELECT document, max(step) FROM decisions WHERE time < ? GROUP BY document", [.text(moment.end)]
    ) { last[$0.text(0)] = $0.int(1) }
    return last
  }

  /// The sheets that each basis of a document had been asked by a moment: whatever is answered later was not known
  /// then.
  package func sheetsAsked(at moment: ArchiveMoment) throws(ArchiveFailure) -> SheetsAsked {
    var asked = SheetsAsked()
    try database.each(
      """
      SELECT DISTINCT document, basis, sheet FROM readings n WHERE n.run <= ?1 AND \(Self.counts("n.run"))
      ORDER BY document, basis, sheet
      """, [.int(moment.run.id.number), .text(moment.end)]
    ) { asked.add(SheetID(number: $0.int(2)), document: $0.int(0), basis: $0.int(1)) }
    return asked
  }
}

/// Which sheets of questions were put to which readings of which documents.
package struct SheetsAsked: Sendable {
  private var sheets: [Reading: [SheetID]] = [:]

  private struct Reading: Hashable {
    var document: Int
    var basis: Int
  }

  fileprivate mutating func add(_ sheet: SheetID, document: Int, basis: Int) {
    sheets[Reading(document: document, basis: basis), default: []].append(sheet)
  }

  /// By their numbers.
  package func of(_ report: ReportRecord) -> [SheetID] {
    sheets[Reading(document: report.document.id.number, basis: report.basis.number)] ?? []
  }
}
