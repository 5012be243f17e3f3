import Archive
import ReportModel
import RuleBook
import RuleMatching

/// Makes rule books ready for the questions that are open: all of them for a new text, those that changed for a stored
/// one. Each is made once.
final class Inquirer {
  private let book: RuleBook
  private let archive: ArchiveFile
  private let maker: QuestionSheetMaker
  private var sheets: [String: (sheet: QuestionSheet, id: SheetID)] = [:]
  private var inquiries: [Key: Inquiry] = [:]

  private struct Key: Hashable {
    var industry: String?
    var questions: [Question]
    var earlier: SheetID?
  }

  init(_ book: RuleBook, archive: ArchiveFile) {
    self.book = book
    self.archive = archive
    maker = QuestionSheetMaker(book)
  }

  /// Keeps what the book asks of each industry, for whoever scores by it at any later time.
  func noteSheets(of run: RunID) throws(ArchiveFailure) {
    let industries = Set(book.packs.flatMap(\.industries).map(\.id)).sorted()
    for industry in [nil] + industries.map(Optional.some) {
      try archive.note(sheet(industry: industry).id, of: industry, run: run)
    }
  }

  func sheet(industry: String?) throws(ArchiveFailure) -> (sheet: QuestionSheet, id: SheetID) {
    if let known = sheets[industry ?? ""] { return known }
    let sheet = maker.sheet(industry: industry)
    let id = try archive.sheet(sheet.questions, digest: sheet.digest)
    sheets[industry ?? ""] = (sheet, id)
    return (sheet, id)
  }

  /// For a document that has answered an earlier sheet, where there is one.
  func inquiry(
    _ questions: [Question], industry: String?, since earlier: SheetID? = nil
  ) throws(ArchiveFailure) -> Inquiry {
    let (sheet, id) = try sheet(industry: industry)
    let key = Key(industry: industry, questions: questions, earlier: earlier)
    if let known = inquiries[key] { return known }
    let asked = book.asking(Set(questions.map(\.item)))
    var inquiry = Inquiry(
      Extractor(asked, industry: industry), book: asked, sheet: id, questions: questions, common: sheet.common)
    if let earlier { inquiry.carrying = try carrying(questions, industry: industry, from: earlier, to: id) }
    inquiries[key] = inquiry
    return inquiry
  }

  /// Which answers stay as they were wherever the words of what changed are not said.
  private func carrying(
    _ questions: [Question], industry: String?, from earlier: SheetID, to sheet: SheetID
  ) throws(ArchiveFailure) -> Inquiry.Carrying? {
    let before = Dictionary(
      try archive.questions(of: earlier, beyond: sheet).map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    let answers = questions.compactMap { question in before[question.item].map { CarriedAnswer(question, from: $0) } }
    guard answers.count == questions.count, let rules = try archive.rules(behind: earlier, industry: industry),
      let old = try? archive.ruleBook(rules)
    else { return nil }
    let changes = WordChanges(of: Set(questions.map(\.item)), from: old, to: book, industry: industry)
    return changes.flatMap(ChangeWatch.init).map { Inquiry.Carrying(watch: $0, answers: answers) }
  }
}
