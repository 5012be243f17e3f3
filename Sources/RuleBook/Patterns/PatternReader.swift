/// Reads the syntax of PCRE2 that rules are written in.
///
/// Reading never fails: what it does not follow becomes `.unknown`, and what is no pattern at all is for PCRE2 to say.
struct PatternReader {
  struct Flags {
    var foldsCase: Bool
    var ignoresSpaces = false
    var dotTakesNewlines = false
  }

  /// PCRE2 itself refuses groups nested deeper than this.
  static let deepestGroups = 250

  let scalars: [UInt32]
  var place = 0
  var flags: Flags
  var depth = 0

  static func read(_ pattern: String, foldsCase: Bool = true) -> PatternNode {
    var reader = PatternReader(
      scalars: pattern.unicodeScalars.map(\.value), flags: Flags(foldsCase: foldsCase))
    let node = reader.alternatives()
    return reader.place == reader.scalars.count ? node : .unknown
  }

  /// Up to the end of the group or of the pattern.
  mutating func alternatives() -> PatternNode {
    var branches = [sequence()]
    while take("|") { branches.append(sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() -> PatternNode {
    var nodes: [PatternNode] = []
    while let next = peek, next != "|", next != ")" {
      if skipComment() { continue }
      let start = place
      var node = atom()
      while let repeated = quantified(node, from: start) { node = repeated }
      if node != .nothing { nodes.append(node) }
    }
    return .sequence(nodes)
  }

  private mutating func atom() -> PatternNode {
    switch next() {
    case "."?: .one(flags.dotTakesNewlines ? .all : ScalarSet.newline.inverted)
    case "^"?, "$"?: .assertion(.nothing)
    case "["?: .one(scalarClass())
    case "("?: group()
    case "\\"?: escape()
    case let scalar?: literal(scalar.value)
    case nil: .nothing
    }
  }

  func literal(_ scalar: UInt32) -> PatternNode {
    .one(flags.foldsCase ? ScalarSet(scalar).withBothCases : ScalarSet(scalar))
  }

  /// White space and comments, where the flag `x` lets them stand.
  private mutating func skipComment() -> Bool {
    guard flags.ignoresSpaces, let next = peek else { return false }
    if next == "#" {
      while let scalar = self.next(), scalar != "\n" {}
      return true
    }
    guard ScalarSet.spaces.ranges.contains(where: { $0.contains(next.value) }) else { return false }
    place += 1
    return true
  }

  // MARK: Quantifiers

  private mutating func quantified(_ node: PatternNode, from start: Int) -> PatternNode? {
    while skipComment() {}
    guard let (least, most) = bounds() else { return nil }
    let isPossessive = take("+")
    if !isPossessive { _ = take("?") }
    let repeated = PatternNode.repeated(node, .init(least: least, most: most, place: start..<place))
    return isPossessive ? .atomic(repeated) : repeated
  }

  private mutating func bounds() -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard peek == "{" else { return nil }
    let start = place
    place += 1
    if let least = number() {
      if take("}") { return (least, least) }
      if take(",") {
        let most = number()
        if take("}") { return (least, most) }
      }
    }
    // No quantifier: a brace like any other character.
    place = start
    return nil
  }

  mutating func number() -> Int? {
    var value: Int?
    while let digit = peek, ("0"..."9").contains(digit), (value ?? 0) < 100_000 {
      value = (value ?? 0) * 10 + Int(digit.value - 0x30)
      place += 1
    }
    return value
  }

  // MARK: Scalars

  var peek: Unicode.Scalar? { place < scalars.count ? Unicode.Scalar(scalars[place]) : nil }

  mutating func next() -> Unicode.Scalar? {
    guard let scalar = peek else { return nil }
    place += 1
    return scalar
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard place < scalars.count, scalars[place] == scalar.value else { return false }
    place += 1
    return true
  }

  mutating func take(all text: String) -> Bool {
    let wanted = text.unicodeScalars.map(\.value)
    guard scalars[place...].starts(with: wanted) else { return false }
    place += wanted.count
    return true
  }

  /// What stands before `end`, which is taken too; all the rest where there is none.
  mutating func text(upTo end: Unicode.Scalar) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = next(), scalar != end { text.append(scalar) }
    return String(text)
  }
}
