/// Puts values one behind the other as they lie in memory. What is written on one machine is read on its like.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8]

  package init(capacity: Int = 256) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  @inlinable
  package mutating func put(_ value: some BitwiseCopyable) {
    withUnsafeBytes(of: value) { append($0) }
  }

  @inlinable
  package mutating func put(_ values: [some BitwiseCopyable]) {
    put(UInt32(clamping: values.count))
    values.withUnsafeBytes { append($0) }
  }

  package mutating func put(_ text: String) { put(Array(text.utf8)) }

  package mutating func put(_ text: String?) {
    put(UInt8(text == nil ? 0 : 1))
    if let text { put(text) }
  }

  package mutating func put(_ number: Int?) {
    put(UInt8(number == nil ? 0 : 1))
    if let number { put(number) }
  }

  /// A whole number in as few bytes as it needs, small ones of either sign in one.
  package mutating func putShort(_ number: Int) {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Whole numbers, each in as few bytes as it needs.
  package mutating func putShorts(_ numbers: [Int]) {
    putShort(numbers.count)
    for number in numbers { putShort(number) }
  }

  /// Writes over what was put at this place before.
  package mutating func replace(at place: Int, with value: some BitwiseCopyable) {
    withUnsafeBytes(of: value) { new in
      for (offset, byte) in new.enumerated() { bytes[place + offset] = byte }
    }
  }

  @usableFromInline
  package mutating func append(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }
}
