import Archive
import ReportModel
import Review

/// Where decisions are read and written: what the command line and the pages do with them.
///
/// Of an archive that others write to at the same time: what is written is about words, which stay what they are, and
/// the log only ever grows. One desk for one thread at a time.
package final class ReviewDesk {
  private let archive: ArchiveFile
  private let state: ArchiveState
  /// With all that was there when it was last read or written.
  package private(set) var log: DecisionLog
  private let documents: Documents

  package var reports: [ReportRecord] { documents.reports }

  /// The documents that are reviewed. Many desks may share them: they are told once for as long as nothing comes in.
  package struct Documents: Sendable {
    package let reports: [ReportRecord]
    /// For each document those that it takes the place of, by SHA-256.
    fileprivate let earlier: [String: [String]]

    package init(_ archive: ArchiveFile, state: ArchiveState = .now) throws(ArchiveFailure) {
      reports = try archive.reports(ReportFilter(state: state))
      earlier = Precedence.earlier(reports)
    }
  }

  /// Why nothing comes of it.
  package enum Failure: Error, Sendable, Equatable {
    case archive(ArchiveFailure)
    case refused(DecisionFault)
    /// No evidence has that id, or none any more.
    case noSuchEvidence(EvidenceID)
    case noSuchDocument(String)
    case noSuchItem(String)
    /// The document has no such page.
    case noSuchPage(Int, of: Int)
  }

  package convenience init(_ archive: ArchiveFile, state: ArchiveState = .now) throws(ArchiveFailure) {
    try self.init(archive, state: state, Documents(archive, state: state))
  }

  /// - Parameter documents: those of the archive in that state.
  package init(
    _ archive: ArchiveFile, state: ArchiveState = .now, _ documents: Documents
  ) throws(ArchiveFailure) {
    self.archive = archive
    self.state = state
    self.documents = documents
    log = try archive.decisions()
  }

  /// Reads what others have written meanwhile.
  package func refresh() throws(ArchiveFailure) { log = try archive.decisions() }

  // MARK: Reading

  /// A document by its SHA-256, or by the beginning of it.
  package func document(_ sha256: String) -> ReportRecord? {
    let found = reports.filter { $0.document.sha256.hasPrefix(sha256.lowercased()) }
    return found.count == 1 ? found.first : nil
  }

  package func reviewed(_ report: ReportRecord) throws(ArchiveFailure) -> ReviewedReport {
    ReviewedReport(report, try answers(of: report))
  }

  /// A document's answers with what is said of them.
  package func answers(of report: ReportRecord) throws(ArchiveFailure) -> ReviewedAnswers {
    try ReviewedAnswers(
      try archive.answers(of: report), of: report, replacing: documents.earlier[report.document.sha256] ?? [], log,
      in: archive)
  }

  /// What an id names.
  package enum Named: Sendable {
    case evidence(ReviewedReport.Line, in: ReviewedReport)
    case state(ReviewedReport.Item, in: ReviewedReport)

    package var report: ReviewedReport {
      switch self {
      case .evidence(_, let report), .state(_, let report): report
      }
    }

    package var item: String {
      switch self {
      case .evidence(let line, _): line.entry.item
      case .state(let item, _): item.state.item
      }
    }
  }

  package func find(_ id: EvidenceID) throws(Failure) -> Named {
    for report in reports where report.document.sha256.hasPrefix(id.document) {
      let reviewed = try reading { () throws(ArchiveFailure) in try self.reviewed(report) }
      if let line = reviewed.line(id) { return .evidence(line, in: reviewed) }
      if let item = reviewed.item(ofState: id) { return .state(item, in: reviewed) }
    }
    throw .noSuchEvidence(id)
  }

  /// All documents of which something was ever decided, and those that took their place, as they stand.
  package func decidedReports() throws(ArchiveFailure) -> [ReviewedReport] {
    let decided = log.documents
    var found: [ReviewedReport] = []
    for report in reports {
      let all = [report.document.sha256] + (documents.earlier[report.document.sha256] ?? [])
      if !decided.isDisjoint(with: all) { found.append(try reviewed(report)) }
    }
    return found
  }

  // MARK: Saying something

  package func decide(
    _ verdict: Verdict, on id: EvidenceID, by who: OneLine, note: OneLine? = nil, at time: Moment
  ) throws(Failure) -> DecisionStep {
    let named = try find(id)
    if case .correct(let correction) = verdict, let page = correction.page {
      let pages = named.report.report.pageCount
      guard (1...max(pages, 1)).contains(page) else { throw .noSuchPage(page, of: pages) }
    }
    let subject = try subject(of: named)
    return try say(.decide(verdict, subject), by: who, note: note, at: time)
  }

  /// - Parameter addition: its words are those that the text has in the box, where it has any.
  package func add(
    _ addition: Addition, by who: OneLine, note: OneLine? = nil, at time: Moment
  ) throws(Failure) -> DecisionStep {
    guard let report = document(addition.document) else { throw .noSuchDocument(addition.document) }
    let answers = try reading { () throws(ArchiveFailure) in try archive.answers(of: report) }
    guard answers.contains(where: { $0.state.item == addition.item }) else { throw .noSuchItem(addition.item) }
    return try say(.add(try completed(addition, report)), by: who, note: note, at: time)
  }

  private func completed(_ addition: Addition, _ report: ReportRecord) throws(Failure) -> Addition {
    var source = addition.source
    if case .page(let page, let box, let words) = source {
      guard (1...max(report.pageCount, 1)).contains(page) else { throw .noSuchPage(page, of: report.pageCount) }
      if words.isEmpty {
        let told = try reading { () throws(ArchiveFailure) in try wordsIn(box, onPage: page, of: report) }
        source = .page(page, box, words: told)
      }
    }
    return Addition(
      document: report.document.sha256, item: addition.item, source: source, value: addition.value,
      unit: addition.unit, year: addition.year)
  }

  /// The characters whose ink stands in a box.
  package func wordsIn(_ box: Box, onPage page: Int, of report: ReportRecord) throws(ArchiveFailure) -> String {
    guard report.status != .failed else { return "" }
    let (text, ink) = (try archive.storedText(report.text), try archive.storedInk(report.text))
    return ReportWords.words(in: box, onPage: page, of: text, ink)
  }

  /// Says that an earlier decision holds for this evidence.
  package func carry(
    _ step: Int, to id: EvidenceID, by who: OneLine, note: OneLine? = nil, at time: Moment
  ) throws(Failure) -> DecisionStep {
    try say(.carry(step: step, to: try subject(of: try find(id))), by: who, note: note, at: time)
  }

  /// Says that an earlier decision holds for a place that looks like what it was made on, whether or not a rule finds
  /// anything there.
  package func carry(
    _ step: Int, to lookAlike: LookAlike, in report: ReportRecord, by who: OneLine, note: OneLine? = nil,
    at time: Moment
  ) throws(Failure) -> DecisionStep {
    guard let old = log.step(step).flatMap(log.verdict)?.subject, case .words(let words) = old.matter else {
      throw .refused(.cannotBeCarried(step))
    }
    let here = try reading { () throws(ArchiveFailure) in
      try reportWords(of: report).words(like: words, at: lookAlike)
    }
    guard let here else { throw .refused(.cannotBeCarried(step)) }
    let subject = Subject(document: report.document.sha256, item: old.item, .words(here))
    return try say(.carry(step: step, to: subject), by: who, note: note, at: time)
  }

  /// Says that an earlier decision holds for nothing in a document.
  package func release(
    _ step: Int, from document: String, by who: OneLine, note: OneLine? = nil, at time: Moment
  ) throws(Failure) -> DecisionStep {
    guard let report = self.document(document) else { throw .noSuchDocument(document) }
    return try say(.release(step: step, from: report.document.sha256), by: who, note: note, at: time)
  }

  package func undo(
    _ step: Int, by who: OneLine, note: OneLine? = nil, at time: Moment
  ) throws(Failure) -> DecisionStep {
    try say(.undo(step: step), by: who, note: note, at: time)
  }

  private func say(
    _ entry: DecisionEntry, by who: OneLine, note: OneLine?, at time: Moment
  ) throws(Failure) -> DecisionStep {
    let said = try reading { () throws(ArchiveFailure) in
      try archive.extend(&log) { log throws(DecisionFault) in
        // Others may have been waited for: a round that was closed meanwhile rests on what came before it.
        let now = Moment(UTCTime.now).map { max($0, time) } ?? time
        return try log.say(entry, by: who, at: now, note: note)
      }
    }
    switch said {
    case .success(let step): return step
    case .failure(let fault): throw .refused(fault)
    }
  }

  private func reading<Value>(_ body: () throws(ArchiveFailure) -> Value) throws(Failure) -> Value {
    do throws(ArchiveFailure) { return try body() } catch { throw .archive(error) }
  }

  // MARK: Subjects

  private func subject(of named: Named) throws(Failure) -> Subject {
    let report = named.report.report
    let matter: Subject.Matter
    switch named {
    case .state(let item, _): matter = .state(item.state.state)
    case .evidence(let line, _):
      switch line.entry.origin {
      case .added(_, let step): matter = .addition(step: step)
      case .found(let placed): matter = .words(try words(of: placed.evidence, in: report, line.id))
      case .kept(let words, let key, let page):
        matter = .words(try self.words(like: words, at: key, page: page, in: report, line.id))
      }
    }
    return Subject(document: report.document.sha256, item: named.item, matter)
  }

  private func words(of evidence: Evidence, in report: ReportRecord, _ id: EvidenceID) throws(Failure) -> DecidedWords {
    let words = try reading { () throws(ArchiveFailure) in
      try reportWords(of: report).words(
        at: evidence.quoteRanges, printed: evidence.printed, page: evidence.page, reading: WordsReading(evidence))
    }
    guard let words else { throw .noSuchEvidence(id) }
    return words
  }

  private func words(
    like words: DecidedWords, at key: Range<Int>, page: Int, in report: ReportRecord, _ id: EvidenceID
  ) throws(Failure) -> DecidedWords {
    let here = try reading { () throws(ArchiveFailure) in
      try reportWords(of: report).words(
        like: words, at: LookAlike(range: key, page: page, likeness: .repeated))
    }
    guard let here else { throw .noSuchEvidence(id) }
    return here
  }

  private func reportWords(of report: ReportRecord) throws(ArchiveFailure) -> ReportWords {
    ReportWords(try archive.storedText(report.text), text: try archive.textName(report.text))
  }
}

extension WordsReading {
  init(_ evidence: Evidence) {
    self.init(
      value: evidence.value?.plain ?? "", high: evidence.value?.high ?? "", unit: evidence.value?.unit ?? "",
      year: evidence.year, level: evidence.level, rule: evidence.rule, topics: evidence.topics, form: evidence.place)
  }
}

extension ReviewDesk.Failure {
  package var sentence: Phrase {
    switch self {
    case .archive(let failure): failure.sentence
    case .refused(let fault): fault.sentence
    case .noSuchEvidence(let id): Phrase("there is no evidence \(id.text)", "沒有證據 \(id.text)")
    case .noSuchDocument(let document):
      Phrase("there is no document “\(document)”, or several begin so", "沒有文件「\(document)」，或不只一份以此開頭")
    case .noSuchItem(let item): Phrase("the document was not asked item “\(item)”", "此文件未詢問題項「\(item)」")
    case .noSuchPage(let page, let all):
      Phrase("there is no page \(page); the document has \(all)", "沒有第 \(page) 頁；文件共 \(all) 頁")
    }
  }
}
