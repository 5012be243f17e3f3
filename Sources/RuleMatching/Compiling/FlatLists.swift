/// Lists of small numbers, one behind the other: those of a literal are read far more often than anything else.
struct FlatLists: Sendable {
  /// Where each list begins in `members`, and one more for the end.
  private let starts: [Int32]
  private let members: [Int32]
  /// All members are below.
  private let bound: Int

  init(_ lists: [[Int]], bound: Int) {
    var starts: [Int32] = [0]
    var members: [Int32] = []
    for list in lists {
      members += Set(list).sorted().map { Int32($0) }
      starts.append(Int32(members.count))
    }
    self.starts = starts
    self.members = members
    self.bound = bound
  }

  /// For each literal the sets that it is in.
  static func membership(of sets: LiteralSetBuilder) -> FlatLists {
    var groups: [[Int]] = Array(repeating: [], count: sets.literals.count)
    for (set, literals) in sets.members.enumerated() {
      for literal in literals { groups[literal].append(set) }
    }
    return FlatLists(groups, bound: sets.members.count)
  }

  func isEmpty(_ list: Int) -> Bool { starts[list] == starts[list + 1] }

  func contains(_ member: Int, in list: Int) -> Bool {
    let wanted = Int32(truncatingIfNeeded: member)
    var (low, high) = (Int(starts[list]), Int(starts[list + 1]))
    while low < high {
      let middle = (low + high) / 2
      if members[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < Int(starts[list + 1]) && members[low] == wanted
  }

  /// All that any of the lists has.
  func members(of lists: some Sequence<Int>) -> BitSet {
    var found = BitSet(count: bound)
    for list in lists { insert(list, into: &found) }
    return found
  }

  func insert(_ list: Int, into set: inout BitSet) {
    forEachMember(of: list) { set.insert($0) }
  }

  @inline(__always)
  func forEachMember(of list: Int, _ body: (Int) -> Void) {
    for index in Int(starts[list])..<Int(starts[list + 1]) { body(Int(members[index])) }
  }

  /// The same with one member alone.
  func only(_ member: Int) -> FlatLists {
    FlatLists((0..<starts.count - 1).map { contains(member, in: $0) ? [member] : [] }, bound: bound)
  }
}
