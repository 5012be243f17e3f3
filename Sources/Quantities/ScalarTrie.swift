/// Words as a tree of scalars in one flat hash table: finds the longest word at a place in a few nanoseconds a step.
struct ScalarTrie: Sendable {
  private var keys: [UInt64]
  private var targets: [UInt32]
  private let shift: UInt64
  /// The word that ends at each node, -1 where none does.
  private var endings: [Int32] = [-1]

  /// A later word replaces an earlier one of the same spelling.
  init(_ words: [[UInt32]]) {
    let most = words.reduce(1) { $0 + $1.count }
    let bits = UInt64(64 - (most * 2).leadingZeroBitCount)
    keys = [UInt64](repeating: .max, count: 1 << bits)
    targets = [UInt32](repeating: 0, count: 1 << bits)
    shift = 64 - bits
    for (number, word) in words.enumerated() { insert(word, number: Int32(number)) }
  }

  private mutating func insert(_ word: [UInt32], number: Int32) {
    var node: UInt32 = 0
    for scalar in word {
      let slot = slot(node, scalar)
      if keys[slot] == .max {
        keys[slot] = Self.key(node, scalar)
        targets[slot] = UInt32(endings.count)
        endings.append(-1)
      }
      node = targets[slot]
    }
    endings[Int(node)] = number
  }

  @inline(__always) private static func key(_ node: UInt32, _ scalar: UInt32) -> UInt64 {
    UInt64(node) << 21 | UInt64(scalar)
  }

  /// Where the step from a node is stored, or would be.
  @inline(__always) private func slot(_ node: UInt32, _ scalar: UInt32) -> Int {
    let key = Self.key(node, scalar)
    var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while keys[slot] != key, keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  /// The longest word that starts at a place and does not end inside a Latin word.
  func longest(in window: Window, at start: Int) -> (word: Int, end: Int)? {
    var best: (word: Int, end: Int)?
    var node: UInt32 = 0
    var index = start
    while true {
      let slot = slot(node, window.value(index))
      guard keys[slot] != .max else { return best }
      node = targets[slot]
      index += 1
      let ending = endings[Int(node)]
      let isInside = window.isLatin(index - 1) && (window.isLatin(index) || window.digit(index) != nil)
      if ending >= 0, !isInside { best = (Int(ending), index) }
    }
  }

  /// The longest word that ends before a place; its words were put in back to front.
  func longest(in window: Window, endingAt end: Int) -> (word: Int, start: Int)? {
    var best: (word: Int, start: Int)?
    var node: UInt32 = 0
    var index = end
    while true {
      let slot = slot(node, window.value(index - 1))
      guard keys[slot] != .max else { return best }
      node = targets[slot]
      index -= 1
      let ending = endings[Int(node)]
      let isInside = window.isLatin(index) && window.isLatin(index - 1)
      if ending >= 0, !isInside { best = (Int(ending), index) }
    }
  }
}

extension String {
  /// The words of a table row; an underscore stands for a space inside a word.
  var tableWords: [[UInt32]] {
    split(separator: " ").map { $0.unicodeScalars.map { $0 == "_" ? 0x20 : $0.value } }
  }
}
