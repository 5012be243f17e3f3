import ReportModel
import Support
import Testing

/// Scalars out of bytes: the same as the language's own reader gives, and what is no UTF-8 is refused.
struct ScalarBytesTests {
  private func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar]? {
    var writer = ByteWriter()
    writer.put(UInt32(bytes.count))
    for byte in bytes { writer.put(byte) }
    var reader = ByteReader(writer.bytes)
    return try? reader.takeScalars()
  }

  @Test func textsComeOutAsTheyWentIn() {
    for text in ["", "A", "é", "水", "𠀀", "A水é𠀀\n。", "\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"] {
      #expect(scalars(Array(text.utf8)) == Array(text.unicodeScalars))
    }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of bytes: \(seed)")
    var dice = SeededRandom(state: seed)
    var refused = 0
    for _ in 0..<20_000 {
      var bytes = Array(["水A", "é𠀀", "。\n"].randomElement(using: &dice)?.utf8 ?? "".utf8)
      for _ in 0..<Int.random(in: 0...2, using: &dice) {
        bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
      }
      if Bool.random(using: &dice) { bytes.removeLast() }
      let expected = String(validating: bytes, as: UTF8.self).map { Array($0.unicodeScalars) }
      #expect(scalars(bytes) == expected, "\(bytes), seed \(seed)")
      if expected == nil { refused += 1 }
    }
    #expect(refused > 1000)
  }
}
