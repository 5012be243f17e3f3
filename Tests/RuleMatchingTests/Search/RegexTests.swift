import Testing

@testable import RuleMatching

/// A pattern, a text, and the words that it finds there.
struct RegexCase: CustomTestStringConvertible, Sendable {
  var pattern: String
  var text: String
  var found: [String]

  init(_ pattern: String, _ text: String, _ found: [String]) {
    self.pattern = pattern
    self.text = text
    self.found = found
  }

  var testDescription: String { "/\(pattern)/ in \(text)" }
}

@Suite("Regular expressions")
struct RegexTests {
  static let cases: [RegexCase] = [
    RegexCase("範疇[一二三]", "範疇一與範疇三，範疇四", ["範疇一", "範疇三"]),
    RegexCase("第[一二三]類.{0,20}排放", "第一類直接溫室氣體排放", ["第一類直接溫室氣體排放"]),
    RegexCase("[0-9,]+(\\.[0-9]+)?%", "由12%至1,234.5%", ["12%", "1,234.5%"]),
    RegexCase("tcfd", "TCFD與Tcfd", ["TCFD", "Tcfd"]),
    RegexCase("(?-i)tcfd", "TCFD", []),
    RegexCase("\\bISO\\b", "依ISO標準，isolate", ["ISO"]),
    RegexCase(".", "𠀀中", ["𠀀", "中"]),
    RegexCase("甲.*乙", "甲\n乙", []),
    RegexCase("^甲", "甲\n甲", ["甲"]),
    RegexCase("(?m)^甲", "甲\n甲", ["甲", "甲"]),
    RegexCase("a*", "baab", ["aa"]),
    RegexCase("(?=a)", "aa", []),
    RegexCase("(?<=共)[0-9]+", "共12家", ["12"]),
    RegexCase("x", "", []),
    RegexCase("\\d+", "１2", ["2"]),
  ]

  @Test(arguments: cases) func finds(_ example: RegexCase) throws {
    let text = Array(example.text.unicodeScalars)
    let result = try Regex(example.pattern).matches(in: text, range: 0..<text.count)
    #expect(result.isComplete)
    #expect(result.found.map { words(text, $0.range) } == example.found)
  }

  @Test("Named groups come in the order of the pattern, with nil for those that took no part")
  func groups() throws {
    let regex = try Regex("(?<z>範疇[一二])(?<unit>公噸)?.{0,5}?(?<a>[0-9]+)")
    #expect(regex.groupNames == ["z", "unit", "a"])
    let text = Array("共範疇二約12".unicodeScalars)
    let match = try #require(regex.matches(in: text, range: 0..<text.count).found.first)
    #expect(match == RegexMatch(range: 1..<7, groups: [1..<4, nil, 5..<7]))
  }

  @Test("Groups that share a name are one: the one that took part")
  func sharedName() throws {
    let regex = try Regex("(?J)(?<n>[0-9]+)家|共(?<n>[0-9]+)")
    #expect(regex.groupNames == ["n"])
    let text = Array("12家，共7".unicodeScalars)
    #expect(regex.matches(in: text, range: 0..<text.count).found.map(\.groups) == [[0..<2], [5..<6]])
  }

  @Test("The range is all there is: look-behind, anchors and edges see no further")
  func range() throws {
    let text = Array("共12家".unicodeScalars)
    #expect(try Regex("(?<=共)12").matches(in: text, range: 1..<4).found.isEmpty)
    #expect(try Regex("^12").matches(in: text, range: 1..<4).found.map(\.range) == [1..<3])
    #expect(try Regex("12$").matches(in: text, range: 1..<3).found.map(\.range) == [1..<3])
    #expect(try Regex("12").matches(in: text, range: 2..<2) == .matches([]))
  }

  @Test(
    "What is no pattern says why and where, counted in scalars",
    arguments: [("𠀀(", 2), ("範疇[一", 4), ("(?<a", 4), ("a{2,1}", 6), ("*", 1)])
  func failures(_ pattern: String, _ offset: Int) throws {
    let failure = #expect(throws: RegexFailure.self) { _ = try Regex(pattern) }
    #expect(failure?.message.isEmpty == false)
    #expect(failure.map { abs($0.offset - offset) <= 1 } == true, "\(failure.debugDescription)")
  }

  @Test(
    "A runaway pattern is given up in milliseconds",
    arguments: [
      ("(a+)+b", "a", "!b"), ("(?:[0-9]+,?)*%", "1", "!%"), ("[0-9]+[0-9]+[0-9]+%", "1", "!%"),
      ("(?:.|中)*b", "中", "\nb"),
      ("(a|aa)+$", "a", "!"),
    ],
    [1_000, 10_000, 100_000])
  func runaway(_ attack: (pattern: String, pump: String, tail: String), _ length: Int) throws {
    let text = Array((String(repeating: attack.pump, count: length) + attack.tail).unicodeScalars)
    let regex = try Regex(attack.pattern)
    let time = ContinuousClock().measure {
      #expect(regex.matches(in: text, range: 0..<text.count) == .gaveUp(found: []))
    }
    #expect(time < .milliseconds(500), "\(time)")
  }

  @Test("What was found before a pattern is given up stays")
  func foundBefore() throws {
    let text = Array(("xy" + String(repeating: "a", count: 3_000) + "!").unicodeScalars)
    let result = try Regex("xy|(a+)+b?[bc]").matches(in: text + ["b", "c"], range: 0..<text.count)
    #expect(result == .gaveUp(found: [RegexMatch(range: 0..<2, groups: [])]))
  }

  @Test("A long repeat of a group is matched, whatever stack it takes")
  func deep() throws {
    let text = Array(repeating: Unicode.Scalar("中"), count: 1_400)
    let result = try Regex("(?:(中)|國)+").matches(in: text, range: 0..<text.count)
    #expect(result == .matches([RegexMatch(range: 0..<1_400, groups: [])]))
  }
}

func words(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: text[range])
  return String(view)
}
