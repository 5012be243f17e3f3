import ReportModel

/// Takes values out of a frame. The worker may have been taken over by what it read, so no length is trusted.
struct FrameReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  /// Only for types of which any bits are a value: numbers, and what is made of numbers only.
  mutating func take<Value: BitwiseCopyable>(_ type: Value.Type = Value.self) throws(FrameFault) -> Value {
    let size = MemoryLayout<Value>.size
    guard size <= bytes.count - offset else { throw FrameFault() }
    defer { offset += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Value.self) }
  }

  mutating func takeList<Value: BitwiseCopyable>(of type: Value.Type = Value.self) throws(FrameFault) -> [Value] {
    let count = Int(try take(UInt32.self))
    let size = count * MemoryLayout<Value>.stride
    guard size <= bytes.count - offset else { throw FrameFault() }
    defer { offset += size }
    return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.withUnsafeBytes { all in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + size]))
      }
      initialized = count
    }
  }

  mutating func takeString() throws(FrameFault) -> String {
    String(decoding: try takeList(of: UInt8.self), as: UTF8.self)
  }

  mutating func takeOptionalString() throws(FrameFault) -> String? {
    try take(UInt8.self) == 0 ? nil : try takeString()
  }

  mutating func takeOptionalInt() throws(FrameFault) -> Int? {
    try take(UInt8.self) == 0 ? nil : try take(Int.self)
  }

  /// A list of things that have no fixed size; each takes at least a byte, so a false count ends soon.
  mutating func takeEach<Value>(
    _ one: (inout FrameReader) throws(FrameFault) -> Value
  ) throws(FrameFault) -> [Value] {
    let count = Int(try take(UInt32.self))
    guard count <= bytes.count - offset else { throw FrameFault() }
    var result: [Value] = []
    for _ in 0..<count { result.append(try one(&self)) }
    return result
  }
}
