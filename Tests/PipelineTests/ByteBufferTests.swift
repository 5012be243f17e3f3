import Testing

@testable import Pipeline

struct ByteBufferTests {
  @Test(arguments: [0, 7, 10, -10, 1234, -987_654, Int.max, Int.min])
  func integersAreWrittenInFull(_ number: Int) {
    var buffer = ByteBuffer()
    buffer.append(number)
    #expect(string(buffer) == String(number))
  }

  @Test(arguments: [
    (Float(841.92), "841.92"), (1.5, "1.5"), (2, "2"), (0.01, "0.01"), (-0.5, "-0.5"), (-3, "-3"), (0.004, "0"),
    (99.999, "100"), (.nan, "0"), (-.infinity, "0"), (1e30, "0"),
  ])
  func pointsHaveAtMostTwoDecimals(_ points: Float, _ written: String) {
    var buffer = ByteBuffer()
    buffer.append(points: points)
    #expect(string(buffer) == written)
  }

  @Test func scalarsAreWrittenAsUTF8() {
    let text = "a\u{7F}\u{80}\u{7FF}\u{800}永\u{FFFF}\u{10000}𠀋\u{10FFFF}"
    var buffer = ByteBuffer()
    for scalar in text.unicodeScalars { buffer.append(scalar: scalar) }
    #expect(buffer.bytes == Array(text.utf8))
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("þÿ>?", "w77Dvz4/"),
  ])
  func base64(_ plain: String, _ encoded: String) {
    var buffer = ByteBuffer()
    buffer.append(base64: Array(plain.utf8))
    #expect(string(buffer) == encoded)
  }
}
