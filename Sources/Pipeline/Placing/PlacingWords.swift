import ReportModel
import RuleBook

/// The words that place a document, as the rule book has them.
struct PlacingWords: Sendable {
  private let terms: [PlacingList: [String]]
  /// By the letter that they begin with.
  private let entries: [Unicode.Scalar: [Entry]]

  private struct Entry: Sendable {
    var text: PlacingText
    /// Nil for a longer word in which a term says something else: 年報告書 holds no 年報.
    var list: PlacingList?
    var order: Int
    var isShort: Bool

    init?(_ word: String, _ list: PlacingList?) {
      text = PlacingText(word)
      guard let first = text.runs.first, first.range.lowerBound == 0 else { return nil }
      self.list = list
      order = list.flatMap(PlacingList.allCases.firstIndex) ?? 0
      isShort = text.runs.count == 1 && first.kind == .latin
    }
  }

  init(_ book: RuleBook) {
    terms = Dictionary(uniqueKeysWithValues: PlacingList.allCases.map { ($0, book.terms($0)) })
    let entries = PlacingList.allCases.flatMap { list in
      book.terms(list).map { Entry($0, list) } + book.exceptions(list).map { Entry($0, nil) }
    }
    self.entries = Dictionary(grouping: entries.compactMap { $0 }) { $0.text.plain[0] }
  }

  func terms(_ list: PlacingList) -> [String] { terms[list] ?? [] }

  /// A word that stands in a text.
  struct Match: Equatable {
    var list: PlacingList
    var range: Range<Int>
    /// TCFD, ESG, annual: a word that titles have beside the one that says what they are of.
    var isShort: Bool
  }

  /// Every word of these lists, the longest where two overlap, in the order of the text.
  func matches(_ lists: some Sequence<PlacingList>, in text: PlacingText) -> [Match] {
    let wanted = Set(lists)
    var found: [(entry: Entry, range: Range<Int>)] = []
    for (place, letter) in text.plain.enumerated() {
      for entry in entries[letter] ?? [] where entry.list.map(wanted.contains) ?? true {
        if let end = text.end(of: entry.text, at: place) { found.append((entry, place..<end)) }
      }
    }
    found.sort {
      ($1.range.count, $0.range.lowerBound, $0.entry.order) < ($0.range.count, $1.range.lowerBound, $1.entry.order)
    }
    let shadows = found.filter { $0.entry.list == nil }.map(\.range)
    var kept: [Match] = []
    for (entry, range) in found {
      guard let list = entry.list, !kept.contains(where: { $0.range.overlaps(range) }),
        !shadows.contains(where: { $0.count > range.count && $0.clamped(to: range) == range })
      else { continue }
      kept.append(Match(list: list, range: range, isShort: entry.isShort))
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  func matches(_ list: PlacingList, in text: PlacingText) -> [Match] { matches([list], in: text) }

  func has(_ list: PlacingList, in text: PlacingText) -> Bool { !matches(list, in: text).isEmpty }

  /// Whether a text ends in a word of a list, with something before it.
  func ends(_ text: PlacingText, in list: PlacingList) -> Bool {
    text.plain.indices.dropFirst(2).contains { place in
      (entries[text.plain[place]] ?? []).contains { entry in
        entry.list == list && text.end(of: entry.text, at: place) == text.scalars.count
      }
    }
  }

  // MARK: Kinds

  static let kinds: [(list: PlacingList, kind: DocumentKind)] = [
    (.tcfd, .tcfd), (.sustainability, .sustainability), (.annual, .annual), (.web, .web),
  ]

  /// The kind that the words of a name or title say. A whole title (永續報告書) counts before short words (TCFD)
  /// beside it; of short words alone the narrower counts, for reports of climate are often called after both.
  func kind(_ matches: [Match]) -> DocumentKind? {
    let whole = kinds(matches.filter { !$0.isShort })
    if !whole.isEmpty { return whole.count == 1 ? whole.first : nil }
    let short = kinds(matches)
    return short.count == 1 || short == [.tcfd, .sustainability] ? short.first : nil
  }

  private func kinds(_ matches: [Match]) -> [DocumentKind] {
    Self.kinds.filter { entry in matches.contains { $0.list == entry.list } }.map(\.kind)
  }

  /// The kind or language that a cell of a table means.
  func kind(_ text: String) -> DocumentKind? {
    kind(matches(Self.kinds.map(\.list), in: PlacingText(text)))
  }

  func language(_ text: PlacingText) -> DocumentLanguage? {
    switch (has(.chinese, in: text), has(.english, in: text)) {
    case (true, false): .chinese
    case (false, true): .english
    case (true, true), (false, false): nil
    }
  }

  // MARK: Corrections

  private static let likelyRevisions = 1...20

  /// 0 for the first, more for each corrected one; nil where nothing is said.
  func revision(_ text: PlacingText) -> Int? {
    if has(.secondCorrection, in: text) { return 2 }
    for match in matches(.version, in: text) {
      if let number = number(behind: match, in: text, gaps: ["", "."]) { return number - 1 }
    }
    for match in matches(.corrected, in: text) {
      if let number = number(behind: match, in: text, gaps: [""]) { return number }
    }
    return has(.corrected, in: text) || has(.secondEdition, in: text) ? 1 : nil
  }

  private func number(behind match: Match, in text: PlacingText, gaps: Set<String>) -> Int? {
    guard let run = text.runs.first(where: { $0.range.lowerBound >= match.range.upperBound }), run.kind == .digits,
      gaps.contains(text.string(match.range.upperBound..<run.range.lowerBound)),
      let number = Int(text.string(run.range)), Self.likelyRevisions.contains(number)
    else { return nil }
    return number
  }
}
