import Foundation
import Pipeline
import Quantities
import ReportModel
import RuleBook
import RuleMatching
import Support
import Testing

/// The examples in the author's page do what the page says.
struct AuthorsPageExampleTests {
  /// Where quantities are not read yet, only what needs none of them can be tried.
  private let readsQuantities = !findQuantities(in: Array("54家".unicodeScalars)).isEmpty

  private func needsQuantities(_ result: ExampleResult) -> Bool {
    result.rule.value != nil || !result.rule.patterns.allSatisfy(\.slots.isEmpty)
  }

  @Test(arguments: AuthorsPage.all)
  func everyExampleComesOutAsItSays(_ page: AuthorsPage) throws {
    let engine = BuiltProgram.root.appendingPathComponent("Rules/vocabulary/engine.yaml")
    let frame = try page.examples().enumerated().map { number, example in
      let (path, text) = AuthorsPage.file(of: example, number: number)
      return RuleBook.Source(path: path, bytes: Array(text.utf8))
    }
    let shared = [RuleBook.Source(path: "vocabulary/engine.yaml", bytes: Array(try Data(contentsOf: engine)))]
    let (book, _) = readRuleBook(frame + shared)
    let results = testExamples(of: book, compiled: CompiledBook(book)).filter {
      readsQuantities || !needsQuantities($0)
    }
    #expect(results.count >= 4)
    for result in results where result.outcome != .passed {
      Issue.record("\(page.name): \(result.finding?.message.english ?? "") \(result.example.text)")
    }
  }
}
