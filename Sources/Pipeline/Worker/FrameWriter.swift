import ReportModel

/// Puts values into a frame as they lie in memory; both ends are the same program.
struct FrameWriter {
  private(set) var bytes: [UInt8]

  init(_ kind: FrameKind, capacity: Int = 256) {
    bytes = []
    bytes.reserveCapacity(capacity + FrameHead.size)
    put(kind.rawValue)
    put(UInt32(0))
  }

  /// The bytes with their length filled in.
  consuming func finished() -> [UInt8] {
    var result = bytes
    withUnsafeBytes(of: UInt32(clamping: bytes.count - FrameHead.size)) { length in
      for (index, byte) in length.enumerated() { result[4 + index] = byte }
    }
    return result
  }

  mutating func put(_ value: some BitwiseCopyable) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ values: [some BitwiseCopyable]) {
    put(UInt32(clamping: values.count))
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ text: String) { put(Array(text.utf8)) }

  mutating func put(_ text: String?) {
    put(UInt8(text == nil ? 0 : 1))
    if let text { put(text) }
  }

  mutating func put(_ number: Int?) {
    put(UInt8(number == nil ? 0 : 1))
    if let number { put(number) }
  }
}
