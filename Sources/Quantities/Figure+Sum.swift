import ReportModel

extension Figure {
  /// The exact sum; nil where it does not fit.
  func plus(_ other: Figure) -> Figure? {
    let low = min(exponent, other.exponent)
    guard let first = digits(at: low), let second = other.digits(at: low) else { return nil }
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? nil : Figure(digits: sum, exponent: low)
  }

  func isLess(than other: Figure) -> Bool {
    guard let difference = plus(other.negated) else { return false }
    return difference.digits < 0
  }

  var negated: Figure { Figure(digits: -digits, exponent: exponent) }

  /// The whole number it is, where it is a small one.
  var whole: Int? {
    guard exponent >= 0, exponent < 10, let all = digits(at: 0) else { return nil }
    return Int(all)
  }

  /// The digits when written with a lower exponent.
  private func digits(at low: Int) -> Int64? {
    guard digits != 0 else { return 0 }
    guard exponent - low <= 18 else { return nil }
    var result = digits
    for _ in 0..<max(0, exponent - low) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }

  /// A share in per cent, rounded to two decimals where it has no end: 33.33 for one of three.
  static func percent(_ part: Int, of whole: Int) -> Figure? {
    guard whole > 0, part >= 0, part <= whole, whole <= 1_000_000 else { return nil }
    let hundredths = (part * 1_000_000 / whole + 50) / 100
    return Figure(digits: Int64(hundredths), exponent: -2)
  }
}
