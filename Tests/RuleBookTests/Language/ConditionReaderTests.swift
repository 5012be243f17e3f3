import ReportModel
import Testing

@testable import RuleBook

@Suite("Conditions as authors write them")
struct ConditionReaderTests {
  static let readings: [(String, String)] = [
    ("甲", "甲"),
    ("[甲, 乙]", "any(甲, 乙)"),
    ("[甲]", "甲"),
    ("[甲, [乙, 丙]]", "any(甲, any(乙, 丙))"),
    ("{all: [甲, 乙]}", "all(甲, 乙)"),
    ("{all: 甲}", "甲"),
    ("{any: [甲, {all: [乙, 丙]}]}", "any(甲, all(乙, 丙))"),
    ("{not: 甲}", "not(甲)"),
    ("{not: [甲, 乙]}", "not(any(甲, 乙))"),
    ("{all: [甲, {not: 乙}]}", "all(甲, not(乙))"),
    ("{any: [甲, 乙], not: 丙}", "all(any(甲, 乙), not(丙))"),
    ("{near: [甲, 乙]}", "near20(甲, 乙)"),
    ("{near: [甲, 乙], within: 8}", "near8(甲, 乙)"),
    ("{all: [甲, 乙], within: section}", "section(all(甲, 乙))"),
    ("{any: [甲, {not: 乙, within: headings}]}", "any(甲, headings(not(乙)))"),
  ]

  @Test("Reads", arguments: readings) func reads(_ yaml: String, _ condition: String) throws {
    let read = try readCondition(yaml)
    #expect(read.value?.sketch == condition)
    #expect(read.findings.isEmpty)
  }

  @Test("Every scope can be named", arguments: Scope.allCases) func scopes(_ scope: Scope) throws {
    #expect(try readCondition("{all: 甲, within: \(scope.rawValue)}").value?.sketch == "\(scope.rawValue)(甲)")
  }

  static let faults: [(String, RuleFinding.Code, String)] = [
    ("{}", .wrongValue, "1:1"),
    ("{within: section}", .wrongValue, "1:1"),
    ("{all: 甲, within: chapter}", .wrongValue, "1:18"),
    ("{all: 甲, within: 8}", .wrongValue, "1:18"),
    ("{near: [甲, 乙], within: 0}", .wrongValue, "1:24"),
    ("{every: 甲}", .unknownKey, "1:2"),
    ("[甲, $]", .patternSyntax, "1:6"),
  ]

  @Test("Says what is no condition", arguments: faults)
  func refuses(_ yaml: String, _ code: RuleFinding.Code, _ spot: String) throws {
    let read = try readCondition(yaml)
    #expect(read.findings.first?.code == code)
    #expect(read.findings.first?.place.spot == spot)
  }

  @Test func theOthersOfAListAreReadWhereOneIsWrong() throws {
    let read = try readCondition("[甲, '(乙', 丙]")
    #expect(read.value?.sketch == "any(甲, 丙)")
    #expect(read.codes == [.patternSyntax])
  }
}
