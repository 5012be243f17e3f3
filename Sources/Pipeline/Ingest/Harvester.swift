import Archive
import ReportModel
import RuleMatching
import TextStructure

/// Does the work of one task: reads, asks, and makes ready what is to be stored. Each thread has one of its own, which
/// looks things up in the archive by a connection of its own.
final class Harvester {
  private let archivePath: String
  private let engine: String
  private let options: ReadOptions
  private let placer: Placer
  private var archive: ArchiveFile?

  init(archivePath: String, engine: String, options: ReadOptions, placer: Placer) {
    self.archivePath = archivePath
    self.engine = engine
    self.options = options
    self.placer = placer
  }

  enum Yield: Sendable {
    case harvest(PackedHarvest, IngestedDocument)
    /// The bytes that were seen are no longer there.
    case gone(IngestProblem)
  }

  func harvest(_ task: IngestTask) -> Result<Yield, ArchiveFailure> {
    do throws(ArchiveFailure) {
      return .success(try yield(of: task))
    } catch {
      return .failure(error)
    }
  }

  private func yield(of task: IngestTask) throws(ArchiveFailure) -> Yield {
    switch task.work {
    case .read(let attempt, let inquiry): return read(task, attempt: attempt, inquiry)
    case .rematch(let standing, let inquiry): return try ask(task, standing, inquiry)
    case .nothing(let standing, let sheet):
      let harvest = Harvest(
        document: task.document.id, source: .stored(standing.text), hint: standing.hint, year: standing.year,
        sheet: sheet, answers: [], outcome: .unchanged, placement: task.placement)
      return yield(harvest, task, standing)
    }
  }

  private func read(_ task: IngestTask, attempt: Int, _ inquiry: Inquiry) -> Yield {
    let document: Document
    do throws(ReadFailure) {
      document = readDocument(try open(task), input: task.path, options: options)
    } catch {
      return .gone(IngestProblem(path: task.path, failure: error))
    }
    let ink = InkMap(document.report, pages: document.pages).onGrid
    var hints = task.hint.hints
    hints.industry = inquiry.extractor.industry
    let findings =
      document.report.pages.isEmpty ? Findings() : match(document.report, against: inquiry.extractor.book, hints: hints)
    let status: ReadingStatus =
      document.failure == nil ? .ok : document.report.pages.isEmpty ? .failed : .partial
    let text = ReadText(
      status: status, failure: document.failure, pageCount: document.facts.pageCount, report: document.report, ink: ink)
    // Nothing was asked of a document without text; it is asked when it can be read.
    let answers = status == .failed ? [] : answers(findings, inquiry) { Self.boxes(of: $0, in: ink) }
    let told = placer.placement(
      name: task.document.name, report: document.report, facts: document.facts,
      year: findings.isReportYearSaid ? findings.reportYear : nil)
    let harvest = Harvest(
      document: task.document.id, source: .fresh(text, attempt: attempt),
      hint: task.hint.stored(common: inquiry.common), year: findings.reportYear, sheet: inquiry.sheet,
      answers: answers, outcome: .read, placement: task.placement.completed(by: told))
    let done = IngestedDocument(
      path: task.path, sha256: task.document.sha256, outcome: .read, status: status, failure: document.failure,
      pages: document.facts.pageCount)
    return .harvest(PackedHarvest(harvest, engine: engine), done)
  }

  /// The bytes that the document is known by. A copy of one's own is them; any other file may have changed since.
  private func open(_ task: IngestTask) throws(ReadFailure) -> InputFile {
    let file = try InputFile(path: task.source)
    guard task.document.kept == .copy || file.digest() == task.document.sha256 else {
      throw ReadFailure(.notReadable, "the file has changed since it was taken in")
    }
    return file
  }

  private func ask(_ task: IngestTask, _ standing: Standing, _ inquiry: Inquiry) throws(ArchiveFailure) -> Yield {
    let archive = try openArchive()
    let report = try archive.storedText(standing.text)
    var harvest = Harvest(
      document: task.document.id, source: .stored(standing.text), hint: task.hint.stored(common: inquiry.common),
      year: standing.year, sheet: inquiry.sheet, answers: [], outcome: .rematched, placement: task.placement)
    if let carrying = inquiry.carrying, !carrying.watch.concerns(report) {
      harvest.carried = carrying.answers
      return yield(harvest, task, standing)
    }
    var hints = task.hint.hints
    hints.industry = inquiry.extractor.industry
    if let year = standing.year { hints.reportYear = year }
    let findings = match(report, against: inquiry.extractor.book, hints: hints)
    let boxes = try boxes(of: findings.evidence, standing, inquiry, archive)
    harvest.year = standing.year ?? findings.reportYear
    harvest.answers = answers(findings, inquiry) { boxes[$0] ?? [] }
    return yield(harvest, task, standing)
  }

  /// By the stretches of text. A rule that was changed finds most of what it found before, and where that stands is
  /// known; ink is only taken out of the archive for the rest.
  private func boxes(
    of evidence: [Evidence], _ standing: Standing, _ inquiry: Inquiry, _ archive: ArchiveFile
  ) throws(ArchiveFailure) -> [[Range<Int>]: [PlacedBox]] {
    guard !evidence.isEmpty else { return [:] }
    var boxes: [[Range<Int>]: [PlacedBox]] = [:]
    if let basis = standing.basis { boxes = try archive.boxes(ofItems: inquiry.questions.map(\.item), basis: basis) }
    let missing = evidence.map(\.focus).filter { boxes[$0] == nil }
    guard !missing.isEmpty else { return boxes }
    let ink = try archive.storedInk(standing.text)
    for focus in missing { boxes[focus] = Self.boxes(of: focus, in: ink) }
    return boxes
  }

  private static func boxes(of focus: [Range<Int>], in ink: InkMap) -> [PlacedBox] {
    focus.flatMap { highlightBoxes($0, in: ink) }.map { PlacedBox(page: $0.page, box: $0.box) }
  }

  private func openArchive() throws(ArchiveFailure) -> ArchiveFile {
    if let archive { return archive }
    let opened = try ArchiveFile(path: archivePath, .existing)
    archive = opened
    return opened
  }

  private func yield(_ harvest: Harvest, _ task: IngestTask, _ standing: Standing) -> Yield {
    let done = IngestedDocument(
      path: task.path, sha256: task.document.sha256, outcome: harvest.outcome, status: standing.status,
      failure: standing.failure, pages: standing.pageCount)
    return .harvest(PackedHarvest(harvest, engine: engine), done)
  }

  /// Only of the questions that were open: the others are answered already.
  private func answers(
    _ findings: Findings, _ inquiry: Inquiry, boxes: ([Range<Int>]) -> [PlacedBox]
  ) -> [Answer] {
    let states = Dictionary(findings.items.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    let evidence = Dictionary(grouping: findings.evidence, by: \.item)
    let abandoned = Dictionary(grouping: findings.abandoned, by: \.rule)
    return inquiry.questions.compactMap { question in
      guard let state = states[question.item] else { return nil }
      let placed = (evidence[question.item] ?? []).map { each in
        PlacedEvidence(each, boxes: boxes(each.focus))
      }
      let given = abandoned.isEmpty ? [] : (inquiry.rules[question.item] ?? []).flatMap { abandoned[$0] ?? [] }
      return Answer(question: question, state: state, evidence: placed, abandoned: given)
    }
  }
}
