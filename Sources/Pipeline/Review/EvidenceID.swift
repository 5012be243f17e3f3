import Archive
import ReportModel
import Review

/// What evidence, or an item's state, is called where a person has to name it: the same for the same words of the same
/// document, whichever rule found them, as `3f9a2c1d-7be2a01c94`.
package struct EvidenceID: Sendable, Hashable, Comparable {
  package let text: String

  private static let (documentDigits, wordDigits) = (8, 10)

  /// Nil for what is no such id.
  package init?(_ text: String) {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == Self.documentDigits, parts[1].count == Self.wordDigits,
      parts.allSatisfy({ $0.allSatisfy(\.isHexDigit) })
    else { return nil }
    self.text = parts.joined(separator: "-")
  }

  /// The beginning of the document's SHA-256.
  package var document: String { String(text.prefix(Self.documentDigits)) }

  private init(document: String, facts: [String]) {
    var digest = Digest()
    for fact in [document] + facts {
      let bytes = Array(fact.utf8)
      digest.add(Array("\(bytes.count) ".utf8))
      digest.add(bytes)
    }
    text = "\(document.prefix(Self.documentDigits))-\(digest.hex().prefix(Self.wordDigits))"
  }

  /// - Parameter isTwin: whether the page has the same words for the item once more, so that only their place tells.
  init(_ evidence: Evidence, in document: String, isTwin: Bool) {
    let place = isTwin ? evidence.quoteRanges.map { "\($0.lowerBound)" }.joined(separator: " ") : ""
    self.init(
      document: document,
      facts: ["words", evidence.item, evidence.quote, evidence.printed, "\(evidence.page)", place])
  }

  init(_ words: DecidedWords, at key: Range<Int>, of item: String, in document: String) {
    self.init(document: document, facts: ["kept", item, words.quote, words.printed, "\(key.lowerBound)"])
  }

  init(stateOf item: String, in document: String) { self.init(document: document, facts: ["state", item]) }

  init(addition step: Int, in document: String) { self.init(document: document, facts: ["added", "\(step)"]) }

  package static func < (a: EvidenceID, b: EvidenceID) -> Bool { a.text < b.text }
}

extension EvidenceID {
  /// The ids of all evidence of one document, in its order.
  package static func all(of evidence: [Evidence], in document: String) -> [EvidenceID] {
    let plain = evidence.map { EvidenceID($0, in: document, isTwin: false) }
    let counts = plain.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return zip(plain, evidence).map { id, evidence in
      counts[id] == 1 ? id : EvidenceID(evidence, in: document, isTwin: true)
    }
  }
}
