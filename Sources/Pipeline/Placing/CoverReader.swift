import ReportModel
import RuleBook

/// What a document says of itself: on its cover, in its running headers, in its own facts.
struct CoverReader {
  private let report: ReportText
  private let facts: DocumentFacts
  private let year: Int?
  private let words: PlacingWords
  /// From the surest on; what one tells is not asked of the next.
  private let places: [Place]
  private let legalNames: LegalNames

  /// Lines of one kind of place, each once.
  private struct Place {
    var lines: [String]
    var titles: [ReportTitle]

    init(_ lines: [String], words: PlacingWords) {
      var seen: Set<String> = []
      self.lines = lines.filter { seen.insert($0).inserted }
      titles = self.lines.compactMap { ReportTitle($0, words: words) }
    }
  }

  private static let firstPages = 3
  /// On one of so many pages at least a header has to stand: an auditor's own stands on few.
  private static let headerEvery = 5

  private static func common(_ lines: [String], _ pages: Int) -> [String] {
    let counts = lines.reduce(into: [:]) { counts, line in counts[line, default: 0] += 1 }
    return lines.filter { (counts[$0] ?? 0) * headerEvery >= pages }
  }

  init(_ report: ReportText, facts: DocumentFacts, year: Int?, words: PlacingWords) {
    self.report = report
    self.facts = facts
    self.year = year
    self.words = words
    func lines(_ isWanted: (TextBlock) -> Bool) -> [String] {
      report.blocks.filter { isWanted($0) && $0.role != .tocEntry && $0.role != .table }
        .flatMap { report.string($0.range).split(separator: "\n").map(String.init) }
    }
    let page = { (block: TextBlock) in block.parts.first?.page ?? 0 }
    places = [
      Place(lines { page($0) == 1 && !$0.role.isFurniture }, words: words),
      Place(Self.common(lines { $0.role.isFurniture && $0.role != .pageNumber }, report.pages.count), words: words),
      Place([facts.title].compactMap { $0 }, words: words),
      Place(lines { (2...Self.firstPages).contains(page($0)) && $0.role == .heading }, words: words),
    ]
    legalNames = LegalNames(report, words: words)
  }

  var placement: Placement {
    func fact<Value>(_ value: Value?) -> Placement.Fact<Value>? { value.map { Placement.Fact($0, from: .document) } }
    var placement = Placement()
    placement.year = fact(year ?? told(\.year))
    placement.kind = fact(told(\.kind))
    placement.language = fact(language)
    placement.company = fact(company)
    placement.ticker = fact(ticker)
    placement.revision = fact(isCorrected ? 1 : nil)
    return placement
  }

  /// What the titles of the first place that has any say in one voice.
  private func told<Value: Hashable>(_ path: (ReportTitle) -> Value?) -> Value? {
    for place in places {
      let values = Set(place.titles.compactMap(path))
      if !values.isEmpty { return values.count == 1 ? values.first : nil }
    }
    return nil
  }

  private var isCorrected: Bool { places[0].titles.contains(where: \.isCorrected) }

  private static let leastLetters = 200

  private var language: DocumentLanguage? {
    var (han, latin) = (0, 0)
    for scalar in report.text {
      if (0x4E00...0x9FFF).contains(scalar.value) { han += 1 }
      if (0x61...0x7A).contains(scalar.value | 0x20) { latin += 1 }
    }
    guard han + latin >= Self.leastLetters else { return nil }
    // A Chinese character says as much as several letters.
    if han * 3 > latin { return .chinese }
    return han * 15 < latin ? .english : nil
  }

  /// 股票代號：1234 on the first pages, where no other stands there.
  private var ticker: String? {
    var found: Set<String> = []
    for block in report.blocks where (block.parts.first?.page ?? 0) <= Self.firstPages {
      let text = PlacingText(report.string(block.range))
      for match in words.matches(.ticker, in: text) {
        guard let run = text.runs.first(where: { $0.range.lowerBound >= match.range.upperBound }), run.kind == .digits,
          run.range.count == 4, run.range.lowerBound - match.range.upperBound <= 3
        else { continue }
        found.insert(text.string(run.range))
      }
    }
    return found.count == 1 ? found.first : nil
  }

  // MARK: Company

  private static let leastMentions = 2

  private var company: String? {
    for place in places {
      let names = candidates(place)
      guard let name = one(of: names) else {
        if names.isEmpty { continue }
        return nil
      }
      if legalNames.mentions(of: name) >= Self.leastMentions { return name }
    }
    return legalNames.clear
  }

  /// Names in titles, and lines of which the whole is a company's name.
  private func candidates(_ place: Place) -> [String] {
    let titles = place.titles.compactMap { title -> String? in
      guard let name = title.name ?? title.latinName else { return nil }
      return name.mayBeCompany || isCompany(name.text) ? name.text : nil
    }
    let whole = place.lines.compactMap { line -> String? in
      let text = PlacingText(line)
      let remains = NameRemains(text, words: words)
      guard text.scalars.count <= 40, !text.runs.contains(where: { $0.kind == .digits }),
        let name = (remains.han + remains.latin).first, remains.han.count + remains.latin.count == 1, name.isCompany,
        name.range.lowerBound == 0
      else { return nil }
      let behind = text.runs.filter { $0.range.lowerBound >= name.range.upperBound }
      let suffixes = words.matches(.companySuffix, in: text)
      return behind.allSatisfy { run in suffixes.contains { $0.range.overlaps(run.range) } } ? name.text : nil
    }
    return titles + whole
  }

  /// Longer and shorter forms of one name are one; the longest is taken.
  private func one(of names: [String]) -> String? {
    let isHan = { (name: String) in name.unicodeScalars.contains { !$0.isASCII } }
    let wanted = names.contains(where: isHan) && language != .english ? names.filter(isHan) : names
    guard let longest = wanted.max(by: { ($0.count, $1) < ($1.count, $0) }) else { return nil }
    return wanted.allSatisfy { longest.hasPrefix($0) } ? longest : nil
  }

  /// Whether the report calls a company by this word: before 股份有限公司 or 公司, or in its titles.
  func isCompany(_ word: String) -> Bool {
    legalNames.isUsed(word)
      || places.prefix(3).contains { place in
        place.titles.contains { title in
          [title.name, title.latinName].compactMap { $0 }.contains { $0.mayBeCompany && $0.text.hasPrefix(word) }
        }
      }
  }
}
