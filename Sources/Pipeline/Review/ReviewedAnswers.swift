import Archive
import ReportModel
import Review
import Scoring

/// A document's answers with what reviewers say of them.
package struct ReviewedAnswers: Sendable {
  /// As the rules gave them.
  package let found: [StoredAnswer]
  package let review: ReportReview
  /// As they count.
  package let decided: [StoredAnswer]

  /// - Parameters:
  ///   - log: as it stood when the answers are to count.
  ///   - earlier: the documents that this one takes the place of.
  package init(
    _ answers: [StoredAnswer], of report: ReportRecord, replacing earlier: [String], _ log: DecisionLog,
    in archive: ArchiveFile
  ) throws(ArchiveFailure) {
    found = answers
    let document = report.document.sha256
    let decisions = ReportDecisions(log, of: document, replacing: earlier)
    guard !decisions.isEmpty else {
      let plain = ReportReview.Report(document: document, text: "", answers)
      review = ReportReview(plain, decisions, words: nil)
      decided = answers
      return
    }
    let text = try archive.textName(report.text)
    let words =
      decisions.needsText(text) ? ReportWords(try archive.storedText(report.text), text: text) : nil
    review = ReportReview(
      ReportReview.Report(document: document, text: text, answers), decisions, words: words)
    decided = Self.decided(answers, review)
  }

  private static func decided(_ answers: [StoredAnswer], _ review: ReportReview) -> [StoredAnswer] {
    let entries = Dictionary(grouping: review.entries, by: \.item)
    let known = Set(answers.map(\.state.item))
    // What people found for items that are not asked any more.
    let beyond = entries.keys.filter { !known.contains($0) }.sorted().compactMap { item -> StoredAnswer? in
      let evidence = (entries[item] ?? []).filter(\.counts).map(\.shown)
      return evidence.isEmpty ? nil : StoredAnswer(state: ItemState(item: item, state: .found), evidence: evidence)
    }
    return beyond
      + answers.map { answer in
        var decided = answer
        let own = entries[answer.state.item] ?? []
        decided.evidence = own.filter(\.counts).map(\.shown)
        // A statement that it is not disclosed, of which reviewers say that it is none.
        if answer.state.statement != nil, review.states[answer.state.item]?.verdict == .reject {
          decided.state.statement = nil
        }
        decided.state.state = state(of: decided, before: answer)
        return decided
      }
  }

  /// How far people have looked.
  package var extent: DocumentReview {
    let decided = review.entries.filter(\.judgement.isDecided).map(\.item)
    let states = review.states.filter(\.value.isDecided).map(\.key)
    let disputed = review.entries.filter(\.judgement.isDisputed).map(\.item)
    return DocumentReview(
      found: Set(review.entries.map(\.item)), decided: Set(decided + states), disputed: Set(disputed))
  }

  private static func state(of decided: StoredAnswer, before: StoredAnswer) -> ItemState.State {
    if before.state.state == .notApplicable { return .notApplicable }
    if !decided.evidence.isEmpty { return .found }
    if decided.state.statement != nil { return .statedNonDisclosure }
    return decided.state.unreadable.isEmpty ? .notFound : .unreadable
  }
}

extension ReportReview.Report {
  init(document: String, text: String, _ answers: [StoredAnswer]) {
    self.init(
      document: document, text: text, evidence: answers.flatMap(\.evidence),
      states: Dictionary(answers.map { ($0.state.item, $0.state.state) }, uniquingKeysWith: { first, _ in first }))
  }
}
