import Archive
import ReportModel
import Review
import RuleBook
import RuleMatching

/// Answers of combinations that no run ever made: some of what a document's answers were made from as it is, the rest
/// as it was. A stored text is matched anew, in memory, with a stored book.
final class CrossedAnswers {
  private let archive: ArchiveFile
  private let books: StoredBooks
  /// Of which anything is asked.
  private let items: Set<String>
  private var compiled: [BookKey: CompiledBook?] = [:]
  private var found: [Trial: [String: ItemAnswer]?] = [:]
  private var lastText: (id: TextID, report: ReportText)?
  private(set) var trials = 0
  /// What kept a trial from being made that could have been.
  private(set) var failure: ArchiveFailure?

  private struct BookKey: Hashable {
    var rules: String
    var rubric: String
    var industry: String?
  }

  private struct Trial: Hashable {
    var before: BasisID
    var after: BasisID
    var factors: Set<Factor>
  }

  init(_ archive: ArchiveFile, _ books: StoredBooks, items: Set<String>) {
    self.archive = archive
    self.books = books
    self.items = items
  }

  /// Nil where it cannot be tried: the text is not there, or the engine.
  func answer(to item: String, _ grounds: PairGrounds, with later: Set<Factor>) -> ItemAnswer? {
    let trial = Trial(before: grounds.before.report.basis, after: grounds.after.report.basis, factors: later)
    let answers: [String: ItemAnswer]?
    if let known = found[trial] {
      answers = known
    } else {
      answers = tried(grounds, later)
      found[trial] = answers
    }
    return answers?[item]
  }

  /// What is known of other documents is not asked for again.
  func forget() { found = [:] }

  private func tried(_ grounds: PairGrounds, _ later: Set<Factor>) -> [String: ItemAnswer]? {
    func side(_ factor: Factor) -> ReadingGround { later.contains(factor) ? grounds.after : grounds.before }
    guard side(.matching).matching == matchingVersion else { return nil }
    let placed = side(.placement)
    let key = BookKey(rules: side(.rules).rules, rubric: side(.rubric).rules, industry: placed.industry)
    guard let book = book(key) else { return nil }
    do throws(ArchiveFailure) {
      guard let text = try text(grounds, document: side(.document), reading: side(.reading)) else { return nil }
      let report = try report(text)
      trials += 1
      return answers(match(report, against: book, hints: hints(placed, side(.document))), text)
    } catch {
      failure = error
      return nil
    }
  }

  /// A year that is read off a name is read off the document's own.
  private func hints(_ placed: ReadingGround, _ document: ReadingGround) -> DocumentHints {
    var hints = placed.hints
    if case .name = placed.hint, case .name(let name) = document.hint { hints.name = name }
    return hints
  }

  private func text(
    _ grounds: PairGrounds, document: ReadingGround, reading: ReadingGround
  ) throws(ArchiveFailure) -> TextID? {
    let isOneDocument = grounds.before.report.document.id == grounds.after.report.document.id
    let fitting = isOneDocument ? reading : document
    if isOneDocument || document.reading == reading.reading {
      return fitting.report.status == .failed ? nil : fitting.report.text
    }
    return try archive.text(of: document.report.document.id, engine: reading.reading)
  }

  private func report(_ text: TextID) throws(ArchiveFailure) -> ReportText {
    if let lastText, lastText.id == text { return lastText.report }
    let report = try archive.storedText(text)
    lastText = (text, report)
    return report
  }

  private func book(_ key: BookKey) -> CompiledBook? {
    if let known = compiled[key] { return known }
    let book = books.hybrid(rules: key.rules, rubric: key.rubric).map {
      CompiledBook($0.asking(items), industry: key.industry)
    }
    compiled[key] = book
    return book
  }

  private func answers(_ findings: Findings, _ text: TextID) -> [String: ItemAnswer] {
    let evidence = Dictionary(grouping: findings.evidence, by: \.item)
    let states = Dictionary(findings.items.map { ($0.item, $0.state) }, uniquingKeysWith: { first, _ in first })
    return items.reduce(into: [:]) { answers, item in
      answers[item] = ItemAnswer(
        state: states[item], evidence: (evidence[item] ?? []).map { PlacedEvidence($0, boxes: []) },
        text: ItemAnswer.TextMark(text.number))
    }
  }
}
