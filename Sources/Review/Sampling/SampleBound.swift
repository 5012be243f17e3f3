/// What a reviewed sample shows of all that it was drawn from, without any assumption but that it was drawn by lot.
package enum SampleBound {
  /// The least share of right ones by which a sample of this kind still comes out as well as it did more often than once
  /// in `1 / doubt` times (Clopper and Pearson's exact lower bound of a binomial). Of trials that are unlike each other
  /// it bounds their mean: their sum is no more spread than that of like ones (Hoeffding).
  package static func leastShare(right: Int, of reviewed: Int, doubt: Double = usualDoubt) -> Double {
    guard right > 0, right <= reviewed else { return 0 }
    var (low, high) = (0.0, Double(right) / Double(reviewed))
    // Halved until the numbers between have no place any more: the same on every machine.
    while true {
      let middle = (low + high) / 2
      guard low < middle, middle < high else { return low }
      if binomialTail(middle, atLeast: right, of: reviewed) < doubt { low = middle } else { high = middle }
    }
  }

  /// The same for a sample of a known number of things, each drawn once at most: the least number of right ones among
  /// all. Whoever has reviewed all of them knows it.
  package static func leastRight(
    right: Int, of reviewed: Int, in population: Int, doubt: Double = usualDoubt
  ) -> Int {
    guard right > 0, right <= reviewed, reviewed <= population else { return 0 }
    // Those that were seen to be right are; those that were seen to be wrong are not.
    var (low, high) = (right, population - (reviewed - right))
    while low < high {
      let middle = (low + high) / 2
      let isPossible = hypergeometricTail(right, of: reviewed, among: middle, in: population) >= doubt
      if isPossible { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Once in twenty times the truth is worse than the bound.
  package static let usualDoubt = 0.05

  /// How probable it is that at least so many of the trials succeed. Only sums and products: no machine rounds them
  /// otherwise than another.
  private static func binomialTail(_ share: Double, atLeast right: Int, of trials: Int) -> Double {
    // From the likeliest number on to both sides, so that nothing is lost to terms that are too small to be told from 0.
    let likeliest = min(trials, Int(Double(trials + 1) * share))
    let odds = share / (1 - share)
    return tail(from: 0, to: trials, likeliest: likeliest, atLeast: right) { count in
      Double(trials - count) / Double(count + 1) * odds
    }
  }

  private static func hypergeometricTail(
    _ right: Int, of drawn: Int, among good: Int, in population: Int
  ) -> Double {
    let (least, most) = (max(0, drawn + good - population), min(drawn, good))
    let likeliest = min(most, max(least, (drawn + 1) * (good + 1) / (population + 2)))
    return tail(from: least, to: most, likeliest: likeliest, atLeast: right) { count in
      Double(drawn - count) * Double(good - count)
        / (Double(count + 1) * Double(population - good - drawn + count + 1))
    }
  }

  /// The share of the weights from one number on, by how each weighs against the one before it.
  private static func tail(
    from least: Int, to most: Int, likeliest: Int, atLeast bound: Int, ratio: (Int) -> Double
  ) -> Double {
    var (all, above) = (0.0, 0.0)
    func add(_ count: Int, _ weight: Double) {
      all += weight
      if count >= bound { above += weight }
    }
    var weight = 1.0
    for count in stride(from: likeliest, through: most, by: 1) {
      add(count, weight)
      weight *= ratio(count)
    }
    weight = 1
    for count in stride(from: likeliest - 1, through: least, by: -1) {
      weight /= ratio(count)
      add(count, weight)
    }
    return all > 0 ? above / all : 0
  }
}
