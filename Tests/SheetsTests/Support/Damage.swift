import Support

/// What disks, mails and editors do to files.
struct Damage {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(state: seed) }

  /// Some bytes changed, and now and then the end cut off.
  mutating func done(to good: [UInt8]) -> [UInt8] {
    var bytes = good
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
    }
    if Int.random(in: 0..<3, using: &random) == 0 { bytes.removeLast(Int.random(in: 1...bytes.count, using: &random)) }
    return bytes
  }
}
