/// A handful of scalars, asked for in hot paths: a short array is faster than a hash.
struct ScalarSet: Sendable, ExpressibleByStringLiteral {
  private let values: [UInt32]

  init(stringLiteral scalars: String) { values = scalars.unicodeScalars.map(\.value) }

  @inline(__always) func contains(_ value: UInt32) -> Bool {
    for other in values where other == value { return true }
    return false
  }
}
