/// How many characters must be put in, taken out or exchanged to make one text of the other.
///
/// Bit-parallel columns (Myers 1999, Hyyrö 2003), 64 characters a word: pages are compared in no time.
func editDistance(_ first: [UInt32], _ second: [UInt32]) -> Int {
  let shared = zip(first, second).prefix { $0 == $1 }.count
  let (a, b) = (first.dropFirst(shared), second.dropFirst(shared))
  guard !a.isEmpty, !b.isEmpty else { return a.count + b.count }
  var columns = DistanceColumns(Array(a))
  for character in b { columns.advance(character) }
  return columns.score
}

private struct DistanceColumns {
  private let length: Int
  private let places: [UInt32: [UInt64]]
  private let nowhere: [UInt64]
  private var plus: [UInt64]
  private var minus: [UInt64]
  private(set) var score: Int

  init(_ text: [UInt32]) {
    length = text.count
    let words = (text.count + 63) / 64
    var places: [UInt32: [UInt64]] = [:]
    for (index, character) in text.enumerated() {
      places[character, default: [UInt64](repeating: 0, count: words)][index / 64] |= 1 << UInt64(index % 64)
    }
    self.places = places
    nowhere = [UInt64](repeating: 0, count: words)
    plus = [UInt64](repeating: .max, count: words)
    minus = nowhere
    score = text.count
  }

  mutating func advance(_ character: UInt32) {
    let matches = places[character] ?? nowhere
    var (carryPlus, carryMinus): (UInt64, UInt64) = (1, 0)
    for word in plus.indices {
      let isLast = word == plus.count - 1
      let top = UInt64(isLast ? (length - 1) % 64 : 63)
      let vertical = matches[word] | minus[word]
      let equal = matches[word] | carryMinus
      let horizontal = (((equal & plus[word]) &+ plus[word]) ^ plus[word]) | equal
      let up = minus[word] | ~(horizontal | plus[word])
      let down = plus[word] & horizontal
      if isLast { score += Int(up >> top & 1) - Int(down >> top & 1) }
      let (shiftedUp, shiftedDown) = (up << 1 | carryPlus, down << 1 | carryMinus)
      (carryPlus, carryMinus) = (up >> 63, down >> 63)
      plus[word] = shiftedDown | ~(vertical | shiftedUp)
      minus[word] = shiftedUp & vertical
    }
  }
}
