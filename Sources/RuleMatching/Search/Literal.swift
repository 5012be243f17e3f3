/// Words to look for as they stand, and how strictly.
package struct Literal: Sendable, Hashable {
  package var text: String
  /// Whether A to Z count as a to z. Other letters are always taken as they stand.
  package var foldsCase: Bool
  /// Whether the occurrence must be a word of its own where the literal has a Latin edge: beside an ASCII letter or
  /// digit stands no ASCII letter, beside a digit no digit ("RBA" is not in "URBAN", "SDG 1" not in "SDG 13", but
  /// "ISO" is in "ISO14001").
  package var isWord: Bool

  package init(_ text: String, foldsCase: Bool = true, isWord: Bool = true) {
    self.text = text
    self.foldsCase = foldsCase
    self.isWord = isWord
  }

  /// More spaces than this are either all there or none.
  private static let mostFreeSpaces = 4

  /// What the literal stands for: each ASCII space may be missing, since the text has one between Latin words only.
  var spellings: Set<[UInt32]> {
    let parts = text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false).map { $0.map(\.value) }
    let gaps = parts.count - 1
    let choices = gaps <= Self.mostFreeSpaces ? Array(0..<1 << gaps) : [0, Int.max]
    // Two spaces side by side make the same spelling twice.
    return Set(choices.map { Self.joined(parts, missing: $0) }).filter { !$0.isEmpty }
  }

  private static func joined(_ parts: [[UInt32]], missing: Int) -> [UInt32] {
    var result = parts[0]
    for (gap, part) in parts.dropFirst().enumerated() {
      if gap >= Int.bitWidth - 1 || missing >> gap & 1 == 0 { result.append(0x20) }
      result += part
    }
    return result
  }
}

/// One place where a literal stands.
package struct LiteralHit: Sendable, Equatable {
  /// Its place in the list that the search was made from.
  package var literal: Int
  package var range: Range<Int>

  package init(literal: Int, range: Range<Int>) {
    self.literal = literal
    self.range = range
  }
}

/// The letters and digits that edges of words are told by.
enum ASCII {
  static func isLetter(_ value: UInt32) -> Bool { (value | 0x20) &- 0x61 < 26 }
  static func isDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }
  static func folded(_ value: UInt32) -> UInt32 { value &- 0x41 < 26 ? value | 0x20 : value }

  /// Whether a word may begin or end between two scalars that stand side by side.
  static func parts(edge: UInt32, neighbour: UInt32) -> Bool {
    if isLetter(edge) { return !isLetter(neighbour) }
    return !isDigit(edge) || !isLetter(neighbour) && !isDigit(neighbour)
  }
}
