/// A day of the Gregorian calendar.
package struct Day: Sendable, Hashable, Comparable {
  package let month: Month
  /// 1…31.
  package let dayOfMonth: Int

  /// Nil for a day that there is not.
  package init?(year: Int, month: Int, day: Int) {
    guard let month = Month(year: year, month: month), (1...month.length).contains(day) else { return nil }
    self.month = month
    dayOfMonth = day
  }

  /// `2025-08-31`, and nothing else.
  package init?(_ text: String) {
    guard let parts = DayText.numbers(text, digits: [4, 2, 2]) else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  /// Of a time as 2025-08-31T09:30:00Z, its day.
  package init?(time: String) {
    self.init(String(time.prefix { $0 != "T" }))
  }

  init(_ dayOfMonth: Int, of month: Month) {
    self.month = month
    self.dayOfMonth = dayOfMonth
  }

  package var year: Int { month.year }

  package var text: String { "\(month.text)-\(DayText.padded(dayOfMonth, to: 2))" }

  /// Days since 1970-01-01, before which they are negative.
  package var number: Int {
    // Years that begin in March end with the day that leap years add.
    let year = month.month > 2 ? month.year : month.year - 1
    let monthsSinceMarch = (month.month + 9) % 12
    let dayOfYear = (153 * monthsSinceMarch + 2) / 5 + dayOfMonth - 1
    let (era, yearOfEra) = (Self.floored(year, 400), year - Self.floored(year, 400) * 400)
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func floored(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : (number - divisor + 1) / divisor
  }

  package enum Weekday: Int, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    package var isWeekend: Bool { self == .saturday || self == .sunday }
  }

  package var weekday: Weekday {
    // The first day of 1970 was a Thursday.
    let place = (number + 3) % 7
    return Weekday.allCases[place < 0 ? place + 7 : place]
  }

  package var dayBefore: Day? {
    dayOfMonth > 1 ? Day(dayOfMonth - 1, of: month) : month.advanced(by: -1)?.lastDay
  }

  package var dayAfter: Day? {
    dayOfMonth < month.length ? Day(dayOfMonth + 1, of: month) : month.advanced(by: 1)?.firstDay
  }

  package static func < (a: Day, b: Day) -> Bool { (a.month, a.dayOfMonth) < (b.month, b.dayOfMonth) }
}

/// A month of a year of the Gregorian calendar, from the year 1 to the year 9999.
package struct Month: Sendable, Hashable, Comparable {
  package let year: Int
  /// 1…12.
  package let month: Int

  package init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// `2025-08`, and nothing else.
  package init?(_ text: String) {
    guard let parts = DayText.numbers(text, digits: [4, 2]) else { return nil }
    self.init(year: parts[0], month: parts[1])
  }

  package var text: String { "\(DayText.padded(year, to: 4))-\(DayText.padded(month, to: 2))" }

  /// Months since January of the year 0.
  package var number: Int { year * 12 + month - 1 }

  package func advanced(by months: Int) -> Month? {
    let number = number + months
    return number >= 0 ? Month(year: number / 12, month: number % 12 + 1) : nil
  }

  package var length: Int {
    switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private var isLeapYear: Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  package var firstDay: Day { Day(1, of: self) }
  package var lastDay: Day { Day(length, of: self) }

  package static func < (a: Month, b: Month) -> Bool { a.number < b.number }
}

private enum DayText {
  /// The numbers between hyphens, each of exactly so many figures.
  static func numbers(_ text: String, digits: [Int]) -> [Int]? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == digits.count else { return nil }
    var numbers: [Int] = []
    for (part, count) in zip(parts, digits) {
      guard part.utf8.count == count, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  static func padded(_ number: Int, to count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
