import ReportModel
import RuleBook

/// A title that says what a document is: 晨光電子2023年永續報告書, Sustainability Report 2023.
struct ReportTitle: Equatable {
  var kind: DocumentKind
  var year: Int?
  /// What stands in it beside kind and year, if that can be a company's name.
  var name: NameRemains.Piece?
  var latinName: NameRemains.Piece?
  var isCorrected: Bool

  private static let longest = 60
  /// Signs of running text, which is no title.
  private static let stops: Set<Unicode.Scalar> = ["，", "。", "；", "、", "：", ",", ";"]

  /// Nil for what is no such title: running text, one that points to another report, one with words behind its kind.
  init?(_ string: String, words: PlacingWords) {
    let text = PlacingText(string)
    guard text.scalars.count <= Self.longest, !text.scalars.contains(where: Self.stops.contains) else { return nil }
    let matches = words.matches(PlacingList.ofNames, in: text)
    let kinds = matches.filter { match in PlacingWords.kinds.contains { $0.list == match.list } }
    guard let kind = words.kind(kinds), let last = kinds.last, kind != .web else { return nil }
    let remains = NameRemains(text, words: words)
    guard !remains.hasOther else { return nil }
    let isBare = remains.han.isEmpty && remains.latin.isEmpty
    // A short word is a title only where it stands alone.
    guard isBare || kinds.contains(where: { !$0.isShort }) else { return nil }
    let behind = text.runs.filter { $0.range.lowerBound >= last.range.upperBound && $0.kind != .digits }
    guard behind.allSatisfy({ run in matches.contains { $0.range.overlaps(run.range) } }) else { return nil }
    guard remains.han.count <= 1 else { return nil }
    self.kind = kind
    let years = NameNumbers(text, words: matches, textYear: nil) { _ in false }
    year = years.ticker == nil ? years.year ?? Self.onlyYear(text) : years.year
    name = remains.han.first
    latinName = remains.latin.count == 1 ? remains.latin.first : nil
    isCorrected = words.revision(text).map { $0 > 0 } ?? false
  }

  /// In front of a title nothing but a year has four digits.
  private static func onlyYear(_ text: PlacingText) -> Int? {
    let figures = Set(text.runs.filter { $0.kind == .digits }.map { text.string($0.range) })
    guard figures.count == 1, let only = figures.first, only.count == 4, let year = Int(only) else { return nil }
    return NameNumbers.years.contains(year) ? year : nil
  }
}
