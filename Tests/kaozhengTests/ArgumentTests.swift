import Pipeline
import ReportModel
import Testing

@testable import kaozheng

struct ArgumentTests {
  @Test func optionsAreUnderstoodInEveryForm() throws {
    let wanted = Invocation(
      command: "text", values: ["--pages": "3-5", "--format": "json", "--quiet": ""], operands: ["a.pdf", "-x.pdf"])
    #expect(
      try ArgumentParser.parse(["text", "--pages", "3-5", "--format=json", "-q", "a.pdf", "--", "-x.pdf"]) == wanted)
    #expect(
      try ArgumentParser.parse(["text", "a.pdf", "-p", "3-5", "-f", "json", "--quiet", "--", "-x.pdf"]) == wanted)
  }

  @Test(arguments: [
    (["text"], "text needs FILE…"), (["txt", "a"], "unknown command “txt”; did you mean text?"),
    (["text", "--fromat", "md", "a"], "unknown option “--fromat”; did you mean --format?"),
    (
      ["text", "--format", "jsn", "a"],
      "unknown value of --format “jsn”; did you mean json? (one of md, txt, json, html)"
    ),
    (["text", "--format", "en", "a"], "unknown value of --format “en” (one of md, txt, json, html)"),
    (["text", "a", "--pages"], "--pages needs a value: PAGES"),
    (["text", "-q", "--quiet", "a"], "--quiet is given twice"),
    (["text", "--quiet=1", "a"], "--quiet takes no value"), (["doctor", "x"], "doctor does not take “x”"),
    (["zzzzzz"], "unknown command “zzzzzz”"), (["--pages"], "unknown option “--pages”"),
  ])
  func wrongUseIsToldPlainly(_ words: [String], _ message: String) {
    let wrong = #expect(throws: WrongUse.self) { try ArgumentParser.parse(words) }
    #expect(wrong?.message.english == message)
  }

  @Test(arguments: [
    ("", "", "", Language.english), ("", "", "zh_TW.UTF-8", .chinese), ("", "en_US.UTF-8", "zh_TW", .english),
    ("C", "zh_TW", "zh_TW", .english), ("zh_HK.Big5", "en", "en", .chinese),
  ])
  func theFirstLocaleVariableThatSaysAnythingDecides(
    _ all: String, _ messages: String, _ lang: String, _ language: Language
  ) {
    let variables = ["LC_ALL": all, "LC_MESSAGES": messages, "LANG": lang]
    #expect(Language { variables[$0] } == language)
  }

  @Test(arguments: [("form", "--form", 2), ("ab", "ba", 1), ("", "abc", 3), ("same", "same", 0)])
  func distancesCountSingleChanges(_ a: String, _ b: String, _ distance: Int) {
    #expect(Suggestion.distance(Array(a.utf8), Array(b.utf8)) == distance)
  }
}
