/// A set of small numbers.
struct BitSet: Sendable {
  private var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }

  func contains(_ number: Int) -> Bool { words[number / 64] & 1 << UInt64(number % 64) != 0 }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Its members, in order.
  var members: [Int] {
    var found: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        found.append(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return found
  }

  /// How many members each word of the set has before it.
  var ranks: [Int32] {
    var sum: Int32 = 0
    return words.map { word in
      defer { sum += Int32(word.nonzeroBitCount) }
      return sum
    }
  }

  /// Which of its members a number is, the first being 0.
  func rank(of member: Int, _ ranks: [Int32]) -> Int {
    Int(ranks[member / 64]) + (words[member / 64] & (1 << UInt64(member % 64) - 1)).nonzeroBitCount
  }
}
