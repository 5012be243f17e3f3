import ReportModel

extension Figure {
  /// How many digits spreadsheets keep; the rest of a double is noise of its binary form.
  static let sheetDigits = 15

  /// Only what the figure itself prints back: "12.5" is a number, "12.50", "007" and "1e3" are not.
  init?(plain text: String) {
    guard let number = DecimalText(text), let figure = number.figure, figure.plain == text else { return nil }
    self = figure
  }

  /// A number as a workbook stores it, which may be a double printed in full: 1.1000000000000001 is 1.1.
  ///
  /// Whole numbers printed in plain digits stay exact.
  init?(stored text: String) {
    guard var number = DecimalText(text) else { return nil }
    if !number.isWhole { number.round(to: Self.sheetDigits) }
    guard let figure = number.figure else { return nil }
    self = figure
  }

  /// Whether a spreadsheet can hold the number without changing it.
  var fitsSheet: Bool {
    let count = String(digits.magnitude).count
    return count <= Self.sheetDigits && (-300...300).contains(exponent + count)
  }
}

/// A decimal number taken apart: `0.digits × 10^point`, without zeros at either end.
struct DecimalText {
  private var isNegative = false
  private var digits: [UInt8] = []
  private var point = 0
  /// Written without point and exponent.
  private(set) var isWhole = true

  /// The farthest power of ten that any spreadsheet writes is 308.
  private static let farthest = 400

  /// Nil for anything but sign, digits, one point, an exponent.
  init?(_ text: String) {
    var rest = Substring(text).utf8
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    let whole = Self.takeDigits(&rest)
    var fraction: [UInt8] = []
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = Self.takeDigits(&rest)
      isWhole = false
    }
    guard !whole.isEmpty || !fraction.isEmpty, let power = takeExponent(&rest), rest.isEmpty else { return nil }
    digits = whole + fraction
    point = whole.count + power
    trim()
  }

  private static func takeDigits(_ rest: inout Substring.UTF8View) -> [UInt8] {
    let taken = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest[taken.endIndex...]
    return taken.map { $0 - 0x30 }
  }

  private mutating func takeExponent(_ rest: inout Substring.UTF8View) -> Int? {
    guard let first = rest.first, first | 0x20 == UInt8(ascii: "e") else { return 0 }
    rest.removeFirst()
    isWhole = false
    let isDown = rest.first == UInt8(ascii: "-")
    if isDown || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let digits = Self.takeDigits(&rest)
    guard (1...4).contains(digits.count) else { return nil }
    let power = digits.reduce(0) { $0 * 10 + Int($1) }
    guard power <= Self.farthest else { return nil }
    return isDown ? -power : power
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    digits = digits.droppingLast { $0 == 0 }
  }

  mutating func round(to count: Int) {
    guard digits.count > count else { return }
    let isUp = digits[count] >= 5
    digits.removeLast(digits.count - count)
    guard isUp else { return trim() }
    digits.insert(0, at: 0)
    point += 1
    var place = count
    while digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    digits[place] += 1
    trim()
  }

  /// Nil where there are more digits than a figure holds.
  var figure: Figure? {
    var value: Int64 = 0
    for digit in digits {
      let (tens, tooMany) = value.multipliedReportingOverflow(by: 10)
      let (next, tooLarge) = tens.subtractingReportingOverflow(Int64(digit))
      if tooMany || tooLarge { return nil }
      value = next
    }
    if !isNegative, value == .min { return nil }
    return Figure(digits: isNegative ? value : -value, exponent: point - digits.count)
  }
}
