import ReportModel

/// An answer in short: enough to tell whether it should be looked at, and why.
package struct AnswerOutline: Sendable, Equatable {
  package let item: String
  package let state: ItemState.State
  /// Where the best evidence stands; 0 where there is none.
  package var page: Int
  /// Of the best evidence; 0 where there is none.
  package var score: Int
  /// Pages that may hold it and have no usable text.
  package let unreadable: [Int]
  /// Other kinds that the number of the best evidence may be of.
  package var kinds: [Quantity.Kind]
  /// The numbers of the two best pieces of evidence, where nothing but the number tells them apart.
  package var rivals: [String]

  package init(
    item: String, state: ItemState.State, page: Int, score: Int, unreadable: [Int], kinds: [Quantity.Kind],
    rivals: [String]
  ) {
    self.item = item
    self.state = state
    self.page = page
    self.score = score
    self.unreadable = unreadable
    self.kinds = kinds
    self.rivals = rivals
  }
}

extension ArchiveFile {
  /// What a document answers to some questions, in short and in their order; those that it was never asked are left
  /// out.
  package func answerOutlines(
    of report: ReportRecord, to questions: SheetQuestions
  ) throws(ArchiveFailure) -> [AnswerOutline] {
    let items = Dictionary(questions.entries.map { ($0.number, $0.item) }, uniquingKeysWith: { first, _ in first })
    var outlines: [Int: AnswerOutline] = [:]
    try database.each(
      "SELECT question, state, unreadable FROM answers WHERE basis = ?", [.int(report.basis.number)]
    ) { row throws(ArchiveFailure) in
      guard let item = items[row.int(0)] else { return }
      guard let state = ItemState.State(rawValue: row.text(1)) else { throw .damaged("an item's state") }
      outlines[row.int(0)] = AnswerOutline(
        item: item, state: state, page: 0, score: 0, unreadable: ListText.numbers(row.text(2)), kinds: [], rivals: [])
    }
    for (question, best) in try bestEvidence(of: report) { outlines[question]?.take(best) }
    return questions.entries.compactMap { outlines[$0.number] }
  }

  /// The two best pieces of evidence for each question.
  private func bestEvidence(of report: ReportRecord) throws(ArchiveFailure) -> [Int: [EvidenceOutline]] {
    var best: [Int: [EvidenceOutline]] = [:]
    try database.each(
      """
      SELECT question, page, ambiguous, value, normalized, normalized_unit, year, boundary, topics, level, score
      FROM evidence WHERE basis = ? AND rank < 2 ORDER BY question, rank
      """, [.int(report.basis.number)]
    ) { best[$0.int(0), default: []].append(EvidenceOutline($0)) }
    return best
  }
}

extension AnswerOutline {
  fileprivate mutating func take(_ best: [EvidenceOutline]) {
    guard let first = best.first else { return }
    page = first.page
    score = first.score
    kinds = first.kinds
    if best.count > 1, first.isRival(of: best[1]) { rivals = best.map(\.value) }
  }
}

private struct EvidenceOutline {
  let page: Int
  let score: Int
  let kinds: [Quantity.Kind]
  let value: String
  /// The number in its canonical unit.
  private let number: String
  /// All that tells statements of one item apart but their number.
  private let subject: [String]

  init(_ row: Row) {
    page = row.int(1)
    score = row.int(10)
    kinds = ListText.lines(row.text(2)).compactMap(Quantity.Kind.init)
    value = row.text(3)
    number = row.text(4)
    subject = (5...10).map { row.text($0) }
  }

  func isRival(of other: EvidenceOutline) -> Bool {
    !number.isEmpty && !other.number.isEmpty && number != other.number && subject == other.subject
  }
}
