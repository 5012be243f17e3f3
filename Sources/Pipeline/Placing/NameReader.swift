import ReportModel
import RuleBook

/// What the name of a file tells of its document: `5870_花旗銀行_2022_TCFD.pdf`, `2376-技嘉-2022永續報告書.pdf`,
/// `t100sa11_2330_112.pdf`.
struct NameReader {
  private let words: [PlacingList: [String]]
  private let textYear: Int?
  private let tokens: [Token]

  /// A run of digits, of Latin letters, or of other letters.
  private struct Token: Equatable {
    enum Kind { case digits, latin, han }
    var kind: Kind
    var text: String
    /// Whether something but another run stands before it.
    var isApart: Bool
  }

  init(_ name: String, words: [PlacingList: [String]], textYear: Int?) {
    self.words = words
    self.textYear = textYear
    let base = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    tokens = Self.tokens(Self.ordinary(base))
  }

  /// Full-width letters and digits as ordinary ones.
  private static func ordinary(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      result.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(result)
  }

  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var isApart = true
    for scalar in text.unicodeScalars {
      guard let kind = kind(scalar) else {
        isApart = true
        continue
      }
      if !isApart, let last = tokens.last, last.kind == kind {
        tokens[tokens.count - 1].text.unicodeScalars.append(scalar)
      } else {
        tokens.append(Token(kind: kind, text: String(scalar), isApart: isApart))
      }
      isApart = false
    }
    return tokens
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Token.Kind? {
    if ("0"..."9").contains(scalar) { return .digits }
    if scalar.isASCII { return scalar.properties.isAlphabetic ? .latin : nil }
    return scalar.properties.isAlphabetic ? .han : nil
  }

  var placement: Placement {
    var placement = Placement()
    let numbers = numbers
    placement.ticker = numbers.ticker.map { Placement.Fact($0, from: .name) }
    placement.year = numbers.year.map { Placement.Fact($0, from: .name) }
    placement.uploaded = numbers.uploaded.map { Placement.Fact($0, from: .name) }
    placement.kind = kind.map { Placement.Fact($0, from: .name) }
    placement.language = language.map { Placement.Fact($0, from: .name) }
    placement.revision = revision.map { Placement.Fact($0, from: .name) }
    placement.company = company.map { Placement.Fact($0, from: .name) }
    return placement
  }

  // MARK: Numbers

  private struct Numbers {
    var ticker: String?
    var year: Int?
    var uploaded: String?
  }

  private static let years = 2000...2100
  private static let republicYears = 90...150

  /// Four digits may be a year or the exchange's number of a company; which, their neighbours tell.
  private var numbers: Numbers {
    var numbers = Numbers()
    let four = tokens.indices.filter { tokens[$0].kind == .digits && tokens[$0].text.count == 4 }
    let republic = tokens.indices.filter(isRepublicYear)
    numbers.uploaded =
      tokens.filter { $0.kind == .digits && $0.text.count == 8 }.compactMap { Self.date($0.text) }.first
    let said = four.filter { isYear($0) && isSaidToBeYear($0) }
    if let certain = said.first ?? republic.first {
      numbers.year = year(at: certain)
      numbers.ticker = four.first { $0 != certain && !(isYear($0) && said.contains($0)) }.map { tokens[$0].text }
      return numbers
    }
    let possible = four.filter(isYear)
    switch (four.count, possible.count) {
    case (1, 0): numbers.ticker = tokens[four[0]].text
    case (1, 1): numbers.year = yearStandingAlone(possible[0])
    case (2, 1):
      numbers.year = year(at: possible[0])
      numbers.ticker = four.first { $0 != possible[0] }.map { tokens[$0].text }
    // Both could be years: the one in front is the company's, as names are usually built.
    case (2, 2) where possible[0] == tokens.startIndex && tokens[possible[0]].text != tokens[possible[1]].text:
      numbers.ticker = tokens[possible[0]].text
      numbers.year = year(at: possible[1])
    default: break
    }
    return numbers
  }

  /// In front of everything it may be a company's number as well: then the text must agree.
  private func yearStandingAlone(_ place: Int) -> Int? {
    guard let year = year(at: place) else { return nil }
    return place == tokens.startIndex && textYear != year ? nil : year
  }

  private func isYear(_ place: Int) -> Bool { Int(tokens[place].text).map(Self.years.contains) ?? false }

  private func isSaidToBeYear(_ place: Int) -> Bool {
    guard place + 1 < tokens.count else { return false }
    return !tokens[place + 1].isApart && tokens[place + 1].text.hasPrefix("年")
  }

  /// 112年, 民國112, or three digits at the end of a name that has a company's number.
  private func isRepublicYear(_ place: Int) -> Bool {
    let token = tokens[place]
    guard token.kind == .digits, (2...3).contains(token.text.count), let number = Int(token.text),
      Self.republicYears.contains(number)
    else { return false }
    let isAfterEra = place > 0 && tokens[place - 1].text.hasSuffix("民國")
    let isLast = place == tokens.count - 1 && token.isApart && token.text.count == 3
    let followsTicker = place > 0 && tokens[place - 1].kind == .digits && tokens[place - 1].text.count == 4
    let isFirst = place == 0 && place + 1 < tokens.count && tokens[place + 1].kind == .han
    return isSaidToBeYear(place) || isAfterEra || isFirst || (isLast && followsTicker)
  }

  private func year(at place: Int) -> Int? {
    guard let number = Int(tokens[place].text) else { return nil }
    return number < 1000 ? number + 1911 : number
  }

  private static func date(_ text: String) -> String? {
    guard let number = Int(text) else { return nil }
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    guard years.contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let parts = [month, day].map { $0 < 10 ? "0\($0)" : String($0) }
    return "\(year)-\(parts[0])-\(parts[1])"
  }

  // MARK: Words

  private func has(_ list: PlacingList) -> Bool { (words[list] ?? []).contains(where: isSaid) }

  /// Latin words are to stand as words; a list's blanks are any break in the name.
  private func isSaid(_ word: String) -> Bool {
    let wanted = Self.tokens(word)
    guard !wanted.isEmpty, wanted.count <= tokens.count else { return false }
    return (0...tokens.count - wanted.count).contains { start in
      zip(wanted, tokens[start...]).allSatisfy { term, token in
        term.kind == .han ? token.text.contains(term.text) : token.text.lowercased() == term.text.lowercased()
      }
    }
  }

  /// A report of climate that stands for itself is often called after both; the narrower name counts.
  private var kind: DocumentKind? {
    let said = Placer.kinds.filter { has($0.list) }.map(\.kind)
    return said.count == 1 || said == [.tcfd, .sustainability] ? said.first : nil
  }

  private var language: DocumentLanguage? {
    switch (has(.chinese), has(.english)) {
    case (true, false): .chinese
    case (false, true): .english
    default: nil
    }
  }

  private var revision: Int? {
    for (place, token) in tokens.enumerated() where token.text.lowercased() == "v" && place + 1 < tokens.count {
      let next = tokens[place + 1]
      if !next.isApart, next.kind == .digits, let number = Int(next.text), (1...20).contains(number) {
        return number - 1
      }
    }
    return has(.corrected) ? 1 : nil
  }

  /// The one word of Chinese letters that is left when all others are taken out.
  private var company: String? {
    let known = PlacingList.allCases.flatMap { words[$0] ?? [] }.filter { $0.unicodeScalars.allSatisfy { !$0.isASCII } }
      .sorted { $0.count > $1.count }
    let suffixes = words[.companySuffix] ?? []
    var left: [String] = []
    for token in tokens where token.kind == .han {
      var parts = [token.text]
      for word in known { parts = parts.flatMap { Self.split($0, at: word, unless: suffixes) } }
      left += parts.filter { $0.count >= 2 }
    }
    return left.count == 1 ? left[0] : nil
  }

  private static func split(_ text: String, at word: String, unless suffixes: [String]) -> [String] {
    if suffixes.contains(word), text.hasSuffix(word) { return [String(text.dropLast(word.count))] }
    var parts: [String] = []
    var rest = Substring(text)
    while let range = rest.firstRange(of: word) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return (parts + [String(rest)]).filter { !$0.isEmpty }
  }
}
