import ReportModel

/// A number alone, in figures or in words, before anything is known of its unit.
struct Numeral {
  var range: Range<Int>
  var value: Figure
  /// The upper of two figures said together: 兩三.
  var high: Figure?
  /// Written in Chinese numerals.
  var isSpoken = false
  /// Figures only, no separators: may be a year, part of a date or of a label.
  var isPlain = false
  var hasLeadingZero = false
  /// Whether it can be a quantity; a section number (4.1.2) or glued years are none.
  var isSound = true

  var end: Int { range.upperBound }

  /// A calendar year as printed in four figures.
  var isYearLike: Bool { isPlain && !isSpoken && range.count == 4 && isGregorianYear }

  var isGregorianYear: Bool { value.whole.map { (1900..<2200).contains($0) } ?? false }
}

extension Window {
  /// The number in figures that starts at a place, with its separators and decimals; never reads into a word.
  func figures(at start: Int) -> Numeral {
    var reader = FigureReader(window: self, index: start)
    return reader.read()
  }
}

/// Reads figures, grouped or not: 1,234.5, 20，300, ８１．２５.
struct FigureReader {
  let window: Window
  var index: Int
  private var digits: Int64 = 0
  private var count = 0

  /// More figures than these are an identity or an accident of the page, no quantity.
  static let mostDigits = 15

  init(window: Window, index: Int) {
    self.window = window
    self.index = index
  }

  mutating func read() -> Numeral {
    let start = index
    run()
    let whole = count
    let isGrouped = groups(after: whole, from: start)
    var decimals = -count
    let isDecimal = point()
    if isDecimal { run() }
    decimals += count
    let isDotted = isDecimal && dots()
    let fraction = isDecimal ? nil : vulgarFraction()
    var numeral = Numeral(range: start..<index, value: Figure(digits: digits, exponent: -decimals))
    if let fraction, let sum = numeral.value.plus(fraction) { numeral.value = sum }
    numeral.isPlain = !isGrouped && !isDecimal && fraction == nil
    numeral.hasLeadingZero = whole > 1 && window.digit(start) == 0
    numeral.isSound = !isDotted && count <= Self.mostDigits && !(numeral.isPlain && isGluedYears(start, whole))
    return numeral
  }

  private mutating func run() {
    while let digit = window.digit(index) {
      if count < Self.mostDigits { digits = digits * 10 + Int64(digit) }
      count += 1
      index += 1
    }
  }

  /// Commas stand before groups of exactly three figures; else they part a list.
  private mutating func groups(after whole: Int, from start: Int) -> Bool {
    guard whole <= 3, window.digit(start) != 0 else { return false }
    let before = index
    while Self.isComma(window.value(index)), isGroup(at: index + 1) {
      index += 1
      run()
    }
    return index > before
  }

  private func isGroup(at place: Int) -> Bool {
    window.digit(place) != nil && window.digit(place + 1) != nil && window.digit(place + 2) != nil
      && window.digit(place + 3) == nil
  }

  private mutating func point() -> Bool {
    guard Self.isPoint(window.value(index)), window.digit(index + 1) != nil else { return false }
    index += 1
    return true
  }

  /// A second point makes a section number, an address or a date.
  private mutating func dots() -> Bool {
    let before = index
    while point() { run() }
    return index > before
  }

  private mutating func vulgarFraction() -> Figure? {
    let sign = Int(window.value(index)) - 0xBC
    guard sign >= 0, sign < Self.vulgar.count else { return nil }
    index += 1
    return Self.vulgar[sign]
  }

  /// Labels of a chart's axis that stand too close: 202120202018.
  private func isGluedYears(_ start: Int, _ length: Int) -> Bool {
    guard length >= 8, length % 4 == 0 else { return false }
    return stride(from: start, to: start + length, by: 4).allSatisfy { place in
      let century = (window.digit(place) ?? 0) * 10 + (window.digit(place + 1) ?? 0)
      return century == 19 || century == 20
    }
  }

  static func isComma(_ value: UInt32) -> Bool { value == 0x2C || value == 0xFF0C }
  static func isPoint(_ value: UInt32) -> Bool { value == 0x2E || value == 0xFF0E }

  /// ¼ ½ ¾
  private static let vulgar = [25, 50, 75].map { Figure(digits: $0, exponent: -2) }
}

extension Window {
  /// 1, 234 仟元: a space behind the comma of a number that has a unit; else the comma parts a list.
  func spacedFigures(_ numeral: Numeral) -> Numeral? {
    guard numeral.isPlain, numeral.range.count <= 3, !numeral.hasLeadingZero, numeral.value != .zero else { return nil }
    var joined = numeral
    for _ in 0..<3 {
      guard let group = spacedGroup(at: joined.end), let sum = joined.value.scaled(by: 3).plus(Figure(digits: group))
      else { break }
      joined.value = sum
      joined.range = joined.range.lowerBound..<joined.end + 5
      joined.isPlain = false
    }
    guard !joined.isPlain, !measure(joined).isBare else { return nil }
    return joined
  }

  private func spacedGroup(at place: Int) -> Int64? {
    guard value(place) == 0x2C, value(place + 1) == 0x20 else { return nil }
    let run = figureRun(at: place + 2)
    return run.end == place + 5 ? Int64(run.value) : nil
  }
}
