/// Where the literals of each set stand in a stretch, by set.
final class SetPlaces {
  private let present: BitSet
  private let ranks: [Int32]
  /// For each set present where its places begin in `places`, and one more for the end.
  private let starts: [Int32]
  private let places: [Range<Int>]

  /// - Parameter present: the sets that any of the hits is in.
  init(_ hits: ArraySlice<LiteralHit>, present: BitSet, membership: FlatLists) {
    let ranks = present.ranks
    var starts = [Int32](repeating: 0, count: present.count + 1)
    for hit in hits {
      membership.forEachMember(of: hit.literal) { starts[present.rank(of: $0, ranks)] += 1 }
    }
    var total: Int32 = 0
    for index in starts.indices { (starts[index], total) = (total, total + starts[index]) }
    var ends = starts
    var places = [Range<Int>](repeating: 0..<0, count: Int(total))
    for hit in hits {
      membership.forEachMember(of: hit.literal) {
        let rank = present.rank(of: $0, ranks)
        // The hits come by start, then by end; the longer of one start is to be tried first.
        var place = Int(ends[rank])
        while place > starts[rank], places[place - 1].lowerBound == hit.range.lowerBound {
          places[place] = places[place - 1]
          place -= 1
        }
        places[place] = hit.range
        ends[rank] += 1
      }
    }
    self.present = present
    self.ranks = ranks
    self.starts = starts
    self.places = places
  }

  /// By start, the longer first where several start.
  func of(_ set: LiteralSet) -> ArraySlice<Range<Int>> {
    guard present.contains(set.index) else { return [] }
    let rank = present.rank(of: set.index, ranks)
    return places[Int(starts[rank])..<Int(starts[rank + 1])]
  }
}
