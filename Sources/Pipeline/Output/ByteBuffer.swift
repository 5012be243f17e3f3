/// Bytes on their way out: UTF-8 appended piece by piece, with no `String` in between.
package struct ByteBuffer {
  package private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  init(lines: [String]) {
    for line in lines {
      append(string: line)
      append("\n")
    }
  }

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  package mutating func append(byte: UInt8) { bytes.append(byte) }

  package mutating func append(bytes more: [UInt8]) { bytes.append(contentsOf: more) }

  package mutating func append(_ literal: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  package mutating func append(string: String) { bytes.append(contentsOf: string.utf8) }

  package mutating func append(scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value))
      return
    }
    if value < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
    } else {
      if value < 0x10000 {
        bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      } else {
        bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      }
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
    }
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  }

  /// Text within HTML, where it is never markup.
  mutating func append(escaped text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"": append("&quot;")
      case "'": append("&#39;")
      // What no page may hold.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}": append("\u{FFFD}")
      default: append(scalar: scalar)
      }
    }
  }

  package mutating func append(_ number: Int) {
    var rest = number.magnitude
    var start = bytes.count
    if number < 0 {
      bytes.append(UInt8(ascii: "-"))
      start += 1
    }
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// At most two decimals, no trailing zeros; 0 for what is not a number.
  package mutating func append(points: Float) {
    guard points.isFinite, points.magnitude < 1e9 else {
      append(byte: UInt8(ascii: "0"))
      return
    }
    let hundredths = Int((Double(points) * 100).rounded())
    let fraction = Int(hundredths.magnitude % 100)
    if hundredths < 0 { append(byte: UInt8(ascii: "-")) }
    append(Int(hundredths.magnitude / 100))
    guard fraction > 0 else { return }
    append(byte: UInt8(ascii: "."))
    append(byte: UInt8(ascii: "0") + UInt8(fraction / 10))
    if fraction % 10 > 0 { append(byte: UInt8(ascii: "0") + UInt8(fraction % 10)) }
  }
}
