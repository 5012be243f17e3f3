/// Page numbers as they are printed: 12, or in the front matter iv.
enum PageNumber {
  static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

  static func isRoman(_ value: UInt32) -> Bool { value == 0x69 || value == 0x76 || value == 0x78 }

  /// Where the page number at the end of a title starts; the end where there is none. Roman numbers count only
  /// right after something that is no letter.
  static func start(in scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var end = scalars.endIndex
    while end > scalars.startIndex, scalars[end - 1] == " " { end -= 1 }
    var start = end
    while start > scalars.startIndex, isDigit(scalars[start - 1].value) { start -= 1 }
    if start < end { return start }
    while start > scalars.startIndex, isRoman(scalars[start - 1].value) { start -= 1 }
    guard start < end, end - start < 6, start > scalars.startIndex else { return scalars.endIndex }
    switch ScalarClasses.shared.kind(scalars[start - 1].value) {
    case .letter, .digit: return scalars.endIndex
    case .wide, .opening, .closing, .sign, .symbol, .space, .nothing, .mark: return start
    }
  }

  /// The number that arabic digits print.
  static func value(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    let digits = scalars.filter { $0 != " " }
    return digits.count < 5 ? Int(String(String.UnicodeScalarView(digits))) : nil
  }
}
