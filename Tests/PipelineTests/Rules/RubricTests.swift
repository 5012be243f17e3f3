import Foundation
import ReportModel
import RuleBook
import Support
import Testing

@testable import Pipeline

/// The rubric as a page to be read.
struct RubricTests {
  private func text(_ buffer: ByteBuffer) -> String { String(decoding: buffer.bytes, as: UTF8.self) }

  private func book() throws -> RuleBook { readRuleBook(try RuleFolder(path: SmallRules.folder()).sources()).book }

  private func projectsBook() throws -> RuleBook {
    let folder = RuleFolder(path: BuiltProgram.root.appendingPathComponent("Rules").path)
    return readRuleBook(try folder.sources()).book
  }

  @Test(arguments: Language.allCases)
  func everyItemRuleAndExampleIsThereInBothForms(_ language: Language) throws {
    let book = try projectsBook()
    let (markdown, html) = (text(rubricMarkdown(of: book, in: language)), text(rubricHTML(of: book, in: language)))
    for item in book.items {
      #expect(markdown.contains("`\(item.id)`"))
      #expect(html.contains(" id=\"\(item.pack).\(item.id)\""))
    }
    for rule in book.rules {
      #expect(markdown.contains("`\(rule.id)`") && html.contains("<code>\(rule.id)</code>"))
    }
    let examples = book.rules.reduce(0) { $0 + $1.examples.count * $1.items.count }
    #expect(html.matches(of: /<li class="(?:hit|miss|undisclosed)">/).count == examples)
  }

  @Test func everyLinkLeadsToAPlaceThatIsThereOnce() throws {
    let html = text(rubricHTML(of: try projectsBook(), in: .english))
    let anchors = html.matches(of: /\ id="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(anchors).count == anchors.count)
    let links = Set(html.matches(of: /href="#([^"]+)"/).map { String($0.output.1) })
    #expect(links.count > 50)
    for link in links { #expect(anchors.contains(link.removingPercentEncoding ?? ""), "\(link)") }
  }

  @Test func nothingIsFetchedAndNothingRuns() throws {
    let html = text(rubricHTML(of: try projectsBook(), in: .chinese))
    for word in ["<script", "http:", "https:", "url(", "@import", "src=", "onclick"] { #expect(!html.contains(word)) }
  }

  @Test func textIsNeverMarkup() throws {
    let book = try book()
    let html = text(rubricHTML(of: book, in: .chinese))
    #expect(html.contains("檢舉 &lt;b&gt;") && html.contains("Whistle &amp; blow") && html.contains("供應商的準則 &lt;i&gt;"))
    #expect(!html.contains("檢舉 <b>") && !html.contains("準則 <i>"))
    let markdown = text(rubricMarkdown(of: book, in: .chinese))
    #expect(markdown.contains("檢舉 \\<b>") && markdown.contains("準則 \\<i>"))
  }

  @Test func marksOfHTMLOpenAndCloseInOrder() throws {
    let html = text(rubricHTML(of: try projectsBook(), in: .english))
    var open: [Substring] = []
    for match in html.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) where match.output.2 != "meta" {
      if match.output.1.isEmpty {
        open.append(match.output.2)
      } else {
        #expect(open.popLast() == match.output.2)
      }
    }
    #expect(open.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func itemsThatNoReportHasShownYetAreMarked(_ language: Language) throws {
    let mark = DocsWords.unproven(language)
    var book = try book()
    #expect(!text(rubricMarkdown(of: book, in: language)).contains(mark))
    #expect(!text(rubricHTML(of: book, in: language)).contains(mark))
    book.packs[0].coverage = Coverage(
      reports: Coverage.Tally(read: 7, found: ["code": 2]), passages: Coverage.Tally(read: 3))
    let (markdown, html) = (text(rubricMarkdown(of: book, in: language)), text(rubricHTML(of: book, in: language)))
    // Of two items one; and once where the mark is explained.
    #expect(markdown.matches(of: try Regex("\\*\(mark)\\*")).count == 1)
    #expect(html.matches(of: try Regex("chip unproven\">\(mark)<")).count == 1)
    #expect(html.components(separatedBy: mark).count == 3)
    let unproven = try #require(html.range(of: "chip unproven")).lowerBound
    let whistle = try #require(html.range(of: "id=\"ours.whistle\"")).lowerBound
    #expect(whistle < unproven)
    for page in [markdown, html] { #expect(page.contains("7") && page.contains("1/2") || page.contains("| 1 |")) }
  }

  @Test func aRuleIsPutInPlainWords() throws {
    let markdown = text(rubricMarkdown(of: try book(), in: .english))
    #expect(markdown.contains("- It looks for: `訂有…$code`"))
    #expect(markdown.contains("- Not where it is said in the sentence: `供應商`"))
    #expect(markdown.contains("- Only for: Finance"))
    #expect(markdown.contains("- Not for: Finance"))
    #expect(markdown.contains("*No rule answers it yet.*"))
    #expect(markdown.contains("#### − 檢舉"))
    #expect(markdown.contains("- ✗ 行為準則很重要。 — 沒有訂有"))
  }
}
