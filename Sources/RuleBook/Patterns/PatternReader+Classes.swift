/// What stands in square brackets.
extension PatternReader {
  mutating func scalarClass() -> ScalarSet {
    let isInverted = take("^")
    var set = ScalarSet([])
    var isFirst = true
    while let scalar = next(), isFirst || scalar != "]" {
      isFirst = false
      set = set.union(member(scalar))
    }
    if flags.foldsCase { set = set.withBothCases }
    return isInverted ? set.inverted : set
  }

  /// A class of its own, a scalar, or a range of scalars.
  private mutating func member(_ scalar: Unicode.Scalar) -> ScalarSet {
    if scalar == "[", take(":") { return posixClass() }
    var low = scalar.value
    if scalar == "\\" {
      guard let escaped = next() else { return ScalarSet([]) }
      if let set = classEscape(escaped) { return set }
      if escaped == "Q" || escaped == "E" { return ScalarSet([]) }
      low = escaped == "b" ? 0x08 : character(escaped)
    }
    return ScalarSet([low...max(low, rangeEnd() ?? low)])
  }

  private mutating func rangeEnd() -> UInt32? {
    let start = place
    guard take("-"), let scalar = next(), scalar != "]" else {
      place = start
      return nil
    }
    guard scalar == "\\" else { return scalar.value }
    guard let escaped = next(), !"dDwWsShHvVpP".unicodeScalars.contains(escaped) else {
      place = start
      return nil
    }
    return character(escaped)
  }

  /// After `[:`.
  private mutating func posixClass() -> ScalarSet {
    let isInverted = take("^")
    let name = text(upTo: ":")
    _ = take("]")
    let set = Self.posixClasses[name] ?? .all
    return isInverted ? set.inverted : set
  }

  private static let posixClasses: [String: ScalarSet] = [
    "alpha": ScalarSet([0x41...0x5A, 0x61...0x7A]),
    "digit": .digits,
    "alnum": ScalarSet([0x30...0x39, 0x41...0x5A, 0x61...0x7A]),
    "upper": ScalarSet([0x41...0x5A]),
    "lower": ScalarSet([0x61...0x7A]),
    "space": .spaces,
    "blank": ScalarSet([0x09...0x09, 0x20...0x20]),
    "punct": ScalarSet([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
    "word": .wordScalars,
    "xdigit": ScalarSet([0x30...0x39, 0x41...0x46, 0x61...0x66]),
    "ascii": ScalarSet([0...0x7F]),
  ]
}
