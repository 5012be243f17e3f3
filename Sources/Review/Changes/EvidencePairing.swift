import ReportModel

/// Finds for each piece of evidence of an item what it was before. Of all possible pairs the likest come first, so that
/// no order of the evidence decides.
package struct EvidencePairing: Sendable, Equatable {
  package struct Pair: Sendable, Equatable {
    package let before: Int
    package let after: Int
  }

  /// By their places after.
  package let pairs: [Pair]
  package let vanished: [Int]
  package let appeared: [Int]

  /// - Parameter inOneText: whether both were read in the same text, so that places can be compared.
  package init(_ before: [Evidence], _ after: [Evidence], inOneText: Bool) {
    var pairs: [Pair] = []
    var (old, new) = (Array(before.indices), Array(after.indices))
    // Most of it is as it was.
    for place in after.indices {
      guard
        let known = old.firstIndex(where: { Self.isSame(before[$0], after[place], inOneText: inOneText) })
      else { continue }
      pairs.append(Pair(before: old.remove(at: known), after: place))
      new.removeAll { $0 == place }
    }
    for candidate in Self.candidates(old, before, new, after, inOneText: inOneText) {
      guard let was = old.firstIndex(of: candidate.before), let now = new.firstIndex(of: candidate.after) else {
        continue
      }
      old.remove(at: was)
      new.remove(at: now)
      pairs.append(Pair(before: candidate.before, after: candidate.after))
    }
    self.pairs = pairs.sorted { $0.after < $1.after }
    vanished = old
    appeared = new
  }

  package func before(_ after: Int) -> Int? { pairs.first { $0.after == after }?.before }

  package func after(_ before: Int) -> Int? { pairs.first { $0.before == before }?.after }

  private static func isSame(_ a: Evidence, _ b: Evidence, inOneText: Bool) -> Bool {
    (!inOneText || a.quoteRanges == b.quoteRanges) && a.allDifferences(to: b).isEmpty
  }

  private static func candidates(
    _ old: [Int], _ before: [Evidence], _ new: [Int], _ after: [Evidence], inOneText: Bool
  ) -> [(before: Int, after: Int)] {
    guard !old.isEmpty, !new.isEmpty else { return [] }
    let (oldWords, newWords) = (old.map { WordPairs(before[$0].quote) }, new.map { WordPairs(after[$0].quote) })
    var found: [(likeness: Int, before: Int, after: Int)] = []
    for (first, was) in zip(oldWords, old) {
      for (second, now) in zip(newWords, new) {
        let words = first.likeness(to: second)
        let likeness = Likeness(before[was], after[now], words: words, inOneText: inOneText)
        if let sum = likeness.sum { found.append((sum, was, now)) }
      }
    }
    return found.sorted { (-$0.likeness, $0.before, $0.after) < (-$1.likeness, $1.before, $1.after) }.map { ($1, $2) }
  }
}

/// How much two pieces of evidence of an item speak for being one statement.
private struct Likeness {
  /// Nil where they are not.
  let sum: Int?

  init(_ a: Evidence, _ b: Evidence, words: Int, inOneText: Bool) {
    let isSameNumber = Self.isSameNumber(a, b)
    let overlap = inOneText ? Self.overlap(a.quoteRanges, b.quoteRanges) : 0
    let place = inOneText && overlap == 0 ? words / 2 : max(words, overlap)
    // The same number of the same year may be said elsewhere in other words; another number has to be in the same ones.
    let isOne =
      overlap > 0 || (isSameNumber && a.year == b.year)
      || (!inOneText && words >= (isSameNumber ? Self.fewestWordsOfOneNumber : Self.fewestWords))
    guard isOne else {
      sum = nil
      return
    }
    var sum = place
    if isSameNumber { sum += 40 } else if (a.value == nil) != (b.value == nil) { sum -= 10 }
    // More than the same number speaks for them: of a row of years each cell stays that of its year.
    if a.year != b.year { sum -= a.year.isEmpty || b.year.isEmpty ? 5 : 45 }
    if a.boundary == b.boundary { sum += 4 }
    if a.headings == b.headings { sum += 4 }
    if a.page == b.page { sum += 3 }
    if a.rule == b.rule { sum += 2 }
    if !a.name.isEmpty, a.name == b.name { sum += 10 }
    self.sum = sum
  }

  /// Of 100.
  private static let fewestWords = 60
  private static let fewestWordsOfOneNumber = 30

  private static func isSameNumber(_ a: Evidence, _ b: Evidence) -> Bool {
    guard let first = a.value, let second = b.value, !first.plain.isEmpty || first.normalized != nil else {
      return false
    }
    return NumberDifference.between(first, second).isSubset(of: [.qualifier])
      || (first.normalized != nil && first.normalized == second.normalized)
  }

  /// 100 for the same stretches, 50 and more for any that both have.
  private static func overlap(_ a: [Range<Int>], _ b: [Range<Int>]) -> Int {
    let common = a.reduce(0) { sum, range in sum + b.reduce(0) { $0 + range.clamped(to: $1).count } }
    guard common > 0 else { return 0 }
    let all = a.reduce(0) { $0 + $1.count } + b.reduce(0) { $0 + $1.count } - common
    return 50 + 50 * common / max(all, 1)
  }
}

/// The pairs of characters that words are made of, without their numbers: where a number was restated, the words around
/// it are the same.
private struct WordPairs {
  private let pairs: [UInt64]

  init(_ text: String) {
    let scalars = Array(text.withoutFigures.unicodeScalars)
    let one = scalars.count == 1 ? scalars.map { UInt64($0.value) } : []
    pairs = (one + zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }).sorted()
  }

  /// The share of what both have, of 100 (Dice).
  func likeness(to other: WordPairs) -> Int {
    let all = pairs.count + other.pairs.count
    guard all > 0 else { return 100 }
    var (i, j, common) = (0, 0, 0)
    while i < pairs.count, j < other.pairs.count {
      if pairs[i] == other.pairs[j] {
        common += 1
        i += 1
        j += 1
      } else if pairs[i] < other.pairs[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return 200 * common / all
  }
}
