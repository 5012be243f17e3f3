/// Bytes that are not what was meant to be in them.
package struct ByteFault: Error {
  package init() {}
}

/// Takes values out of bytes in the order in which they were put. Whoever wrote them may have been taken over by what
/// it read, or the disk may have lost some, so no length is trusted.
package struct ByteReader: Sendable {
  private let bytes: [UInt8]
  private var offset = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { offset == bytes.count }

  /// Only for types of which any bits are a value: numbers, and what is made of numbers only.
  package mutating func take<Value: BitwiseCopyable>(_ type: Value.Type = Value.self) throws(ByteFault) -> Value {
    let size = MemoryLayout<Value>.size
    guard size <= bytes.count - offset else { throw ByteFault() }
    defer { offset += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Value.self) }
  }

  package mutating func takeList<Value: BitwiseCopyable>(of type: Value.Type = Value.self) throws(ByteFault) -> [Value]
  {
    let count = Int(try take(UInt32.self))
    let size = count * MemoryLayout<Value>.stride
    guard size <= bytes.count - offset else { throw ByteFault() }
    defer { offset += size }
    return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.withUnsafeBytes { all in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + size]))
      }
      initialized = count
    }
  }

  /// What `putShort` put.
  package mutating func takeShort() throws(ByteFault) -> Int {
    guard let number = bytes.withUnsafeBytes({ Self.short($0, &offset) }) else { throw ByteFault() }
    return number
  }

  /// What `putShorts` put.
  package mutating func takeShorts() throws(ByteFault) -> [Int] {
    let count = try takeShort()
    // Each takes a byte at least.
    guard count >= 0, count <= bytes.count - offset else { throw ByteFault() }
    var place = offset
    let numbers = [Int](unsafeUninitializedCapacity: count) { room, filled in
      bytes.withUnsafeBytes { all in
        while filled < count, let number = Self.short(all, &place) {
          room[filled] = number
          filled += 1
        }
      }
    }
    offset = place
    guard numbers.count == count else { throw ByteFault() }
    return numbers
  }

  @inline(__always)
  private static func short(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> Int? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64, offset < bytes.count {
      let byte = UInt64(bytes[offset])
      offset += 1
      number |= (byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: UInt(number >> 1)) ^ -Int(number & 1) }
      shift += 7
    }
    return nil
  }

  package mutating func takeString() throws(ByteFault) -> String {
    String(decoding: try takeList(of: UInt8.self), as: UTF8.self)
  }

  package mutating func takeOptionalString() throws(ByteFault) -> String? {
    try take(UInt8.self) == 0 ? nil : try takeString()
  }

  package mutating func takeOptionalInt() throws(ByteFault) -> Int? {
    try take(UInt8.self) == 0 ? nil : try take(Int.self)
  }

  /// A list of things that have no fixed size; each takes at least a byte, so a false count ends soon.
  package mutating func takeEach<Value>(
    _ one: (inout ByteReader) throws(ByteFault) -> Value
  ) throws(ByteFault) -> [Value] {
    let count = Int(try take(UInt32.self))
    guard count <= bytes.count - offset else { throw ByteFault() }
    var result: [Value] = []
    for _ in 0..<count { result.append(try one(&self)) }
    return result
  }
}
