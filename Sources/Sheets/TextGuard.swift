/// Keeps text in csv files from being taken for something else when a spreadsheet opens them.
///
/// Spreadsheets run "=1+1", make 1 of "001" and a day of "2-7". Such text is written with an apostrophe before it, the
/// spreadsheets' own sign for text, which is taken off when it is read; text that already looks like that gets one
/// more. Other text, "'tis" for one, is written and read as it is.
enum TextGuard {
  static func guarded(_ text: String) -> String { isAtRisk(text) ? "'" + text : text }

  static func unguarded(_ text: String) -> String {
    guard text.unicodeScalars.first == "'", isAtRisk(text) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
  }

  /// Whether the text, or what follows its apostrophes, would be taken for anything but text.
  static func isAtRisk(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.drop { $0 == "'" }
    guard let first = scalars.first else { return false }
    if first == "\t" || first == "\r" || first == "\n" { return true }
    let rest = scalars.drop { spaces.contains($0) }
    guard let first = rest.first.map(ascii) else { return false }
    return formulaSigns.contains(first) || isNumberLike(rest)
  }

  private static let spaces: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{3000}"]
  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@"]
  private static let marks = Set(" \u{A0}.,:/-+%$()¥€£'".unicodeScalars)

  /// Words that days and times may begin with.
  private static let openers: Set<String> = [
    "nt", "上午", "下午", "民國", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
  ]

  /// What else stands behind digits in numbers, days and times: 1e5 is a number, E1-6 a name.
  private static let followers: Set<String> = ["e", "t", "z", "a", "p", "am", "pm", "年", "月", "日", "時", "时", "分", "秒"]

  /// Longer text is no number to any spreadsheet; a row of digits is, at any length.
  private static let longestDate = 40

  /// Numbers, shares, money, days, times, TRUE and FALSE; rather too much than too little.
  private static func isNumberLike(_ scalars: Substring.UnicodeScalarView) -> Bool {
    var hasDigit = false
    var word = ""
    for (index, scalar) in scalars.enumerated() {
      let scalar = ascii(scalar)
      guard index < longestDate || isDigit(scalar) else { return false }
      if scalar.properties.isAlphabetic {
        word.unicodeScalars.append(scalar)
        continue
      }
      guard takes(&word, hasDigit: hasDigit), isDigit(scalar) || marks.contains(scalar) else { return false }
      hasDigit = hasDigit || isDigit(scalar)
    }
    if !hasDigit { return word == "true" || word == "false" }
    return takes(&word, hasDigit: true)
  }

  private static func takes(_ word: inout String, hasDigit: Bool) -> Bool {
    defer { word = "" }
    return word.isEmpty || openers.contains(word) || (hasDigit && followers.contains(word))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Full-width forms are typed as often as ordinary ones, and East Asian spreadsheets take them for the same.
  private static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
    return Unicode.Scalar((0x41...0x5A).contains(value) ? value + 0x20 : value) ?? scalar
  }
}
