import ReportModel
import RuleBook
import RuleMatching
import Synchronization

/// Rules as somebody is writing them, tried on one report. Nothing is kept of them.
package struct RuleTrial: Sendable {
  /// What is wrong with them.
  package let findings: [RuleFinding]
  package let outcome: Outcome

  package enum Outcome: Sendable {
    /// More is written than a rule is long.
    case tooLong
    /// They are not what their author meant, and so are not tried.
    case unreadable
    /// There is no rule in it.
    case noRule
    /// Earlier ones are still at work.
    case busy
    /// It took longer than anybody waits.
    case tookTooLong
    case explained([RuleExplanation])
  }

  package struct Limits: Sendable {
    package var bytes = 32 << 10
    package var time = Duration.seconds(10)
    /// How many may be at work at the same time, those included for which nobody waits any longer.
    package var atOnce = 2
    package init() {}
  }

  /// - Parameter book: what the rules are laid over: their items and lists are its.
  package init(
    _ yaml: String, over book: RuleBook, on report: ReportText, hints: DocumentHints, limits: Limits = Limits()
  ) {
    guard yaml.utf8.count <= limits.bytes else {
      (findings, outcome) = ([], .tooLong)
      return
    }
    let (laid, found) = readDraft(RuleBook.Source(path: Self.path, bytes: Array(yaml.utf8)), over: book)
    findings = found
    guard !found.contains(where: \.code.stopsUse) else {
      outcome = .unreadable
      return
    }
    guard laid.rules.contains(where: Self.isTried) else {
      outcome = .noRule
      return
    }
    outcome = Self.explained(laid, report, hints, limits)
  }

  /// As findings name what is written.
  package static let path = "draft.yaml"

  private static func isTried(_ rule: Rule) -> Bool { rule.place.file == path }

  private static func explained(
    _ book: RuleBook, _ report: ReportText, _ hints: DocumentHints, _ limits: Limits
  ) -> Outcome {
    guard atWork.withLock({ $0.enter(most: limits.atOnce) }) else { return .busy }
    let rules = Deadline.run(within: limits.time) { () -> [RuleExplanation] in
      defer { atWork.withLock { $0.leave() } }
      return explanations(book, report, hints)
    }
    return rules.map(Outcome.explained) ?? .tookTooLong
  }

  /// Each rule once, by the first item that it answers.
  private static func explanations(
    _ book: RuleBook, _ report: ReportText, _ hints: DocumentHints
  ) -> [RuleExplanation] {
    let compiled = CompiledBook(book, industry: hints.industry)
    var asked: [String] = []
    for item in book.rules.filter(isTried).compactMap(\.items.first) where !asked.contains(item) { asked.append(item) }
    var seen: Set<String> = []
    return asked.flatMap { item in
      explain(item: item, in: report, against: compiled, hints: hints, pages: { _ in true }).rules
        .filter { isTried($0.rule) && seen.insert($0.rule.id).inserted }
    }
  }

  /// Work that is given up goes on; so many and no more do.
  private struct AtWork {
    private var count = 0

    mutating func enter(most: Int) -> Bool {
      guard count < most else { return false }
      count += 1
      return true
    }

    mutating func leave() { count -= 1 }
  }

  private static let atWork = Mutex(AtWork())
}
