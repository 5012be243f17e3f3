/// What stands in round brackets.
extension PatternReader {
  mutating func group() -> PatternNode {
    guard depth < Self.deepestGroups else {
      place = scalars.count
      return .unknown
    }
    depth += 1
    defer { depth -= 1 }
    let outer = flags
    let node = take("?") ? special() : take("*") ? verb() : closed { $0 }
    // Flags that stand alone hold to the end of the group that they stand in.
    guard let node else { return .nothing }
    flags = outer
    return node
  }

  /// The rest of the group, to its bracket.
  private mutating func closed(_ wrap: (PatternNode) -> PatternNode) -> PatternNode {
    let body = alternatives()
    return take(")") ? wrap(body) : .unknown
  }

  /// After `(?`; nil where it was flags for what follows.
  private mutating func special() -> PatternNode? {
    if take(":") || take("|") { return closed { $0 } }
    if take(">") { return closed { .atomic($0) } }
    if take("=") || take("!") || take(all: "<=") || take(all: "<!") { return closed { .assertion($0) } }
    if take("#") || take("C") {
      _ = text(upTo: ")")
      return .nothing
    }
    if take(all: "P<") || take("<") { return named(end: ">") }
    if take("'") { return named(end: "'") }
    if take("(") { return condition() }
    return flagged()
  }

  private mutating func named(end: Unicode.Scalar) -> PatternNode {
    _ = text(upTo: end)
    return closed { $0 }
  }

  /// `(?(1)yes|no)`: either may match, or nothing where there is no second.
  private mutating func condition() -> PatternNode {
    _ = text(upTo: ")")
    return closed { body in
      if case .alternatives = body { body } else { .alternatives([body, .nothing]) }
    }
  }

  /// `(?i)` (nil), `(?i:…)`; else a recursion or a back-reference.
  private mutating func flagged() -> PatternNode? {
    var isOn = true
    while let flag = next() {
      switch flag {
      case "-": isOn = false
      case "^": flags = Flags(foldsCase: false)
      case "i": flags.foldsCase = isOn
      case "x": flags.ignoresSpaces = isOn
      case "s": flags.dotTakesNewlines = isOn
      case "m", "n", "J", "U": continue
      case ":": return closed { $0 }
      case ")": return nil
      default:
        _ = text(upTo: ")")
        return .unknown
      }
    }
    return .unknown
  }

  /// After `(*`: `(*UTF)`, `(*SKIP)`, `(*atomic:…)`.
  private mutating func verb() -> PatternNode {
    var open = 1
    let start = place
    while open > 0, let scalar = next() {
      if scalar == "(" { open += 1 }
      if scalar == ")" { open -= 1 }
    }
    return scalars[start..<place].contains(0x3A) ? .unknown : .nothing
  }
}
