extension Runaway {
  /// The first cause found, the worst kinds first.
  static func find(in node: PatternNode) -> Runaway? {
    let automaton = PatternAutomaton(node)
    guard !automaton.isTooLarge else { return nil }
    let finder = RunawayFinder(automaton)
    if let found = finder.nestedRepeats() ?? finder.overlappingParts() ?? finder.adjacentRepeats() { return found }
    return GapChain.tooWide(in: node) ?? automaton.inner.lazy.compactMap(find).first
  }
}

/// Looks for texts that an automaton can read in very many ways.
///
/// Where a position can be left and reached again in two ways over the same text, the ways double with each round;
/// where two positions that both repeat read the same text one after the other, they grow with its square. Neither
/// matters where the pattern may simply end: then the first way is taken.
struct RunawayFinder {
  private let automaton: PatternAutomaton
  /// For each position the cycle it is on; nil for none.
  private let cycles: [Int?]
  /// So many states are looked at, then the pattern passes.
  private static let mostVisits = 200_000
  /// Between two repeats, a set of at least so many scalars parts them no better than none: any digit does not, a
  /// letter in both its cases does.
  private static let wide = 3

  init(_ automaton: PatternAutomaton) {
    self.automaton = automaton
    cycles = Cycles(automaton.steps.map { $0.map(\.target) }).numbers
  }

  /// Two ways from one position to another on the same cycle.
  func nestedRepeats() -> Runaway? {
    for source in automaton.sets.indices {
      for (target, steps) in Dictionary(grouping: automaton.steps[source], by: \.target).sorted(by: { $0.key < $1.key })
      where steps.count > 1 && isPump(target) && cycles[source] == cycles[target] {
        let places = steps.compactMap(\.loop).map { automaton.loops[$0] }
        guard let widest = places.max(by: { $0.count < $1.count }) else { continue }
        return Runaway(kind: .nestedRepeats, place: widest)
      }
    }
    return nil
  }

  private func isPump(_ position: Int) -> Bool {
    cycles[position] != nil && !automaton.accepting.contains(position)
  }

  // MARK: The same position reached in two ways

  private struct Pair: Hashable {
    var left: Int
    var right: Int
  }

  /// Two ways that part at one position of a cycle and meet again.
  func overlappingParts() -> Runaway? {
    var seen = Set(automaton.sets.indices.filter { cycles[$0] != nil }.map { Pair(left: $0, right: $0) })
    var waiting = seen.sorted { $0.left < $1.left }
    while let pair = waiting.popLast(), seen.count < Self.mostVisits {
      for next in steps(from: pair) {
        if pair.left != pair.right, next.left == next.right {
          if isPump(next.left) { return overlap(pair) }
        } else if seen.insert(next).inserted {
          waiting.append(next)
        }
      }
    }
    return nil
  }

  private func steps(from pair: Pair) -> [Pair] {
    var result: [Pair] = []
    for left in targets(pair.left, within: cycles[pair.left]) {
      for right in targets(pair.right, within: cycles[pair.left])
      where automaton.sets[left].intersects(automaton.sets[right]) {
        result.append(Pair(left: left, right: right))
      }
    }
    return result
  }

  private func targets(_ position: Int, within cycle: Int?) -> Set<Int> {
    Set(automaton.steps[position].map(\.target).filter { cycles[$0] == cycle })
  }

  /// The innermost repeat around both.
  private func overlap(_ pair: Pair) -> Runaway? {
    let (left, right) = (automaton.loopsAround[pair.left], automaton.loopsAround[pair.right])
    let common = zip(left, right).prefix { $0 == $1 }.last
    return common.map { Runaway(kind: .overlappingParts, place: automaton.loops[$0.0]) }
  }

  // MARK: Two repeats one after the other

  private struct Triple: Hashable {
    var first: Int
    var between: Int
    var second: Int
  }

  func adjacentRepeats() -> Runaway? {
    let cyclic = automaton.sets.indices.filter { cycles[$0] != nil }
    var visits = 0
    for first in cyclic {
      for second in cyclic where cycles[first] != cycles[second] && isPump(second) {
        guard canShare(first, second, &visits) else { continue }
        guard let start = automaton.loopsAround[first].last, let end = automaton.loopsAround[second].last else {
          continue
        }
        let (from, to) = (automaton.loops[start], automaton.loops[end])
        return Runaway(kind: .adjacentRepeats, place: from.lowerBound..<max(from.upperBound, to.upperBound))
      }
    }
    return nil
  }

  /// Whether some text leads from the first back to it, from the first to the second, and from the second back to it.
  private func canShare(_ first: Int, _ second: Int, _ visits: inout Int) -> Bool {
    let start = Triple(first: first, between: first, second: second)
    let goal = Triple(first: first, between: second, second: second)
    var seen: Set<Triple> = [start]
    var waiting = [start]
    while let triple = waiting.popLast(), visits < Self.mostVisits {
      visits += 1
      for next in steps(from: triple) where seen.insert(next).inserted {
        if next == goal { return true }
        waiting.append(next)
      }
    }
    return false
  }

  private func steps(from triple: Triple) -> [Triple] {
    var result: [Triple] = []
    for first in targets(triple.first, within: cycles[triple.first]) {
      for second in targets(triple.second, within: cycles[triple.second]) {
        let shared = automaton.sets[first].intersection(automaton.sets[second])
        guard !shared.isEmpty else { continue }
        for between in Set(automaton.steps[triple.between].map(\.target))
        where mayStandBetween(between) && automaton.sets[between].intersects(shared) {
          result.append(Triple(first: first, between: between, second: second))
        }
      }
    }
    return result
  }

  private func mayStandBetween(_ position: Int) -> Bool {
    cycles[position] != nil || automaton.sets[position].count >= Self.wide
  }
}
