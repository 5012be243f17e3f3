/// Which sets each literal is in: few for most.
struct Membership: Sendable {
  /// For each literal where its sets begin in `sets`, and one more for the end.
  private var starts: [Int]
  private var sets: [Int] = []
  private let setCount: Int

  init(_ members: [[Int]], literals: Int) {
    var groups: [[Int]] = Array(repeating: [], count: literals)
    for (set, literals) in members.enumerated() {
      for literal in literals { groups[literal].append(set) }
    }
    setCount = members.count
    starts = [0]
    for group in groups {
      sets += group
      starts.append(sets.count)
    }
  }

  func contains(_ set: Int, row literal: Int) -> Bool {
    sets[starts[literal]..<starts[literal + 1]].contains(set)
  }

  /// The sets that any of the literals is in.
  func sets(of hits: ArraySlice<LiteralHit>) -> BitSet {
    var found = BitSet(count: setCount)
    for hit in hits {
      for index in starts[hit.literal]..<starts[hit.literal + 1] { found.insert(sets[index]) }
    }
    return found
  }
}

/// A set of small numbers.
struct BitSet: Sendable {
  private var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }

  func contains(_ number: Int) -> Bool { words[number / 64] & 1 << UInt64(number % 64) != 0 }
}
