/// The literals that stand in one stretch of the search text, and which sets have any there: most patterns are told
/// impossible by that alone. Shared by all who look at the stretch.
final class PassageWords: Sendable {
  let range: Range<Int>
  let hits: ArraySlice<LiteralHit>
  private let present: BitSet
  private let book: CompiledBook

  init(_ range: Range<Int>, in text: SearchText, book: CompiledBook) {
    self.range = range
    self.book = book
    hits = text.hits(in: range)
    present = book.membership.sets(of: hits)
  }

  /// Whether one of several groups of sets has a word of each of its sets here.
  func meets(_ needs: Needs) -> Bool { needs.meets(present) }

  func mayHold(_ steps: [CompiledPattern.Step]) -> Bool {
    steps.allSatisfy { step in
      if case .words(let set) = step.what { present.contains(set.index) } else { true }
    }
  }

  /// Where a set's literals stand, the longer first where several start; not those within the set's exceptions, nor
  /// within those of the rule.
  func occurrences(
    of set: LiteralSet, except: LiteralSet?, startingIn window: Range<Int>? = nil
  ) -> [Range<Int>] {
    guard present.contains(set.index) else { return [] }
    var found: [Range<Int>] = []
    for hit in window.map(hits(startingIn:)) ?? hits where hit.range.upperBound <= range.upperBound {
      guard book.membership.contains(set.index, row: hit.literal) else { continue }
      guard !isWithin(book.exceptions[set.index], hit.range), !isWithin(except, hit.range) else { continue }
      let shorter = found.reversed().prefix {
        $0.lowerBound == hit.range.lowerBound && $0.upperBound < hit.range.upperBound
      }
      found.insert(hit.range, at: found.count - shorter.count)
    }
    return found
  }

  private func hits(startingIn window: Range<Int>) -> ArraySlice<LiteralHit> {
    let first = firstIndex(hits) { $0.range.lowerBound >= window.lowerBound }
    let last = firstIndex(hits) { $0.range.lowerBound >= window.upperBound }
    return hits[first..<max(first, last)]
  }

  private func isWithin(_ set: LiteralSet?, _ range: Range<Int>) -> Bool {
    guard let set, present.contains(set.index) else { return false }
    return hits.contains { hit in
      hit.range.lowerBound <= range.lowerBound && hit.range.upperBound >= range.upperBound && hit.range != range
        && book.membership.contains(set.index, row: hit.literal)
    }
  }
}
