/// What stands after a backslash.
extension PatternReader {
  mutating func escape() -> PatternNode {
    guard let scalar = next() else { return .unknown }
    if let set = classEscape(scalar) { return .one(set) }
    switch scalar {
    case "b", "B", "A", "z", "Z", "G": return .assertion(.nothing)
    case "K", "E": return .nothing
    case "Q": return quotation()
    case "X": return .unknown
    case "1"..."9": return .unknown
    case "k", "g": return reference()
    default: return literal(character(scalar))
    }
  }

  /// `\d` and its like, inside square brackets and outside.
  mutating func classEscape(_ scalar: Unicode.Scalar) -> ScalarSet? {
    switch scalar {
    case "d": .digits
    case "D": ScalarSet.digits.inverted
    case "w": .wordScalars
    case "W": ScalarSet.wordScalars.inverted
    case "s": .spaces
    case "S": ScalarSet.spaces.inverted
    case "h": ScalarSet([0x09...0x09, 0x20...0x20, 0xA0...0xA0, 0x2000...0x200A, 0x3000...0x3000])
    case "H": ScalarSet([0x09...0x09, 0x20...0x20, 0xA0...0xA0, 0x2000...0x200A, 0x3000...0x3000]).inverted
    case "v", "R": ScalarSet([0x0A...0x0D, 0x85...0x85, 0x2028...0x2029])
    case "V": ScalarSet([0x0A...0x0D, 0x85...0x85, 0x2028...0x2029]).inverted
    case "N": ScalarSet.newline.inverted
    case "p", "P": property(isInverted: scalar == "P")
    default: nil
    }
  }

  /// The properties that rules use; any other may hold any scalar.
  private mutating func property(isInverted: Bool) -> ScalarSet {
    let isBraced = take("{")
    let name = isBraced ? text(upTo: "}") : String(next() ?? " ")
    guard name == "Han" || name == "^Han" else { return .all }
    let han = ScalarSet([
      0x2E80...0x2FD5, 0x3005...0x3007, 0x3021...0x3029, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF,
    ])
    return isInverted != name.hasPrefix("^") ? han.inverted : han
  }

  /// The scalar that an escape stands for.
  mutating func character(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar {
    case "n": 0x0A
    case "r": 0x0D
    case "t": 0x09
    case "f": 0x0C
    case "e": 0x1B
    case "a": 0x07
    case "0": coded(radix: 8, atMost: 2)
    case "x": take("{") ? UInt32(text(upTo: "}"), radix: 16) ?? 0 : coded(radix: 16, atMost: 2)
    case "o": take("{") ? UInt32(text(upTo: "}"), radix: 8) ?? 0 : 0
    case "c": (next()?.value ?? 0) ^ 0x40
    default: scalar.value
    }
  }

  private mutating func coded(radix: UInt32, atMost digits: Int) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek.flatMap({ UInt32(String($0), radix: Int(radix)) }) else { break }
      value = value * radix + digit
      place += 1
    }
    return value
  }

  /// After `\Q`: everything up to `\E` as it stands.
  private mutating func quotation() -> PatternNode {
    var nodes: [PatternNode] = []
    while place < scalars.count, !take(all: "\\E") {
      nodes.append(literal(scalars[place]))
      place += 1
    }
    return .sequence(nodes)
  }

  /// `\k<name>`, `\k{name}`, `\g2`, `\g{-1}`.
  private mutating func reference() -> PatternNode {
    if take("<") {
      _ = text(upTo: ">")
    } else if take("{") {
      _ = text(upTo: "}")
    } else if take("'") {
      _ = text(upTo: "'")
    } else {
      _ = take("-")
      _ = number()
    }
    return .unknown
  }
}
