import ReportModel

/// Dates with the month's name: September 15, 2022; 15 September 2022; Sep. 2022.
enum MonthNames {
  /// The month whose name ends before a place.
  static func month(in window: Window, endingAt end: Int) -> (month: Int, start: Int)? {
    backward.longest(in: window, endingAt: window.beforeSpace(end)).map { ($0.word % 12 + 1, $0.start) }
  }

  /// The month whose name starts at a place.
  static func month(in window: Window, at start: Int) -> (month: Int, end: Int)? {
    guard window.isLatin(start) else { return nil }
    return forward.longest(in: window, at: start).map { ($0.word % 12 + 1, $0.end) }
  }

  /// Twelve full names, twelve short ones, twelve short ones with a point.
  private static let names: [[UInt32]] = {
    let full = "January February March April May June July August September October November December"
    let short = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    let pointed = short.split(separator: " ").map { $0 + "." }.joined(separator: " ")
    return [full, short, pointed].flatMap(\.tableWords)
  }()
  private static let forward = ScalarTrie(names)
  private static let backward = ScalarTrie(names.map { $0.reversed() })
}

extension Window {
  /// A date with a month's name before or behind this number.
  func englishDate(_ numeral: Numeral, floor: Int) -> Quantity? {
    guard numeral.isPlain, !numeral.isSpoken, let number = numeral.value.whole else { return nil }
    if let name = MonthNames.month(in: self, endingAt: numeral.range.lowerBound), name.start >= floor {
      if numeral.isYearLike { return dated(name.start..<numeral.end, numeral, month: name.month) }
      let year = figures(at: afterComma(numeral.end))
      return year.isYearLike ? dated(name.start..<year.end, year, month: name.month, day: number) : nil
    }
    guard let name = MonthNames.month(in: self, at: afterSpace(numeral.end)) else { return nil }
    let year = figures(at: afterComma(name.end))
    guard year.isYearLike else { return nil }
    return dated(numeral.range.lowerBound..<year.end, year, month: name.month, day: number)
  }

  /// The place after ", " or " ".
  private func afterComma(_ place: Int) -> Int { afterSpace(value(place) == 0x2C ? place + 1 : place) }

  private func dated(_ range: Range<Int>, _ year: Numeral, month: Int, day: Int? = nil) -> Quantity? {
    guard let whole = year.value.whole, day.map({ (1...31).contains($0) }) ?? true else { return nil }
    let number = whole * 100 + month
    let normalized = Quantity.Normalized(
      value: Figure(digits: Int64(day.map { number * 100 + $0 } ?? number)), unit: day == nil ? "month" : "date")
    return Quantity(range: range, number: year.range, kind: .date, value: year.value, normalized: normalized)
  }
}
