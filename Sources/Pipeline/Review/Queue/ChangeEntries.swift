import Archive
import ReportModel
import Review
import Scoring

/// Entries for what is not as it was in the run before, those first on which a list hangs, then by what they do to a
/// score; among equals a number that was restated comes first.
struct ChangeEntries {
  private let places: [String: ItemPlace]
  private let moves: [CompanyID: [ListMove]]
  private let documents: [String: ReviewedDocument]
  /// The first step of the log that was made when the later run had ended.
  private let firstStep: Int

  /// With what reviewers say of it.
  typealias Marked = (entry: QueueEntry, mark: DocumentJudgements.Mark?)

  init(
    _ documents: [ReviewedDocument], places: [String: ItemPlace], moves: [ListChange], firstStep: Int
  ) {
    self.places = places
    self.firstStep = firstStep
    self.moves = Dictionary(moves.map { ($0.company, $0.moves) }, uniquingKeysWith: { first, _ in first })
    self.documents = Dictionary(
      documents.map { ($0.report.document.sha256, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter effect: what the changes of an item do to its company's score.
  func entries(
    _ differences: [ExplainedDifference],
    effect: (ExplainedDifference) throws(ArchiveScoringFailure) -> ScoreEffect?
  ) throws(ArchiveScoringFailure) -> [Marked] {
    var found: [(marked: Marked, weight: Weight)] = []
    for difference in differences where places[difference.item] != nil {
      let moves = difference.company.flatMap { self.moves[$0] } ?? []
      let effect = try effect(difference)
      // What moves a company is what moves its score.
      let own = QueueEffect(effect, moves: effect?.movesScore == true ? moves : [])
      for change in difference.changesToReview {
        let entry = entry(change, of: difference, own)
        let weight = Weight(
          moves: !own.moves.isEmpty, size: own.size, urgency: change.change.urgency, order: found.count)
        found.append(((entry, mark(of: change.change, in: difference)), weight))
      }
    }
    return found.sorted { $0.weight < $1.weight }.map(\.marked)
  }

  private struct Weight: Comparable {
    let moves: Bool
    let size: Points
    let urgency: Int
    let order: Int

    static func < (a: Weight, b: Weight) -> Bool {
      if a.moves != b.moves { return a.moves }
      if a.size != b.size { return a.size > b.size }
      return (a.urgency, a.order) < (b.urgency, b.order)
    }
  }

  private func entry(
    _ change: ExplainedChange, of difference: ExplainedDifference, _ effect: QueueEffect
  ) -> QueueEntry {
    let (before, after) = (difference.pair.before.document, difference.pair.after.document)
    return QueueEntry(
      id: Self.id(of: change.change, in: difference),
      document: after, company: difference.company, item: difference.item,
      reason: .change(change.change, change.cause), effect: effect,
      before: change.change.before.map { Self.place($0, difference.item, before) },
      after: change.change.after.map { Self.place($0, difference.item, after) })
  }

  static func id(of change: Change, in difference: ExplainedDifference) -> QueueID {
    QueueID(
      document: difference.pair.after.document.sha256, item: difference.item, kind: .change, words: change.words)
  }

  private static func place(
    _ placed: PlacedEvidence, _ item: String, _ document: KnownDocument
  ) -> EvidencePlace {
    EvidencePlace(
      document: document.sha256, item: item, pick: .words(DocumentJudgements.words(of: placed.evidence)),
      page: placed.evidence.page)
  }

  /// What was said of the words before they were read otherwise does not answer it.
  private func mark(of change: Change, in difference: ExplainedDifference) -> DocumentJudgements.Mark? {
    guard let document = documents[difference.pair.after.document.sha256] else { return nil }
    switch change {
    case .appeared(let placed):
      return document.mark(difference.item, words: DocumentJudgements.words(of: placed.evidence))
    case .altered(_, to: let placed, let differences):
      let mark = document.mark(difference.item, words: DocumentJudgements.words(of: placed.evidence))
      return differences.isSubset(of: [.quote, .page]) ? mark : sinceThen(mark)
    case .vanished, .state: return sinceThen(document.markOfState(difference.item))
    }
  }

  private func sinceThen(_ mark: DocumentJudgements.Mark?) -> DocumentJudgements.Mark? {
    mark.flatMap { $0.step >= firstStep ? $0 : nil }
  }
}

extension ExplainedDifference {
  /// That an item is found says no more than the evidence that came about; a state by itself is a change too.
  fileprivate var changesToReview: [ExplainedChange] {
    let evidence = changes.filter { change in
      if case .state = change.change { false } else { true }
    }
    return evidence.isEmpty ? changes : evidence
  }
}

extension Change {
  /// The lower, the sooner it is looked at.
  fileprivate var urgency: Int {
    switch self {
    case .altered(_, _, let differences): differences.map(\.urgency).min() ?? 0
    case .state: 1
    case .appeared, .vanished: 2
    }
  }

  /// By which it is told from other changes of the item.
  fileprivate var words: String {
    switch self {
    case .state(let from, let to): "\(from?.rawValue ?? "") \(to?.rawValue ?? "")"
    case .appeared, .vanished, .altered:
      [before, after].map { placed in
        placed.map { "\($0.evidence.quote) \($0.evidence.printed) \(DocumentJudgements.words(of: $0.evidence))" } ?? ""
      }.joined(separator: "\n")
    }
  }
}

extension Difference {
  fileprivate var urgency: Int {
    switch self {
    case .value, .powerOfTen, .unit: 0
    case .year, .level: 3
    case .boundary, .qualifier, .name, .rounding: 4
    case .quote: 5
    case .page: 6
    }
  }
}

extension ListChange {
  /// Onto which list the company comes, and off which.
  fileprivate var moves: [ListMove] {
    [(ListMove.List.watch, before.watch, after.watch), (.black, before.black, after.black)].compactMap {
      list, before, after in
      switch (before, after) {
      case (nil, .some): ListMove(list, .onto)
      case (.some, nil): ListMove(list, .off)
      case (nil, nil), (.some, .some): nil
      }
    }
  }
}
