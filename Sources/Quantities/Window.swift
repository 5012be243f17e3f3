import ReportModel

/// A stretch of text as the grammar sees it: outside it, and between blocks and cells, there is nothing to read.
struct Window {
  let text: [Unicode.Scalar]
  let start: Int
  let end: Int

  init(_ text: [Unicode.Scalar], _ range: Range<Int>) {
    self.text = text
    start = min(max(range.lowerBound, 0), text.count)
    end = min(max(range.upperBound, start), text.count)
  }

  /// The scalar at a place; a newline outside the window, so that no word reaches over its bounds.
  @inline(__always) func value(_ index: Int) -> UInt32 {
    index >= start && index < end ? text[index].value : 0x0A
  }

  /// 0–9 in either width.
  @inline(__always) func digit(_ index: Int) -> Int? { Self.digit(value(index)) }

  @inline(__always) static func digit(_ value: UInt32) -> Int? {
    if value &- 0x30 < 10 { return Int(value - 0x30) }
    return value &- 0xFF10 < 10 ? Int(value - 0xFF10) : nil
  }

  @inline(__always) func isLatin(_ index: Int) -> Bool {
    (value(index) | 0x20) &- 0x61 < 26
  }

  /// One space may stand between a number and its unit.
  @inline(__always) func afterSpace(_ index: Int) -> Int { value(index) == 0x20 ? index + 1 : index }

  /// The place before which a word ends, where one space may follow it.
  @inline(__always) func beforeSpace(_ index: Int) -> Int { value(index - 1) == 0x20 ? index - 1 : index }

  func isAtBreak(_ index: Int) -> Bool {
    let value = value(index)
    return value == 0x0A || value == 0x09
  }

  func has(_ word: StaticWord, at index: Int) -> Bool {
    var place = index
    for scalar in word.scalars {
      guard value(place) == scalar else { return false }
      place += 1
    }
    return true
  }

  /// As printed, but for full-width letters and signs, and for the spaces beside Chinese characters: "億 元" is 億元.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for index in range {
      let isPadding = value(index) == 0x20 && (value(index - 1) > 0x2E7F || value(index + 1) > 0x2E7F)
      if !isPadding { view.append(Self.narrow(text[index])) }
    }
    return String(view)
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value == 0xFE6A { return "%" }
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
}

/// A word to compare with, as scalars.
struct StaticWord: ExpressibleByStringLiteral, Sendable {
  let scalars: [UInt32]

  init(stringLiteral value: String) { scalars = value.unicodeScalars.map(\.value) }

  var count: Int { scalars.count }
}
