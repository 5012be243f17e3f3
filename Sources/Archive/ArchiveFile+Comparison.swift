import ReportModel

/// An item of two readings, with the questions that they were asked for it, as the archive numbers them.
package struct ItemQuestions: Sendable, Hashable {
  package let item: String
  /// Nil where it was not asked.
  package let before: Int?
  package let after: Int?
}

/// What a basis was made from.
package struct BasisGround: Sendable, Equatable {
  package let text: TextID
  package let engine: String
  package let hint: String
}

/// The questions of two sheets, side by side.
struct SheetComparison {
  /// In the order of the later sheet; what is only on the earlier one comes last.
  let all: [ItemQuestions]
  /// Those that are not the same question.
  let differing: [ItemQuestions]

  init(_ before: SheetQuestions, _ after: SheetQuestions) {
    let known = Dictionary(before.entries.map { ($0.item, $0.number) }, uniquingKeysWith: { first, _ in first })
    let items = Set(after.entries.map(\.item))
    all =
      after.entries.map { ItemQuestions(item: $0.item, before: known[$0.item], after: $0.number) }
      + before.entries.filter { !items.contains($0.item) }.map {
        ItemQuestions(item: $0.item, before: $0.number, after: nil)
      }
    differing = all.filter { $0.before != $0.after }
  }
}

/// Lays readings of reports beside each other: which items are not answered the same. The archive is asked for numbers
/// only (`AnswerPrint`), and for no more of them than may differ.
package final class ReadingComparison {
  private let archive: ArchiveFile
  private var sheets: [SheetID: SheetQuestions] = [:]
  private var pairs: [[SheetID]: SheetComparison] = [:]

  package init(_ archive: ArchiveFile) { self.archive = archive }

  /// The items that two readings do not answer the same, or that only one of them was asked.
  package func differing(
    _ before: ReportRecord, _ after: ReportRecord, among isMeant: (String) -> Bool = { _ in true }
  ) throws(ArchiveFailure) -> [ItemQuestions] {
    if before.basis == after.basis, before.sheet == after.sheet { return [] }
    let sheets = try comparison(before.sheet, after.sheet)
    let isOneBasis = before.basis == after.basis
    let asked = (isOneBasis ? sheets.differing : sheets.all).filter { isMeant($0.item) }
    guard !asked.isEmpty else { return [] }
    let old = try prints(of: before, asked.compactMap(\.before))
    let new = try prints(of: after, asked.compactMap(\.after))
    return asked.filter { questions in
      questions.before.flatMap { old[$0] } != questions.after.flatMap { new[$0] }
    }
  }

  /// What two readings were asked for an item.
  package func questions(
    of item: String, _ before: ReportRecord, _ after: ReportRecord
  ) throws(ArchiveFailure) -> ItemQuestions {
    try comparison(before.sheet, after.sheet).all.first { $0.item == item }
      ?? ItemQuestions(item: item, before: nil, after: nil)
  }

  private func comparison(_ before: SheetID, _ after: SheetID) throws(ArchiveFailure) -> SheetComparison {
    if let known = pairs[[before, after]] { return known }
    let comparison = SheetComparison(try questions(of: before), try questions(of: after))
    pairs[[before, after]] = comparison
    return comparison
  }

  private func questions(of sheet: SheetID) throws(ArchiveFailure) -> SheetQuestions {
    if let known = sheets[sheet] { return known }
    let found = try archive.questions(of: sheet)
    sheets[sheet] = found
    return found
  }

  /// From how many questions on all answers of a basis are read in a row.
  private static let many = 40

  private func prints(of report: ReportRecord, _ questions: [Int]) throws(ArchiveFailure) -> AnswerPrints {
    let found =
      questions.count < Self.many
      ? try archive.prints(of: report.basis, questions) : try archive.prints(of: report.basis)
    guard found.isWhole else { return try archive.printsAnew(of: report.basis) }
    return found
  }
}

/// Prints by the numbers of questions, for numbers are dense.
struct AnswerPrints {
  private var prints: [Int?] = []
  /// Whether none was put down before prints were kept.
  private(set) var isWhole = true

  subscript(question: Int) -> Int? { question < prints.count ? prints[question] : nil }

  mutating func add(_ question: Int, _ print: Int?) {
    if question >= prints.count { prints += repeatElement(nil, count: question + 1 - prints.count) }
    prints[question] = print
    if print == nil { isWhole = false }
  }
}

extension ArchiveFile {
  /// Of all answers of a basis.
  func prints(of basis: BasisID) throws(ArchiveFailure) -> AnswerPrints {
    var prints = AnswerPrints()
    try database.each("SELECT question, print FROM answers WHERE basis = ?", [.int(basis.number)]) { row in
      prints.add(row.int(0), row.optionalInt(1))
    }
    return prints
  }

  func prints(of basis: BasisID, _ questions: [Int]) throws(ArchiveFailure) -> AnswerPrints {
    var prints = AnswerPrints()
    for question in questions {
      try database.each(
        "SELECT print FROM answers WHERE basis = ? AND question = ?", [.int(basis.number), .int(question)]
      ) { row in prints.add(question, row.optionalInt(0)) }
    }
    return prints
  }

  /// Out of the answers themselves, which are read in a row.
  func printsAnew(of basis: BasisID) throws(ArchiveFailure) -> AnswerPrints {
    var evidence: [Int: [Evidence]] = [:]
    try database.each(
      "SELECT question, \(EvidenceRow.columns) FROM evidence WHERE basis = ? ORDER BY question, rank",
      [.int(basis.number)]
    ) { row throws(ArchiveFailure) in
      evidence[row.int(0), default: []].append(try EvidenceRow.evidence(row, from: 1, item: "").evidence)
    }
    var prints = AnswerPrints()
    try database.each("SELECT question, state FROM answers WHERE basis = ?", [.int(basis.number)]) {
      row throws(ArchiveFailure) in
      guard let state = ItemState.State(rawValue: row.text(1)) else { throw .damaged("an item's state") }
      prints.add(row.int(0), AnswerPrint(state, evidence[row.int(0)] ?? []).number)
    }
    return prints
  }

  /// What a basis answers to one question; nil where it was not asked.
  package func answer(
    to question: Int, item: String, basis: BasisID
  ) throws(ArchiveFailure) -> (state: ItemState.State, evidence: [PlacedEvidence])? {
    let place: [Stored] = [.int(basis.number), .int(question)]
    let code = try database.first("SELECT state FROM answers WHERE basis = ? AND question = ?", place) { $0.text(0) }
    guard let code else { return nil }
    guard let state = ItemState.State(rawValue: code) else { throw .damaged("an item's state") }
    let evidence = try database.all(
      "SELECT \(EvidenceRow.columns) FROM evidence WHERE basis = ? AND question = ? ORDER BY rank", place
    ) { row throws(ArchiveFailure) in try EvidenceRow.evidence(row, from: 0, item: item) }
    return (state, evidence)
  }

  /// What all bases were made from.
  package func basisGrounds() throws(ArchiveFailure) -> [BasisID: BasisGround] {
    var grounds: [BasisID: BasisGround] = [:]
    try database.each("SELECT b.id, b.text, t.engine, b.hint FROM bases b JOIN texts t ON t.id = b.text") { row in
      grounds[BasisID(number: row.int(0))] = BasisGround(
        text: TextID(number: row.int(1)), engine: row.text(2), hint: row.text(3))
    }
    return grounds
  }

  /// A document as an engine read it last; nil where it never did, or could not.
  package func text(of document: DocumentID, engine: String) throws(ArchiveFailure) -> TextID? {
    try database.first(
      """
      SELECT id FROM texts WHERE document = ? AND engine = ? AND status != 'failed' ORDER BY attempt DESC LIMIT 1
      """, [.int(document.number), .text(engine)]
    ) { TextID(number: $0.int(0)) }
  }

  /// For which industries a run asked a sheet; '' stands for none known.
  package func industries(of sheet: SheetID, run: RunID) throws(ArchiveFailure) -> [String] {
    try database.all(
      "SELECT industry FROM run_sheets WHERE run = ? AND sheet = ? ORDER BY industry",
      [.int(run.number), .int(sheet.number)]
    ) { $0.text(0) }
  }
}
