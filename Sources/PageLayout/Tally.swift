/// Counts few distinct values without hashing.
struct Tally<Value: Equatable> {
  private var counts: [(value: Value, count: Int)] = []

  mutating func add(_ value: Value, weight: Int = 1) {
    if let last = counts.indices.last, counts[last].value == value {
      counts[last].count += weight
    } else if let at = counts.firstIndex(where: { $0.value == value }) {
      counts[at].count += weight
      counts.swapAt(at, counts.count - 1)
    } else {
      counts.append((value, weight))
    }
  }

  var most: Value? { counts.max { $0.count < $1.count }?.value }
  var isSingle: Bool { counts.count <= 1 }
}
