extension ByteBuffer {
  /// Appends bytes in base64 with padding, as data URIs want them.
  mutating func append(base64 data: [UInt8]) {
    var index = 0
    while index < data.count {
      let second = index + 1 < data.count ? data[index + 1] : 0
      let third = index + 2 < data.count ? data[index + 2] : 0
      append(byte: base64Digits[Int(data[index] >> 2)])
      append(byte: base64Digits[Int((data[index] & 0x3) << 4 | second >> 4)])
      append(byte: index + 1 < data.count ? base64Digits[Int((second & 0xF) << 2 | third >> 6)] : UInt8(ascii: "="))
      append(byte: index + 2 < data.count ? base64Digits[Int(third & 0x3F)] : UInt8(ascii: "="))
      index += 3
    }
  }
}

private let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
