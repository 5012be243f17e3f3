/// Bytes as addresses and forms write them.
package enum PercentCoding {
  /// All but letters, digits and `-._~` as `%` with two digits.
  package static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": result.unicodeScalars.append(scalar)
      default: result += "%" + hex(byte >> 4) + hex(byte & 15)
      }
    }
    return result
  }

  private static func hex(_ digit: UInt8) -> String { String(digit, radix: 16, uppercase: true) }

  /// Nil where it is no such text, or no UTF-8, or holds characters that no address of ours has.
  static func decoded(_ text: Substring.UTF8View, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      case 0x21...0x7E: bytes.append(byte)
      default: return nil
      }
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else { return nil }
    return decoded.unicodeScalars.contains("\0") ? nil : decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? { Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init) }

  /// `a=1&b=2`; the first of each name counts. Nil where a part cannot be decoded.
  static func pairs(_ text: Substring) -> [String: String]? {
    var pairs: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(halves[0].utf8, plusIsSpace: true),
        let value = halves.count == 1 ? "" : decoded(halves[1].utf8, plusIsSpace: true)
      else { return nil }
      if pairs[name] == nil { pairs[name] = value }
    }
    return pairs
  }
}
