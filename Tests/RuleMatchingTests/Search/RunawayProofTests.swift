import RuleBook
import Support
import Testing

@testable import RuleMatching

/// Holds what `PatternFacts` says of a pattern against what PCRE2 does with it.
@Suite("Runaway patterns, proven")
struct RunawayProofTests {
  /// A pattern and a text on which it runs away: `pump` many times, between the others.
  struct Attack: CustomTestStringConvertible, Sendable {
    var pattern: String
    var pump: String
    var tail: String
    var lead: String

    init(_ pattern: String, _ pump: String, _ tail: String, lead: String = "") {
      self.pattern = pattern
      self.pump = pump
      self.tail = tail
      self.lead = lead
    }

    var testDescription: String { "/\(pattern)/ on \(lead)\(pump)…\(tail)" }
  }

  static let attacks: [Attack] = [
    Attack("(a+)+b", "a", "!b"),
    Attack("甲(a*)*乙", "a", "!乙", lead: "甲"),
    Attack("(?:\\d+,?)*%", "1", "!%"),
    Attack("([^,]+,?)+;", "a", ",,;"),
    Attack("(\\w+\\s?)+：", "a", "!："),
    Attack("((甲|乙)+丙?)+丁", "甲", "!丁"),
    Attack("(?:\\d{1,3},?)+%", "1", "!%"),
    Attack("(?:\\d+,?){1,12}%", "1", "!%"),
    Attack("([a-z]+)+$", "a", "!"),
    Attack("(?=(a+)+b)a", "a", "!b"),
    Attack("(?>(a+)+b)c", "a", "!bc"),
    Attack("(a+?)+?b", "a", "!b"),
    Attack("(.{0,20}){0,20}甲", "a", "\n甲"),
    Attack("(.*a)*b", "a", "\nb"),
    Attack("(a|aa)+b", "a", "!b"),
    Attack("(a|A)*b", "a", "!b"),
    Attack("(\\d|[0-5])+%", "1", "!%"),
    Attack("(甲乙|甲|乙)*丙", "甲乙", "!丙"),
    Attack("(?:[0-9]+[0-9,]*)+%", "1", "!%"),
    Attack("\\d+\\d+[%元]", "1", "!%"),
    Attack("\\d+,?\\d+[%元]", "1", "!%"),
    Attack("甲.*\\d.*[乙丙]", "1", "\n乙", lead: "甲"),
    Attack("\\s*(?:,\\s*)?\\s*[甲乙]", "\t", "!甲"),
    Attack("甲.{0,200}.{0,200}[乙丙]", "a", "\n乙", lead: "甲"),
    Attack("甲.{0,50}.{0,50}.{0,50}[乙丙]", "a", "\n乙", lead: "甲"),
    Attack("甲.*.{0,60}[乙丙]", "a", "\n乙", lead: "甲"),
  ]

  @Test("Each has a text on which it is given up", arguments: attacks)
  func givenUp(_ attack: Attack) throws {
    #expect(PatternFacts(of: attack.pattern).runaway != nil)
    let count = 1_000 / attack.pump.unicodeScalars.count
    let text = attack.lead + String(repeating: attack.pump, count: count) + attack.tail
    #expect(try search(attack.pattern, text) == .gaveUp(found: []))
  }

  /// Machine code skips ahead without counting where only one character can follow, or none that the repeat takes:
  /// there only the clock tells.
  @Test(
    "The time of repeats side by side grows with the square of the text",
    arguments: [Attack("甲.*.*x", "a", "\nx", lead: "甲"), Attack("[0-9,]+[0-9.]*%", "1", "!%")])
  func square(_ attack: Attack) throws {
    #expect(PatternFacts(of: attack.pattern).runaway != nil)
    let regex = try Regex(attack.pattern)
    func time(_ length: Int) -> Duration {
      let text = attack.lead + String(repeating: attack.pump, count: length) + attack.tail
      let scalars = Array(text.unicodeScalars)
      let clock = ContinuousClock()
      return (0..<3).map { _ in clock.measure { _ = regex.matches(in: scalars, range: 0..<scalars.count) } }.min()
        ?? .zero
    }
    _ = time(100)
    #expect(time(800) > time(100) * 20)
  }

  static let fine = [
    "[0-9,]+(\\.[0-9]+)?%", "第[一二三]類.{0,20}排放", "(家數|比率).{0,20}[0-9][0-9,.]*\\s*(%|家|次)",
    "\\d{1,3}(,\\d{3})*(\\.\\d+)?\\s*公噸", "(\\d{3},?)+%", "(\\d{1,3},)+\\d{3}元", "([^。]*。)*甲", "甲.{0,20}乙.{0,20}丙",
    "甲.{0,50}.{0,50}[乙丙]", "[0-9]+.{0,50}%", "(?:甲|乙|丙)+丁", "((?:範疇[一二三])、?)+排放", "(?>a+)+b", "(a++)+b",
    "(?:\\d++,?)*%", "(a+)+", "(\\d+,?)*", "(?:20[0-9]{2}年?、?)+度", "^(?=.*甲)(?=.*乙)", "甲.*乙",
    "(\\d+(?:\\.\\d+)?)\\s*[~～-]\\s*(\\d+(?:\\.\\d+)?)%", "[^。，]{0,30}排放[^。，]{0,30}量",
  ]

  @Test("What passes is not given up on random texts of its own characters", arguments: fine)
  func notGivenUp(_ pattern: String) throws {
    #expect(PatternFacts(of: pattern).runaway == nil)
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(state: seed)
    let syntax = "\\^$?*+{}[]()|".unicodeScalars
    let alphabet = Array(pattern.unicodeScalars).filter { !syntax.contains($0) } + ["1", "a", "\n"]
    for _ in 0..<60 {
      let text = pumped(alphabet, length: 400, &random)
      #expect(try search(pattern, text).isComplete, "seed \(seed): \(text)")
    }
  }

  /// On texts so short that only what doubles with each character, or nearly, comes to a million steps.
  @Test("Random patterns that pass do not double their time with each character")
  func randomPatterns() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(state: seed)
    for _ in 0..<1_500 {
      let pattern = randomPattern(depth: 3, &random) + "[cd]"
      guard PatternFacts(of: pattern).runaway == nil else { continue }
      for _ in 0..<8 {
        let text = pumped(["a", "b"], length: 20, &random) + "!c"
        #expect(try search(pattern, text, limit: .max).isComplete, "seed \(seed): \(pattern) on \(text)")
      }
    }
  }

  @Test("Random patterns that are said to double their time do")
  func randomRunaways() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(state: seed)
    let pumps = allWords(1...4)
    let leads = allWords(0...5)
    var said = 0
    var unproven: [String] = []
    while said < 200 {
      let pattern = randomPattern(depth: 3, &random) + "[cd]"
      guard let kind = PatternFacts(of: pattern).runaway?.kind else { continue }
      guard kind == .nestedRepeats || kind == .overlappingParts else { continue }
      said += 1
      let isProven = try leads.contains { lead in
        try pumps.contains { pump in
          try !search(pattern, lead + String(repeating: pump, count: 200 / pump.count) + "!abc").isComplete
        }
      }
      if !isProven { unproven.append(pattern) }
    }
    // Some need a longer lead or pump than is tried here.
    #expect(unproven.count <= 4, "seed \(seed): \(unproven)")
  }

  @Test("Random syntax, most of it no pattern, is read without a crash")
  func randomSyntax() {
    let seed = UInt64.random(in: .min ... .max)
    print("random syntax, seed \(seed)")
    var random = SeededRandom(state: seed)
    let pieces = [
      "(", ")", "(?", "[", "]", "^", "-", "\\", "{", "}", ",", "1", "9", "*", "+", "?", "|", ":", "<", "a", "甲", "#",
    ]
    for _ in 0..<5_000 {
      let count = Int.random(in: 1...14, using: &random)
      let pattern = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let facts = PatternFacts(of: pattern)
      if let runaway = facts.runaway { #expect(runaway.place.upperBound <= pattern.unicodeScalars.count) }
    }
  }

  @Test("Random patterns match only where one of their needed words stands")
  func neededWords() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(state: seed)
    for _ in 0..<1_500 {
      let pattern = randomPattern(depth: 3, &random)
      guard let words = PatternFacts(of: pattern).requiredLiterals else { continue }
      let needed = LiteralSearch(words.map { Literal($0, isWord: false) })
      let text = pumped(["a", "B", "b", "A"], length: 30, &random)
      for match in try search(pattern, text).found {
        let hits = needed.hits(in: Array(text.unicodeScalars), range: match.range)
        #expect(!hits.isEmpty, "seed \(seed): \(pattern) needs \(words), matches \(text) at \(match.range)")
      }
    }
  }

  /// All words of a and b.
  private func allWords(_ lengths: ClosedRange<Int>) -> [String] {
    var longest = [""]
    var all = lengths.contains(0) ? longest : []
    for length in 1...lengths.upperBound {
      longest = longest.flatMap { [$0 + "a", $0 + "b"] }
      if lengths.contains(length) { all += longest }
    }
    return all
  }

  private func search(
    _ pattern: String, _ text: String, limit: Int = Regex.usualLimit
  ) throws(RegexFailure) -> RegexResult {
    let text = Array(text.unicodeScalars)
    return try Regex(pattern).matches(in: text, range: 0..<text.count, limit: limit)
  }

  /// A short random word over and over, with a random lead and tail.
  private func pumped(_ alphabet: [Unicode.Scalar], length: Int, _ random: inout SeededRandom) -> String {
    func word(_ lengths: ClosedRange<Int>) -> [Unicode.Scalar] {
      (0..<Int.random(in: lengths, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
    }
    let (lead, pump, tail) = (word(0...4), word(1...4), word(0...4))
    let middle =
      Bool.random(using: &random)
      ? Array(repeatElement(pump, count: length / pump.count).joined()) : word(length...length)
    return words(lead + middle + tail, 0..<lead.count + middle.count + tail.count)
  }

  private func randomPattern(depth: Int, _ random: inout SeededRandom) -> String {
    guard depth > 0 else { return ["a", "b", "[ab]", "ab"][Int.random(in: 0..<4, using: &random)] }
    func part() -> String { randomPattern(depth: depth - 1, &random) }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return "(?:" + part() + ")+"
    case 1: return "(?:" + part() + ")*"
    case 2: return "(?:" + part() + ")?"
    case 3: return "(?:" + part() + "|" + part() + ")"
    case 4: return "(?:" + part() + "){1,3}"
    default: return part() + part()
    }
  }
}
