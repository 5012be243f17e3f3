/// Groups of sets of which one must have a word of each of its sets in a passage, or a condition cannot be met there.
///
/// A flat list of numbers: this is asked far more often than anything else.
struct Needs: Sendable {
  private var sets: [Int32] = []
  /// Where each group ends in `sets`.
  private var ends: [Int32] = []

  mutating func add(_ group: [LiteralSet]) {
    sets += group.map { Int32(truncatingIfNeeded: $0.index) }
    ends.append(Int32(truncatingIfNeeded: sets.count))
  }

  func meets(_ present: BitSet) -> Bool {
    var start = 0
    for end in ends {
      if (start..<Int(end)).allSatisfy({ present.contains(Int(sets[$0])) }) { return true }
      start = Int(end)
    }
    return false
  }
}

extension Needs {
  /// Of a condition; where the rest of it says nothing of the passage, that counts as met.
  init(_ condition: CompiledCondition) {
    for group in Self.groups(condition) { add(group) }
  }

  /// More groups than this cost more than they save.
  private static let mostGroups = 400

  private static func groups(_ condition: CompiledCondition) -> [[LiteralSet]] {
    switch condition {
    case .patterns(let patterns): return patterns.needs
    case .any(let parts): return parts.flatMap(groups)
    case .all(let parts), .near(let parts, _):
      return parts.reduce([[]]) { sofar, part in
        let next = groups(part)
        guard sofar.count * next.count <= mostGroups else { return sofar }
        return sofar.flatMap { group in next.map { group + $0 } }
      }
    case .not, .within: return [[]]
    }
  }
}
