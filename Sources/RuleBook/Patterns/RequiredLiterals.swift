/// Finds words of which every text that a pattern matches holds at least one.
///
/// They are folded (A to Z as a to z) and may stand within longer words: to look for them first is right only with a
/// search that folds case and knows no edges. A letter beyond ASCII that has two cases ends a word, since such a
/// search would not fold it.
struct RequiredLiterals {
  typealias Word = [UInt32]

  /// What is known of a part of the pattern.
  private struct Known {
    /// All that the part can take, where that is a handful of words.
    var exact: Set<Word>?
    /// Words of which it takes at least one.
    var best: Set<Word>?

    static let nothing = Known(exact: [[]], best: nil)
    static let anything = Known(exact: nil, best: nil)
  }

  private static let mostExact = 64
  private static let mostAlternatives = 1_000
  private static let mostOfClass = 8
  private static let longest = 40
  /// An ideograph tells about as much as two letters; a lone letter or sign tells nothing.
  private static let leastWeight = 2

  /// Sorted; nil where no word is long enough to be worth looking for.
  static func of(_ node: PatternNode) -> [String]? {
    best(of: known(node)).map { words in
      // A word that holds another of them adds nothing: both are found by the shorter.
      words.filter { word in !words.contains { $0 != word && word.holds($0) } }.map(string).sorted()
    }
  }

  private static func best(of known: Known) -> Set<Word>? { better(known.best, known.exact) }

  private static func known(_ node: PatternNode) -> Known {
    switch node {
    case .nothing, .assertion: .nothing
    case .unknown: .anything
    case .one(let set): Known(exact: words(of: set))
    case .atomic(let node): known(node)
    case .sequence(let nodes): sequence(nodes.map(known))
    case .alternatives(let nodes): alternatives(nodes.map(known))
    case .repeated(let node, let times): repeated(known(node), times)
    }
  }

  private static func words(of set: ScalarSet) -> Set<Word>? {
    // Which kind of white space stands there tells nothing and makes many words.
    guard let scalars = set.scalars(atMost: 2 * mostOfClass), set != .spaces else { return nil }
    let folded = Set(scalars.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
    guard !folded.isEmpty, folded.count <= mostOfClass, !folded.contains(where: isCasedBeyondASCII) else { return nil }
    return Set(folded.map { [$0] })
  }

  private static func isCasedBeyondASCII(_ value: UInt32) -> Bool {
    // Most are ideographs, which have one case.
    guard value >= 0x80, !(0x2E80...0xA63F).contains(value), let scalar = Unicode.Scalar(value) else { return false }
    return scalar.properties.changesWhenLowercased || scalar.properties.changesWhenUppercased
  }

  /// Grows words along the sequence as long as they stay a handful, and remembers the best set on the way.
  private static func sequence(_ parts: [Known]) -> Known {
    var run: Set<Word> = [[]]
    var best: Set<Word>?
    var isExact = true
    for part in parts {
      if let exact = part.exact, let longer = joined(run, exact) {
        run = longer
        continue
      }
      isExact = false
      best = better(better(best, run), Self.best(of: part))
      run = part.exact ?? [[]]
    }
    return Known(exact: isExact ? run : nil, best: better(best, run))
  }

  private static func alternatives(_ parts: [Known]) -> Known {
    var exact: Set<Word>? = []
    var best: Set<Word>? = []
    for part in parts {
      exact = exact.flatMap { all in part.exact.map { all.union($0) } }
      best = best.flatMap { all in Self.best(of: part).map { all.union($0) } }
    }
    if let all = exact, all.count > mostExact { exact = nil }
    if let all = best, all.count > mostAlternatives { best = nil }
    return Known(exact: exact, best: best)
  }

  private static func repeated(_ part: Known, _ times: PatternNode.Repeat) -> Known {
    if times.least == 0 {
      guard times.most == 1, let exact = part.exact else { return .anything }
      return Known(exact: exact.union([[]]), best: nil)
    }
    let copies = sequence(Array(repeating: part, count: min(times.least, 8)))
    let isExact = times.most == times.least && times.least <= 8
    return Known(exact: isExact ? copies.exact : nil, best: Self.best(of: copies))
  }

  private static func joined(_ left: Set<Word>, _ right: Set<Word>) -> Set<Word>? {
    guard left.count * right.count <= mostExact else { return nil }
    let joined = Set(left.flatMap { start in right.map { start + $0 } })
    return joined.contains { $0.count > longest } ? nil : joined
  }

  // MARK: Which words are the better ones

  private static func better(_ a: Set<Word>?, _ b: Set<Word>?) -> Set<Word>? {
    guard let b, let value = value(b) else { return a }
    guard let a, let other = Self.value(a) else { return b }
    return other >= value ? a : b
  }

  /// The weight of the lightest word, less a little each time the words double; nil where a word is too light.
  private static func value(_ words: Set<Word>) -> Int? {
    guard let least = words.map(weight).min(), least >= leastWeight else { return nil }
    let doublings = Int.bitWidth - words.count.leadingZeroBitCount
    return 4 * least - doublings
  }

  private static func weight(_ word: Word) -> Int {
    word.reduce(0) { sum, scalar in
      let isPlain = scalar &- 0x30 < 10 || scalar &- 0x61 < 26
      return sum + (scalar >= 0x80 ? 2 : isPlain ? 1 : 0)
    }
  }

  private static func string(_ word: Word) -> String {
    var view = String.UnicodeScalarView()
    for value in word {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }
}

extension [UInt32] {
  fileprivate func holds(_ part: [UInt32]) -> Bool {
    guard part.count <= count else { return false }
    return (0...count - part.count).contains { self[$0...].starts(with: part) }
  }
}
