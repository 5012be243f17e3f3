import ReportModel

/// Reads a pattern as an author writes it. What it cannot read it says, with the column.
struct PatternParser {
  private let text: [Unicode.Scalar]
  private let place: Place
  private var index = 0
  private var literal = String.UnicodeScalarView()

  static func parse(_ source: String, at place: Place) throws(RuleFinding) -> Pattern {
    if source.count > 2, source.hasPrefix("/"), source.hasSuffix("/") {
      return Pattern(source: source, place: place, form: .regex(String(source.dropFirst().dropLast())))
    }
    var parser = PatternParser(text: Array(source.unicodeScalars), place: place)
    let elements = try parser.sequence(isNested: false)
    guard parser.index == parser.text.count else { throw parser.fault(Phrase("“)” without “(”", "「)」沒有對應的「(」")) }
    try parser.check(elements)
    guard elements.ways <= Pattern.mostWays else {
      parser.index = 0
      throw parser.fault(
        Phrase("more than \(Pattern.mostWays) ways to say it", "說法超過 \(Pattern.mostWays) 種"),
        hint: Phrase("write several patterns", "請分成數個樣式"))
    }
    return Pattern(source: source, place: place, form: .sequence(elements))
  }

  private init(text: [Unicode.Scalar], place: Place) {
    self.text = text
    self.place = place
  }

  private mutating func sequence(isNested: Bool) throws(RuleFinding) -> [Pattern.Element] {
    var elements: [Pattern.Element] = []
    while index < text.count {
      let scalar = text[index]
      if isNested, scalar == "|" || scalar == ")" { break }
      switch scalar {
      case ")":
        flush(&elements)
        return elements
      case "$":
        flush(&elements)
        elements.append(.list(try list()))
      case "#":
        flush(&elements)
        elements.append(.slot(try slot()))
      case "…":
        flush(&elements)
        elements.append(.gap(try gap()))
      case "(":
        flush(&elements)
        elements.append(.choice(try choice()))
      case "\\": try escape()
      default:
        literal.append(scalar)
        index += 1
      }
    }
    flush(&elements)
    return elements
  }

  private mutating func flush(_ elements: inout [Pattern.Element]) {
    let written = Pattern.tidied(literal)
    literal.removeAll()
    if !written.isEmpty { elements.append(.literal(written)) }
  }

  private mutating func escape() throws(RuleFinding) {
    guard index + 1 < text.count else { throw fault(Phrase("“\\” at the end", "結尾的「\\」沒有跳脫任何字元")) }
    literal.append(text[index + 1])
    index += 2
  }

  private mutating func name() -> String {
    var name = String.UnicodeScalarView()
    while index < text.count, Self.isNamePart(text[index]) {
      name.append(text[index])
      index += 1
    }
    return String(name)
  }

  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
  }

  private mutating func list() throws(RuleFinding) -> String {
    index += 1
    let found = name()
    guard !found.isEmpty else {
      throw fault(
        Phrase("a list's name follows “$”", "「$」後面要接詞彙表的名稱"),
        hint: Phrase("write \\$ for the sign itself", "符號本身請寫成 \\$"))
    }
    return found
  }

  private mutating func slot() throws(RuleFinding) -> Slot {
    index += 1
    let start = index
    let found = name()
    guard let slot = Slot.names[found] else {
      index = start
      let known = Slot.names.keys.sorted().joined(separator: ", ")
      throw fault(
        Phrase("“#\(found)” is no kind of quantity", "「#\(found)」不是已知的數量種類"),
        hint: Phrase("one of \(known); write \\# for the sign itself", "可用：\(known)；符號本身請寫成 \\#"))
    }
    guard case .quantity(let kind, _) = slot, let units = bracket() else { return slot }
    return .quantity(kind, units: units.split(separator: "|").map { Pattern.tidied($0.unicodeScalars) })
  }

  private static let gapWidths = 1...400

  private mutating func gap() throws(RuleFinding) -> Int {
    index += 1
    let start = index
    guard let inside = bracket() else { return Pattern.ordinaryGap }
    guard let width = Int(inside) else {
      // Brackets that hold no number are a choice of words.
      index = start
      return Pattern.ordinaryGap
    }
    guard Self.gapWidths.contains(width) else {
      index = start
      throw fault(Phrase("a gap is 1 to 400 characters wide", "「…」的寬度是 1 至 400 個字元"))
    }
    return width
  }

  /// What stands between brackets right here.
  private mutating func bracket() -> String? {
    guard index < text.count, text[index] == "(", let end = text[index...].firstIndex(of: ")") else { return nil }
    var inside = String.UnicodeScalarView()
    inside.append(contentsOf: text[(index + 1)..<end])
    index = end + 1
    return String(inside)
  }

  private mutating func choice() throws(RuleFinding) -> [[Pattern.Element]] {
    var branches: [[Pattern.Element]] = []
    repeat {
      index += 1
      branches.append(try sequence(isNested: true))
    } while index < text.count && text[index] == "|"
    guard index < text.count, text[index] == ")" else { throw fault(Phrase("“(” without “)”", "「(」沒有對應的「)」")) }
    index += 1
    return branches
  }

  private mutating func check(_ elements: [Pattern.Element]) throws(RuleFinding) {
    guard let first = elements.first, let last = elements.last else {
      throw fault(Phrase("an empty pattern", "樣式是空的"))
    }
    if case .gap = first {
      index = text.firstIndex(of: "…") ?? 0
    } else if case .gap = last {
      index = text.lastIndex(of: "…") ?? 0
    } else {
      return
    }
    throw fault(Phrase("a gap stands between two things", "「…」必須在兩個元素之間"))
  }

  private func fault(_ message: Phrase, hint: Phrase? = nil) -> RuleFinding {
    var place = place
    place.column += index
    return RuleFinding(.patternSyntax, at: place, message, hint: hint)
  }
}

extension Pattern {
  /// Words as the reader's text has them: no spaces beside ideographs, single ones between Latin words.
  package static func tidied(_ written: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    var space = false
    for scalar in written {
      if scalar == " " || scalar == "\t" || scalar == "\n" {
        space = true
        continue
      }
      if space, let last = result.last, last.isASCII, scalar.isASCII { result.append(" ") }
      space = false
      result.append(scalar)
    }
    return String(result)
  }
}
