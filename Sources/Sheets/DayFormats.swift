/// Which cell styles show a number as a day or a time.
struct DayFormats {
  private var isDay: [Bool] = []

  init() {}

  init(_ styles: XMLPart) throws(SheetFailure) {
    var own: [String: Bool] = [:]
    var isCellFormat = false
    while let event = try styles.next() {
      switch event {
      case .start("numFmt"):
        guard let id = styles.attribute("numFmtId"), let code = styles.attribute("formatCode") else { continue }
        own[id] = Self.showsDay(code)
      case .start("cellXfs"): isCellFormat = true
      case .end("cellXfs"): isCellFormat = false
      case .start("xf") where isCellFormat:
        let id = styles.attribute("numFmtId") ?? "0"
        isDay.append(own[id] ?? Self.builtIn.contains(Int(id) ?? 0))
      default: break
      }
    }
  }

  func showsDay(style: Int) -> Bool { isDay.indices.contains(style) && isDay[style] }

  /// The numbers that every spreadsheet knows without a code, with those of Chinese, Japanese and Korean editions.
  private static let builtIn = Set([14...22, 27...36, 45...45, 47...47, 50...58].joined())

  /// Whether a format code has a letter of a day or time outside quotes and brackets; elapsed time, [h]:mm, is a number.
  static func showsDay(_ code: String) -> Bool {
    let (signs, brackets) = parts(of: code.lowercased())
    let isElapsed = brackets.contains { !$0.isEmpty && ($0.allSatisfy("h".contains) || $0.allSatisfy("ms".contains)) }
    return !isElapsed && signs.contains(where: "ymdhs".contains)
  }

  /// The signs of the code's first section, without what it only prints, and what stands in its brackets.
  private static func parts(of code: String) -> (signs: [Character], brackets: [Substring]) {
    var signs: [Character] = []
    var brackets: [Substring] = []
    var rest = Substring(code)
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        brackets.append(rest.prefix { $0 != "]" })
        rest = rest.drop { $0 != "]" }.dropFirst()
      default: signs.append(sign)
      }
    }
    return (signs, brackets)
  }
}

/// A day and a time that a workbook counts in days, written as ISO 8601 writes them.
struct SerialDay {
  /// The end of 9999.
  private static let last = 2_958_466.0
  private static let secondsOfDay = 86_400

  /// "2024-05-01", "2024-05-01 13:30", "13:30:15"; nil outside the years that spreadsheets know.
  static func text(_ serial: Double, countsFrom1904: Bool) -> String? {
    guard serial >= 0, serial < last else { return nil }
    let seconds = Int((serial * Double(secondsOfDay)).rounded())
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: secondsOfDay)
    let time = time(ofSecond: rest)
    if days == 0, !countsFrom1904 { return time }
    let day = day(days, countsFrom1904: countsFrom1904)
    return rest == 0 ? day : "\(day) \(time)"
  }

  private static func time(ofSecond second: Int) -> String {
    let minutes = "\(padded(second / 3600)):\(padded(second / 60 % 60))"
    return second % 60 == 0 ? minutes : "\(minutes):\(padded(second % 60))"
  }

  /// Spreadsheets hold 1900 for a leap year: day 60 is a day that never was.
  private static func day(_ serial: Int, countsFrom1904: Bool) -> String {
    if serial == 60, !countsFrom1904 { return "1900-02-29" }
    // Days from 1 March of year 0, in eras of 400 years.
    let start = countsFrom1904 ? 695_361 : serial < 60 ? 693_900 : 693_899
    let (era, dayOfEra) = (start + serial).quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return "\(year)-\(padded(month))-\(padded(dayOfYear - (153 * shifted + 2) / 5 + 1))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
