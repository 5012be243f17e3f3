import ReportModel

/// The sign between the ends of a range.
struct RangeSign {
  var end: Int
  /// A hyphen joins names and section numbers, too.
  var isHyphen: Bool
}

extension Window {
  /// -, –, ~, ～, 至, 到, "to", with a space on either side at most.
  func rangeSign(at place: Int) -> RangeSign? {
    let sign = afterSpace(place)
    switch value(sign) {
    case 0x2D, 0xFF0D, 0x2013, 0x2014, 0x2212, 0x2010, 0x2011:
      return RangeSign(end: afterSpace(sign + 1), isHyphen: true)
    case 0x7E, 0xFF5E, 0x223C, 0x301C, 0x81F3, 0x5230: return RangeSign(end: afterSpace(sign + 1), isHyphen: false)
    case 0x74 where sign > place && has("to ", at: sign): return RangeSign(end: sign + 3, isHyphen: false)
    default: return nil
    }
  }

  /// Both ends of a range as one measure in the unit of the upper: 5–20%, 5%至20%, 5千萬至1億元.
  func span(_ low: Measure, _ numeral: Numeral, isAmount: Bool = false) -> Measure? {
    guard low.high == nil, !low.isLoose, let sign = rangeSign(at: low.end), let upper = upperNumber(at: sign, numeral)
    else { return nil }
    var span = measure(upper)
    if isMinus(sign.end) { span.value = span.value.negated }
    guard span.high == nil, isAmount || matches(low, span, sign, numeral, upper) else { return nil }
    let factor = low.isBare ? 0 : low.power - span.power
    let value = low.value.scaled(by: factor)
    guard value.isLess(than: span.value) else { return nil }
    span.high = span.value
    span.value = value
    span.number = low.number.lowerBound..<span.number.upperBound
    return span
  }

  private func isMinus(_ place: Int) -> Bool { Lead.isMinus(value(place)) }

  /// The upper end; behind ~ it may have a sign of its own.
  private func upperNumber(at sign: RangeSign, _ low: Numeral) -> Numeral? {
    let isSigned = !sign.isHyphen && (isMinus(sign.end) || value(sign.end) == 0x2B)
    let place = isSigned ? sign.end + 1 : sign.end
    guard digit(place) != nil || low.isSpoken, let upper = anyNumber(at: place), upper.isSound, !upper.hasLeadingZero
    else { return nil }
    return upper
  }

  /// Both have one unit, or only the upper has it; two bare numbers need a sign that says range.
  private func matches(_ low: Measure, _ high: Measure, _ sign: RangeSign, _ first: Numeral, _ second: Numeral) -> Bool
  {
    guard !isLatin(high.end) || high.unit != nil else { return false }
    // 2021~2022年9月 are a year and a month, no span of years.
    guard high.unit?.canonical != "年" || !second.isYearLike else { return false }
    if let unit = low.unit {
      return unit.use != .label && unit.kind == high.unit?.kind && unit.canonical == high.unit?.canonical
    }
    if !low.isBare { return high.unit != nil || !high.isBare }
    if !high.isBare { return true }
    return !sign.isHyphen || !first.isPlain || first.isYearLike && second.isYearLike
  }
}
