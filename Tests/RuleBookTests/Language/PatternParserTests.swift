import ReportModel
import Testing

@testable import RuleBook

@Suite("Patterns as authors write them")
struct PatternParserTests {
  private static let place = Place(file: "r.yaml", line: 3, column: 11)

  static let readings: [(String, String)] = [
    // Words.
    ("用水量", "'用水量'"),
    ("用 水 量", "'用水量'"),
    ("Net  Zero target", "'Net Zero target'"),
    ("ISO 14001 驗證", "'ISO 14001驗證'"),
    (##"\$5\#1\(甲\)\…\|\\"##, ##"'$5#1(甲)…|\'"##),
    ("甲|乙", "'甲|乙'"),
    // Lists and slots.
    ("$supplier稽核", "$supplier '稽核'"),
    ("$a-1$b", "$a-1 $b"),
    ("#share", "#share"),
    ("共#count(家|間)廠商", "'共' #count[家,間] '廠商'"),
    ("#number (甲)", "#number ('甲')"),
    ("#any#year#none#all#title#list", "#any #year #none #all #title #list"),
    ("#mass( 公噸 | t CO2e )", "#mass[公噸,t CO2e]"),
    ("#year(甲|乙)", "#year ('甲'|'乙')"),
    // Gaps.
    ("甲…乙", "'甲' …20 '乙'"),
    ("甲…(5)乙…(400)丙", "'甲' …5 '乙' …400 '丙'"),
    ("甲…(乙|丙)", "'甲' …20 ('乙'|'丙')"),
    ("甲…(8)(乙|丙)", "'甲' …8 ('乙'|'丙')"),
    ("甲 … 乙", "'甲' …20 '乙'"),
    // Choices.
    ("(甲|乙)丙", "('甲'|'乙') '丙'"),
    ("甲(乙|)丙", "'甲' ('乙'|) '丙'"),
    ("(甲(乙|丙|)|$x…#count)丁", "('甲' ('乙'|'丙'|)|$x …20 #count) '丁'"),
    ("(甲)", "('甲')"),
    (String(repeating: "(甲|乙|丙)", count: 9), Array(repeating: "('甲'|'乙'|'丙')", count: 9).joined(separator: " ")),
    (String(repeating: "(甲|)", count: 8), Array(repeating: "('甲'|)", count: 8).joined(separator: " ")),
    // Regular expressions.
    (#"/甲\d{2,4}(?<value>\d+)/"#, #"/甲\d{2,4}(?<value>\d+)/"#),
    ("//", "'//'"),
  ]

  @Test("Reads", arguments: readings) func reads(_ source: String, _ elements: String) throws {
    let pattern = try PatternParser.parse(source, at: Self.place)
    #expect(pattern.sketch == elements)
    #expect(pattern.source == source)
    #expect(pattern.place == Self.place)
  }

  /// The column counts from the start of the pattern, from 1.
  static let faults: [(String, Int, String)] = [
    ("甲)乙", 2, "“)” without “(”"),
    ("甲(乙|丙", 6, "“(” without “)”"),
    ("(甲(乙)", 6, "“(” without “)”"),
    ("甲$", 3, "a list's name follows “$”"),
    ("甲$乙", 3, "a list's name follows “$”"),
    ("甲$Supplier", 3, "a list's name follows “$”"),
    ("甲#", 3, "“#” is no kind of quantity"),
    ("甲#weight(噸)", 3, "“#weight” is no kind of quantity"),
    (#"甲\"#, 2, "“\\” at the end"),
    ("…甲", 1, "a gap stands between two things"),
    ("甲…", 2, "a gap stands between two things"),
    ("甲…(0)乙", 3, "a gap is 1 to 400 characters wide"),
    ("甲…(401)乙", 3, "a gap is 1 to 400 characters wide"),
    ("", 1, "an empty pattern"),
    (String(repeating: "(甲|)", count: 9), 1, "more than 256 ways to say it"),
    (String(repeating: "(甲|$a|#count)", count: 6), 1, "more than 256 ways to say it"),
  ]

  @Test("Says what it cannot read, and in which column", arguments: faults)
  func refuses(_ source: String, _ column: Int, _ message: String) {
    let finding = #expect(throws: RuleFinding.self) { try PatternParser.parse(source, at: Self.place) }
    #expect(finding?.code == .patternSyntax)
    #expect(finding?.message.english == message)
    #expect(finding?.place == Place(file: "r.yaml", line: 3, column: 10 + column))
  }

  @Test func theKindsOfQuantityAreAllToBeAskedFor() throws {
    for kind in Quantity.Kind.allCases where kind != .year {
      let pattern = try PatternParser.parse("甲#\(kind.rawValue)", at: Self.place)
      #expect(pattern.slots == [.quantity(kind, units: [])])
    }
  }

  @Test func listsAndSlotsInsideChoicesAreSeen() throws {
    let pattern = try PatternParser.parse("$a(甲|$b(#count|$c))", at: Self.place)
    #expect(pattern.lists == ["a", "b", "c"])
    #expect(pattern.slots == [.quantity(.count, units: [])])
  }

  @Test func aFaultInsideQuotesIsShownInsideThem() throws {
    let read = try readCondition("- 甲\n- '乙)'\n- \"丙$\"\n")
    #expect(read.findings.map(\.place.spot) == ["2:5", "3:6"])
    #expect(read.value?.sketch == "甲")
  }
}
