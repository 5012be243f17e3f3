import ReportModel
import RuleBook

/// What one document says on one item.
package enum DocumentAnswer: Sendable, Equatable {
  /// The best evidence first; pages that could not be read may hold more.
  case found(Several<Evidence>, doubts: [Doubt])
  case stated(ItemState.Statement)
  case notFound(searched: [Int])
  case unreadable(Several<Doubt>)

  /// Why a document's silence means nothing.
  package enum Doubt: Sendable, Equatable {
    case document(ReadFailure)
    /// Pages without usable text that may hold it.
    case pages([Int])
    /// Pages that were not read at all.
    case unreadPages([Int])
    /// Rules that had to be stopped in this document.
    case abandonedRules([String])
    /// No rule looks for it, or the document was read without being asked.
    case notAsked
  }

  var kind: ScoringRules.Answer {
    switch self {
    case .found: .found
    case .stated: .statedNonDisclosure
    case .notFound: .notFound
    case .unreadable: .unreadable
    }
  }
}

/// Reads off a document's findings what it says on each item.
struct DocumentAnswers {
  private let document: CompanyDocument
  private let evidence: [String: [Evidence]]
  private let states: [String: ItemState]
  private let abandoned: Set<String>

  init(_ document: CompanyDocument) {
    self.document = document
    evidence = Dictionary(grouping: document.findings.evidence, by: \.item)
    states = Dictionary(document.findings.items.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    abandoned = Set(document.findings.abandoned.map(\.rule))
  }

  /// `rules` are those that look for the item.
  func answer(to item: Item, rules: [String]) -> DocumentAnswer {
    if case .failed(let failure) = document.reading { return .unreadable(Several(only: .document(failure))) }
    let state = states[item.id]
    let doubts = doubts(state, rules)
    if let found = Several(evidence[item.id] ?? []) { return .found(found, doubts: doubts) }
    if let statement = state?.statement { return .stated(statement) }
    if let doubts = Several(doubts) { return .unreadable(doubts) }
    return .notFound(searched: state?.searched ?? [])
  }

  private func doubts(_ state: ItemState?, _ rules: [String]) -> [DocumentAnswer.Doubt] {
    guard let state, state.state != .notApplicable, !rules.isEmpty else { return [.notAsked] }
    var doubts: [DocumentAnswer.Doubt] = []
    if !state.unreadable.isEmpty { doubts.append(.pages(state.unreadable)) }
    if case .partly(_, let unread) = document.reading, !unread.isEmpty { doubts.append(.unreadPages(unread)) }
    let stopped = rules.filter(abandoned.contains)
    if !stopped.isEmpty { doubts.append(.abandonedRules(stopped)) }
    return doubts
  }
}

extension Several {
  init(only element: Element) {
    first = element
    others = []
  }
}
