/// Puts a backslash before the characters that Markdown would take for marks where they stand.
struct MarkdownEscaper {
  /// Whether only white space came before on this line.
  private var isAtLineStart: Bool
  /// Whether the line so far is a number: `1.` would start a list.
  private var isNumber = false
  private var previous: Unicode.Scalar?
  private let isInTable: Bool

  init(isAtLineStart: Bool, isInTable: Bool = false) {
    self.isAtLineStart = isAtLineStart
    self.isInTable = isInTable
  }

  mutating func append(_ scalar: Unicode.Scalar, next: Unicode.Scalar?, to buffer: inout ByteBuffer) {
    if scalar.value < 0x80, needsEscape(scalar, next: next) { buffer.append("\\") }
    buffer.append(scalar: scalar)
    let isDigit = ("0"..."9").contains(scalar)
    isNumber = isDigit && (isNumber || isAtLineStart)
    if scalar != " " { isAtLineStart = false }
    previous = scalar
  }

  private func needsEscape(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) -> Bool {
    switch scalar {
    case "\\", "`", "*", "[", "<", "~": true
    case "|": isInTable
    case "&": next.map { $0.properties.isAlphabetic || $0 == "#" } ?? false
    // Between letters or digits an underscore is no mark.
    case "_": !(isWordCharacter(previous) && isWordCharacter(next))
    // At the start of a line these are marks where white space or their like follows.
    case "#", "-", "+", "=": isAtLineStart && !isInTable && (isWhite(next) || next == scalar)
    case ">": isAtLineStart && !isInTable
    case ".", ")": isNumber && isWhite(next)
    default: false
    }
  }

  private func isWhite(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isWhitespace ?? true }

  private func isWordCharacter(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }
}
