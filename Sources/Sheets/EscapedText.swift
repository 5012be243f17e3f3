/// Characters that XML cannot hold, as workbooks spell them: "_x000D_" is a carriage return.
enum EscapedText {
  /// Line feeds and tabs stay as they are; text that already looks like an escape gets its first underscore escaped.
  static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "_" || isForbidden($0) }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      if isForbidden(scalar) || (scalar == "_" && unit(in: scalars, at: index) != nil) {
        result += spelled(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Halves of a surrogate pair stay as they are spelled: no text can hold them.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let meant = unit(in: scalars, at: index).flatMap(Unicode.Scalar.init)
      result.append(meant ?? scalars[index])
      index += meant == nil ? 1 : length
    }
    return String(result)
  }

  private static let length = 7

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func spelled(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
  }

  /// The code unit that "_xHHHH_" at this place spells.
  private static func unit(in scalars: [Unicode.Scalar], at index: Int) -> UInt16? {
    guard index + length <= scalars.count, scalars[index] == "_", scalars[index + 1] == "x",
      scalars[index + length - 1] == "_"
    else { return nil }
    let digits = scalars[index + 2..<index + length - 1]
    guard digits.allSatisfy(\.properties.isASCIIHexDigit) else { return nil }
    return UInt16(String(String.UnicodeScalarView(digits)), radix: 16)
  }
}
