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

extension Figure {
  /// From plain decimal digits with an optional sign and point; nil for anything else, or more than fits.
  package init?(plain text: some StringProtocol) {
    var digits: Int64 = 0
    var places = 0
    var seen = false
    var isFraction = false
    let isNegative = text.hasPrefix("-")
    for scalar in text.unicodeScalars.dropFirst(isNegative ? 1 : 0) {
      if scalar == ".", !isFraction, seen {
        isFraction = true
        continue
      }
      guard ("0"..."9").contains(scalar) else { return nil }
      let (tens, tooMany) = digits.multipliedReportingOverflow(by: 10)
      let (sum, tooMuch) = tens.addingReportingOverflow(Int64(scalar.value - 0x30))
      guard !tooMany, !tooMuch else { return nil }
      digits = sum
      seen = true
      if isFraction { places += 1 }
    }
    guard seen else { return nil }
    self.init(digits: isNegative ? -digits : digits, exponent: -places)
  }

  /// The nearest binary number; for comparisons only.
  package var double: Double {
    var result = Double(digits)
    for _ in 0..<min(exponent.magnitude, 400) { result = exponent > 0 ? result * 10 : result / 10 }
    return result
  }
}
