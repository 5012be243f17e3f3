/// A second of UTC, as records bear it.
package struct Moment: Sendable, Hashable, Comparable {
  package let day: Day
  /// 0…86399.
  package let second: Int

  /// `2025-08-31T09:30:00Z`, and nothing else.
  package init?(_ text: String) {
    let scalars = Array(text.utf8)
    guard scalars.count == 20, let day = Day(String(text.prefix(10))) else { return nil }
    var numbers: [Int] = []
    for (sign, start) in [(UInt8(ascii: "T"), 11), (UInt8(ascii: ":"), 14), (UInt8(ascii: ":"), 17)] {
      let digits = scalars[start..<start + 2]
      guard scalars[start - 1] == sign, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }
    guard scalars[19] == UInt8(ascii: "Z"), numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else { return nil }
    self.day = day
    second = (numbers[0] * 60 + numbers[1]) * 60 + numbers[2]
  }

  /// The last second of a day.
  package init(endOf day: Day) {
    self.day = day
    second = 86_399
  }

  /// The day that it is in Taiwan, eight hours ahead.
  package var dayInTaiwan: Day { second < 16 * 3600 ? day : day.dayAfter ?? day }

  package var text: String {
    let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day.text)T\(parts.joined(separator: ":"))Z"
  }

  package static func < (a: Moment, b: Moment) -> Bool { (a.day, a.second) < (b.day, b.second) }
}
