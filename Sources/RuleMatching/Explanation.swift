import ReportModel
import RuleBook

/// Why an item was found in a report, or not: for each of its rules what its words found, and what came of it.
package struct Explanation: Sendable {
  package var rules: [RuleExplanation]
}

/// What one rule found in a report.
package struct RuleExplanation: Sendable {
  package var rule: Rule
  /// Evidence first, then what was refused, then passages where only part of the words stand.
  package var cases: [Case]
  /// How many passages and headers were looked at.
  package var passages: Int

  /// One passage.
  package struct Case: Sendable {
    package var page: Int
    package var quote: String
    package var outcome: Outcome
    /// What was wanted and whether it was there.
    package var tree: [Node]
  }

  package enum Outcome: Sendable {
    case evidence(value: String, year: String, yearSource: String, boundary: String)
    case refused(Refusal, words: String)
    /// Some of the words stand there.
    case near
  }

  /// A part of a condition, with what was found of it.
  package struct Node: Sendable {
    package var depth: Int
    package var words: String
    package var state: State

    package enum State: Sendable, Equatable {
      case met(String)
      case unmet
      /// Of a pattern only the first so many of its steps stand there, and these words.
      case partly(met: Int, of: Int, words: String)
    }
  }
}
