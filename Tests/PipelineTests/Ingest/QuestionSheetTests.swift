import Archive
import ReportModel
import RuleBook
import Support
import Testing

@testable import Pipeline

/// What makes a question another question, and what does not.
struct QuestionSheetTests {
  private static let engine = """
    lists:
      goal: [目標]
      negation: [未]
      filler: [為]
      this-year: [本年度]
      last-year: [去年]
      yardstick-before: [較]
      yardstick-after: [為基準]
      undated: [曾]
      report-title: [永續報告書]
      report-period: [報告期間]
      pointer-section: [目錄]
      pointer-column: [頁碼]
      total: [合計]
      boundary: [合併]
      boundary-excluding: [不含]
    """

  private func digests(
    _ edit: (path: String, from: String, to: String)? = nil, industry: String? = nil
  ) throws -> [String: String] {
    var files = SmallRules.files
    files["vocabulary/engine.yaml"] = Self.engine
    files["ours/people/whistle.yaml"] = """
      rules:
        - id: whistle
          find: 檢舉信箱
          examples:
            hits: [設有檢舉信箱。, 公司有檢舉信箱。]
            misses: [{text: 信箱。, why: 不是檢舉}, {text: 檢舉。, why: 沒有信箱}]
      """
    if let edit {
      let text = try #require(files[edit.path])
      try #require(text.contains(edit.from))
      files[edit.path] = text.split(separator: edit.from, omittingEmptySubsequences: false).joined(separator: edit.to)
    }
    let sources = files.sorted { $0.key < $1.key }.map { RuleBook.Source(path: $0.key, bytes: Array($0.value.utf8)) }
    let sheet = QuestionSheetMaker(readRuleBook(sources).book).sheet(industry: industry)
    return Dictionary(uniqueKeysWithValues: sheet.questions.map { ($0.item, $0.digest) })
  }

  @Test(arguments: [
    ("ours/people/code.yaml", "公司訂有行為準則。", "本公司訂有行為準則。"),
    ("ours/people/code.yaml", "rules:", "# A remark.\n\nrules:"),
    ("ours/items.yaml", "Mailbox counts", "A mailbox counts"),
    ("ours/items.yaml", "GRI 2-23", "GRI 2-24"),
  ])
  func whatOnlyPeopleReadChangesNothing(_ path: String, _ from: String, _ to: String) throws {
    #expect(try digests((path, from, to)) == digests())
  }

  @Test(arguments: [
    ("ours/people/code.yaml", "訂有…$code", "設有…$code"), ("ours/people/code.yaml", "not: 供應商", "not: 客戶"),
    ("vocabulary/words.yaml", "守則", "規則"), ("ours/items.yaml", "[GRI 2-23]", "[GRI 2-23]\n    topics: [x]"),
  ])
  func aChangedRuleOrListChangesItsItemsOnly(_ path: String, _ from: String, _ to: String) throws {
    let (before, after) = (try digests(), try digests((path, from, to)))
    #expect(before["code"] != after["code"])
    #expect(before["whistle"] == after["whistle"])
  }

  @Test func whatTheEngineReadsChangesEverything() throws {
    let (before, after) = (try digests(), try digests(("vocabulary/engine.yaml", "[目標]", "[目標, 預計]")))
    #expect(before["code"] != after["code"] && before["whistle"] != after["whistle"])
  }

  @Test func anIndustryChangesWhatItsVariantsAnswer() throws {
    let (all, finance) = (try digests(), try digests(industry: "finance"))
    #expect(all["code"] != finance["code"])
  }

  @Test func partsThatOnlyLookAlikeAreTold() {
    var first = Fingerprint()
    var second = Fingerprint()
    first.add(["ab", "c"])
    second.add(["a", "bc"])
    #expect(first.hex() != second.hex())
    var some = Fingerprint()
    var none = Fingerprint()
    some.add(Optional("") as Any)
    none.add(Optional<String>.none as Any)
    #expect(some.hex() != none.hex())
  }

  /// A rule that answers two items keeps the tense of both when one alone is asked.
  @Test func askingKeepsTheItemsOfAskedRules() throws {
    var book = RuleBook()
    let place = Place(file: "a", line: 1, column: 1)
    for id in ["a", "b", "c"] {
      if book.packs.isEmpty { book.packs = [Pack(id: "p", names: Phrase("", ""), place: place)] }
      book.packs[0].items.append(
        Item(id: id, pack: "p", names: Phrase("", ""), subDimension: "s", level: "l", place: place))
    }
    for (id, items) in [("one", ["a", "b"]), ("two", ["c"])] {
      var rule = Rule(id: id, pack: "p", place: place)
      rule.items = items
      book.rules.append(rule)
    }
    let asked = book.asking(["a"])
    #expect(asked.rules.map(\.id) == ["one"])
    #expect(asked.items.map(\.id) == ["a", "b"])
  }
}
