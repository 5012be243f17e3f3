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

  /// A string as its scalars: what is no UTF-8 is a fault.
  package mutating func takeScalars() throws(ByteFault) -> [Unicode.Scalar] {
    let size = Int(try take(UInt32.self))
    guard size <= bytes.count - offset else { throw ByteFault() }
    defer { offset += size }
    let count = bytes[offset..<offset + size].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    var place = 0
    let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: count) { room, filled in
      bytes.withUnsafeBytes { all in
        let text = UnsafeRawBufferPointer(rebasing: all[offset..<offset + size])
        while filled < count, let scalar = Self.scalar(text, &place) {
          room.initializeElement(at: filled, to: scalar)
          filled += 1
        }
      }
    }
    guard scalars.count == count, place == size else { throw ByteFault() }
    return scalars
  }

  /// Takes the next scalar off UTF-8 bytes.
  @inline(__always)
  private static func scalar(_ text: UnsafeRawBufferPointer, _ place: inout Int) -> Unicode.Scalar? {
    guard place < text.count else { return nil }
    let first = text[place]
    if first < 0x80 {
      place += 1
      return Unicode.Scalar(first)
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, text.count - place >= length else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in 1..<length {
      let byte = text[place + next]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // Longer than it need be is no UTF-8.
    guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000) else { return nil }
    place += length
    return Unicode.Scalar(value)
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
