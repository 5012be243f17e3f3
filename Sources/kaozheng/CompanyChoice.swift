import Archive
import ReportModel

/// Which company of an archive a word means: its number, or a part of its name.
enum CompanyChoice {
  case only(ArchivedCompany)
  case several([ArchivedCompany])
  /// None, with those whose number or name is nearest.
  case none(nearest: [ArchivedCompany])

  init(_ word: String, among companies: [ArchivedCompany]) {
    let meant = CompanyID(name: word).text
    if let exact = companies.first(where: { $0.id.text.lowercased() == meant }) {
      self = .only(exact)
      return
    }
    let fitting = companies.filter { company in company.foldedNames.contains { $0.contains(meant) } }
    let whole = fitting.filter { $0.foldedNames.contains(meant) }
    switch (whole.count, fitting.count) {
    case (1, _): self = .only(whole[0])
    case (_, 1): self = .only(fitting[0])
    case (_, 0): self = .none(nearest: Self.nearest(to: meant, among: companies))
    default: self = .several(fitting)
    }
  }

  private static let shown = 3

  private static func nearest(to word: String, among companies: [ArchivedCompany]) -> [ArchivedCompany] {
    let letters = Array(word)
    let allowed = max(1, letters.count / 2)
    let distances = companies.map { company in
      let words = company.foldedNames + [company.id.text.lowercased()]
      return (company, words.map { Suggestion.distance(letters, Array($0)) }.min() ?? .max)
    }
    return distances.filter { $0.1 <= allowed }.sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }.prefix(shown).map(\.0)
  }
}

extension ArchivedCompany {
  /// All that documents call it.
  fileprivate var foldedNames: [String] {
    Set(reports.compactMap { $0.placement.company.map { CompanyID(name: $0.value).text } }).sorted()
  }

  /// `2330 台積電`, or the name alone.
  var label: String { id.text == CompanyID(name: name).text ? name : "\(id.text) \(name)" }
}
