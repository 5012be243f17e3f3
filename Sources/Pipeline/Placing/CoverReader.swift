import ReportModel
import RuleBook

/// What a document says of itself: on its first pages, in its running headers and in its own facts.
struct CoverReader {
  private let report: ReportText
  private let facts: DocumentFacts
  private let year: Int?
  private let words: [PlacingList: [String]]

  private static let firstPages = 3
  private static let longestTitle = 40

  init(_ report: ReportText, facts: DocumentFacts, year: Int?, words: [PlacingList: [String]]) {
    self.report = report
    self.facts = facts
    self.year = year
    self.words = words
  }

  var placement: Placement {
    var placement = Placement()
    placement.year = year.map { Placement.Fact($0, from: .document) }
    placement.kind = kind.map { Placement.Fact($0, from: .document) }
    placement.language = language.map { Placement.Fact($0, from: .document) }
    placement.company = company.map { Placement.Fact($0, from: .document) }
    return placement
  }

  /// Short blocks of the first pages, and the file's own title: where a document says what it is.
  private var titles: [String] {
    let blocks = report.blocks.filter {
      ($0.parts.first?.page ?? 0) <= Self.firstPages && $0.range.count <= Self.longestTitle && $0.role != .tocEntry
        && $0.role != .table
    }
    return ([facts.title].compactMap { $0 } + blocks.map { report.string($0.range) })
  }

  /// The first title that names one kind.
  private var kind: DocumentKind? {
    for title in titles {
      let plain = title.lowercased()
      let said = Placer.kinds.filter { entry in
        // Short names as CSR stand in many sentences; only whole titles count here.
        (words[entry.list] ?? []).contains { $0.unicodeScalars.count > 4 && plain.contains($0.lowercased()) }
      }.map(\.kind)
      if said.count == 1 || said == [.tcfd, .sustainability] { return said.first }
    }
    return nil
  }

  private static let leastLetters = 200

  private var language: DocumentLanguage? {
    var (han, latin) = (0, 0)
    for scalar in report.text {
      if (0x4E00...0x9FFF).contains(scalar.value) { han += 1 }
      if scalar.isASCII && scalar.properties.isAlphabetic { latin += 1 }
    }
    guard han + latin >= Self.leastLetters else { return nil }
    // A Chinese character says as much as several letters.
    if han * 3 > latin { return .chinese }
    return han * 50 < latin ? .english : nil
  }

  // MARK: Company

  private static let longestName = 20

  /// The legal name that stands most often at the head of a line or behind a mark, where no other comes near.
  private var company: String? {
    var counts: [String: Int] = [:]
    for suffix in words[.companySuffix] ?? [] {
      for name in names(endingIn: Array(suffix.unicodeScalars)) { counts[name, default: 0] += 1 }
    }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = order.first, best.value >= 2 || order.count == 1 else { return nil }
    return order.dropFirst().allSatisfy { $0.value * 2 <= best.value } ? best.key : nil
  }

  private func names(endingIn suffix: [Unicode.Scalar]) -> [String] {
    let text = report.text
    var names: [String] = []
    var place = 0
    while place + suffix.count <= text.count {
      guard text[place] == suffix[0], text[place..<place + suffix.count].elementsEqual(suffix) else {
        place += 1
        continue
      }
      var start = place
      while start > 0, place - start <= Self.longestName, isPartOfName(text[start - 1]) { start -= 1 }
      if place - start >= 2, place - start <= Self.longestName { names.append(report.string(start..<place)) }
      place += suffix.count
    }
    return names
  }

  private func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || scalar == "(" || scalar == ")" || scalar == "（" || scalar == "）"
  }
}
