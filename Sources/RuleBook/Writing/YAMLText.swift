/// Text as YAML writes it: bare where no reader can take it for anything else, else in double quotes.
///
/// Any text comes back to the last scalar, whatever it holds.
enum YAMLText {
  static func written(_ text: String) -> String { isSafe(text) ? text : quoted(text) }

  /// Several texts on one line.
  static func flowList(_ texts: [String]) -> String {
    "[" + texts.map(written).joined(separator: ", ") + "]"
  }

  // MARK: Bare

  private static let nullsAndTruths: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  /// What means something to YAML in front of a text: list and key marks, quotes, tags, numbers below one.
  private static let marksInFront = Set("-?:,[]{}#&*!|>'\"%@`~=<.+".unicodeScalars)
  /// What means something anywhere between brackets.
  private static let marksInside = Set(",[]{}\"\\".unicodeScalars)

  private static func isSafe(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, !marksInFront.contains(first) else { return false }
    guard !first.properties.isWhitespace, !last.properties.isWhitespace, last != ":" else { return false }
    guard !nullsAndTruths.contains(text.lowercased()), !isNumberLike(scalars) else { return false }
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if marksInside.contains(scalar) || needsEscape(scalar) { return false }
      if scalar == ":", next.properties.isWhitespace { return false }
      if scalar == "#", index > 0, scalars[index - 1].properties.isWhitespace { return false }
    }
    return true
  }

  private static let numberParts = Set("0123456789abcdefABCDEFxXoO_.:+-TZ ".unicodeScalars)

  /// Numbers and days, also in the notations of other readers; rather too much than too little.
  private static func isNumberLike(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, ("0"..."9").contains(first) else { return false }
    return scalars.allSatisfy(numberParts.contains)
  }

  // MARK: Quoted

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where needsEscape(scalar): result += byNumber(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Controls, line ends of every kind, and what a file may not hold or an editor would not show.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: scalar.value > 0xFFFF && scalar.value & 0xFFFE == 0xFFFE
    }
  }

  private static func byNumber(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (mark, width) = scalar.value < 0x100 ? ("\\x", 2) : scalar.value < 0x10000 ? ("\\u", 4) : ("\\U", 8)
    return mark + String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
