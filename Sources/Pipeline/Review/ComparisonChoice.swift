import Archive
import ReportModel
import Review

/// Which differences are meant; what is not said is not asked.
package struct ComparisonChoice: Sendable {
  package var companies: Set<CompanyID>?
  /// A part of a name, a path, a company or a ticker; or the beginning of a SHA-256.
  package var documents: [String]
  package var items: Set<String>?
  /// Only what this rule has found, before or after.
  package var rule: String?

  package init(
    companies: Set<CompanyID>? = nil, documents: [String] = [], items: Set<String>? = nil, rule: String? = nil
  ) {
    self.companies = companies
    self.documents = documents
    self.items = items
    self.rule = rule
  }

  func takes(_ pair: DocumentPair, of company: CompanyID?) -> Bool {
    if let companies, company.map(companies.contains) != true { return false }
    let words = ReportFilter(words: documents)
    return words.takes(pair.after) || words.takes(pair.before)
  }

  func takes(item: String) -> Bool { items?.contains(item) ?? true }

  /// A state has no rule of its own.
  func takes(_ change: Change) -> Bool {
    guard let rule else { return true }
    return [change.before, change.after].contains { found in
      found.map { $0.evidence.rule == rule || $0.evidence.rule.hasPrefix(rule + "/") } ?? false
    }
  }
}
