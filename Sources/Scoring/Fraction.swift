import ReportModel

/// An exact share, compared and rounded without ever becoming a binary number.
package struct Fraction: Sendable, Hashable, Comparable {
  /// In lowest terms, the denominator above 0.
  package let numerator: Int
  package let denominator: Int

  /// Nil for a share of nothing.
  package init?(_ part: Points, of whole: Points) {
    guard whole > .zero else { return nil }
    let divisor = Self.commonDivisor(part.parts, whole.parts)
    numerator = part.parts / divisor
    denominator = whole.parts / divisor
  }

  private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (Int(first.magnitude), Int(second.magnitude))
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  package static func < (first: Fraction, second: Fraction) -> Bool {
    Int128(first.numerator) * Int128(second.denominator) < Int128(second.numerator) * Int128(first.denominator)
  }

  /// As per cent with one decimal; a half is rounded away from nought.
  package var percent: Figure { Self.percent(Int128(numerator), of: Int128(denominator)) }

  static func percent(_ part: Int128, of whole: Int128) -> Figure {
    let tenths = Int64((part.magnitude * 2000 + whole.magnitude) / (whole.magnitude * 2))
    return Figure(digits: part < 0 ? -tenths : tenths, exponent: -1)
  }

  /// How many percentage points more than another one it is, with one decimal. The difference is that of the shares
  /// themselves, not of what they are rounded to.
  package func points(above other: Fraction) -> Figure {
    Self.percent(
      Int128(numerator) * Int128(other.denominator) - Int128(other.numerator) * Int128(denominator),
      of: Int128(denominator) * Int128(other.denominator))
  }

  /// The fewest points that are this share of the whole, or more.
  func leastPoints(of whole: Points) -> Points {
    let (points, rest) = (Int128(numerator) * Int128(whole.parts)).quotientAndRemainder(dividingBy: Int128(denominator))
    return Points(parts: Int(rest > 0 ? points + 1 : points))
  }

  /// So many times the share, without what is left over.
  package func floored(times count: Int) -> Int {
    let (whole, rest) = (Int128(numerator) * Int128(count)).quotientAndRemainder(dividingBy: Int128(denominator))
    return Int(rest < 0 ? whole - 1 : whole)
  }

  /// `20.0`: always with its decimal.
  package var percentText: String { Self.text(percent) }

  static func text(_ percent: Figure) -> String {
    let plain = percent.plain
    return plain.contains(".") ? plain : plain + ".0"
  }
}
