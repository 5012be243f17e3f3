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

  /// What to say where a word fits more than one.
  static func several(_ word: String, _ companies: [ArchivedCompany]) -> Phrase {
    let list = companies.map(\.label).joined(separator: ", ")
    return Phrase("“\(word)” fits \(companies.count) companies: \(list)", "「\(word)」符合 \(companies.count) 家公司：\(list)")
  }

  /// What to say where it fits none.
  static func unknown(_ word: String, nearest: [ArchivedCompany]) -> Phrase {
    let list = nearest.map(\.label).joined(separator: ", ")
    let hint = nearest.isEmpty ? Phrase("", "") : Phrase("; nearest are: \(list)", "，最接近的是：\(list)")
    return Phrase("no company of the archive is called “\(word)”", "封存檔中沒有名為「\(word)」的公司") + hint
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
