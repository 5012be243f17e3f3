/// Aho-Corasick's automaton over the numbers of `ScalarNumbers`, in flat arrays.
///
/// Its states are the beginnings of the words, the empty one first, then by length: so the children of a state stand
/// side by side, and the longest proper suffix that is a state always stands before it.
struct LiteralAutomaton: Sendable {
  /// All that a step needs to know of a state, on one line of the cache.
  struct State: Sendable, BitwiseCopyable {
    /// The lowest six bits of the children's labels: most scalars that fit no child are told by these alone.
    var labelBits: UInt64 = 0
    /// The children, sorted by label.
    var firstChild: UInt32 = 0
    var endChild: UInt32 = 0
    /// Where to look on when no child fits: past all suffixes that have no children either.
    var failure: UInt32 = 0
    /// The longest suffix in which a word ends, the state itself included; 0 for none.
    var report: UInt32 = 0
  }

  private(set) var states = [State()]
  /// The last number of each state's prefix.
  private var labels: [UInt32] = [0]
  /// The root's children by number, 0 for none.
  private var root: [UInt32]
  /// The words sorted by their numbers; those that end in one state stand side by side.
  private var order: [Int] = []
  private var ending: [Range<Int>] = []
  /// For each state the longest proper suffix in which a word ends; 0 for none.
  private(set) var nextReport: [UInt32] = []

  /// No word may be empty; all numbers are below `numberCount`.
  init(_ words: [[UInt32]], numberCount: Int) {
    root = Array(repeating: 0, count: numberCount)
    order = words.indices.sorted { words[$0].lexicographicallyPrecedes(words[$1]) }
    grow(words)
    for child in children(of: 0) { root[Int(labels[child])] = UInt32(child) }
    link()
  }

  /// The words that end in a state.
  func words(endingIn state: Int) -> ArraySlice<Int> { order[ending[state]] }

  /// The state after one more scalar that has a number.
  @inline(__always)
  func step(from state: UInt32, _ number: UInt32) -> UInt32 {
    var index = Int(state)
    while index != 0 {
      let state = states[index]
      if state.labelBits & bit(number) != 0, let child = child(of: state, number) { return child }
      index = Int(state.failure)
    }
    return root[Int(number)]
  }

  @inline(__always)
  private func child(of state: State, _ number: UInt32) -> UInt32? {
    for child in state.firstChild..<state.endChild where labels[Int(child)] >= number {
      return labels[Int(child)] == number ? child : nil
    }
    return nil
  }

  @inline(__always)
  private func bit(_ number: UInt32) -> UInt64 { 1 << UInt64(number & 63) }

  private func children(of state: Int) -> Range<Int> {
    Int(states[state].firstChild)..<Int(states[state].endChild)
  }

  /// Makes the states level by level: each is the span of the sorted words that share its prefix.
  private mutating func grow(_ words: [[UInt32]]) {
    var spans = [(span: 0..<order.count, depth: 0)]
    var state = 0
    while state < spans.count {
      let (span, depth) = spans[state]
      let own = span.prefix { words[order[$0]].count == depth }
      ending.append(own)
      states[state].firstChild = UInt32(spans.count)
      var start = own.upperBound
      while start < span.upperBound {
        let label = words[order[start]][depth]
        let end = (start..<span.upperBound).first { words[order[$0]][depth] != label } ?? span.upperBound
        states[state].labelBits |= bit(label)
        spans.append((start..<end, depth + 1))
        states.append(State())
        labels.append(label)
        start = end
      }
      states[state].endChild = UInt32(spans.count)
      state += 1
    }
  }

  /// Sets failures and reports, parents before children.
  private mutating func link() {
    // The true failures; those of the states skip what leads nowhere.
    var suffixes = [UInt32](repeating: 0, count: states.count)
    nextReport = suffixes
    for state in states.indices.dropFirst() {
      let suffix = Int(suffixes[state])
      states[state].failure = children(of: suffix).isEmpty ? states[suffix].failure : UInt32(suffix)
      nextReport[state] = states[suffix].report
      states[state].report = ending[state].isEmpty ? states[suffix].report : UInt32(state)
      for child in children(of: state) { suffixes[child] = step(from: states[state].failure, labels[child]) }
    }
  }
}
