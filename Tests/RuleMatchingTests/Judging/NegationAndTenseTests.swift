import ReportModel
import RuleBook
import Testing

@testable import RuleMatching

@Suite("What is denied, and what is yet to come")
struct NegationAndTenseTests {
  // MARK: Negation

  static let denied: [String] = [
    "本公司未設置水井。", "本公司尚未設置水井。", "本公司並未設置水井。", "本公司無設置水井。", "本公司沒有設置水井。",
    "本公司設置了，但未完成水井。", "不適用：設置水井。",
  ]

  @Test("A denied statement is no evidence", arguments: denied) func refuses(_ text: String) throws {
    let bench = try RuleBench(find: "設置…水井")
    #expect(bench.read(text).evidence.isEmpty)
    guard case .negated? = bench.refusals(text).first else {
      Issue.record("refused for another reason: \(bench.refusals(text))")
      return
    }
  }

  static let affirmed: [String] = [
    "本公司設置水井。", "為了未來設置水井。", "依無障礙規範設置水井。", "無論如何設置水井。", "未成年人旁設置水井。",
    // Too far away, in another clause, and after it.
    "未經他人要求而自行設置水井。", "河川未整治，設置水井。", "設置水井，尚未啟用。",
  ]

  @Test("Words that only look like a denial deny nothing", arguments: affirmed)
  func keeps(_ text: String) throws {
    #expect(try RuleBench(find: "設置…水井").read(text).evidence.count == 1)
  }

  @Test func aDenialThatIsAskedForIsNoDenial() throws {
    #expect(try RuleBench(find: "未設置…水井").read("本公司未設置水井。").evidence.count == 1)
  }

  @Test func negationCanBeIgnoredOrBeTheAnswer() throws {
    let ignoring = try RuleBench(find: "水井", more: "level: any, negation: ignore")
    #expect(ignoring.read("本廠無水井。").evidence.map(\.value) == [nil])
    let asking = try RuleBench(find: "水井", more: "level: any, negation: answer")
    let no = try #require(asking.read("本廠無水井。").evidence.first?.value)
    #expect(no.printed == "no" && no.plain.isEmpty && no.isInferred)
    #expect(asking.read("本廠有水井。").evidence.first?.value?.printed == "yes")
  }

  @Test func noneSaidByTheRuleIsANumberAndNoDenial() throws {
    let bench = try RuleBench(find: "#none…洩漏", more: "level: any, value: {kind: count, unit: 件}")
    #expect(bench.read("2022年無發生個資洩漏。").values == ["〈無發生〉 件"])
  }

  // MARK: Tense

  private func bench(_ level: String) throws -> RuleBench {
    try RuleBench(find: "水井", more: "level: \(level), value: {kind: count}")
  }

  /// A statement, the year of the report, and whether it is a fact or a goal.
  static let statements: [(text: String, headings: [String], isGoal: Bool)] = [
    ("2022年有水井3座。", [], false),
    ("目標為水井3座。", [], true),
    ("預計2022年有水井3座。", [], true),
    ("2025年有水井3座。", [], true),
    ("水井3座。", ["2030年目標"], true),
    ("水井3座。", ["水目標", "現況"], false),
    ("達成目標，有水井3座。", [], false),
    ("超越目標，有水井3座。", [], false),
    ("水井3座。", ["目標與績效"], false),
    ("預計挖河，目前有水井3座。", [], false),
    ("We plan to 水井3座.", [], true),
    // A day after the report's year is told of as it was.
    ("2023年3月15日有水井3座。", [], false),
  ]

  @Test("A fact is no goal and a goal no fact", arguments: statements)
  func tense(_ text: String, _ headings: [String], _ isGoal: Bool) throws {
    #expect(try bench("fact").read(text, under: headings).evidence.count == (isGoal ? 0 : 1))
    #expect(try bench("any").read(text, under: headings).evidence.count == 1)
    let asked = try bench("goal").read(text, under: headings)
    #expect(asked.evidence.count == (isGoal ? 1 : 0))
  }

  @Test func refusalsSayWhichSignItWas() throws {
    #expect(try bench("fact").refusals("目標為水井3座。") == [.goal(0..<2)])
    #expect(try bench("fact").refusals("2025年有水井3座。") == [.goal(nil)])
    #expect(try bench("goal").refusals("2022年有水井3座。") == [.noGoal])
  }

  @Test func aColumnOfGoalsHoldsGoals() throws {
    let rows = [["項目", "2022年", "2025年目標", "2026年"], ["水井（座）", "3", "5", "6"]]
    let keys = "table: {label: 水井}, value: {kind: count}"
    let facts = try RuleBench("rules: [{id: x, \(keys)}]").read(rows: rows)
    #expect(facts.valuesAndYears == ["3 座 2022"])
    let goals = try RuleBench("rules: [{id: x, level: goal, \(keys)}]").read(rows: rows)
    #expect(goals.valuesAndYears == ["5 座 2025", "6 座 2026"])
  }

  @Test func aRuleCanAskForAnotherTenseThanItsLevel() throws {
    let bench = try RuleBench(find: "水井", more: "level: fact, tense: any, value: {kind: count}")
    #expect(bench.read("目標為水井3座。").values == ["3 座"])
  }

  @Test func withoutTheReportsYearNoYearIsToCome() throws {
    #expect(try bench("fact").read("2035年有水井3座。2035年再說。", year: nil).evidence.count == 1)
  }

  /// A sentence below a title of goals, and whether it is a fact.
  static let belowGoals: [(String, Bool)] = [
    ("2022年水井共12座。", true), ("水井共12座。", false), ("預計2022年水井達12座。", false), ("2030年水井共12座。", false),
  ]

  @Test("What has come about, with its year, is a fact below a title of goals", arguments: belowGoals)
  func factsBelowGoals(_ text: String, _ isFact: Bool) throws {
    let bench = try RuleBench(find: "水井…#count", more: "level: fact")
    #expect(bench.read(text, under: ["水資源目標"]).evidence.isEmpty != isFact)
  }
}
