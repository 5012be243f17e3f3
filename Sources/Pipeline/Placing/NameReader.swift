import ReportModel
import RuleBook

/// What the name of a file tells of its document: `5870_花旗銀行_2022_TCFD.pdf`, `2376-技嘉-2022永續報告書.pdf`,
/// `t100sa11_2330_112.pdf`.
struct NameReader {
  private let name: PlacingText
  private let words: PlacingWords
  private let matches: [PlacingWords.Match]
  private let numbers: NameNumbers
  private let left: NameRemains

  init(_ name: String, words: PlacingWords, textYear: Int?) {
    let base = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let text = PlacingText(base)
    let left = NameRemains(text, words: words)
    self.name = text
    self.words = words
    self.left = left
    matches = words.matches(PlacingList.ofNames, in: text)
    numbers = NameNumbers(text, words: matches, textYear: textYear) { place in
      left.han.contains { $0.range.overlaps(place) } || left.latin.contains { $0.range.overlaps(place) }
    }
  }

  /// - Parameter isCompany: whether the text calls the company by this word; asked where the name alone does not show
  ///   that the word is one.
  func placement(isCompany: (String) -> Bool = { _ in false }) -> Placement {
    func fact<Value>(_ value: Value?) -> Placement.Fact<Value>? { value.map { Placement.Fact($0, from: .name) } }
    var placement = Placement()
    placement.ticker = fact(numbers.ticker)
    placement.year = fact(numbers.year)
    placement.uploaded = fact(numbers.uploaded)
    placement.kind = fact(words.kind(matches))
    placement.language = fact(words.language(withoutTickerSuffix))
    placement.revision = fact(words.revision(name))
    placement.company = fact(company(isCompany))
    return placement
  }

  /// In 2330.TW the last part is no language.
  private var withoutTickerSuffix: PlacingText {
    guard let place = numbers.tickerPlace,
      let suffix = words.matches(.tickerSuffix, in: name).first(where: { $0.range.lowerBound == place.upperBound + 1 }),
      name.scalars[place.upperBound] == "."
    else { return name }
    return PlacingText(
      name.string(0..<place.lowerBound) + " " + name.string(suffix.range.upperBound..<name.scalars.count))
  }

  private func company(_ isCompany: (String) -> Bool) -> String? {
    let sure = Set(left.han.filter { $0.isCompany || isBesideTicker($0.range) }.map(\.text))
    if !sure.isEmpty { return sure.count == 1 ? sure.first : nil }
    let han = Set(left.han.map(\.text)).filter(isCompany)
    if !han.isEmpty { return han.count == 1 ? han.first : nil }
    let latin = Set(left.latin.filter { $0.isCompany || isCompany($0.text) }.map(\.text))
    return latin.count == 1 ? latin.first : nil
  }

  /// Right before or behind the company's number, with no other letters or digits between.
  private func isBesideTicker(_ range: Range<Int>) -> Bool {
    guard let ticker = numbers.tickerPlace else { return false }
    let between =
      range.lowerBound >= ticker.upperBound
      ? ticker.upperBound..<range.lowerBound : range.upperBound..<max(range.upperBound, ticker.lowerBound)
    return name.kinds[between].allSatisfy { $0 == nil }
  }
}

extension PlacingList {
  /// What is taken out of a name before the rest may be a company's.
  static let ofNames = allCases.filter { list in
    switch list {
    case .companyKind, .companyTrade, .notCompany: false
    case .sustainability, .tcfd, .annual, .web, .corrected, .secondCorrection, .secondEdition, .version, .english,
      .chinese, .companySuffix, .ticker, .tickerSuffix, .yearWord, .numbered, .filler:
      true
    }
  }
}

/// What is left of a name or title when the words that place documents are taken out: perhaps a company's name.
struct NameRemains {
  private(set) var han: [Piece] = []
  private(set) var latin: [Piece] = []
  /// Whether something was left that is surely no company's name.
  private(set) var hasOther = false

  struct Piece: Equatable {
    var text: String
    var range: Range<Int>
    /// It ends as only companies' names do.
    var isCompany: Bool
    /// It ends as companies' names often do.
    var mayBeCompany: Bool
  }

  private static let lengths = 2...40

  init(_ text: PlacingText, words: PlacingWords) {
    let matches = words.matches(PlacingList.ofNames, in: text)
    // A Latin filler may be a word of a company's name; it is one only where nothing else stands with it.
    let isLatinFiller = { (match: PlacingWords.Match) in
      match.list == .filler && text.kinds[match.range.lowerBound] == .latin
    }
    let taken = matches.filter { !isLatinFiller($0) }
    let fillers = matches.filter(isLatinFiller)
    let suffixes = taken.filter { $0.list == .companySuffix }.map(\.range.lowerBound)
    for range in Self.pieces(text, without: taken.map(\.range)) {
      let piece = PlacingText(text.string(range))
      let letters = piece.kinds.count { $0 != nil }
      let filled = fillers.filter { $0.range.overlaps(range) }.reduce(0) { sum, match in
        sum + text.kinds[match.range].count { $0 != nil }
      }
      if letters < Self.lengths.lowerBound || filled >= letters { continue }
      guard letters <= Self.lengths.upperBound, !words.has(.notCompany, in: piece) else {
        hasOther = true
        continue
      }
      let next = text.kinds[range.upperBound...].firstIndex { $0 != nil } ?? text.kinds.endIndex
      let isCompany = suffixes.contains(next) || words.ends(piece, in: .companyKind)
      let found = Piece(
        text: text.string(range), range: range, isCompany: isCompany,
        mayBeCompany: isCompany || words.ends(piece, in: .companyTrade))
      if piece.runs.contains(where: { $0.kind == .han }) { han.append(found) } else { latin.append(found) }
    }
  }

  /// Chinese letters that stand together, with what stands in brackets between them; Latin words of several letters
  /// that are parted by one sign each.
  private static func pieces(_ text: PlacingText, without taken: [Range<Int>]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var last: (run: Int, kind: PlacingText.Kind)?
    for (index, run) in text.runs.enumerated() where run.kind != .digits {
      for part in parts(run.range, without: taken) {
        let touchesDigits =
          run.kind == .latin
          && [index - 1, index + 1].contains { place in
            text.runs.indices.contains(place) && text.runs[place].kind == .digits
              && (text.runs[place].range.upperBound == run.range.lowerBound
                || text.runs[place].range.lowerBound == run.range.upperBound)
          }
        // t100sa11: letters of a code.
        if touchesDigits, part.count < 4 { continue }
        if let previous = pieces.last, let last, last.run == index - 1, last.kind == run.kind,
          joins(text.string(previous.upperBound..<part.lowerBound), run.kind)
        {
          pieces[pieces.count - 1] = previous.lowerBound..<part.upperBound
        } else {
          pieces.append(part)
        }
        last = (index, run.kind)
      }
    }
    return pieces
  }

  private static func joins(_ gap: String, _ kind: PlacingText.Kind) -> Bool {
    switch kind {
    case .han: ["(", ")", "（", "）"].contains(gap)
    case .latin: [" ", ".", "-", "&", " & ", "'", ", "].contains(gap)
    case .digits: false
    }
  }

  private static func parts(_ range: Range<Int>, without taken: [Range<Int>]) -> [Range<Int>] {
    var parts = [range]
    for hole in taken {
      parts = parts.flatMap { part -> [Range<Int>] in
        guard part.overlaps(hole) else { return [part] }
        return [
          part.lowerBound..<max(part.lowerBound, hole.lowerBound),
          min(part.upperBound, hole.upperBound)..<part.upperBound,
        ]
        .filter { !$0.isEmpty }
      }
    }
    return parts
  }
}
