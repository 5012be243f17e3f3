/// Right and all, for each measure, with what went wrong.
struct Tally {
  enum Measure: String, CaseIterable { case characters, order, roles, cells, pairs, absent, readable }

  private(set) var right: [Measure: Int] = [:]
  private(set) var all: [Measure: Int] = [:]
  private(set) var failures: [(measure: Measure, weight: Int, text: String)] = []

  mutating func count(_ measure: Measure, _ right: Int, of all: Int) {
    self.right[measure, default: 0] += right
    self.all[measure, default: 0] += all
  }

  mutating func count(_ measure: Measure, _ isRight: Bool) { count(measure, isRight ? 1 : 0, of: 1) }

  mutating func note(_ measure: Measure, _ weight: Int, _ text: String) { failures.append((measure, weight, text)) }

  func worst(_ measure: Measure) -> String {
    let found = failures.filter { $0.measure == measure }.sorted { $0.weight > $1.weight }
    return found.prefix(12).map(\.text).joined(separator: "\n")
  }

  mutating func add(_ other: Tally) {
    for measure in Measure.allCases { count(measure, other.right[measure] ?? 0, of: other.all[measure] ?? 0) }
    failures += other.failures
  }

  /// Per cent; 100 where there was nothing to get wrong.
  func share(_ measure: Measure) -> Double {
    guard let all = all[measure], all > 0 else { return 100 }
    return 100 * Double(max(0, right[measure] ?? 0)) / Double(all)
  }
}
