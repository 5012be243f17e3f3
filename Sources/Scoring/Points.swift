import ReportModel

/// Points of a rubric, exact: a whole number of hundred-millionths, for an item's points and a share of them have four
/// decimals each. A hundred thousand items of a thousand points still fit.
package struct Points: Sendable, Hashable, Comparable {
  package let parts: Int

  package static let partsOfOne = 100_000_000
  private static let decimals = 8

  package static let zero = Points(parts: 0)

  init(parts: Int) { self.parts = parts }

  /// Of a number of parts that was kept somewhere; nil where no rubric comes to as many.
  package init?(kept parts: Int) {
    guard parts.magnitude <= Self.mostOfAll else { return nil }
    self.parts = parts
  }

  /// The share of the points; nil where they have more decimals, or are more, than a rubric may have.
  package init?(_ points: Figure, share: Figure = Figure(digits: 1)) {
    let (digits, isTooLarge) = points.digits.multipliedReportingOverflow(by: share.digits)
    let power = points.exponent + share.exponent + Self.decimals
    guard !isTooLarge, (0...2 * Self.decimals).contains(power) || digits == 0 else { return nil }
    var parts = Int(digits)
    for _ in 0..<(digits == 0 ? 0 : power) {
      let (tens, isTooMany) = parts.multipliedReportingOverflow(by: 10)
      guard !isTooMany else { return nil }
      parts = tens
    }
    guard parts.magnitude <= Self.most.magnitude else { return nil }
    self.parts = parts
  }

  private static let most = 1000 * partsOfOne
  private static let mostOfAll: UInt = 100_000 * most.magnitude

  package var figure: Figure { Figure(digits: Int64(parts), exponent: -Self.decimals) }

  package static func < (first: Points, second: Points) -> Bool { first.parts < second.parts }
  package static func + (first: Points, second: Points) -> Points { Points(parts: first.parts + second.parts) }
  package static func - (first: Points, second: Points) -> Points { Points(parts: first.parts - second.parts) }
}

/// From the least to the most that it may be.
package typealias PointRange = ClosedRange<Points>

extension PointRange {
  static let zero: PointRange = Points.zero...Points.zero

  /// One value, not several that are possible.
  package var isExact: Bool { lowerBound == upperBound }

  static func + (first: PointRange, second: PointRange) -> PointRange {
    first.lowerBound + second.lowerBound...first.upperBound + second.upperBound
  }

  /// Never below nought.
  var floored: PointRange { Swift.max(lowerBound, .zero)...Swift.max(upperBound, .zero) }
}
