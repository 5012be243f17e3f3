import ReportModel

/// In what two numbers differ that stand for the same statement.
struct NumberDifference {
  /// Whether one value is told otherwise than the other: as a number, in its unit, how it is limited.
  static func between(_ a: Evidence.Value?, _ b: Evidence.Value?) -> Set<Difference> {
    guard let a, let b else { return a == nil && b == nil ? [] : [.value] }
    var found: Set<Difference> = []
    if a.unit != b.unit { found.insert(.unit) }
    if a.qualifier != b.qualifier { found.insert(.qualifier) }
    if let number = number(a, b) { found.insert(number) }
    return found
  }

  /// What is meant is compared where both say it in one unit, else what is printed. 5,000 kg and 5 t are one number,
  /// 5 t and 5 kg are not, though both are printed as 5.
  private static func number(_ a: Evidence.Value, _ b: Evidence.Value) -> Difference? {
    if let first = a.normalized, let second = b.normalized, first.unit == second.unit {
      return worst(between(first.value, second.value), ends(first.valueHigh, second.valueHigh))
    }
    if a.plain == b.plain, a.high == b.high {
      // Said in words, there is nothing else to go by.
      return a.plain.isEmpty && a.printed != b.printed ? .value : nil
    }
    guard let first = Figure(plain: a.plain), let second = Figure(plain: b.plain) else { return .value }
    guard a.high.isEmpty == b.high.isEmpty else { return .value }
    return worst(between(first, second), ends(Figure(plain: a.high), Figure(plain: b.high)))
  }

  private static func ends(_ a: Figure?, _ b: Figure?) -> Difference? {
    guard let a, let b else { return a == b ? nil : .value }
    return between(a, b)
  }

  /// Of a range, the end that has changed more.
  private static func worst(_ a: Difference?, _ b: Difference?) -> Difference? {
    [a, b].compactMap { $0 }.max { severity($0) < severity($1) }
  }

  private static func severity(_ difference: Difference) -> Int {
    switch difference {
    case .rounding: 0
    case .powerOfTen: 1
    case .value, .unit, .qualifier, .name, .year, .boundary, .level, .quote, .page: 2
    }
  }

  static func between(_ a: Figure, _ b: Figure) -> Difference? {
    if a == b { return nil }
    if a.digits == b.digits { return .powerOfTen }
    return isRounded(a, of: b) || isRounded(b, of: a) ? .rounding : .value
  }

  /// Rounded to its last digit, or cut off behind it. Zeros at the end may be counted or rounded: there only a true
  /// rounding of two digits and more counts, for of 1,000 and 1,234 nobody would say that they are the same.
  private static func isRounded(_ coarse: Figure, of fine: Figure) -> Bool {
    guard coarse.exponent > fine.exponent, coarse.exponent <= 0 || coarse.digits.magnitude >= 10 else { return false }
    guard (coarse.digits < 0) == (fine.digits < 0) else { return false }
    let shift = coarse.exponent - fine.exponent
    guard shift <= 18 else { return false }
    var unit: UInt64 = 1
    for _ in 0..<shift { unit *= 10 }
    let (whole, rest) = fine.digits.magnitude.quotientAndRemainder(dividingBy: unit)
    let isUpperHalf = rest >= unit - unit / 2
    if coarse.digits.magnitude == whole { return coarse.exponent <= 0 || !isUpperHalf }
    return coarse.digits.magnitude == whole + 1 && isUpperHalf
  }
}
