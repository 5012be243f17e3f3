import ReportModel
import RuleBook

/// What one document says on one item.
package enum DocumentAnswer: Sendable, Equatable {
  /// The best evidence first; pages that could not be read may hold more.
  case found(Several<Evidence>, doubts: [Doubt])
  case stated(ItemState.Statement)
  case notFound(searched: [Int])
  /// A negative item that only happened in other years than the document's own, where the pack counts only that.
  case otherYears(Several<Evidence>)
  /// A negative item of which it only tells cases that the ledger of events holds.
  case inLedger(Several<LedgerCase>)
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
    case .notFound, .otherYears, .inLedger: .notFound
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
  private let deductions: ScoringRules.Deductions
  private let cases: CompanyCases

  init(_ document: CompanyDocument, deductions: ScoringRules.Deductions, cases: CompanyCases) {
    self.document = document
    self.deductions = deductions
    self.cases = cases
    evidence = Dictionary(grouping: document.findings.evidence, by: \.item)
    states = Dictionary(document.findings.items.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    abandoned = Set(document.findings.abandoned.map(\.rule))
  }

  /// `rules` are those that look for the item.
  func answer(to item: Item, rules: [String]) -> DocumentAnswer {
    if case .failed(let failure) = document.reading { return .unreadable(Several(only: .document(failure))) }
    let state = states[item.id]
    let doubts = doubts(state, rules)
    let all = evidence[item.id] ?? []
    let told = all.filter { counts($0, for: item) }
    if let found = Several(told.filter { held($0, item) == nil }) { return .found(found, doubts: doubts) }
    if let statement = state?.statement { return .stated(statement) }
    if let doubts = Several(doubts) { return .unreadable(doubts) }
    if let held = Several(inLedger(item)) { return .inLedger(held) }
    if let others = Several(all) { return .otherYears(others) }
    return .notFound(searched: state?.searched ?? [])
  }

  /// What it tells of cases that the ledger holds; their deductions are the ledger's.
  func inLedger(_ item: Item) -> [LedgerCase] {
    (evidence[item.id] ?? []).filter { counts($0, for: item) }.compactMap { held($0, item) }
  }

  /// How far people have looked at what it has on an item.
  func review(of item: Item) -> ItemReview {
    let review = document.review
    guard review.found.contains(item.id) || evidence[item.id] != nil else { return .nothingFound }
    if review.disputed.contains(item.id) { return .disputed }
    return review.decided.contains(item.id) ? .decided : .open
  }

  private func held(_ evidence: Evidence, _ item: Item) -> LedgerCase? {
    cases.holding(evidence, of: item, reportYear: document.findings.reportYear)
  }

  /// What a report tells without its own year being known counts.
  private func counts(_ evidence: Evidence, for item: Item) -> Bool {
    switch (item.polarity, deductions) {
    case (.positive, _), (.negative, .anyYear): true
    case (.negative, .reportYear): document.findings.reportYear.map { evidence.year == String($0) } ?? true
    }
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
