import ReportModel

/// The questions of a sheet, as the archive numbers them.
package struct SheetQuestions: Sendable {
  /// In the order of the rubric.
  let entries: [(number: Int, item: String)]
  package let numbers: Set<Int>

  init(_ entries: [(number: Int, item: String)]) {
    self.entries = entries
    numbers = Set(entries.map(\.number))
  }

  /// In the order of the rubric.
  package var items: [String] { entries.map(\.item) }

  /// Only those of some items.
  package func only(_ isMeant: (String) -> Bool) -> SheetQuestions {
    SheetQuestions(entries.filter { isMeant($0.item) })
  }

  package func only(_ numbers: Set<Int>) -> SheetQuestions {
    SheetQuestions(entries.filter { numbers.contains($0.number) })
  }
}

/// How much of stored evidence is wanted.
package enum EvidenceDepth: Sendable {
  case whole
  /// Of the items named, all of it; of others what a sum needs: that there is any, whether it has a number, its year.
  case sums(wholeFor: Set<String>)
}

extension ArchiveFile {
  package func questions(of sheet: SheetID) throws(ArchiveFailure) -> SheetQuestions {
    SheetQuestions(
      try database.all(
        """
        SELECT s.question, q.item FROM sheet_questions s JOIN questions q ON q.id = s.question
        WHERE s.sheet = ? ORDER BY s.position
        """, [.int(sheet.number)]
      ) { ($0.int(0), $0.text(1)) })
  }

  /// Every item as a document answers it that was asked it last, in the order of the rubric.
  package func answers(of report: ReportRecord) throws(ArchiveFailure) -> [StoredAnswer] {
    try answers(of: report, to: try questions(of: report.sheet), depth: .whole)
  }

  /// What a document answers to some questions, in their order; those that it was never asked are left out.
  package func answers(
    of report: ReportRecord, to questions: SheetQuestions, depth: EvidenceDepth
  ) throws(ArchiveFailure) -> [StoredAnswer] {
    var stored = try states(of: report, questions)
    try addEvidence(to: &stored, of: report, depth)
    try addAbandoned(to: &stored, of: report)
    return questions.entries.compactMap { stored[$0.number] }
  }

  private func states(
    of report: ReportRecord, _ questions: SheetQuestions
  ) throws(ArchiveFailure) -> [Int: StoredAnswer] {
    let items = Dictionary(questions.entries.map { ($0.number, $0.item) }, uniquingKeysWith: { first, _ in first })
    let searched = report.searchedPages
    var stored: [Int: StoredAnswer] = [:]
    stored.reserveCapacity(items.count)
    try database.each(
      "SELECT question, state, unreadable, pointers, page, quote, ranges FROM answers WHERE basis = ?",
      [.int(report.basis.number)]
    ) { row throws(ArchiveFailure) in
      guard let item = items[row.int(0)] else { return }
      guard let known = ItemState.State(rawValue: row.text(1)) else { throw .damaged("an item's state") }
      var state = ItemState(item: item, state: known, searched: searched)
      state.unreadable = ListText.numbers(row.text(2))
      state.pointers = ListText.numbers(row.text(3))
      if let page = row.optionalInt(4) {
        state.statement = ItemState.Statement(page: page, quote: row.text(5), ranges: ListText.ranges(row.text(6)))
      }
      stored[row.int(0)] = StoredAnswer(state: state, evidence: [])
    }
    return stored
  }

  private func addEvidence(
    to stored: inout [Int: StoredAnswer], of report: ReportRecord, _ depth: EvidenceDepth
  ) throws(ArchiveFailure) {
    try database.each(
      "SELECT question, \(EvidenceRow.columns) FROM evidence WHERE basis = ? ORDER BY question, rank",
      [.int(report.basis.number)]
    ) { row throws(ArchiveFailure) in
      let question = row.int(0)
      guard let item = stored[question]?.state.item else { return }
      let placed =
        switch depth {
        case .whole: try EvidenceRow.evidence(row, from: 1, item: item)
        case .sums(let wholeFor) where wholeFor.contains(item): try EvidenceRow.evidence(row, from: 1, item: item)
        case .sums: EvidenceRow.outline(row, from: 1, item: item)
        }
      stored[question]?.evidence.append(placed)
    }
  }

  private func addAbandoned(to stored: inout [Int: StoredAnswer], of report: ReportRecord) throws(ArchiveFailure) {
    try database.each(
      "SELECT question, rule, page FROM abandoned WHERE basis = ? ORDER BY question, rule", [.int(report.basis.number)]
    ) { row in
      stored[row.int(0)]?.abandoned.append(Findings.Abandoned(rule: row.text(1), page: row.int(2)))
    }
  }
}
