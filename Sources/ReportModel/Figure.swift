/// An exact decimal number: `digits × 10^exponent`, always in its shortest form (no trailing zeros in `digits`).
///
/// 81.25 is 8125 × 10^-2. Nothing is ever rounded on the way: what does not fit is no figure.
package struct Figure: Sendable, Hashable {
  package let digits: Int64
  package let exponent: Int

  package init(digits: Int64, exponent: Int = 0) {
    var digits = digits
    var exponent = digits == 0 ? 0 : exponent
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    self.digits = digits
    self.exponent = exponent
  }

  package static let zero = Figure(digits: 0)

  /// The number times a power of ten.
  package func scaled(by power: Int) -> Figure { Figure(digits: digits, exponent: exponent + power) }

  /// Plain decimal digits, no separators: "81.25", "-0.5", "1200000".
  package var plain: String {
    let sign = digits < 0 ? "-" : ""
    let all = String(digits.magnitude)
    if exponent >= 0 { return sign + all + (digits == 0 ? "" : String(repeating: "0", count: exponent)) }
    let places = -exponent
    let padded = String(repeating: "0", count: max(0, places + 1 - all.count)) + all
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
