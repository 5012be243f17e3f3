import RuleBook
import Testing

/// A pattern that can run away, and the part of it that lets it.
struct RunawayCase: CustomTestStringConvertible, Sendable {
  var pattern: String
  var kind: Runaway.Kind
  var culprit: String

  init(_ pattern: String, _ kind: Runaway.Kind, _ culprit: String) {
    self.pattern = pattern
    self.kind = kind
    self.culprit = culprit
  }

  var testDescription: String { "/\(pattern)/: \(culprit)" }
}

@Suite("Patterns that run away")
struct RunawayTests {
  static let cases: [RunawayCase] = [
    // Repeats within repeats.
    RunawayCase("(a+)+b", .nestedRepeats, "(a+)+"),
    RunawayCase("甲(a*)*乙", .nestedRepeats, "(a*)*"),
    RunawayCase("(?:\\d+,?)*%", .nestedRepeats, "(?:\\d+,?)*"),
    RunawayCase("([^,]+,?)+;", .nestedRepeats, "([^,]+,?)+"),
    RunawayCase("(\\w+\\s?)+：", .nestedRepeats, "(\\w+\\s?)+"),
    RunawayCase("((甲|乙)+丙?)+丁", .nestedRepeats, "((甲|乙)+丙?)+"),
    RunawayCase("(?:\\d{1,3},?)+%", .overlappingParts, "(?:\\d{1,3},?)+"),
    RunawayCase("(?:\\d+,?){1,12}%", .nestedRepeats, "(?:\\d+,?){1,12}"),
    RunawayCase("([a-z]+)+$", .nestedRepeats, "([a-z]+)+"),
    RunawayCase("(?=(a+)+b)a", .nestedRepeats, "(a+)+"),
    RunawayCase("(?>(a+)+b)c", .nestedRepeats, "(a+)+"),
    RunawayCase("(a+?)+?b", .nestedRepeats, "(a+?)+?"),
    RunawayCase("(.{0,20}){0,20}甲", .overlappingParts, "(.{0,20}){0,20}"),
    // Parts that overlap under a repeat.
    RunawayCase("(.*a)*b", .overlappingParts, "(.*a)*"),
    RunawayCase("(a|aa)+b", .overlappingParts, "(a|aa)+"),
    RunawayCase("(a|A)*b", .overlappingParts, "(a|A)*"),
    RunawayCase("(\\d|[0-5])+%", .overlappingParts, "(\\d|[0-5])+"),
    RunawayCase("(甲乙|甲|乙)*丙", .overlappingParts, "(甲乙|甲|乙)*"),
    RunawayCase("(?:.|\\s)*甲", .overlappingParts, "(?:.|\\s)*"),
    RunawayCase("(?:[0-9]+[0-9,]*)+%", .nestedRepeats, "(?:[0-9]+[0-9,]*)+"),
    // Side by side.
    RunawayCase("甲.*.*x", .adjacentRepeats, ".*.*"),
    RunawayCase("\\d+\\d+%", .adjacentRepeats, "\\d+\\d+"),
    RunawayCase("[0-9,]+[0-9.]*%", .adjacentRepeats, "[0-9,]+[0-9.]*"),
    RunawayCase("\\d+,?\\d+%", .adjacentRepeats, "\\d+,?\\d+"),
    RunawayCase("甲.*\\d.*乙", .adjacentRepeats, ".*\\d.*"),
    RunawayCase("\\s*(?:,\\s*)?\\s*甲", .adjacentRepeats, "\\s*(?:,\\s*)?\\s*"),
    RunawayCase("(甲)+甲*乙", .adjacentRepeats, "(甲)+甲*"),
    RunawayCase("甲.{0,200}.{0,200}乙", .adjacentRepeats, ".{0,200}.{0,200}"),
    // Bounded, but in too many ways.
    RunawayCase("甲.{0,50}.{0,50}.{0,50}乙", .adjacentGaps, ".{0,50}.{0,50}.{0,50}"),
    RunawayCase("甲.*.{0,60}乙", .adjacentGaps, ".*.{0,60}"),
    RunawayCase("甲.{0,30}[^。]{0,30}(?:丙|丁)?.{0,30}乙", .adjacentGaps, ".{0,30}[^。]{0,30}(?:丙|丁)?.{0,30}"),
  ]

  static let fine = [
    "[0-9,]+(\\.[0-9]+)?%", "第[一二三]類.{0,20}排放", "溫室氣體", "(家數|比率).{0,20}[0-9][0-9,.]*\\s*(%|家|次)",
    "\\d{1,3}(,\\d{3})*(\\.\\d+)?\\s*公噸", "(\\d{3},?)+%", "(\\d{1,3},)+\\d{3}元", "([^。]*。)*甲", "(?:[^,]+,)+;",
    "甲.{0,20}乙.{0,20}丙", "甲.*乙", "甲.*乙.*丙", "甲.{0,50}.{0,50}乙", "[0-9]+.{0,50}%", "[0-9,.]+\\s*.{0,20}%",
    "(?:甲|乙|丙)+丁", "(?:甲乙|甲丙)*丁", "((?:範疇[一二三])、?)+排放", "(?>a+)+b", "(a++)+b", "(?:\\d++,?)*%",
    "\\w+\\s+\\w+：", "[a-z]+@[a-z]+", "(?:20[0-9]{2}年?、?)+度", "^(?=.*甲)(?=.*乙)", "(a+)+", "(\\d+,?)*", "\\d+\\d*",
    "(?<year>(?:19|20)\\d{2})年.{0,15}(?<value>[0-9][0-9,.]*)\\s?%", "(a?){3}b", "(?i)scope\\s?[123]", "(甲)\\1+乙",
    "(?:(?:股份|有限|公司)+、)+等", "\\s*[：:]\\s*[0-9]+", "(?:[0-9]+\\.)+[0-9]+節", "[^。，]{0,30}排放[^。，]{0,30}量",
    ".*", "", "(", "(?:.{1,4}、){2,6}等", "(\\d+(?:\\.\\d+)?)\\s*[~～-]\\s*(\\d+(?:\\.\\d+)?)%",
  ]

  @Test(arguments: cases) func found(_ example: RunawayCase) throws {
    let runaway = try #require(PatternFacts(of: example.pattern).runaway)
    let scalars = Array(example.pattern.unicodeScalars)[runaway.place]
    var culprit = String.UnicodeScalarView()
    culprit.append(contentsOf: scalars)
    #expect(String(culprit) == example.culprit)
    #expect(runaway.kind == example.kind)
  }

  @Test(arguments: fine) func isFine(_ pattern: String) { #expect(PatternFacts(of: pattern).runaway == nil) }

  @Test("Letters count as the same only where case is folded")
  func foldedCase() {
    #expect(PatternFacts(of: "(a|A)*b", foldsCase: false).runaway == nil)
    #expect(PatternFacts(of: "(?-i)(a|A)*b").runaway == nil)
  }

  @Test("A pattern of many words is looked through in no time")
  func large() {
    let words = (0..<300).map { "公司\($0)號" }.joined(separator: "|")
    let time = ContinuousClock().measure {
      #expect(PatternFacts(of: "(?:(?:\(words))、?)+.{0,20}(?:\(words))").runaway == nil)
    }
    #expect(time < .seconds(5))
  }

  @Test("Repeats in repeats are not written out without end")
  func copies() {
    let pattern = String(repeating: "(", count: 30) + "a" + String(repeating: "{9})", count: 30)
    let time = ContinuousClock().measure { _ = PatternFacts(of: pattern).runaway }
    #expect(time < .seconds(5))
  }
}
