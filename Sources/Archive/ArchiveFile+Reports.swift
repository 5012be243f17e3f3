import ReportModel

/// A document as the archive has it after a run: how it was read, and what is known of it.
package struct ReportRecord: Sendable, Equatable {
  package var document: KnownDocument
  package var placement: Placement
  package var text: TextID
  package var basis: BasisID
  package var sheet: SheetID
  package var run: RunID
  package var outcome: Outcome
  package var status: ReadingStatus
  package var failure: ReadFailure?
  package var pageCount: Int
  package var weakPages: [WeakPage]
  /// The report's own year, as the rules' reader told it.
  package var year: Int?
  /// The day, UTC, on which the first run began that took it in.
  package var firstSeen: Day
  package var paths: [String]

  package struct WeakPage: Sendable, Equatable {
    package var number: Int
    package var grade: Grade
    package var reasons: [String]

    package enum Grade: String, Sendable { case partial, none, missing }
  }

  /// The pages whose text was searched.
  package var searchedPages: [Int] {
    guard status != .failed else { return [] }
    let blank = Set(weakPages.filter { $0.grade != .partial }.map(\.number))
    return (1..<max(1, pageCount + 1)).filter { !blank.contains($0) }
  }
}

/// Which of the archive's documents are meant; what is not said is not asked.
package struct ReportFilter: Sendable {
  package var state: ArchiveState
  package var status: ReadingStatus?
  /// A part of a name, a path, a company or a ticker; or the beginning of a SHA-256.
  package var words: [String]
  package var year: Int?

  package init(
    state: ArchiveState = .now, status: ReadingStatus? = nil, words: [String] = [], year: Int? = nil
  ) {
    self.state = state
    self.status = status
    self.words = words
    self.year = year
  }
}

/// An item's state in a document with its evidence.
package struct StoredAnswer: Sendable, Equatable {
  package var state: ItemState
  /// The best first.
  package var evidence: [PlacedEvidence]
  package var abandoned: [Findings.Abandoned] = []

  package init(state: ItemState, evidence: [PlacedEvidence], abandoned: [Findings.Abandoned] = []) {
    self.state = state
    self.evidence = evidence
    self.abandoned = abandoned
  }
}

extension ArchiveFile {
  /// Documents by their first name, then by their contents: an order that no run or number of jobs changes.
  package func reports(_ filter: ReportFilter = ReportFilter()) throws(ArchiveFailure) -> [ReportRecord] {
    let weak = try weakPages()
    let paths = try pathsByDocument()
    let all = try database.all(
      """
      SELECT d.id, d.sha256, d.size, d.name, d.kept, b.text, r.basis, r.sheet, r.run, r.outcome, t.status, t.code,
        t.message, t.page, t.pages, b.year, (SELECT started FROM runs WHERE id = (\(Self.countingRun("min")))),
        \(Self.placementColumns)
      FROM readings r JOIN documents d ON d.id = r.document JOIN bases b ON b.id = r.basis JOIN texts t ON t.id = b.text
      LEFT JOIN placements p ON p.document = d.id AND p.step = (SELECT max(step) FROM placements s
        WHERE s.document = d.id AND (?2 IS NULL OR s.time IS NULL OR s.time < ?2)
          AND (s.run IS NULL OR s.run <= ?1 AND \(Self.counts("s.run"))))
      WHERE r.run = (\(Self.countingRun("max")))
      ORDER BY d.name, d.sha256
      """,
      [.int(filter.state.lastRun), Stored(filter.state.end)]
    ) { row throws(ArchiveFailure) in
      try Self.report(row, weak: weak, paths: paths)
    }
    return all.filter(filter.takes)
  }

  /// The first or last run with the document of which something counts.
  private static func countingRun(_ which: String) -> String {
    "SELECT \(which)(run) FROM readings n WHERE n.document = d.id AND n.run <= ?1 AND \(counts("n.run"))"
  }

  /// Whether a run was over by the time ?2; where none is given, every run counts.
  static func counts(_ run: String) -> String {
    "(?2 IS NULL OR (SELECT ended FROM runs WHERE id = \(run)) < ?2)"
  }

  private static func report(
    _ row: Row, weak: [Int: [ReportRecord.WeakPage]], paths: [Int: [String]]
  ) throws(ArchiveFailure) -> ReportRecord {
    guard let kept = Keeping(rawValue: row.text(4)), let outcome = Outcome(rawValue: row.text(9)),
      let status = ReadingStatus(rawValue: row.text(10))
    else { throw .damaged("a reading has no known status") }
    guard let firstSeen = Day(time: row.text(16)) else { throw .damaged("a run began at no time") }
    return ReportRecord(
      document: KnownDocument(
        id: DocumentID(number: row.int(0)), sha256: row.text(1), size: row.int(2), name: row.text(3), kept: kept),
      placement: placement(row, from: 17), text: TextID(number: row.int(5)), basis: BasisID(number: row.int(6)),
      sheet: SheetID(number: row.int(7)), run: RunID(row.int(8)), outcome: outcome, status: status,
      failure: failure(row, from: 11),
      pageCount: row.int(14), weakPages: weak[row.int(5)] ?? [], year: row.optionalInt(15), firstSeen: firstSeen,
      paths: paths[row.int(0)] ?? [])
  }

  /// How many pieces of evidence a document has for the questions that it was asked last.
  package func evidenceCount(of report: ReportRecord) throws(ArchiveFailure) -> Int {
    try database.first(
      """
      SELECT count(*) FROM evidence
      WHERE basis = ? AND question IN (SELECT question FROM sheet_questions WHERE sheet = ?)
      """, [.int(report.basis.number), .int(report.sheet.number)]
    ) { $0.int(0) } ?? 0
  }

  private func weakPages() throws(ArchiveFailure) -> [Int: [ReportRecord.WeakPage]] {
    var found: [Int: [ReportRecord.WeakPage]] = [:]
    try database.each("SELECT text, page, grade, reasons FROM weak_pages ORDER BY text, page") {
      row throws(ArchiveFailure) in
      guard let grade = ReportRecord.WeakPage.Grade(rawValue: row.text(2)) else { throw .damaged("a page's grade") }
      found[row.int(0), default: []].append(
        ReportRecord.WeakPage(
          number: row.int(1), grade: grade, reasons: row.text(3).split(separator: " ").map(String.init)))
    }
    return found
  }

  private func pathsByDocument() throws(ArchiveFailure) -> [Int: [String]] {
    var found: [Int: [String]] = [:]
    try database.each("SELECT document, path FROM paths ORDER BY path") { row in
      found[row.int(0), default: []].append(row.text(1))
    }
    return found
  }

  package func problems(of run: RunID) throws(ArchiveFailure) -> [(path: String, code: String, message: String)] {
    try database.all(
      "SELECT path, code, message FROM problems WHERE run = ? ORDER BY path", [.int(run.number)]
    ) {
      ($0.text(0), $0.text(1), $0.text(2))
    }
  }
}

extension ReportFilter {
  package func takes(_ report: ReportRecord) -> Bool {
    if let status, report.status != status { return false }
    if let year, (report.placement.year?.value ?? report.year) != year { return false }
    let texts =
      [report.document.name, report.placement.company?.value ?? "", report.placement.ticker?.value ?? ""]
      + report.paths
    return words.allSatisfy { word in
      report.document.sha256.hasPrefix(word.lowercased()) && word.count >= 6
        || texts.contains { $0.lowercased().contains(word.lowercased()) }
    }
  }
}
