import ReportModel

/// What stands in one stretch of the search text: literals, which sets have any there (most patterns are told
/// impossible by that alone), and numbers. Shared by all who look at the stretch.
///
/// Belongs to one thread.
final class Stretch {
  let range: Range<Int>
  private let hits: ArraySlice<LiteralHit>
  private let present: BitSet
  private let book: CompiledBook
  private let text: SearchText

  init(_ range: Range<Int>, in text: SearchText, book: CompiledBook) {
    self.range = range
    self.book = book
    self.text = text
    hits = text.hits(in: range)
    present = book.membership.members(of: hits.lazy.map(\.literal))
  }

  private lazy var placesOfSets = SetPlaces(hits, present: present, membership: book.membership)

  /// The quantities that stand wholly in it.
  private(set) lazy var quantities = Array(text.quantities(in: range))

  /// What patterns ask of each of them.
  private(set) lazy var numbers = quantities.map(PatternNumber.init)

  /// Whether one of several groups of sets has a word of each of its sets here.
  func meets(_ needs: Needs) -> Bool { needs.meets(present) }

  /// Calls for each way in which the words here leave patterns possible, until it is told that this was enough.
  func forEachWay(of patterns: CompiledPatterns, _ goesOn: (CompiledPatterns.Form) -> Bool) {
    var next = 0
    while let way = patterns.firstWay(from: next, possibleWith: present) {
      guard goesOn(patterns.ways[way].form) else { return }
      next = way + 1
    }
  }

  /// Where a set's literals stand, the longer first where several start; not those within the set's exceptions, nor
  /// within those of the rule.
  func occurrences(of set: LiteralSet, except: LiteralSet?) -> [Range<Int>] {
    places(of: set).filter { counts($0, of: set, except: except) }
  }

  /// Where a set's literals start, whether they count or not.
  func places(of set: LiteralSet) -> ArraySlice<Range<Int>> {
    present.contains(set.index) ? placesOfSets.of(set) : []
  }

  func counts(_ place: Range<Int>, of set: LiteralSet, except: LiteralSet?) -> Bool {
    place.upperBound <= range.upperBound && !isWithin(book.exceptions[set.index], place) && !isWithin(except, place)
  }

  private func isWithin(_ set: LiteralSet?, _ place: Range<Int>) -> Bool {
    guard let set else { return false }
    return places(of: set).contains { longer in
      longer.lowerBound <= place.lowerBound && longer.upperBound >= place.upperBound && longer != place
    }
  }
}
