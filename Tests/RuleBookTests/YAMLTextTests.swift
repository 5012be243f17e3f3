import Support
import Testing

@testable import RuleBook

/// What is written as YAML is read as the same text.
struct YAMLTextTests {
  static let nasty = [
    "", " ", "a: b", "a:", "a:b", "a #b", "a#b", "#a", "'a'", "\"a\"", "it's", "a\\b", " lead", "trail ", "\u{3000}全形",
    "two\nlines", "\r\n", "\ttab", "true", "True", "NO", "null", "~", "1.0", "-3", "1e5", "0x1F", "2024-05-01", "12:30",
    ".5",
    ".inf", "=", "<<", "- a", "? a", "[a]", "{a}", "a, b", "a]", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`", "---",
    "...",
    "研發費用：98,400仟元", "「名稱」", "…", "R&D", "GRI 2-23", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{FFFE}",
    "\u{1FFFE}",
    "e\u{301}", "👩‍👩‍👧", "𠮷", String(repeating: "長", count: 400),
  ]

  @Test(arguments: nasty)
  func anyTextComesBackFromAListAMappingAndALine(_ text: String) throws {
    for file in [
      "a: \(YAMLText.written(text))\n", "{a: \(YAMLText.written(text)), b: 1}", "a: \(YAMLText.flowList([text, "x"]))",
    ] {
      let node = try #require(try YAMLReader.read(Array(file.utf8), file: "f"))
      guard case .map(let entries) = node.value else {
        Issue.record("no mapping: \(file)")
        continue
      }
      let first = if case .list(let nodes) = entries[0].node.value { nodes[0] } else { entries[0].node }
      guard case .scalar(let found, _) = first.value else {
        Issue.record("no text: \(file)")
        continue
      }
      #expect(Array(found.unicodeScalars) == Array(text.unicodeScalars))
      #expect(!first.isNull)
    }
  }

  /// An editor would take these for something else than text.
  @Test(arguments: ["true", "1.0", "~", "2024-05-01", "no"])
  func whatIsNoTextToOthersIsQuoted(_ text: String) { #expect(YAMLText.written(text) == "\"\(text)\"") }

  @Test(arguments: ["GRI 308-2", "供應商稽核家數", "R&D spending", "a:b"])
  func plainWordsStayPlain(_ text: String) { #expect(YAMLText.written(text) == text) }

  @Test func aCommaInsideBracketsGetsAHintThatSaysSo() {
    let file = "rules:\n  - id: a\n    find: x\n    examples:\n      hits: [{text: 共1,200件。}]\n"
    let (_, findings) = readRuleBook([RuleBook.Source(path: "p/s/a.yaml", bytes: Array(file.utf8))])
    let finding = findings.first { $0.code == .unknownKey }
    #expect(finding?.hint?.english.contains("a comma inside { }") == true)
  }
}
