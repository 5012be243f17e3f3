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
  package var evidenceCount: Int
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
  /// As the archive stood after this run; else as it stands.
  package var run: RunID?
  package var status: ReadingStatus?
  /// A part of a name, a path, a company or a ticker; or the beginning of a SHA-256.
  package var words: [String]
  package var year: Int?

  package init(run: RunID? = nil, status: ReadingStatus? = nil, words: [String] = [], year: Int? = nil) {
    self.run = run
    self.status = status
    self.words = words
    self.year = year
  }
}

/// An item's state in a document with its evidence.
package struct StoredAnswer: Sendable, Equatable {
  package var state: ItemState
  package var evidence: [PlacedEvidence]
}

extension ArchiveFile {
  /// Documents by their first name, then by their contents: an order that no run or number of jobs changes.
  package func reports(_ filter: ReportFilter = ReportFilter()) throws(ArchiveFailure) -> [ReportRecord] {
    let weak = try weakPages()
    let paths = try pathsByDocument()
    let all = try database.all(
      """
      SELECT d.id, d.sha256, d.size, d.name, d.kept, b.text, r.basis, r.sheet, r.run, r.outcome, t.status, t.code,
        t.message, t.page, t.pages, b.year, (SELECT count(*) FROM sheet_questions s JOIN evidence e
          ON e.basis = r.basis AND e.question = s.question WHERE s.sheet = r.sheet), \(Self.placementColumns)
      FROM readings r JOIN documents d ON d.id = r.document JOIN bases b ON b.id = r.basis JOIN texts t ON t.id = b.text
      LEFT JOIN placements p ON p.document = d.id
        AND p.step = (SELECT max(step) FROM placements WHERE document = d.id)
      WHERE r.run = (SELECT max(run) FROM readings WHERE document = d.id AND run <= ?)
      ORDER BY d.name, d.sha256
      """,
      [.int(filter.run?.number ?? .max)]
    ) { row throws(ArchiveFailure) in
      try Self.report(row, weak: weak, paths: paths)
    }
    return all.filter(filter.takes)
  }

  private static func report(
    _ row: Row, weak: [Int: [ReportRecord.WeakPage]], paths: [Int: [String]]
  ) throws(ArchiveFailure) -> ReportRecord {
    guard let kept = Keeping(rawValue: row.text(4)), let outcome = Outcome(rawValue: row.text(9)),
      let status = ReadingStatus(rawValue: row.text(10))
    else { throw .damaged("a reading has no known status") }
    return ReportRecord(
      document: KnownDocument(
        id: DocumentID(number: row.int(0)), sha256: row.text(1), size: row.int(2), name: row.text(3), kept: kept),
      placement: placement(row, from: 17), text: TextID(number: row.int(5)), basis: BasisID(number: row.int(6)),
      sheet: SheetID(number: row.int(7)), run: RunID(row.int(8)), outcome: outcome, status: status,
      failure: failure(row, from: 11),
      pageCount: row.int(14), weakPages: weak[row.int(5)] ?? [], year: row.optionalInt(15), evidenceCount: row.int(16),
      paths: paths[row.int(0)] ?? [])
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

  /// Every item of a sheet as a basis answers it, in the order of the rubric.
  package func answers(of report: ReportRecord) throws(ArchiveFailure) -> [StoredAnswer] {
    let searched = report.searchedPages
    var answers: [StoredAnswer] = []
    var places: [Int: Int] = [:]
    try database.each(
      """
      SELECT s.question, q.item, a.state, a.unreadable, a.pointers, a.page, a.quote, a.ranges
      FROM sheet_questions s JOIN questions q ON q.id = s.question
      JOIN answers a ON a.basis = ? AND a.question = s.question WHERE s.sheet = ? ORDER BY s.position
      """,
      [.int(report.basis.number), .int(report.sheet.number)]
    ) { row throws(ArchiveFailure) in
      guard let known = ItemState.State(rawValue: row.text(2)) else { throw .damaged("an item's state") }
      var state = ItemState(item: row.text(1), state: known, searched: searched)
      state.unreadable = ListText.numbers(row.text(3))
      state.pointers = ListText.numbers(row.text(4))
      if let page = row.optionalInt(5) {
        state.statement = ItemState.Statement(page: page, quote: row.text(6), ranges: ListText.ranges(row.text(7)))
      }
      places[row.int(0)] = answers.count
      answers.append(StoredAnswer(state: state, evidence: []))
    }
    try database.each(
      "SELECT question, \(EvidenceRow.columns) FROM evidence WHERE basis = ? ORDER BY question, rank",
      [.int(report.basis.number)]
    ) { row throws(ArchiveFailure) in
      guard let place = places[row.int(0)] else { return }
      answers[place].evidence.append(
        try EvidenceRow.evidence(row, from: 1, item: answers[place].state.item))
    }
    return answers
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
  func takes(_ report: ReportRecord) -> Bool {
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
