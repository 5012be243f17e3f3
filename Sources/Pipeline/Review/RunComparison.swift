import Archive
import ReportModel
import Review
import RuleBook
import Scoring

/// What is not in the archive as it was: when one run had ended, and when another had.
///
/// Cheap things first: `pairs` and `differences` only look; `explained` matches texts anew where more than one factor
/// differs; `effects` and `listChanges` make scorecards.
package final class RunComparison {
  package let before: ArchiveMoment
  package let after: ArchiveMoment
  /// Documents that are compared, in the order of the archive.
  package let pairs: [DocumentPair]
  /// Documents that came in between and are compared with nothing.
  package let newDocuments: [NewDocument]
  let archive: ArchiveFile
  private let later: [ReportRecord]
  private let names: CompanyNames
  private let grounds: ReadingGrounds
  let books: StoredBooks
  private let readings: ReadingComparison

  package init(_ archive: ArchiveFile, from before: RunID, to after: RunID) throws(ComparisonFailure) {
    self.archive = archive
    self.before = try Self.moment(archive, before)
    self.after = try Self.moment(archive, after)
    let (earlier, later) = (self.before, self.after)
    let old = try reading { () throws(ArchiveFailure) in try archive.reports(ReportFilter(state: .at(earlier))) }
    let new = try reading { () throws(ArchiveFailure) in try archive.reports(ReportFilter(state: .at(later))) }
    let companies = try reading { () throws(ArchiveFailure) in try archive.companies(at: later) }
    self.later = new
    names = CompanyNames(old + new, companies)
    grounds = try reading { () throws(ArchiveFailure) in try ReadingGrounds(archive) }
    let documents = DocumentPairs(old, new, names)
    (pairs, newDocuments) = (documents.pairs, documents.new)
    readings = ReadingComparison(archive)
    books = StoredBooks(archive)
  }

  /// The last run that has ended and the one before it, of those that left anything.
  package static func lastTwo(_ archive: ArchiveFile) throws(ComparisonFailure) -> (before: RunID, after: RunID) {
    let runs = try reading { () throws(ArchiveFailure) in try archive.runs() }
      .filter { $0.ended != nil && $0.documents > 0 }
    guard runs.count >= 2 else { throw .onlyOneRun }
    return (runs[runs.count - 2].id, runs[runs.count - 1].id)
  }

  private static func moment(_ archive: ArchiveFile, _ run: RunID) throws(ComparisonFailure) -> ArchiveMoment {
    let moment = try reading { () throws(ArchiveFailure) in try archive.moment(after: run) }
    guard let moment else { throw .noSuchRun(run) }
    return moment
  }

  /// The rules of the later state; nil where this program does not understand them any more.
  package var laterBook: RuleBook? { books.bookIfReadable(after.run.rules) }

  package var earlierBook: RuleBook? { books.bookIfReadable(before.run.rules) }

  package func company(of pair: DocumentPair) -> CompanyID? { names.company(of: pair.after) }

  /// Those of the later state, by their ids.
  package func companies() throws(ComparisonFailure) -> [ArchivedCompany] {
    let known = try reading { () throws(ArchiveFailure) in try archive.companies(at: after) }
    return ArchivedCompany.all(later, known)
  }

  /// Those that are meant.
  package func pairs(_ choice: ComparisonChoice) -> [DocumentPair] {
    pairs.filter { choice.takes($0, of: company(of: $0)) }
  }

  // MARK: What differs

  /// All that differs, by document and then in the order of the rubric.
  package func differences(
    _ choice: ComparisonChoice = ComparisonChoice()
  ) throws(ComparisonFailure) -> [ItemDifference] {
    var found: [ItemDifference] = []
    for pair in pairs(choice) {
      try reading { () throws(ArchiveFailure) in found += try differences(of: pair, choice) }
    }
    return found
  }

  private func differences(
    of pair: DocumentPair, _ choice: ComparisonChoice
  ) throws(ArchiveFailure) -> [ItemDifference] {
    let differing = try readings.differing(pair.before, pair.after, among: choice.takes(item:))
    guard !differing.isEmpty else { return [] }
    let grounds = try grounds(of: pair)
    var found: [ItemDifference] = []
    for questions in differing {
      let (old, new) = try answers(to: questions, pair)
      let changes = old.changes(to: new).filter(choice.takes)
      guard !changes.isEmpty else { continue }
      found.append(
        ItemDifference(
          pair: pair, company: company(of: pair), item: questions.item, changes: changes,
          factors: factors(of: questions, grounds)))
    }
    return found
  }

  private func grounds(of pair: DocumentPair) throws(ArchiveFailure) -> PairGrounds {
    PairGrounds(pair: pair, before: try grounds.ground(of: pair.before), after: try grounds.ground(of: pair.after))
  }

  private func answers(
    to questions: ItemQuestions, _ pair: DocumentPair
  ) throws(ArchiveFailure) -> (before: ItemAnswer, after: ItemAnswer) {
    (
      try answer(to: questions.before, questions.item, pair.before),
      try answer(to: questions.after, questions.item, pair.after)
    )
  }

  private func answer(
    to question: Int?, _ item: String, _ report: ReportRecord
  ) throws(ArchiveFailure) -> ItemAnswer {
    let text = ItemAnswer.TextMark(report.text.number)
    guard let question, let stored = try archive.answer(to: question, item: item, basis: report.basis) else {
      return ItemAnswer(state: nil, evidence: [], text: text)
    }
    return ItemAnswer(state: stored.state, evidence: stored.evidence, text: text)
  }

  // MARK: Of what it may come

  /// What an item's answers were made from that is not the same.
  private func factors(of questions: ItemQuestions, _ grounds: PairGrounds) -> Set<Factor> {
    var factors = grounds.factors
    guard questions.before != questions.after else { return factors }
    let (old, new) = (grounds.before, grounds.after)
    if old.matching != new.matching { factors.insert(.matching) }
    if questions.before == nil || questions.after == nil {
      factors.insert(.rubric)
    } else if old.rules != new.rules {
      factors.formUnion(books.factors(of: questions.item, old, new))
    }
    // The question is another one all the same: what put it together is.
    return factors.isEmpty ? [.matching] : factors
  }

  // MARK: Texts

  /// The texts of a pair, page by page; nil where it is one text, or one of them could not be read.
  package func texts(of pair: DocumentPair) throws(ComparisonFailure) -> TextComparison? {
    guard pair.before.text != pair.after.text, pair.before.status != .failed, pair.after.status != .failed else {
      return nil
    }
    let old = try reading { () throws(ArchiveFailure) in try archive.storedText(pair.before.text) }
    let new = try reading { () throws(ArchiveFailure) in try archive.storedText(pair.after.text) }
    return TextComparison(
      PageWords.pages(of: old), PageWords.pages(of: new),
      isOneDocument: pair.before.document.id == pair.after.document.id)
  }

  // MARK: Why

  /// With what is known of causes without any trial.
  package func untried(_ differences: [ItemDifference]) -> [ExplainedDifference] {
    differences.map { difference in
      let factors = difference.factors
      let only = factors.count == 1 ? factors.first : nil
      let cause = only.map { Cause.only($0) } ?? .among(factors, needed: [])
      return ExplainedDifference(difference, difference.changes.map { ExplainedChange($0, cause: cause) })
    }
  }

  /// The same with the cause of each change. Where more than one factor differs, combinations are tried; `progress` is
  /// told how many documents are done, of how many.
  package func explained(
    _ differences: [ItemDifference], progress: (Int, Int) -> Void = { _, _ in }
  ) throws(ComparisonFailure) -> [ExplainedDifference] {
    let open = differences.filter { $0.factors.count > 1 }
    let crossed = CrossedAnswers(archive, books, items: Set(open.map(\.item)))
    let documents = Set(open.map(\.pair.after.document.id)).count
    var done: Set<DocumentID> = []
    var explained: [ExplainedDifference] = []
    for difference in differences {
      if difference.factors.count > 1, done.insert(difference.pair.after.document.id).inserted {
        crossed.forget()
        progress(done.count, documents)
      }
      try reading { () throws(ArchiveFailure) in explained.append(try self.explained(difference, crossed)) }
      if let failure = crossed.failure { throw .archive(failure) }
    }
    return explained
  }

  private func explained(
    _ difference: ItemDifference, _ crossed: CrossedAnswers
  ) throws(ArchiveFailure) -> ExplainedDifference {
    if difference.factors.count == 1, let only = difference.factors.first {
      return ExplainedDifference(difference, difference.changes.map { ExplainedChange($0, cause: .only(only)) })
    }
    let pair = difference.pair
    let grounds = try grounds(of: pair)
    let questions = try readings.questions(of: difference.item, pair.before, pair.after)
    let (old, new) = try answers(to: questions, pair)
    let finder = CauseFinder(from: old, to: new, factors: difference.factors) { later in
      crossed.answer(to: difference.item, grounds, with: later)
    }
    return ExplainedDifference(difference, difference.changes.map { ExplainedChange($0, cause: finder.cause(of: $0)) })
  }
}

/// Failures of the archive as those of a comparison.
func reading<Value>(_ body: () throws(ArchiveFailure) -> Value) throws(ComparisonFailure) -> Value {
  do throws(ArchiveFailure) { return try body() } catch { throw .archive(error) }
}

package enum ComparisonFailure: Error, Sendable, Equatable {
  case archive(ArchiveFailure)
  /// There is no such run, or it has not ended.
  case noSuchRun(RunID)
  /// There are not two runs yet.
  case onlyOneRun
  case scoring(ArchiveScoringFailure)
  case market(MarketFailure)
}
