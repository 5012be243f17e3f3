import ReportModel

/// A verdict that stands, with whose it is and by which step.
package struct Opinion: Sendable, Equatable {
  package let step: Int
  package let who: OneLine
  package let verdict: Verdict
  package let note: OneLine?

  package init(step: Int, who: OneLine, verdict: Verdict, note: OneLine? = nil) {
    self.step = step
    self.who = who
    self.verdict = verdict
    self.note = note
  }
}

/// What all reviewers together say of one thing.
package enum Judgement: Sendable, Equatable {
  /// Nobody said anything.
  case open
  /// Everybody who looked put it off.
  case postponed(Several<Opinion>)
  /// All who decided say the same.
  case agreed(Verdict, Several<Opinion>)
  /// They do not: the machine's answer stands until they do.
  case disputed(Several<Opinion>)

  /// - Parameter opinions: in the order of their steps; of each reviewer the last one counts.
  package init(_ opinions: [Opinion]) {
    var last: [OneLine: Opinion] = [:]
    for opinion in opinions { last[opinion.who] = opinion }
    let standing = last.values.sorted { $0.step < $1.step }
    let decided = standing.filter { $0.verdict != .postpone }
    if let all = Several(decided) {
      self = decided.allSatisfy { $0.verdict == all.first.verdict } ? .agreed(all.first.verdict, all) : .disputed(all)
    } else if let all = Several(standing) {
      self = .postponed(all)
    } else {
      self = .open
    }
  }

  /// Whether somebody has decided, whatever was decided.
  package var isDecided: Bool {
    switch self {
    case .agreed, .disputed: true
    case .open, .postponed: false
    }
  }

  package var isDisputed: Bool {
    if case .disputed = self { true } else { false }
  }

  package var opinions: [Opinion] {
    switch self {
    case .open: []
    case .postponed(let all), .agreed(_, let all), .disputed(let all): all.all
    }
  }

  /// What is to be done: nil where the machine's answer stands as it is.
  package var verdict: Verdict? {
    if case .agreed(let verdict, _) = self { verdict } else { nil }
  }
}
