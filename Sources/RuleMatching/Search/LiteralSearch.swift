/// Looks for thousands of literals in one pass over the text.
///
/// The automaton folds case for all; what a literal asks for beyond that is looked at where it is found.
package struct LiteralSearch: Sendable {
  private let literals: [Literal]
  private let numbers: ScalarNumbers
  private let automaton: LiteralAutomaton
  /// All spellings of all literals, and which literal each belongs to.
  private let spellings: [[UInt32]]
  private let owners: [Int]

  /// An empty literal is found nowhere.
  package init(_ literals: [Literal]) {
    var numbers = ScalarNumbers()
    var owners: [Int] = []
    var spellings: [[UInt32]] = []
    for (owner, literal) in literals.enumerated() {
      for spelling in literal.spellings {
        spellings.append(spelling)
        owners.append(owner)
      }
    }
    let words = spellings.map { $0.map { numbers.add(ASCII.folded($0)) } }
    automaton = LiteralAutomaton(words, numberCount: Int(numbers.count))
    self.literals = literals
    self.numbers = numbers
    self.spellings = spellings
    self.owners = owners
  }

  /// All occurrences, also those that overlap, by start, then by end.
  package func hits(in text: [Unicode.Scalar], range: Range<Int>? = nil) -> [LiteralHit] {
    text.withUnsafeBufferPointer { scalars in
      scalars.withMemoryRebound(to: UInt32.self) { hits(in: $0, range: range ?? 0..<text.count) }
    }
  }

  /// All occurrences within the range, also those that overlap, by start, then by end.
  package func hits(in text: UnsafeBufferPointer<UInt32>, range: Range<Int>) -> [LiteralHit] {
    var hits: [LiteralHit] = []
    forEachHit(in: text, range: range) { hits.append($0) }
    hits.sort {
      ($0.range.lowerBound, $0.range.upperBound, $0.literal) < ($1.range.lowerBound, $1.range.upperBound, $1.literal)
    }
    return hits
  }

  /// Calls for each occurrence within the range, in the order of their ends. What stands outside the range is no
  /// neighbour.
  package func forEachHit(
    in text: UnsafeBufferPointer<UInt32>, range: Range<Int>, _ body: (LiteralHit) -> Void
  ) {
    precondition(0 <= range.lowerBound && range.upperBound <= text.count)
    let passage = UnsafeBufferPointer(rebasing: text[range])
    var state: UInt32 = 0
    for place in passage.indices {
      let number = numbers[passage[place]]
      state = number == 0 ? 0 : automaton.step(from: state, number)
      var report = Int(automaton.states[Int(state)].report)
      while report != 0 {
        tell(report, end: place + 1, of: passage, shift: range.lowerBound, body)
        report = Int(automaton.nextReport[report])
      }
    }
  }

  private func tell(
    _ state: Int, end: Int, of passage: UnsafeBufferPointer<UInt32>, shift: Int, _ body: (LiteralHit) -> Void
  ) {
    for word in automaton.words(endingIn: state) {
      let start = end - spellings[word].count
      guard accepts(word, start..<end, of: passage) else { continue }
      body(LiteralHit(literal: owners[word], range: start + shift..<end + shift))
    }
  }

  private func accepts(_ word: Int, _ range: Range<Int>, of passage: UnsafeBufferPointer<UInt32>) -> Bool {
    let literal = literals[owners[word]]
    if !literal.foldsCase, !passage[range].elementsEqual(spellings[word]) { return false }
    guard literal.isWord else { return true }
    let (start, end) = (range.lowerBound, range.upperBound)
    return (start == 0 || ASCII.parts(edge: passage[start], neighbour: passage[start - 1]))
      && (end == passage.count || ASCII.parts(edge: passage[end - 1], neighbour: passage[end]))
  }
}
