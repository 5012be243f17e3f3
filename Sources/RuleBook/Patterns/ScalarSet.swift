/// A set of Unicode scalars as sorted ranges that neither touch nor overlap.
struct ScalarSet: Sendable, Hashable {
  private(set) var ranges: [ClosedRange<UInt32>]

  static let last: UInt32 = 0x10FFFF
  static let all = ScalarSet([0...last])
  static let newline = ScalarSet([0x0A...0x0A])
  // Without the option UCP, which is not set, the classes of PCRE2 are ASCII.
  static let digits = ScalarSet([0x30...0x39])
  static let spaces = ScalarSet([0x09...0x0D, 0x20...0x20])
  static let wordScalars = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

  init(_ ranges: [ClosedRange<UInt32>]) {
    self.ranges = []
    // A pattern may name values that are no scalars.
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }).map({ $0.clamped(to: 0...Self.last) }) {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound &+ 1 {
        self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  init(_ scalar: UInt32) { self.init([scalar...scalar]) }

  var count: Int { ranges.reduce(0) { $0 + Int($1.upperBound - $1.lowerBound) + 1 } }
  var isEmpty: Bool { ranges.isEmpty }

  /// All scalars, where they are at most `limit`.
  func scalars(atMost limit: Int) -> [UInt32]? { count <= limit ? ranges.flatMap(Array.init) : nil }

  func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

  var inverted: ScalarSet {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= Self.last { result.append(next...Self.last) }
    return ScalarSet(result)
  }

  func intersection(_ other: ScalarSet) -> ScalarSet {
    var result: [ClosedRange<UInt32>] = []
    var (mine, theirs) = (ranges[...], other.ranges[...])
    while let a = mine.first, let b = theirs.first {
      let (low, high) = (max(a.lowerBound, b.lowerBound), min(a.upperBound, b.upperBound))
      if low <= high { result.append(low...high) }
      if a.upperBound < b.upperBound { mine.removeFirst() } else { theirs.removeFirst() }
    }
    return ScalarSet(result)
  }

  func intersects(_ other: ScalarSet) -> Bool {
    var (mine, theirs) = (0, 0)
    while mine < ranges.count, theirs < other.ranges.count {
      if ranges[mine].overlaps(other.ranges[theirs]) { return true }
      if ranges[mine].upperBound < other.ranges[theirs].upperBound { mine += 1 } else { theirs += 1 }
    }
    return false
  }

  /// With the other case of each ASCII letter.
  var withBothCases: ScalarSet {
    let letters = ScalarSet([0x41...0x5A, 0x61...0x7A])
    let swapped = intersection(letters).ranges.flatMap { range in
      range.map { $0 ^ 0x20...$0 ^ 0x20 }
    }
    return swapped.isEmpty ? self : ScalarSet(ranges + swapped)
  }
}
