import Support
import Testing

@testable import ReportModel

/// Days and months against a calendar that is counted day by day.
struct DayTests {
  /// Counted on from 1970-01-01, a Thursday, as a child would: no division, no formula.
  private struct SlowCalendar {
    var (year, month, day) = (1970, 1, 1)
    var number = 0
    var weekday = 3

    private var length: Int {
      let isLeap = (year % 4 == 0) != ((year % 100 == 0) != (year % 400 == 0))
      return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    mutating func goOn() {
      number += 1
      weekday = weekday == 6 ? 0 : weekday + 1
      day += 1
      if day > length {
        day = 1
        month += 1
      }
      if month > 12 {
        month = 1
        year += 1
      }
    }

    mutating func goBack() {
      number -= 1
      weekday = weekday == 0 ? 6 : weekday - 1
      day -= 1
      if day == 0 {
        month -= 1
        if month == 0 {
          month = 12
          year -= 1
        }
        day = length
      }
    }
  }

  private func agrees(_ slow: SlowCalendar, before: Day?) -> Bool {
    guard let day = Day(year: slow.year, month: slow.month, day: slow.day) else { return false }
    return day.number == slow.number && day.weekday.rawValue == slow.weekday && Day(day.text) == day
      && (before == nil || day.dayBefore == before)
  }

  @Test func everyDayFrom1970To2400IsWhereCountingPutsIt() throws {
    var slow = SlowCalendar()
    var before: Day?
    while slow.year < 2401 {
      try #require(agrees(slow, before: before), "\(slow)")
      before = Day(year: slow.year, month: slow.month, day: slow.day)
      slow.goOn()
    }
  }

  @Test func everyDayBackTo1580IsWhereCountingPutsIt() throws {
    var slow = SlowCalendar()
    while slow.year > 1580 {
      slow.goBack()
      try #require(agrees(slow, before: nil), "\(slow)")
    }
  }

  @Test func leapYears() {
    for year in [2024, 2000, 2400] { #expect(Day(year: year, month: 2, day: 29) != nil, "\(year)") }
    for year in [2025, 1900, 2100] { #expect(Day(year: year, month: 2, day: 29) == nil, "\(year)") }
    #expect(Month("2024-02")?.length == 29 && Month("2100-02")?.length == 28)
    #expect(Month("2024-02")?.lastDay.text == "2024-02-29" && Month("2025-04")?.lastDay.text == "2025-04-30")
  }

  @Test func daysThatThereAreNot() {
    for text in [
      "2025-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00", "2025-01-32", "0000-01-01", "2025-1-01",
      "2025-01-1", "25-01-01", "2025/01/01", "2025-01-01 ", "+025-01-01", "2025-01", "2025-01-01-01", "",
      "２０２５-01-01", "-2025-01-01",
    ] { #expect(Day(text) == nil, "\(text)") }
    for text in ["2025-00", "2025-13", "0000-01", "2025-1", "2025", "2025-01-01"] {
      #expect(Month(text) == nil, "\(text)")
    }
  }

  @Test func daysSortAsTheirNumbers() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed of days: \(seed)")
    var random = SeededRandom(state: seed)
    func day() -> Day? {
      Day(
        year: Int.random(in: 1...9999, using: &random), month: Int.random(in: 1...12, using: &random),
        day: Int.random(in: 1...28, using: &random))
    }
    for _ in 0..<2000 {
      let (a, b) = (try #require(day()), try #require(day()))
      #expect((a < b) == (a.number < b.number) && (a < b) == (a.text < b.text), "\(a.text) \(b.text)")
    }
  }

  @Test func monthsGoOnOverYears() throws {
    let november = try #require(Month("2025-11"))
    #expect(november.advanced(by: 2)?.text == "2026-01" && november.advanced(by: -11)?.text == "2024-12")
    #expect(november.advanced(by: 0) == november && november.firstDay.text == "2025-11-01")
    #expect(Month("0001-01")?.advanced(by: -1) == nil && Month("9999-12")?.advanced(by: 1) == nil)
    #expect(Day("0001-01-01")?.dayBefore == nil && Day("2024-03-01")?.dayBefore?.text == "2024-02-29")
  }

  @Test func weekdays() {
    #expect(Day("2025-05-29")?.weekday == .thursday && Day("2000-02-29")?.weekday == .tuesday)
    #expect(Day("2025-05-31")?.weekday.isWeekend == true && Day("2025-05-30")?.weekday.isWeekend == false)
    #expect(Day("1969-12-31")?.weekday == .wednesday && Day("1969-12-31")?.number == -1)
  }
}
