/// Words that nobody can guess, or that only those know who were told.
package struct Secret: Sendable, Equatable {
  package let text: String

  /// 256 bits from the system.
  package init() {
    var random = SystemRandomNumberGenerator()
    text = (0..<4).map { _ in
      let digits = String(random.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Nil where it could be guessed.
  package init?(_ words: String) {
    guard words.utf8.count >= Self.shortest else { return nil }
    text = words
  }

  package static let shortest = 16

  /// Takes as long wherever the first difference is.
  func isTold(by words: String?) -> Bool {
    guard let words else { return false }
    let (a, b) = (Array(text.utf8), Array(words.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
