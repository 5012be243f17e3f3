import ReportModel
import RuleBook

/// What the cells of a manifest may say in words: kinds, languages, corrections, industries.
package struct ManifestWords: Sendable {
  fileprivate let words: PlacingWords
  /// Ids of industries by what they are called.
  fileprivate let industries: [String: String]
  fileprivate let industryIDs: [String]

  package init(_ book: RuleBook) {
    words = PlacingWords(book)
    industries = book.packs.flatMap(\.industries).idsByName
    industryIDs = Set(book.packs.flatMap(\.industries).map(\.id)).sorted()
  }
}

extension TableRow<ManifestColumn> {
  /// What a row of a manifest says.
  mutating func placement(_ words: ManifestWords) -> Placement {
    var placement = Placement()
    placement.company = fact(.company, Phrase("a name", "名稱")) { $0 }
    placement.ticker = fact(.ticker, Placement.tickerWanted, Placement.ticker)
    placement.year = fact(.year, Phrase("a year, as 2023 or 112", "年度，例如 2023 或 112"), Placement.year)
    let kinds = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
    placement.kind = fact(.kind, Phrase("one of \(kinds)", "\(kinds) 之一")) {
      Placement.kind($0) ?? words.words.kind($0)
    }
    placement.language = fact(.language, Phrase("zh or en", "zh 或 en")) {
      Placement.language($0) ?? words.words.language(PlacingText($0))
    }
    placement.uploaded = fact(.uploaded, Phrase("a day, as 2024-08-31", "日期，例如 2024-08-31"), Placement.day)
    placement.revision = fact(.revision, Phrase("a number from 0 on", "0 以上的數字")) { text in
      Int(text).map { $0 < 0 ? nil : $0 } ?? words.words.revision(PlacingText(text))
    }
    let known = words.industryIDs.joined(separator: ", ")
    placement.industry = fact(.industry, Phrase("one of \(known)", "\(known) 之一")) {
      words.industries[$0.lowercased()]
    }
    return placement
  }

  private mutating func fact<Value: Sendable & Equatable>(
    _ column: ManifestColumn, _ wanted: Phrase, _ read: (String) -> Value?
  ) -> Placement.Fact<Value>? {
    value(column, wanted, read).map { Placement.Fact($0, from: .manifest) }
  }
}

extension Sequence<Pack.Named> {
  /// The ids by what a person may call them, in small letters.
  var idsByName: [String: String] {
    reduce(into: [:]) { ids, named in
      for name in [named.names.chinese, named.names.english, named.id] { ids[name.lowercased()] = named.id }
    }
  }
}

/// How a person writes the facts of a placement, in a table or on the command line.
extension Placement {
  /// Gregorian, or of the Republic; 年 or 年度 may stand behind it.
  package static func year(_ text: String) -> Int? {
    let plain = PlacingText(text)
    guard let first = plain.runs.first, first.kind == .digits, let number = Int(plain.string(first.range)),
      ["", "年", "年度"].contains(plain.string(first.range.upperBound..<plain.scalars.count))
    else { return nil }
    if (60...200).contains(number) { return number + 1911 }
    return (1990...2100).contains(number) ? number : nil
  }

  static let tickerWanted = Phrase("a company's number, as 2330", "公司代號，例如 2330")

  /// Digits, perhaps with a letter behind them.
  static func ticker(_ text: String) -> String? {
    let plain = PlacingText(text)
    let figures = plain.scalars.prefix { ("0"..."9").contains($0) }
    guard (4...6).contains(plain.scalars.count), figures.count >= 4,
      plain.kinds.allSatisfy({ $0 == .digits || $0 == .latin })
    else { return nil }
    return plain.string(0..<plain.scalars.count)
  }

  package static func kind(_ text: String) -> DocumentKind? { DocumentKind(rawValue: text.lowercased()) }

  package static func language(_ text: String) -> DocumentLanguage? { DocumentLanguage(rawValue: text.lowercased()) }

  /// YYYY-MM-DD, with slashes or points too, or nothing between, and in years of the Republic; a time behind it is left
  /// out.
  package static func day(_ text: String) -> Day? {
    let day = text.split(separator: " ").first.map(String.init) ?? text
    if let only = NameDays(PlacingText(day)).only { return only }
    let parts = day.split { $0 == "-" || $0 == "/" || $0 == "." }.map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let number = parts[2] else { return nil }
    guard year < 200 || year >= 1000 else { return nil }
    return Day(year: year < 200 ? year + 1911 : year, month: month, day: number)
  }
}
