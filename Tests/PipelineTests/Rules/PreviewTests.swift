import Foundation
import ReportModel
import Review
import RuleBook
import RuleMatching
import Support
import Testing
import TextStructure

@testable import Pipeline

/// What an edited rule file gains and loses.
struct PreviewTests {
  private func draft(_ text: String, pack: String? = nil) throws -> (old: RuleBook, draft: RuleDraft) {
    let folder = RuleFolder(path: try SmallRules.folder())
    let path = try BuiltProgram.temporaryFolder() + "/edited.yaml"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return (readRuleBook(try folder.sources()).book, try RuleDraft(path, over: folder, pack: pack))
  }

  private func changes(_ old: RuleBook, _ new: RuleBook, _ paragraphs: [String]) -> FindingsChanges {
    let report = sketchText(headings: [], paragraphs: paragraphs, rows: [])
    return FindingsChanges(
      from: match(report, against: CompiledBook(old)), to: match(report, against: CompiledBook(new)))
  }

  private let text = ["公司訂有行為準則。", "本公司設有檢舉信箱。"]

  @Test func aRuleOfTheSameNameIsReplacedVariantsIncludedAndANewOneIsAdded() throws {
    let (old, draft) = try draft(
      "rules:\n  - id: code\n    find: 檢舉信箱\n  - id: extra\n    items: whistle\n    find: 檢舉信箱\n")
    #expect(old.rules.map(\.id) == ["code", "code/finance"])
    #expect(draft.book.rules.map(\.id) == ["code", "extra"])
    #expect(draft.book.rules.allSatisfy { $0.pack == "ours" })
    #expect(draft.isReadable && draft.findings.map(\.code) == [.fewExamples, .fewExamples, .unusedList])
    let found = changes(old, draft.book, text)
    #expect(found.items.map(\.item) == ["code", "whistle"])
    #expect(found.items.map { $0.changes.map(kind) } == [["+", "-"], ["state", "+"]])
  }

  @Test func aListOfTheSameNameIsReplaced() throws {
    let (old, draft) = try draft("lists:\n  code: [信箱]\n")
    let found = changes(old, draft.book, text)
    #expect(found.items.flatMap { $0.changes.map(kind) } == ["state", "-"])
    #expect(draft.findings.filter { $0.code == .exampleMissed }.count == 2)
    #expect(draft.isReadable)
  }

  @Test func aDraftThatIsNoRuleFileIsNotMatched() throws {
    #expect(try !draft("rules:\n  - id: code\n    find: (a\n").draft.isReadable)
    #expect(try !draft("").draft.isReadable)
    #expect(try !draft("- a\n").draft.isReadable)
  }

  @Test func theSameSentenceWithAnotherValueIsAChange() {
    func findings(_ value: String, page: Int, range: Range<Int>) -> Findings {
      Findings(evidence: [
        Evidence(
          item: "a", topics: [], rule: "r", level: "l", page: page, quote: "q", quoteRanges: [range], focus: [],
          value: Evidence.Value(plain: value, unit: "%", printed: value), year: "2022")
      ])
    }
    let old = findings("5", page: 1, range: 0..<9)
    func kinds(_ new: Findings) -> [String] {
      FindingsChanges(from: old, to: new).items.flatMap { $0.changes.map(kind) }
    }
    #expect(kinds(findings("7", page: 1, range: 4..<9)) == ["value"])
    #expect(kinds(findings("5", page: 8, range: 80..<90)) == ["page"])
    #expect(kinds(old) == [])
    #expect(kinds(findings("7", page: 8, range: 80..<90)) == ["+", "-"])
  }

  private func kind(_ change: Change) -> String {
    switch change {
    case .appeared: "+"
    case .vanished: "-"
    case .state: "state"
    case .altered(from: _, to: _, let differences): differences.sorted().map(\.rawValue).joined(separator: " ")
    }
  }
}
