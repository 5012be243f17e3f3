import Archive
import ReportModel
import RuleBook

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

  func inquiry(_ questions: [Question], industry: String?) throws(ArchiveFailure) -> Inquiry {
    let (sheet, id) = try sheet(industry: industry)
    let key = Key(industry: industry, questions: questions)
    if let known = inquiries[key] { return known }
    let asked = book.asking(Set(questions.map(\.item)))
    let inquiry = Inquiry(
      Extractor(asked, industry: industry), book: asked, sheet: id, questions: questions, common: sheet.common)
    inquiries[key] = inquiry
    return inquiry
  }
}
