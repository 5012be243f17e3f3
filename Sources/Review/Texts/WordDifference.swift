/// What has to be taken out of one run of words, and what put in, to make another one: the least of it (Myers).
struct WordDifference {
  /// Stretches in their order, of both texts.
  private(set) var steps: [Step] = []

  enum Step: Equatable {
    case kept(Range<Int>, Range<Int>)
    case lost(Range<Int>)
    case gained(Range<Int>)
  }

  /// Beyond so many words taken out and put in, what lies between is told as lost and gained as a whole: texts that
  /// have next to nothing in common are not worth more.
  private static let mostEdits = 2000

  init<Word: Hashable>(_ before: [Word], _ after: [Word]) {
    let (old, new) = Self.numbered(before, after)
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    keep(0..<start, 0..<start)
    middle(old, start..<old.count - end, new, start..<new.count - end)
    keep(old.count - end..<old.count, new.count - end..<new.count)
  }

  private static func numbered<Word: Hashable>(_ before: [Word], _ after: [Word]) -> ([Int], [Int]) {
    var numbers: [Word: Int] = [:]
    func number(_ word: Word) -> Int {
      if let known = numbers[word] { return known }
      numbers[word] = numbers.count
      return numbers.count - 1
    }
    return (before.map(number), after.map(number))
  }

  private mutating func middle(_ old: [Int], _ rangeOld: Range<Int>, _ new: [Int], _ rangeNew: Range<Int>) {
    guard !rangeOld.isEmpty, !rangeNew.isEmpty, let matches = Self.matches(old[rangeOld], new[rangeNew]) else {
      lose(rangeOld)
      gain(rangeNew)
      return
    }
    var (i, j) = (rangeOld.lowerBound, rangeNew.lowerBound)
    for match in matches {
      lose(i..<match.old)
      gain(j..<match.new)
      keep(match.old..<match.old + 1, match.new..<match.new + 1)
      (i, j) = (match.old + 1, match.new + 1)
    }
    lose(i..<rangeOld.upperBound)
    gain(j..<rangeNew.upperBound)
  }

  /// The words that both have, in order; nil where that takes too many edits.
  private static func matches(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [(old: Int, new: Int)]? {
    let (n, m) = (old.count, new.count)
    let most = min(n + m, mostEdits)
    var frontier = [Int](repeating: 0, count: 2 * most + 3)
    let zero = most + 1
    // Of each number of edits, how far it came before: only as much of it as can be asked for.
    var history: [[Int]] = []
    for edits in 0...most {
      history.append(Array(frontier[(zero - edits - 1)...(zero + edits + 1)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let isDown =
          diagonal == -edits
          || (diagonal != edits && frontier[zero + diagonal - 1] < frontier[zero + diagonal + 1])
        var x = isDown ? frontier[zero + diagonal + 1] : frontier[zero + diagonal - 1] + 1
        while x < n, x - diagonal < m, old[old.startIndex + x] == new[new.startIndex + x - diagonal] { x += 1 }
        frontier[zero + diagonal] = x
        if x >= n, x - diagonal >= m { return trace(history, old, new) }
      }
    }
    return nil
  }

  private static func trace(
    _ history: [[Int]], _ old: ArraySlice<Int>, _ new: ArraySlice<Int>
  ) -> [(old: Int, new: Int)] {
    var matches: [(old: Int, new: Int)] = []
    var (x, y) = (old.count, new.count)
    for edits in history.indices.reversed() {
      let frontier = history[edits]
      let (diagonal, zero) = (x - y, edits + 1)
      let isDown =
        diagonal == -edits
        || (diagonal != edits && frontier[zero + diagonal - 1] < frontier[zero + diagonal + 1])
      let origin = isDown ? diagonal + 1 : diagonal - 1
      let startX = edits == 0 ? 0 : frontier[zero + origin]
      let startY = edits == 0 ? 0 : startX - origin
      while x > startX, y > startY, old[old.startIndex + x - 1] == new[new.startIndex + y - 1] {
        matches.append((old.startIndex + x - 1, new.startIndex + y - 1))
        (x, y) = (x - 1, y - 1)
      }
      (x, y) = (startX, startY)
    }
    return matches.reversed()
  }

  // MARK: Steps

  private mutating func keep(_ old: Range<Int>, _ new: Range<Int>) {
    guard !old.isEmpty else { return }
    if case .kept(let before, let after)? = steps.last, before.upperBound == old.lowerBound,
      after.upperBound == new.lowerBound
    {
      steps[steps.count - 1] = .kept(before.lowerBound..<old.upperBound, after.lowerBound..<new.upperBound)
    } else {
      steps.append(.kept(old, new))
    }
  }

  private mutating func lose(_ range: Range<Int>) { if !range.isEmpty { steps.append(.lost(range)) } }

  private mutating func gain(_ range: Range<Int>) { if !range.isEmpty { steps.append(.gained(range)) } }
}
