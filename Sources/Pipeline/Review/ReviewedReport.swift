import Archive
import ReportModel
import Review

/// A report as a reviewer has it before him: every item with its evidence, each with what is said of it.
package struct ReviewedReport: Sendable {
  package let report: ReportRecord
  /// In the order of the rubric.
  package let items: [Item]
  /// Decisions of which somebody has to say where they hold in this document.
  package let asking: [AskingDecision]

  package struct Item: Sendable {
    package let id: EvidenceID
    /// As the rules left it.
    package let state: ItemState
    /// As it stands with what reviewers agree on.
    package let decided: ItemState.State
    package let judgement: Judgement
    package let evidence: [Line]

    /// Whether somebody has decided on anything of it.
    package var isReviewed: Bool { judgement.isDecided || evidence.contains { $0.entry.judgement.isDecided } }
    package var isDisputed: Bool { judgement.isDisputed || evidence.contains { $0.entry.judgement.isDisputed } }
  }

  package struct Line: Sendable {
    package let id: EvidenceID
    package let entry: ReportReview.Entry
    package let shown: PlacedEvidence
  }

  init(_ report: ReportRecord, _ answers: ReviewedAnswers) {
    self.report = report
    let document = report.document.sha256
    let lines = Dictionary(grouping: Self.lines(answers.review.entries, document), by: \.entry.item)
    let decided = Dictionary(
      answers.decided.map { ($0.state.item, $0.state.state) }, uniquingKeysWith: { first, _ in first })
    items = answers.found.map { answer in
      let item = answer.state.item
      return Item(
        id: EvidenceID(stateOf: item, in: document), state: answer.state,
        decided: decided[item] ?? answer.state.state, judgement: answers.review.states[item] ?? .open,
        evidence: lines[item] ?? [])
    }
    asking = answers.review.asking
  }

  private static func lines(_ entries: [ReportReview.Entry], _ document: String) -> [Line] {
    let found = entries.compactMap { entry -> Evidence? in
      if case .found(let placed) = entry.origin { placed.evidence } else { nil }
    }
    // Those that rules found stand first, in the same order.
    let ids = EvidenceID.all(of: found, in: document)
    return entries.enumerated().map { place, entry in
      let id =
        switch entry.origin {
        case .found: ids[place]
        case .kept(let words, let key, _): EvidenceID(words, at: key, of: entry.item, in: document)
        case .added(_, let step): EvidenceID(addition: step, in: document)
        }
      return Line(id: id, entry: entry, shown: entry.shown)
    }
  }

  package func item(_ id: String) -> Item? { items.first { $0.state.item == id } }

  package func line(_ id: EvidenceID) -> Line? { items.lazy.flatMap(\.evidence).first { $0.id == id } }

  /// The item whose state an id names.
  package func item(ofState id: EvidenceID) -> Item? { items.first { $0.id == id } }
}
