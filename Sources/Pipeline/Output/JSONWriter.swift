import ReportModel

/// Writes JSON straight into bytes: keys, values and commas in the order of the calls.
package struct JSONWriter {
  package private(set) var buffer: ByteBuffer
  /// Whether the next value or key needs a comma before it.
  private var needsComma = false

  package init(capacity: Int = 0) { buffer = ByteBuffer(capacity: capacity) }

  package mutating func object(_ body: (inout JSONWriter) -> Void) { nested("{", "}", body) }
  package mutating func list(_ body: (inout JSONWriter) -> Void) { nested("[", "]", body) }

  package mutating func key(_ name: StaticString) {
    separate()
    buffer.append("\"")
    buffer.append(name)
    buffer.append("\":")
    needsComma = false
  }

  package mutating func value(_ number: Int) {
    separate()
    buffer.append(number)
  }

  package mutating func value(_ points: Float) {
    separate()
    buffer.append(points: points)
  }

  package mutating func value(_ truth: Bool) {
    separate()
    buffer.append(truth ? "true" : "false")
  }

  package mutating func value(_ text: String) { value(text.unicodeScalars) }

  package mutating func value(_ text: some Sequence<Unicode.Scalar>) {
    separate()
    buffer.append("\"")
    for scalar in text { escape(scalar) }
    buffer.append("\"")
  }

  /// What is JSON already, as it is.
  mutating func value(json: [UInt8]) {
    separate()
    buffer.append(bytes: json)
  }

  package mutating func value(_ box: Box) {
    list { json in
      json.value(box.x0)
      json.value(box.y0)
      json.value(box.x1)
      json.value(box.y1)
    }
  }

  /// Ends a document: one JSON document a line.
  package mutating func endLine() {
    buffer.append("\n")
    needsComma = false
  }

  private mutating func nested(_ open: StaticString, _ close: StaticString, _ body: (inout JSONWriter) -> Void) {
    separate()
    buffer.append(open)
    needsComma = false
    body(&self)
    buffer.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { buffer.append(byte: UInt8(ascii: ",")) }
    needsComma = true
  }

  /// U+0085, U+2028 and U+2029 end a line for some readers of line-delimited JSON, so they are escaped too.
  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22: buffer.append("\\\"")
    case 0x5C: buffer.append("\\\\")
    case 0x0A: buffer.append("\\n")
    case 0x0D: buffer.append("\\r")
    case 0x09: buffer.append("\\t")
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: escapeByNumber(scalar.value)
    default: buffer.append(scalar: scalar)
    }
  }

  private mutating func escapeByNumber(_ value: UInt32) {
    buffer.append("\\u")
    for shift in stride(from: 12, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: value >> UInt32(shift) & 0xF)
      buffer.append(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
