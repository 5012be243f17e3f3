import Foundation
import ReportModel
import RuleBook
import Support
import Testing

@testable import Pipeline

@Suite("What is wrong with a rule book")
struct LintTests {
  /// A book with which nothing is wrong.
  private static let clean: [String: String] = [
    "vocabulary/engine.yaml": "lists:\n"
      + EngineList.allCases.enumerated().map { "  \($1.rawValue): [引擎詞\($0)號]\n" }.joined(),
    "vocabulary/words.yaml": "lists:\n  well: [水井, 深井]\n",
    "demo/pack.yaml": """
    id: demo
    names: {zh-Hant: 範例, en: Demo}
    industries: {makers: {names: Makers}}
    levels:
      fact: {names: Fact, tense: fact}
    dimensions:
      - id: ground
        names: Ground
        sub-dimensions: {wells: {names: Wells}, rocks: {names: Rocks}}
    scoring:
      precedence: [found, unreadable, stated-non-disclosure, not-found]
      positive: {found: 1, stated-non-disclosure: 0.25}
      negative: {found: -1}
      in-words:
        - {level: fact, share: 0.5}
      floor: sub-dimension
    """,
    "demo/items.yaml": """
    items:
      - id: well-count
        names: Wells
        sub-dimension: wells
        level: fact
        references: [GRI 303-1]
    """,
    "demo/coverage.yaml": "reports:\n  read: 2\n  found: {well-count: 1}\n",
    "demo/wells/wells.yaml": """
    rules:
      - id: well-count
        find: 共有#count(座)$well
        not: 枯竭
        examples:
          hits:
            - {text: 本廠共有3座水井。, value: "3"}
            - 集團共有12座深井。
          misses:
            - {text: 共有5座枯竭的水井。, why: 已枯竭}
            - {text: 水井旁共有2棵樹。, why: 樹不是井}
    """,
  ]

  /// In a file of the clean book, other words instead of some; `▸` stands before the place of the finding.
  struct Edit: Sendable {
    var file: String
    var from: String
    var to: String

    init(_ file: String, _ from: String, _ to: String) {
      self.file = file
      self.from = from
      self.to = to
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var code: RuleFinding.Code
    var edits: [Edit]

    init(_ code: RuleFinding.Code, _ edits: Edit...) {
      self.code = code
      self.edits = edits
    }

    var testDescription: String { code.rawValue + (edits.last.map { ": " + $0.to } ?? "") }
  }

  private static let rule = "demo/wells/wells.yaml"
  private static let items = "demo/items.yaml"
  private static let words = "vocabulary/words.yaml"
  private static let pack = "demo/pack.yaml"

  /// Findings about the whole part stand at its first key.
  private static let scoringMark = Edit(pack, "  precedence:", "  ▸precedence:")

  static let cases: [Case] = [
    Case(.notYAML, Edit(rule, "not: 枯竭", "not: ▸*dry")),
    Case(.duplicateKey, Edit(rule, "not: 枯竭", "not: 枯竭\n    ▸not: 乾")),
    Case(.unknownKey, Edit(rule, "not: 枯竭", "▸nott: 枯竭")),
    Case(.missingKey, Edit(rule, "- id: well-count", "- ▸items: [well-count]")),
    Case(.missingKey, Edit(items, "- id: well-count\n    names: Wells", "- ▸id: well-count")),
    Case(.wrongValue, Edit(rule, "not: 枯竭", "not: 枯竭\n    weight: ▸heavy")),
    Case(.patternSyntax, Edit(rule, "共有#count", "共有#▸weight")),
    Case(.regexSyntax, Edit(rule, "共有#count(座)$well", "/水(井▸/")),
    Case(.runawayPattern, Edit(rule, "共有#count(座)$well", "/共有▸(水+)+井/")),
    Case(.noLiteral, Edit(rule, "共有#count(座)$well", "'▸#count(座)…#year'")),
    Case(.unknownList, Edit(rule, "共有#count(座)$well", "▸共有#count(座)$wells")),
    Case(.unknownList, Edit(words, "深井]", "深井, ▸$wells]")),
    Case(.unusedList, Edit(words, "深井]", "深井]\n  ▸pond: [池]")),
    Case(.circularList, Edit(words, "深井]", "深井, ▸$deep]\n  deep: [$well, 地下]")),
    Case(.circularList, Edit(words, "深井]", "深井, ▸$well]")),
    Case(.swallowedTerm, Edit(words, "深井]", "深井, ▸水井]")),
    Case(.swallowedTerm, Edit(words, "[水井, 深井]", "{terms: [水井, 深井], except: [▸水塔]}")),
    Case(.wrongValue, Edit(rule, "not: 枯竭", "not: [枯竭, ▸~]")),
    Case(.wrongValue, Edit(rule, "not: 枯竭", "not: 枯竭\n    except: [▸水|井]")),
    Case(.wideSign, Edit(rule, "not: 枯竭", "not: ▸枯＃竭")),
    Case(.duplicateId, Edit(rule, "rules:\n  - id", "rules:\n  - {id: well-count, find: 水井}\n  - ▸id")),
    Case(
      .duplicateId,
      Edit(
        items, "items:\n  - id", "items:\n  - {id: well-count, names: W, sub-dimension: wells, level: fact}\n  - ▸id")),
    Case(.staleCoverage, Edit("demo/coverage.yaml", "{well-count", "{▸dry-well: 1, well-count")),
    Case(.wrongValue, Edit("demo/coverage.yaml", "well-count: 1", "well-count: ▸3")),
    Case(.unknownItem, Edit(rule, "- id: well-count", "- ▸id: well-count\n    items: [well-cuont]")),
    Case(.unknownTopic, Edit(rule, "- id: well-count", "- ▸id: well-count\n    topics: [pond]")),
    Case(.unknownUnit, Edit(rule, "共有#count(座)", "▸共有#count(公噸)")),
    Case(.unknownUnit, Edit(rule, "- id: well-count", "- ▸id: well-count\n    value: {units: [碗公]}")),
    Case(
      .unknownPlace,
      Edit(
        items, "- id: well-count\n    names: Wells\n    sub-dimension: wells",
        "- ▸id: well-count\n    names: Wells\n    sub-dimension: well")),
    Case(.unknownPlace, Edit(rule, "- id: well-count", "- ▸id: well-count\n    level: policy")),
    Case(.unknownPlace, Edit(rule, "- id: well-count", "- ▸id: well-count\n    industries: [bakers]")),
    Case(.wrongFolder, Edit(items, "sub-dimension: wells", "sub-dimension: rocks"), Edit(rule, "- id", "- ▸id")),
    Case(
      .itemWithoutRule,
      Edit(items, "items:", "items:\n  - ▸{id: pond, names: P, sub-dimension: wells, level: fact, references: [X]}")),
    Case(.itemWithoutReference, Edit(items, "\n    references: [GRI 303-1]", ""), Edit(items, "- id", "- ▸id")),
    Case(
      .neverMatches, Edit(rule, "- id", "- ▸id"),
      Edit(rule, "find: 共有#count(座)$well", "table: {label: 水井}\n    roles: [body]")),
    Case(.neverMatches, Edit(rule, "- id", "- ▸id"), Edit(rule, "not: 枯竭", "roles: []")),
    Case(.neverMatches, Edit(rule, "- id", "- ▸id"), Edit(rule, "find: 共有#count(座)$well", "find: {not: 水井}")),
    Case(.contradiction, Edit(rule, "共有#count(座)$well", "▸水井"), Edit(rule, "not: 枯竭", "not: [枯竭, 水井]")),
    Case(.contradiction, Edit(words, "[水井, 深井]", "{terms: [水井, 深井], except: [▸水井]}")),
    Case(.contradiction, Edit(rule, "not: 枯竭", "value: {▸min: 3, max: 1}")),
    Case(
      .contradiction, scoringMark,
      Edit(pack, "[found, unreadable, stated-non-disclosure,", "[unreadable, found, stated-non-disclosure,")),
    Case(
      .contradiction, scoringMark,
      Edit(pack, "unreadable, stated-non-disclosure, not-found]", "not-found, stated-non-disclosure, unreadable]")),
    Case(.wrongValue, scoringMark, Edit(pack, "unreadable, stated", "found, stated")),
    Case(.wrongValue, scoringMark, Edit(pack, ", not-found]", "]")),
    Case(.wrongValue, Edit(pack, ", not-found]", ", ▸blank]")),
    Case(.contradiction, scoringMark, Edit(pack, "positive: {found: 1,", "positive: {found: 1.5,")),
    Case(.contradiction, scoringMark, Edit(pack, "positive: {found: 1,", "positive: {found: 0.2,")),
    Case(.contradiction, scoringMark, Edit(pack, "positive: {found: 1,", "positive: {found: 0.00001,")),
    Case(.contradiction, scoringMark, Edit(pack, "stated-non-disclosure: 0.25", "stated-non-disclosure: -0.25")),
    Case(.contradiction, scoringMark, Edit(pack, "negative: {found: -1}", "negative: {found: 1}")),
    Case(
      .contradiction, scoringMark,
      Edit(pack, "negative: {found: -1}", "negative: {found: -0.5, stated-non-disclosure: -1}")),
    Case(.contradiction, scoringMark, Edit(pack, "negative: {found: -1}", "negative: {found: 0}")),
    Case(.contradiction, Edit(pack, "- {level: fact, share: 0.5}", "- ▸{level: fact, share: 1.5}")),
    Case(.contradiction, Edit(pack, "- {level: fact, share: 0.5}", "- ▸{level: fact, share: 0.1}")),
    Case(
      .contradiction,
      Edit(pack, "- {level: fact, share: 0.5}", "- {level: fact, share: 0.5}\n    - ▸{level: fact, share: 0.6}")),
    Case(.unknownPlace, Edit(pack, "- {level: fact,", "- ▸{level: fcat,")),
    Case(.wrongValue, Edit(pack, "floor: sub-dimension", "floor: ▸basement")),
    Case(.missingKey, scoringMark, Edit(pack, "\n  floor: sub-dimension", "")),
    Case(.missingKey, Edit(pack, "negative: {found: -1}", "negative: ▸{stated-non-disclosure: 0}")),
    Case(.wrongValue, Edit(items, "- id: well-count", "- ▸id: well-count\n    points: 0")),
    Case(.wrongValue, Edit(items, "- id: well-count", "- ▸id: well-count\n    points: 1000.5")),
    Case(.wrongValue, Edit(items, "- id: well-count", "- ▸id: well-count\n    points: 0.12345")),
    Case(.wrongValue, Edit(items, "- id: well-count", "- ▸id: well-count\n    points: -1")),
    Case(.nothingAttainable, Edit(items, "- id: well-count", "- ▸id: well-count\n    polarity: negative")),
    Case(.fewExamples, Edit(rule, "- id", "- ▸id"), Edit(rule, "\n        - 集團共有12座深井。", "")),
    Case(.fewExamples, Edit(rule, "- id", "- ▸id"), Edit(rule, "\n        - {text: 水井旁共有2棵樹。, why: 樹不是井}", "")),
    Case(.exampleMissed, Edit(rule, "- 集團共有12座深井。", "- ▸集團有12座深井。")),
    Case(.exampleWrongValue, Edit(rule, "- {text: 本廠共有3座水井。, value: \"3\"}", "- ▸{text: 本廠共有3座水井。, value: \"4\"}")),
    Case(.nearMissFound, Edit(rule, "- {text: 水井旁共有2棵樹。", "- ▸{text: 水井旁共有2座水井。")),
    Case(
      .engineList, Edit("vocabulary/engine.yaml", "lists:", "▸lists:"),
      Edit("vocabulary/engine.yaml", "  goal: [引擎詞0號]\n", "")),
  ]

  private func lint(_ files: [String: String]) -> [RuleFinding] {
    let (book, findings) = readRuleBook(files.map { RuleBook.Source(path: $0.key, bytes: Array($0.value.utf8)) })
    return lintFindings(of: book, readFindings: findings)
  }

  @Test func aCleanBookHasNoFindings() { #expect(lint(Self.clean) == []) }

  @Test("Every kind of finding is told at its place", arguments: cases) func finds(_ one: Case) throws {
    var files = Self.clean
    for edit in one.edits {
      let text = try #require(files[edit.file])
      try #require(text.contains(edit.from), "the case edits what is not there")
      files[edit.file] = text.replacingOccurrences(of: edit.from, with: edit.to)
    }
    var place = Place(file: "")
    for (file, text) in files {
      guard let mark = text.range(of: "▸") else { continue }
      let before = text[..<mark.lowerBound]
      place.file = file
      place.line = before.split(separator: "\n", omittingEmptySubsequences: false).count
      place.column = 1 + (before.lastIndex(of: "\n").map { before[before.index(after: $0)...].count } ?? before.count)
      files[file] = text.replacingOccurrences(of: "▸", with: "")
    }
    let found = lint(files)
    #expect(
      found.contains { $0.code == one.code && $0.place == place },
      "not at \(place.file):\(place.line):\(place.column): \(found.map { "\($0.code) \($0.place.file):\($0.place.line):\($0.place.column) \($0.message.english)" })"
    )
  }

  @Test func aFileThatIsNoTextCannotBeRead() {
    var sources = Self.clean.map { RuleBook.Source(path: $0.key, bytes: Array($0.value.utf8)) }
    sources.append(RuleBook.Source(path: "demo/wells/x.yaml", bytes: [0xFF, 0xFE, 0x41]))
    let (_, findings) = readRuleBook(sources)
    #expect(findings.map(\.code) == [.notReadable])
    #expect(findings.map(\.place) == [Place(file: "demo/wells/x.yaml", line: 1, column: 1)])
  }

  @Test func everyKindOfFindingHasItsTest() {
    #expect(Set(Self.cases.map(\.code) + [.notReadable]) == Set(RuleFinding.Code.allCases))
  }

  @Test func everyFindingSpeaksBothLanguages() {
    for one in Self.cases {
      var files = Self.clean
      for edit in one.edits {
        files[edit.file] = files[edit.file]?.replacingOccurrences(of: edit.from, with: edit.to.filter { $0 != "▸" })
      }
      for finding in lint(files) where finding.code == one.code {
        #expect(finding.message.english.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic })
        #expect(finding.message.chinese != finding.message.english && !finding.message.chinese.isEmpty)
      }
    }
  }

  @Test func examplesAreNotTriedWhereTheBookCannotBeRead() {
    var files = Self.clean
    files[Self.rule] = files[Self.rule]?.replacingOccurrences(of: "共有#count(座)$well", with: "池(")
    let codes = lint(files).map(\.code)
    #expect(codes.contains(.patternSyntax) && !codes.contains(.exampleMissed))
  }

  @Test func theRulesOfTheProjectHaveNoErrors() throws {
    let sources = try RuleFolder(path: BuiltProgram.root.appendingPathComponent("Rules").path).sources()
    let (book, findings) = readRuleBook(sources)
    let errors = lintFindings(of: book, readFindings: findings).filter { $0.code.severity == .error }
    #expect(errors.map { "\($0.place.file):\($0.place.line): \($0.message.english)" } == [])
    #expect(book.rules.count > 20 && book.packs.count >= 1)
  }

  @Test func findingsAreAlsoToldAsJSON() throws {
    var files = Self.clean
    files[Self.rule] = files[Self.rule]?.replacingOccurrences(of: "not: 枯竭", with: "nott: 枯竭")
    let text = json(of: lint(files).filter { $0.code == .unknownKey })
    let list = try #require(try JSONSerialization.jsonObject(with: Data(text.bytes)) as? [[String: Any]])
    #expect(list.count == 1)
    #expect(list[0]["code"] as? String == "unknown-key" && list[0]["severity"] as? String == "error")
    #expect(list[0]["file"] as? String == Self.rule && list[0]["line"] as? Int == 4 && list[0]["column"] as? Int == 5)
    #expect(list[0]["message"] as? String == "a rule has no key “nott”")
    #expect((list[0]["hint"] as? String)?.isEmpty == false)
    #expect(string(json(of: [RuleFinding]())) == "[]\n")
  }
}
