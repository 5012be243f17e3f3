import Archive
import ReportModel
import RuleBook
import Scoring

/// The companies that an archive knows, told by ticker or by name: for sure, or not at all.
package struct KnownCompanies: Sendable {
  private var names: [CompanyID: String] = [:]
  private var byName: [String: Set<CompanyID>] = [:]
  private let ends: [String]

  package enum Answer: Sendable, Equatable {
    case one(CompanyID)
    /// With those whose names come near.
    case unknown(candidates: [String])
    case several([String])
    /// The name is that of another company than the ticker.
    case contradiction([String])
  }

  package init(_ archive: ArchiveFile, words: RuleBook) throws(ArchiveFailure) {
    let records = try archive.companies()
    let placed = ArchivedCompany.all(try archive.reports(), records).flatMap { company in
      (company.reports.compactMap { $0.placement.company?.value } + [company.name]).map { (id: company.id, name: $0) }
    }
    self.init(placed + records.map { (id: CompanyID($0.ticker), name: $0.name) }, words: words)
  }

  init(_ companies: [(id: CompanyID, name: String)], words: RuleBook) {
    ends = PlacingWords(words).terms(.companySuffix).map(Self.letters).sorted { ($1.count, $0) < ($0.count, $1) }
    for company in companies {
      // The table of companies is surer than a document.
      names[company.id] = company.name
      byName[key(company.name), default: []].insert(company.id)
    }
  }

  /// Whatever stands in the place of the name may be a ticker too.
  package func company(ticker: String?, name: String?) -> Answer {
    let named = name.flatMap { byName[key($0)] } ?? []
    if let ticker {
      let id = CompanyID(ticker)
      guard names[id] != nil else { return .unknown(candidates: labels(named)) }
      return named.isEmpty || named.contains(id) ? .one(id) : .contradiction(labels(named))
    }
    if let id = name.map({ CompanyID($0) }), names[id] != nil { return .one(id) }
    if named.count == 1, let only = named.first { return .one(only) }
    return named.isEmpty ? .unknown(candidates: near(name ?? "")) : .several(labels(named))
  }

  package func name(of company: CompanyID) -> String? { names[company] }

  private static let mostCandidates = 5

  private func near(_ name: String) -> [String] {
    let wanted = key(name)
    guard !wanted.isEmpty else { return [] }
    let found = byName.filter { $0.key.contains(wanted) || ($0.key.count > 1 && wanted.contains($0.key)) }
    return labels(found.values.reduce(into: []) { $0.formUnion($1) })
  }

  private func labels(_ companies: Set<CompanyID>) -> [String] {
    companies.sorted().prefix(Self.mostCandidates).map { $0.label(in: names) }
  }

  // MARK: Names

  /// Without brackets (branches, plants, who stands for it), and without the end that says what kind of company it is.
  private func key(_ name: String) -> String {
    let letters = Self.letters(Self.withoutBrackets(name.comparable))
    for end in ends where letters.hasSuffix(end) && letters.count >= end.count + 2 {
      return String(letters.dropLast(end.count))
    }
    return letters
  }

  private static func withoutBrackets(_ name: String) -> String {
    var depth = 0
    return String(
      name.filter { letter in
        if letter == "(" { depth += 1 }
        defer { if letter == ")" { depth = max(0, depth - 1) } }
        return depth == 0 && letter != ")"
      })
  }

  private static func letters(_ text: String) -> String {
    String(text.comparable.filter { $0.isLetter || $0.isNumber })
  }
}
