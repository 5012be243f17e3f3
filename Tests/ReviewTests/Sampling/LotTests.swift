import Review
import Testing

@Suite struct LotTests {
  /// Digests like those of documents, by the lots of another purpose.
  private let documents = (0..<4000).map { number in
    (0..<4).map { part in
      let text = String(Lot.salt("\(number)/\(part)"), radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
  }

  @Test func theSameIsDrawnAtAnyTime() {
    #expect(
      Lot.of(digest: "0123456789abcdef00", salt: Lot.salt("x"))
        == Lot.of(digest: "0123456789ABCDEF11", salt: Lot.salt("x")))
    #expect(Lot.salt("water") != Lot.salt("waste"))
    // Recorded: who was drawn stays drawn.
    #expect(Lot.salt("") == 0xf52a_15e9_a9b5_e89b)
  }

  /// Every tenth of the lots is drawn about as often, and no item draws those of another.
  @Test func nobodyIsFavoured() {
    let salts = ["water", "waste", "people", "權益"].map(Lot.salt)
    let drawn = salts.map { salt in
      Set(documents.sorted { Lot.of(digest: $0, salt: salt) < Lot.of(digest: $1, salt: salt) }.prefix(400))
    }
    for (number, set) in drawn.enumerated() {
      for other in drawn.dropFirst(number + 1) {
        // 40 of 400 by chance; more than 70 would be once in millions.
        #expect(set.intersection(other).count < 70)
      }
    }
    for salt in salts {
      let tenths = documents.reduce(into: [Int](repeating: 0, count: 10)) { counts, document in
        counts[Int(Lot.of(digest: document, salt: salt) >> 60) * 10 / 16] += 1
      }
      #expect(tenths.allSatisfy { (150...850).contains($0) })
    }
  }

  /// Who comes in later pushes out no more than come in.
  @Test func drawnOnesStayDrawn() {
    let salt = Lot.salt("water")
    func drawn(_ documents: ArraySlice<String>) -> Set<String> {
      Set(documents.sorted { Lot.of(digest: $0, salt: salt) < Lot.of(digest: $1, salt: salt) }.prefix(20))
    }
    let before = drawn(documents[..<1000])
    let after = drawn(documents[..<1100])
    #expect(before.subtracting(after).count <= after.subtracting(documents[..<1000]).count)
    #expect(before.intersection(after).count > 12)
  }
}
