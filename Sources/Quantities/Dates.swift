import ReportModel

extension Window {
  /// A year, month, quarter or day that starts with this number.
  ///
  /// `value` is the year as printed (of 9月15日 the month); `normalized` is Gregorian, and its unit says how exact it is:
  /// "year" 2022, "quarter" 20221, "month" 202209, "date" 20220915.
  func date(_ numeral: Numeral, _ lead: Lead) -> Quantity? {
    guard numeral.high == nil, !numeral.hasLeadingZero || value(afterSpace(numeral.end)) == 0x6708 else { return nil }
    guard numeral.isPlain, numeral.isSound, isDateLike(numeral, lead) else { return nil }
    return quarter(numeral, lead) ?? years(numeral, lead) ?? yearAndDay(numeral, lead) ?? dayOfMonth(numeral)
  }

  /// Turns most numbers away at once.
  private func isDateLike(_ numeral: Numeral, _ lead: Lead) -> Bool {
    let next = value(afterSpace(numeral.end))
    if next == 0x5E74 || next == 0x6708 || next == 0x51 { return true }
    return lead.era != nil || rangeSign(at: numeral.end) != nil
  }

  private func dated(_ range: Range<Int>, _ numeral: Numeral, _ kind: Quantity.Kind, _ unit: String) -> Quantity {
    Quantity(range: range, number: numeral.range, kind: kind, value: numeral.value, unit: unit)
  }

  /// The Gregorian year, where the number is one.
  func gregorian(_ numeral: Numeral, _ era: Lead.Era?) -> Int? {
    guard let year = numeral.value.whole, numeral.isPlain else { return nil }
    if era == .republic { return (1...199).contains(year) ? year + 1911 : nil }
    if numeral.isGregorianYear, numeral.range.count == 4 { return year }
    // FY30 is 2030.
    if era == .fiscal, numeral.range.count == 2, !numeral.isSpoken { return year + 2000 }
    // 一○三年 in three signs is written like a year; 九十九年 and 一百年 are spans of time.
    let isWritten = !numeral.isSpoken || numeral.range.count == 3 && year >= 100
    guard era == nil, isWritten, (90...149).contains(year) else { return nil }
    return year + 1911
  }

  // MARK: Years

  /// 2022年9月15日, 109年度, 民國109, FY2020.
  private func yearAndDay(_ numeral: Numeral, _ lead: Lead) -> Quantity? {
    guard let year = gregorian(numeral, lead.era) else { return nil }
    let sign = afterSpace(numeral.end)
    guard value(sign) == 0x5E74 else { return lead.era == nil ? nil : wholeYear(numeral, lead, year, end: numeral.end) }
    if let month = counted(0x6708, 1...12, at: sign + 1) { return dayOfYear(numeral, lead, year, month) }
    guard lead.era != nil || numeral.isGregorianYear || !isDuration(after: sign + 1) else { return nil }
    let isFiscal = value(sign + 1) == 0x5EA6
    var result = wholeYear(numeral, lead, year, end: sign + (isFiscal ? 2 : 1))
    let isClear =
      lead.era != nil || numeral.isGregorianYear || isFiscal
      || "底初起第報中年版".unicodeScalars.contains { $0.value == value(sign + 1) }
    result.alternatives = isClear ? [] : [.count]
    return result
  }

  private func wholeYear(_ numeral: Numeral, _ lead: Lead, _ year: Int, end: Int) -> Quantity {
    let unit = end > numeral.end ? string(afterSpace(numeral.end)..<end) : ""
    var result = dated(lead.start..<end, numeral, .year, unit)
    result.normalized = .init(value: Figure(digits: Int64(year)), unit: "year")
    return result
  }

  private func dayOfYear(_ numeral: Numeral, _ lead: Lead, _ year: Int, _ month: (number: Int, end: Int)) -> Quantity {
    let day = counted(0x65E5, 1...31, at: month.end)
    var result = dated(lead.start..<(day?.end ?? month.end), numeral, .date, day == nil ? "年月" : "年月日")
    let number = year * 100 + month.number
    result.normalized = .init(
      value: Figure(digits: Int64(day.map { number * 100 + $0.number } ?? number)), unit: day == nil ? "month" : "date")
    return result
  }

  /// 15年以上, 100年歷史: a span of time.
  private func isDuration(after place: Int) -> Bool { Self.durationWords.longest(in: self, at: place) != nil }

  private static let durationWords = ScalarTrie(
    "以上 以下 以內 之內 期 來 內 淹水 洪水 暴雨 降雨 重現 的24 的重現 頻率 代 歷史 資歷 經驗 老 級 多 餘 的歷史 的經驗 之久 一遇 (含)以上 （含）以上".tableWords)

  /// A small number with its sign: 9月, 15日, 九月.
  private func counted(_ sign: UInt32, _ bounds: ClosedRange<Int>, at place: Int) -> (number: Int, end: Int)? {
    guard let numeral = anyNumber(at: afterSpace(place)), numeral.isPlain, numeral.isSound, numeral.high == nil,
      let number = numeral.value.whole, bounds.contains(number)
    else { return nil }
    let end = afterSpace(numeral.end)
    return value(end) == sign ? (number, end + 1) : nil
  }

  /// 2024-2025年, 109年至111年, 2019年度~2021年度.
  private func years(_ numeral: Numeral, _ lead: Lead) -> Quantity? {
    guard let first = gregorian(numeral, lead.era) else { return nil }
    let isNamed = value(afterSpace(numeral.end)) == 0x5E74
    guard let place = rangeSign(at: yearEnd(numeral.end) ?? numeral.end)?.end, digit(place) != nil else { return nil }
    let upper = figures(at: place)
    guard let last = gregorian(upper, upper.isGregorianYear ? nil : lead.era), last > first,
      let end = yearEnd(upper.end) ?? (lead.era != nil && !isNamed ? upper.end : nil)
    else { return nil }
    var result = wholeYear(numeral, lead, first, end: end)
    result.unit = end > upper.end ? string(afterSpace(upper.end)..<end) : ""
    result.number = numeral.range.lowerBound..<upper.end
    result.valueHigh = upper.value
    result.normalized?.valueHigh = Figure(digits: Int64(last))
    return result
  }

  /// The place after 年 or 年度, if it stands here.
  private func yearEnd(_ place: Int) -> Int? {
    let sign = afterSpace(place)
    guard value(sign) == 0x5E74, counted(0x6708, 1...12, at: sign + 1) == nil else { return nil }
    return value(sign + 1) == 0x5EA6 ? sign + 2 : sign + 1
  }

  // MARK: Days and quarters

  /// 9月15日, 12月: no year is said, so that nothing is normalized.
  private func dayOfMonth(_ numeral: Numeral) -> Quantity? {
    guard value(afterSpace(numeral.end)) == 0x6708,
      let month = counted(0x6708, 1...12, at: numeral.range.lowerBound)
    else { return nil }
    let day = counted(0x65E5, 1...31, at: month.end)
    return dated(
      numeral.range.lowerBound..<(day?.end ?? month.end), numeral, .date, day == nil ? "月" : "月日")
  }

  /// Q1 2023, 2023 Q1.
  private func quarter(_ numeral: Numeral, _ lead: Lead) -> Quantity? {
    if lead.era == .quarter {
      let year = figures(at: afterSpace(numeral.end))
      guard let number = numeral.value.whole, year.isYearLike else { return nil }
      return quarter(number, of: year, lead.start..<year.end)
    }
    let sign = afterSpace(numeral.end)
    guard numeral.isYearLike, value(sign) == 0x51, let number = digit(sign + 1), digit(sign + 2) == nil else {
      return nil
    }
    return quarter(number, of: numeral, lead.start..<sign + 2)
  }

  private func quarter(_ number: Int, of year: Numeral, _ range: Range<Int>) -> Quantity? {
    guard (1...4).contains(number), let whole = year.value.whole else { return nil }
    var result = dated(range, year, .date, "Q")
    result.normalized = .init(value: Figure(digits: Int64(whole * 10 + number)), unit: "quarter")
    return result
  }
}
