import ReportModel

/// A text as what is compared when words are looked for in another text: without blanks and line ends, which a
/// typesetter sets as he likes, and with every number as one sign, so that 12 does not stand in 112.
struct WordTokens: Sendable {
  private(set) var tokens: [UInt32] = []
  /// Of each token, in the text.
  private(set) var ranges: [Range<Int>] = []
  private var numbers: [[Unicode.Scalar]: UInt32] = [:]

  /// Beyond all scalars.
  private static let firstNumber: UInt32 = 0x11_0000
  /// A number that the text does not have.
  private static let unknown = UInt32.max

  init(_ text: [Unicode.Scalar]) {
    tokens.reserveCapacity(text.count)
    ranges.reserveCapacity(text.count)
    Self.each(of: text) { range, isNumber in
      if isNumber {
        let number = Array(text[range])
        let token = numbers[number] ?? Self.firstNumber + UInt32(numbers.count)
        numbers[number] = token
        tokens.append(token)
      } else {
        tokens.append(text[range.lowerBound].value)
      }
      ranges.append(range)
    }
  }

  /// Other words as tokens of this text.
  func tokens(of words: String) -> [UInt32] {
    let scalars = Array(words.unicodeScalars)
    var found: [UInt32] = []
    Self.each(of: scalars) { range, isNumber in
      found.append(
        isNumber ? numbers[Array(scalars[range])] ?? Self.unknown : scalars[range.lowerBound].value)
    }
    return found
  }

  private static func each(of text: [Unicode.Scalar], _ body: (Range<Int>, _ isNumber: Bool) -> Void) {
    var place = 0
    while place < text.count {
      let start = place
      place += 1
      if isDigit(text[start]) {
        while place < text.count, isDigit(text[place]) || joins(text, place) { place += 1 }
        body(start..<place, true)
      } else if !text[start].properties.isWhitespace {
        body(start..<place, false)
      }
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether a point or comma stands between digits.
  private static func joins(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
    (text[place] == "," || text[place] == ".") && place + 1 < text.count && isDigit(text[place + 1])
  }

  static func isNumber(_ token: UInt32) -> Bool { token >= firstNumber }

  /// The same for all numbers.
  static func shape(_ tokens: some Sequence<UInt32>) -> [UInt32] { tokens.map { isNumber($0) ? firstNumber : $0 } }

  // MARK: Places

  /// The tokens that lie in a stretch of the text.
  func places(of range: Range<Int>) -> Range<Int> {
    let first = index { $0.lowerBound >= range.lowerBound }
    let end = index { $0.upperBound > range.upperBound }
    return first..<max(first, end)
  }

  /// The first token from which on something is so.
  private func index(where isSo: (Range<Int>) -> Bool) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if isSo(ranges[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The stretch of the text that tokens were made of.
  func text(of places: Range<Int>) -> Range<Int>? {
    guard let first = places.first, let last = places.last else { return nil }
    return ranges[first].lowerBound..<ranges[last].upperBound
  }

  /// Where the same stand one behind the other, in a part or in all of the text.
  func places(of wanted: [UInt32], in part: Range<Int>? = nil, asShape: Bool = false) -> [Range<Int>] {
    guard let head = wanted.first else { return [] }
    let part = part ?? tokens.indices
    let end = part.upperBound - wanted.count
    guard part.lowerBound <= end else { return [] }
    return tokens.withUnsafeBufferPointer { tokens in
      func isSame(_ one: UInt32, _ other: UInt32) -> Bool {
        one == other || asShape && Self.isNumber(one) && Self.isNumber(other)
      }
      var found: [Range<Int>] = []
      for place in part.lowerBound...end where isSame(tokens[place], head) {
        if wanted.indices.allSatisfy({ isSame(tokens[place + $0], wanted[$0]) }) {
          found.append(place..<place + wanted.count)
        }
      }
      return found
    }
  }
}
