/// Which scalars may begin a quantity, one byte for each of the basic plane; all others are passed over.
struct Triggers: Sendable {
  let bytes: [UInt8]

  static let figure: UInt8 = 1
  static let numeral: UInt8 = 2
  static let half: UInt8 = 3
  static let every: UInt8 = 4

  static let shared = Triggers()

  static func beginNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000 && shared.bytes[Int(scalar.value)] != 0
  }

  private init() {
    var bytes = [UInt8](repeating: 0, count: 0x10000)
    for digit in 0..<10 {
      bytes[0x30 + digit] = Self.figure
      bytes[0xFF10 + digit] = Self.figure
    }
    for value in 0x3007..<0xA000 where NumeralSign.of(UInt32(value)) != nil { bytes[value] = Self.numeral }
    bytes[0x842C] = Self.numeral  // 萬, for 萬分之
    bytes[0x534A] = Self.half
    bytes[0x6BCF] = Self.every
    self.bytes = bytes
  }
}
