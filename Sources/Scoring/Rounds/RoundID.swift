import ReportModel
import RuleBook

/// Which round: the year in which it begins, and which of that year's rounds.
package struct RoundID: Sendable, Hashable {
  package let year: Int
  /// The id of the rules by which it goes.
  package let rule: String

  /// Nil where the id would not stand in `2025-1`, or there is no such year.
  package init?(year: Int, rule: String) {
    guard Month(year: year, month: 1) != nil, RoundRules.isUsable(id: rule) else { return nil }
    self.year = year
    self.rule = rule
  }

  /// `2025-1`, and nothing else.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let january = Month("\(parts[0])-01") else { return nil }
    self.init(year: january.year, rule: parts[1])
  }

  package var text: String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + rule
  }
}
