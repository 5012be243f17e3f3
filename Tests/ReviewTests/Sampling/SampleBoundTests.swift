import Review
import Testing

@Suite struct SampleBoundTests {
  /// All right: the n-th root of the doubt, by hand.
  @Test(arguments: [(1, 0.05), (2, 0.223_606_797_7), (10, 0.741_134_449), (59, 0.950_494)])
  func aSampleThatIsAllRight(_ count: Int, _ share: Double) {
    #expect(abs(SampleBound.leastShare(right: count, of: count) - share) < 1e-5)
  }

  /// Clopper and Pearson's bounds as tables have them (one-sided, 95 %).
  @Test(arguments: [(9, 10, 0.605_8), (8, 10, 0.493_1), (1, 10, 0.005_1), (45, 50, 0.801_2), (95, 100, 0.897_7)])
  func tabledBounds(_ right: Int, _ reviewed: Int, _ share: Double) {
    #expect(abs(SampleBound.leastShare(right: right, of: reviewed) - share) < 1e-4)
  }

  @Test func nothingShowsNothing() {
    #expect(SampleBound.leastShare(right: 0, of: 0) == 0)
    #expect(SampleBound.leastShare(right: 0, of: 10) == 0)
    #expect(SampleBound.leastRight(right: 0, of: 0, in: 100) == 0)
  }

  /// At the bound itself the sample is as improbable as the doubt, reckoned otherwise.
  @Test(arguments: [(3, 7), (17, 20), (29, 30), (180, 200)])
  func theTailAtTheBoundIsTheDoubt(_ right: Int, _ reviewed: Int) {
    let share = SampleBound.leastShare(right: right, of: reviewed)
    var tail = 0.0
    for count in right...reviewed {
      var term = 1.0
      for place in 0..<count { term *= share * Double(reviewed - place) / Double(count - place) }
      for _ in count..<reviewed { term *= 1 - share }
      tail += term
    }
    #expect(abs(tail - SampleBound.usualDoubt) < 1e-9)
  }

  @Test func whoeverHasSeenAllKnows() {
    #expect(SampleBound.leastRight(right: 7, of: 7, in: 7) == 7)
    #expect(SampleBound.leastRight(right: 5, of: 7, in: 7) == 5)
  }

  /// Tried on every number of right ones that there may be: the least by which the sample is not too improbable.
  @Test(arguments: [(4, 5, 12), (5, 5, 12), (2, 6, 9), (10, 10, 40)])
  func theLeastNumberIsTheLeastPossible(_ right: Int, _ reviewed: Int, _ population: Int) {
    func choose(_ n: Int, _ k: Int) -> Int {
      k < 0 || k > n ? 0 : (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
    }
    func tail(_ good: Int) -> Double {
      let ways = (right...reviewed).reduce(0) { $0 + choose(good, $1) * choose(population - good, reviewed - $1) }
      return Double(ways) / Double(choose(population, reviewed))
    }
    let possible = (right...population - (reviewed - right)).first { tail($0) >= SampleBound.usualDoubt }
    #expect(SampleBound.leastRight(right: right, of: reviewed, in: population) == possible)
  }

  /// A sample of very many is one of no known number.
  @Test func ofManyItIsTheShare() {
    let share = Double(SampleBound.leastRight(right: 19, of: 20, in: 1_000_000)) / 1_000_000
    #expect(abs(share - SampleBound.leastShare(right: 19, of: 20)) < 1e-4)
  }

  @Test func largeSamplesAreReckonedToo() {
    let share = SampleBound.leastShare(right: 99_000, of: 100_000)
    #expect((0.989...0.99).contains(share))
  }
}
