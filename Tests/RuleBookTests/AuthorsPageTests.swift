import Foundation
import ReportModel
import Support
import Testing

@testable import RuleBook

/// The author's page names everything that the language has: what is not documented fails here.
struct AuthorsPageTests {
  /// Whether a word stands in code, alone or with others.
  private func isCode(_ word: String, in text: String) -> Bool {
    text.contains("`\(word)`") || text.contains("`\(word):") || text.contains("\n\(word):")
  }

  private func expect(_ words: some Sequence<String>, in page: AuthorsPage, _ kind: String) throws {
    let text = try page.text()
    for word in words { #expect(isCode(word, in: text), "\(kind) “\(word)” is not in Rules/\(page.name)") }
  }

  @Test(arguments: AuthorsPage.all)
  func everyKeyIsThere(_ page: AuthorsPage) throws {
    let text = try page.text()
    for table in KeyTable.all {
      for key in table.keys {
        let isInExample = text.contains(try Regex("(?m)(^|[ {-])\(key.name): ?"))
        #expect(isCode(key.name, in: text) || isInExample, "key “\(key.name)” of \(table.name) is not in \(page.name)")
      }
    }
  }

  /// The keys of a rule, a value and an example have words of their own, not only an example.
  @Test(arguments: AuthorsPage.all)
  func theKeysOfARuleAreExplained(_ page: AuthorsPage) throws {
    for table in [KeyTable.rule, .value, .hit, .miss, .examples] {
      try expect(table.keys.map(\.name), in: page, "key")
    }
  }

  @Test(arguments: AuthorsPage.all)
  func everySlotScopeRoleAndChoiceIsThere(_ page: AuthorsPage) throws {
    try expect(Slot.names.keys.map { "#\($0)" }, in: page, "slot")
    try expect(Scope.allCases.map(\.rawValue), in: page, "scope")
    try expect(Rule.Role.allCases.map(\.rawValue), in: page, "role")
    try expect(Rule.NegationPolicy.allCases.map(\.rawValue), in: page, "negation")
    try expect(Pack.Tense.allCases.map(\.rawValue), in: page, "tense")
    try expect(Quantity.Qualifier.allCases.map(\.rawValue), in: page, "qualifier")
    try expect(ItemState.State.allCases.map(\.rawValue), in: page, "state")
  }

  @Test(arguments: AuthorsPage.all)
  func everyListOfTheEngineAndEveryFindingIsThere(_ page: AuthorsPage) throws {
    try expect(EngineList.allCases.map(\.rawValue), in: page, "list")
    try expect(RuleFinding.Code.allCases.map(\.rawValue), in: page, "finding")
  }

  // MARK: Examples

  /// The page's own pack with every example in it, beside the project's vocabulary.
  private func book(_ page: AuthorsPage) throws -> (book: RuleBook, findings: [RuleFinding]) {
    let folder = BuiltProgram.root.appendingPathComponent("Rules/vocabulary")
    let vocabulary = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      RuleBook.Source(
        path: "vocabulary/\(name)", bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
    let examples = try page.examples().enumerated().map { number, example in
      let (path, text) = AuthorsPage.file(of: example, number: number)
      return RuleBook.Source(path: path, bytes: Array(text.utf8))
    }
    #expect(examples.count > 6)
    return readRuleBook(vocabulary + examples)
  }

  @Test(arguments: AuthorsPage.all)
  func everyExampleIsReadWithoutAFault(_ page: AuthorsPage) throws {
    let (book, findings) = try book(page)
    // Two examples of the page are about the same rule.
    let faults = findings.filter { $0.code.severity == .error && $0.code != .duplicateId }
    for fault in faults { Issue.record("\(page.name): \(fault.place) \(fault.message.english)") }
    #expect(book.pack("ours")?.items.count == 2)
    #expect(book.rules.contains { $0.id == "training-hours/finance" })
  }

  @Test func bothPagesHaveTheSameExamples() throws {
    let plain = try AuthorsPage.all.map { page in
      try page.examples().map { example in
        example.split(separator: "\n").map { line in
          line.replacing(/\ +#.*$/, with: "")
        }
      }
    }
    #expect(plain[0] == plain[1])
  }
}
