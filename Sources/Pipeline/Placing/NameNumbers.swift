import ReportModel
import RuleBook

/// What the figures in a file's name say: the company's number at the exchange, the report's year, a day.
///
/// Four digits may be a year or a company's number (2002 is both); which, only their neighbours tell.
struct NameNumbers {
  private(set) var ticker: String?
  private(set) var tickerPlace: Range<Int>?
  private(set) var year: Int?
  private(set) var uploaded: Day?

  private let name: PlacingText
  private let words: [PlacingWords.Match]
  private let textYear: Int?

  static let years = 2000...2100
  static let republicYears = 90...150

  /// Digits that may be a ticker or a year.
  private struct Figure: Equatable {
    var run: Int
    var value: Int
    var digits: Int
    var isFour: Bool { digits == 4 }
    var canBeYear: Bool { isFour && NameNumbers.years.contains(value) }
  }

  /// - Parameters:
  ///   - words: the placing words of the name.
  ///   - isName: whether what stands at a place is left as a company's name.
  init(_ name: PlacingText, words: [PlacingWords.Match], textYear: Int?, isName: (Range<Int>) -> Bool) {
    self.name = name
    self.words = words
    self.textYear = textYear
    let days = NameDays(name)
    uploaded = days.only
    let figures = name.runs.indices.filter { name.runs[$0].kind == .digits && !days.taken.contains($0) }
      .compactMap(figure).filter { !isNumberOfSomethingElse($0) }
    let four = figures.filter(\.isFour)
    let said = four.filter { isSaidToBeTicker($0) }
    let rest = four.filter { !said.contains($0) }
    let tickers = said.isEmpty ? rest.filter { !$0.canBeYear && mayBeTicker($0, beside: figures) } : said
    if let first = tickers.first, tickers.allSatisfy({ $0.value == first.value }) { take(first) }

    let republic = figures.filter { !$0.isFour && isRepublicYear($0, beside: four) }.map { $0.value + 1911 }
    let sure = Set(rest.filter { $0.canBeYear && isSaidToBeYear($0) }.map(\.value) + republic)
    let possible = rest.filter(\.canBeYear)
    if sure.count > 1 { return }
    if let only = sure.first {
      year = only
      let others = possible.filter { $0.value != only }
      if ticker == nil, others.count == 1, let first = others.first, isTicker(first, year: only, nil, isName) {
        take(first)
      }
    } else {
      settle(possible, isName)
    }
  }

  private mutating func take(_ figure: Figure) {
    tickerPlace = name.runs[figure.run].range
    ticker = name.string(name.runs[figure.run].range)
  }

  /// Nothing says of any of these that it is the year.
  private mutating func settle(_ possible: [Figure], _ isName: (Range<Int>) -> Bool) {
    let values = Set(possible.map(\.value))
    if values.count == 1, let only = possible.first {
      // In front of everything it may be a company's number as well: then the text must agree.
      let isAlone = only.run == 0 && ticker == nil && possible.count == 1
      let isSure = !isAlone && !isPartOfCode(only) || textYear == only.value
      year = isSure ? only.value : nil
    } else if ticker == nil, values.count == 2, possible.count == 2 {
      for (figure, other) in [(possible[0], possible[1]), (possible[1], possible[0])]
      where isTicker(figure, year: other.value, other, isName) {
        take(figure)
        year = other.value
        return
      }
      year = textYear.flatMap { values.contains($0) ? $0 : nil }
    }
  }

  private func figure(_ run: Int) -> Figure? {
    let text = name.string(name.runs[run].range)
    return Int(text).map { Figure(run: run, value: $0, digits: text.count) }
  }

  // MARK: Neighbours

  private func gap(before run: Int) -> String {
    let start = run > 0 ? name.runs[run - 1].range.upperBound : 0
    return name.string(start..<name.runs[run].range.lowerBound)
  }

  private func gap(behind run: Int) -> String {
    let end = run + 1 < name.runs.count ? name.runs[run + 1].range.lowerBound : name.scalars.count
    return name.string(name.runs[run].range.upperBound..<end)
  }

  private func isTouched(behind run: Int, by text: String) -> Bool {
    run + 1 < name.runs.count && gap(behind: run).isEmpty && name.string(name.runs[run + 1].range).hasPrefix(text)
  }

  /// A word of a list that ends right before a figure, whatever stands between but letters.
  private func has(_ lists: Set<PlacingList>, before run: Int) -> Bool {
    run > 0
      && words.contains { lists.contains($0.list) && $0.range.upperBound == name.runs[run - 1].range.upperBound }
  }

  private func has(_ lists: Set<PlacingList>, behind run: Int) -> Bool {
    run + 1 < name.runs.count
      && words.contains { lists.contains($0.list) && $0.range.lowerBound == name.runs[run + 1].range.lowerBound }
  }

  /// ISO 9001, GRI 2021.
  private func isNumberOfSomethingElse(_ figure: Figure) -> Bool { has([.numbered], before: figure.run) }

  /// A1234: letters that are no word of a title touch it.
  private func isPartOfCode(_ figure: Figure) -> Bool {
    let isLetters = { (run: Int) in name.runs.indices.contains(run) && name.runs[run].kind == .latin }
    return
      (isLetters(figure.run - 1) && gap(before: figure.run).isEmpty
      && !has(Set(PlacingList.allCases), before: figure.run))
      || (isLetters(figure.run + 1) && gap(behind: figure.run).isEmpty
        && !has(Set(PlacingList.allCases), behind: figure.run))
  }

  /// A figure that is no year is a company's number in front, in brackets, and beside a year, a title or a name of a
  /// report; any other may be a number of anything.
  private func mayBeTicker(_ figure: Figure, beside figures: [Figure]) -> Bool {
    if isPartOfCode(figure) { return false }
    return figure.run == 0 || isInBrackets(figure) || words.contains { Self.titles.contains($0.list) }
      || figures.contains { $0 != figure && ($0.canBeYear || isRepublicYear($0, beside: [figure])) }
  }

  private func isSaidToBeTicker(_ figure: Figure) -> Bool {
    has([.ticker], before: figure.run)
      || (gap(behind: figure.run) == "." && has([.tickerSuffix], behind: figure.run))
  }

  private static let titles: Set<PlacingList> = [.sustainability, .tcfd, .annual]

  /// 2023年, FY2023, and what stands right before a title without any sign between: 2023永續報告書.
  private func isSaidToBeYear(_ figure: Figure) -> Bool {
    isTouched(behind: figure.run, by: "年") || has([.yearWord], before: figure.run)
      || (gap(behind: figure.run).isEmpty && has(Self.titles, behind: figure.run))
  }

  /// 112年, 民國112, 111年報; beside a company's number or a title, also three digits that stand apart.
  private func isRepublicYear(_ figure: Figure, beside four: [Figure]) -> Bool {
    guard Self.republicYears.contains(figure.value) else { return false }
    if isTouched(behind: figure.run, by: "年") || has([.yearWord], before: figure.run) { return true }
    guard figure.digits == 3 else { return false }
    let isApartBefore = figure.run == 0 || !gap(before: figure.run).isEmpty
    let isLast = figure.run == name.runs.count - 1
    let followsTicker = four.contains { $0.run + 1 == figure.run }
    let isBeforeTitle = has(Self.titles, behind: figure.run)
    return isApartBefore
      && ((followsTicker && (isLast || !gap(behind: figure.run).isEmpty)) || (isLast && four.count == 1)
        || isBeforeTitle)
  }

  private static let brackets: [(Unicode.Scalar, Unicode.Scalar)] = [("(", ")"), ("[", "]"), ("【", "】")]

  private func isInBrackets(_ figure: Figure) -> Bool {
    let range = name.runs[figure.run].range
    guard range.lowerBound > 0, range.upperBound < name.scalars.count else { return false }
    let around = (name.scalars[range.lowerBound - 1], name.scalars[range.upperBound])
    return Self.brackets.contains { $0 == around }
  }

  /// How far two years of one name are apart that may be a span, or a report and its publication.
  private static let closeYears = 3

  /// Whether a figure that can be a year is a ticker, for another one is the year: it stands in front with a name
  /// behind it, or in brackets behind a name, or in front and far from the year.
  private func isTicker(_ figure: Figure, year: Int, _ other: Figure?, _ isName: (Range<Int>) -> Bool) -> Bool {
    let (before, behind) = (figure.run - 1, figure.run + 1)
    if isInBrackets(figure) { return before >= 0 && isName(name.runs[before].range) }
    guard figure.run == 0, behind < name.runs.count else { return false }
    if isName(name.runs[behind].range) { return !gap(behind: figure.run).isEmpty }
    return name.runs[behind].kind == .digits && abs(figure.value - year) > Self.closeYears
  }
}
