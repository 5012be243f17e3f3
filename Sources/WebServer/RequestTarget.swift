/// Path and query of a request, decoded.
package struct RequestTarget: Sendable, Equatable {
  package let path: [String]
  package let query: [String: String]

  /// Nil where it is anything but a plain path below the root, with or without a query.
  package init?(_ text: String) {
    let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = Self.path(halves[0]), let query = PercentCoding.pairs(halves.count == 2 ? halves[1] : "") else {
      return nil
    }
    self.path = path
    self.query = query
  }

  private static func path(_ text: Substring) -> [String]? {
    guard text.first == "/" else { return nil }
    if text == "/" { return [] }
    var parts: [String] = []
    for part in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let decoded = PercentCoding.decoded(part.utf8, plusIsSpace: false), isPlain(decoded) else { return nil }
      parts.append(decoded)
    }
    return parts
  }

  /// Whatever might be taken for a way to somewhere else by any part of the house is none of ours.
  private static func isPlain(_ part: String) -> Bool {
    !part.isEmpty && part != "." && part != ".."
      && part.unicodeScalars.allSatisfy { $0 != "/" && $0 != "\\" && $0.value >= 0x20 && $0.value != 0x7F }
  }
}
