import RuleBook
import Testing

/// A pattern and the words of which each of its matches holds one.
struct LiteralCase: CustomTestStringConvertible, Sendable {
  var pattern: String
  var literals: [String]?

  init(_ pattern: String, _ literals: [String]?) {
    self.pattern = pattern
    self.literals = literals
  }

  var testDescription: String { "/\(pattern)/ needs \(literals.map { "\($0)" } ?? "nothing")" }
}

@Suite("Words that a pattern needs")
struct RequiredLiteralTests {
  static let cases: [LiteralCase] = [
    // Plain words, the longest of several.
    LiteralCase("溫室氣體", ["溫室氣體"]),
    LiteralCase("TCFD", ["tcfd"]),
    LiteralCase("碳.{0,15}溫室氣體", ["溫室氣體"]),
    LiteralCase("溫室氣體.*排放", ["溫室氣體"]),
    LiteralCase("ISO\\s?14064-1", ["14064-1"]),
    LiteralCase("ISO ?14001", ["iso 14001", "iso14001"]),
    LiteralCase("\\bRBA\\b", ["rba"]),
    LiteralCase("^附錄$", ["附錄"]),
    // Alternatives, small classes.
    LiteralCase("範疇[一二三]", ["範疇一", "範疇三", "範疇二"]),
    LiteralCase("第[一二三]類.{0,20}排放", ["第一類", "第三類", "第二類"]),
    LiteralCase("(家數|比率).{0,20}[0-9][0-9,.]*\\s*(%|家|次)", ["家數", "比率"]),
    LiteralCase("(?:董事會|功能性委員會)", ["功能性委員會", "董事會"]),
    LiteralCase("供應商(評鑑|稽核)", ["供應商稽核", "供應商評鑑"]),
    LiteralCase("供應商(評鑑|稽核)?率", ["供應商率", "供應商稽核率", "供應商評鑑率"]),
    LiteralCase("甲乙|[0-9]+", nil),
    LiteralCase("減量(?:目標|.{0,5}承諾)", ["減量"]),
    // A word that holds another adds nothing.
    LiteralCase("溫室氣體|溫室氣體排放", ["溫室氣體"]),
    // Repeats.
    LiteralCase("(永續)+", ["永續"]),
    LiteralCase("(永續){2}", ["永續永續"]),
    LiteralCase("(永續)*發展", ["發展"]),
    LiteralCase("永續?發展", ["永發展", "永續發展"]),
    LiteralCase("(永續)?", nil),
    LiteralCase("a{3}b", ["aaab"]),
    LiteralCase("(永續)++發展", ["永續"]),
    // Too little to be worth looking for.
    LiteralCase("[0-9,]+(\\.[0-9]+)?%", nil),
    LiteralCase(".*", nil),
    LiteralCase("", nil),
    LiteralCase("\\d{4}年", ["年"]),
    LiteralCase("[一-龥]+部", ["部"]),
    // Groups and what is looked at.
    LiteralCase("(?<year>20[0-9]{2})年度", ["年度"]),
    LiteralCase("(?=溫室)氣體", ["氣體"]),
    LiteralCase("(?<!非)再生能源", ["再生能源"]),
    LiteralCase("(?>再生|循環)水", ["再生水", "循環水"]),
    LiteralCase("(?i)Scope", ["scope"]),
    LiteralCase("a(?i)b|CD", ["ab", "cd"]),
    LiteralCase("(?x) 溫室 氣體  # 註解\n 排放", ["溫室氣體排放"]),
    LiteralCase("(?#註解)水", ["水"]),
    LiteralCase("(甲乙)?(?(1)丙丁|戊己)", ["丙丁", "戊己"]),
    LiteralCase("(用水)\\1量化", ["用水"]),
    LiteralCase("(?R)?用水", ["用水"]),
    // Escapes.
    LiteralCase("\\Q3.5%(甲)\\E", ["3.5%(甲)"]),
    LiteralCase("CO\\x{2082}e", ["co₂e"]),
    LiteralCase("\\x41\\x42", ["ab"]),
    LiteralCase("\\p{Han}+公司", ["公司"]),
    LiteralCase("甲\\.乙\\/丙", ["甲.乙/丙"]),
    LiteralCase("[[:digit:]]+公噸", ["公噸"]),
    LiteralCase("[]甲]乙", ["]乙", "甲乙"]),
    LiteralCase("{甲}", ["{甲}"]),
    LiteralCase("甲{,2}乙", ["甲{,2}乙"]),
    // A search that folds only ASCII would miss these.
    LiteralCase("Nestlé公司", ["nestl"]),
    LiteralCase("βρ", nil),
  ]

  @Test(arguments: cases) func literals(_ example: LiteralCase) {
    #expect(PatternFacts(of: example.pattern).requiredLiterals == example.literals)
  }

  @Test("A list of more words than can be multiplied out is still a list of words")
  func longList() {
    let names = (0..<300).map { "公司\($0)號" }
    let facts = PatternFacts(of: "(" + names.joined(separator: "|") + ").{0,10}排")
    #expect(facts.requiredLiterals == names.sorted())
  }

  @Test(
    "What is no pattern needs nothing and breaks nothing",
    arguments: [
      "(", ")", "甲)", "[", "[甲", "\\", "(?", "(?<", "(?P", "(*", "(?(", "甲{", "甲{1", "*", "\\x{", "\\k<", "[a-", "[[:",
      "[^\\x{FFFFFFFF}]",
    ])
  func broken(_ pattern: String) { _ = PatternFacts(of: pattern) }

  @Test("Groups nested beyond all measure are read without a crash")
  func deep() {
    let pattern = String(repeating: "(", count: 10_000) + "甲" + String(repeating: ")", count: 10_000)
    #expect(PatternFacts(of: pattern).requiredLiterals == nil)
  }
}
