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
    present = book.membership.lists(of: hits.lazy.map(\.literal))
  }

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

  /// Where a set's literals stand.
  func occurrences(of set: LiteralSet, except: LiteralSet?) -> [Range<Int>] {
    var found: [Range<Int>] = []
    forEachOccurrence(of: set, except: except, startingIn: range) {
      found.append($0)
      return true
    }
    return found
  }

  /// Calls for each place where a literal of the set stands, the longer first where several start, until it is told
  /// that this was enough; not for those within the set's exceptions, nor within those of the rule.
  func forEachOccurrence(
    of set: LiteralSet, except: LiteralSet?, startingIn window: Range<Int>, _ goesOn: (Range<Int>) -> Bool
  ) {
    guard present.contains(set.index) else { return }
    var first = window.lowerBound <= range.lowerBound ? hits.startIndex : index(ofFirstFrom: window.lowerBound)
    while first < hits.endIndex, hits[first].range.lowerBound < window.upperBound {
      let next = endOfThoseStarting(with: first)
      for index in (first..<next).reversed() where counts(hits[index], of: set, except) {
        guard goesOn(hits[index].range) else { return }
      }
      first = next
    }
  }

  private func index(ofFirstFrom start: Int) -> Int { firstIndex(hits) { $0.range.lowerBound >= start } }

  /// Behind all hits that start where this one does; they stand in order of their lengths.
  private func endOfThoseStarting(with first: Int) -> Int {
    var next = first + 1
    while next < hits.endIndex, hits[next].range.lowerBound == hits[first].range.lowerBound { next += 1 }
    return next
  }

  private func counts(_ hit: LiteralHit, of set: LiteralSet, _ except: LiteralSet?) -> Bool {
    hit.range.upperBound <= range.upperBound && book.membership.contains(set.index, in: hit.literal)
      && !isWithin(book.exceptions[set.index], hit.range) && !isWithin(except, hit.range)
  }

  private func isWithin(_ set: LiteralSet?, _ range: Range<Int>) -> Bool {
    guard let set, present.contains(set.index) else { return false }
    return hits.contains { hit in
      hit.range.lowerBound <= range.lowerBound && hit.range.upperBound >= range.upperBound && hit.range != range
        && book.membership.contains(set.index, in: hit.literal)
    }
  }
}
