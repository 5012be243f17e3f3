/// A zip archive whose parts are stored as they are: enough to make a workbook by hand.
struct StoredZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  init(_ parts: [(name: String, text: String)]) {
    for part in parts { add(part.name, Array(part.text.utf8)) }
  }

  var bytes: [UInt8] {
    let end =
      Self.word(0x0605_4B50) + Self.half(0) + Self.half(0) + Self.half(count) + Self.half(count)
      + Self.word(UInt32(directory.count)) + Self.word(UInt32(body.count)) + Self.half(0)
    return body + directory + end
  }

  private mutating func add(_ name: String, _ content: [UInt8]) {
    let size = Self.word(UInt32(content.count))
    // Version 2.0, UTF-8 names, stored, 1 January 1980.
    let facts =
      Self.half(20) + Self.half(0x800) + Self.half(0) + Self.half(0) + Self.half(0x21)
      + Self.word(Self.sum(of: content))
      + size + size + Self.half(UInt16(name.utf8.count)) + Self.half(0)
    let place = Self.word(UInt32(body.count))
    body += Self.word(0x0403_4B50) + facts + Array(name.utf8) + content
    directory +=
      Self.word(0x0201_4B50) + Self.half(20) + facts + Self.half(0) + Self.half(0) + Self.half(0) + Self.word(0) + place
      + Array(name.utf8)
    count += 1
  }

  private static func half(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func word(_ value: UInt32) -> [UInt8] { half(UInt16(value & 0xFFFF)) + half(UInt16(value >> 16)) }

  /// CRC-32.
  private static func sum(of bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
