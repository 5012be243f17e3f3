import ReportModel
import RuleBook

/// What the words around a place say of a statement: that it is denied, that it is a goal, what it covers.
struct Signs {
  let matcher: Matcher
  let passage: Passage

  private var text: SearchText { matcher.text }
  private var book: CompiledBook { matcher.book }

  enum Goal: Equatable {
    case none
    case sign(Range<Int>)
    /// Only the heading right above says so.
    case heading(Range<Int>)
    case yearToCome
  }

  /// How far before a statement a negation may stand and still deny it.
  private static let negationReach = 6

  /// A word that denies what was found: right before it, or between its parts.
  func negation(of hit: Hit) -> Range<Int>? {
    let start = max(passage.range.lowerBound, hit.span.lowerBound - Self.negationReach)
    let words = occurrences(.negation, in: start..<hit.span.upperBound)
    return words.first { word in
      let isInside = hit.pieces.contains { $0.overlaps(word) }
      return !isInside && text.clause(around: word, in: passage.range).overlaps(hit.span)
    }
  }

  /// Whether a place speaks of something to come: in its clause, its headers or the heading right above.
  func goal(at place: Range<Int>, hit: Hit, year: YearBinding.Bound?) -> Goal {
    let clause = text.clause(around: place, in: passage.range)
    let around = clause.lowerBound..<max(clause.upperBound, min(hit.span.upperBound, passage.range.upperBound))
    for range in [around] + matcher.headers(of: passage) {
      if let word = occurrences(.goal, in: range).first { return .sign(word) }
    }
    if let year, !year.isDay, let current = matcher.reportYear, year.year > current { return .yearToCome }
    let heading = text.headingRanges(ofBlock: passage.block).last
    return heading.flatMap { occurrences(.goal, in: $0).first }.map(Goal.heading) ?? .none
  }

  /// Whether it is told of a past without a date.
  var isUndated: Bool { !occurrences(.undated, in: passage.range).isEmpty }

  /// The words that limit what the number covers, the nearest before it or in its headers.
  func boundary(of place: Range<Int>) -> Range<Int>? {
    let before =
      passage.range.lowerBound..<max(passage.range.lowerBound, min(place.upperBound, passage.range.upperBound))
    if let excluding = occurrences(.boundaryExcluding, in: before).last {
      return excluding.lowerBound..<text.clause(around: excluding, in: passage.range).upperBound
    }
    for range in [before] + matcher.headers(of: passage) + matcher.captions(of: passage) {
      if let word = whole(occurrences(.boundary, in: range)).last { return word }
    }
    return nil
  }

  /// Without those that are only a part of another: 台灣 of 台灣廠區.
  private func whole(_ words: [Range<Int>]) -> [Range<Int>] {
    words.filter { word in
      !words.contains { $0 != word && $0.lowerBound <= word.lowerBound && $0.upperBound >= word.upperBound }
    }
  }

  private func occurrences(_ list: EngineList, in range: Range<Int>) -> [Range<Int>] {
    matcher.occurrences(of: list, in: range)
  }
}
