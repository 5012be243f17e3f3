import ReportModel
import RuleBook
import Support
import Testing
import TextStructure

@testable import RuleMatching

/// Where the words of what was changed are not said, the changed book answers as the old one did.
struct ChangeWatchTests {
  // MARK: Random edits of random rules

  private static let words = [
    "供應商", "稽核", "供應商\n稽核", "suppliers", "audited", "suppliers audited", "水", "用水", "井", "目標", "2021年", "未", "無",
    "未統計", "12家", "3%", "40度", "、", "，", "。", " ", "a",
  ]

  /// A rule book that can be edited at random.
  private struct Draft {
    struct Rule {
      var id: String
      var find: [String]
      var conditions: [String: [String]] = [:]
      var label: [String] = []
      var except: [String] = []
      var year: [String] = []
      var reach: Int?

      var yaml: String {
        func list(_ parts: [String]) -> String { "[\(parts.map { "'\($0)'" }.joined(separator: ", "))]" }
        var keys = ["id: \(id)", "level: any"]
        if !find.isEmpty { keys.append("find: \(list(find))") }
        keys += conditions.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map {
          "\($0.key): \(list($0.value))"
        }
        if !label.isEmpty || find.isEmpty { keys.append("table: {label: \(list(label.isEmpty ? ["稽核"] : label))}") }
        if !except.isEmpty { keys.append("except: \(list(except))") }
        if !year.isEmpty { keys.append("year: \(list(year))") }
        if let reach { keys.append("value: {kind: [count, share], reach: \(reach)}") }
        return "  - {\(keys.joined(separator: ", "))}\n"
      }
    }

    var rules: [Rule]
    var terms: [String]
    var exceptions: [String]

    func bench() throws -> RuleBench {
      let quoted = { (words: [String]) in "[\(words.map { "'\($0)'" }.joined(separator: ", "))]" }
      return try RuleBench(
        "rules:\n" + rules.map(\.yaml).joined(),
        lists: "  s: {terms: \(quoted(terms)), except: \(quoted(exceptions))}\n",
        items: "items:\n"
          + ["x", "y"].map { "  - {id: \($0), names: \($0), sub-dimension: all, level: fact}\n" }.joined())
    }

    static func random(_ dice: inout SeededRandom) -> Draft {
      Draft(
        rules: ["x", "y"].map { Rule(id: $0, find: [pattern(&dice), pattern(&dice)]) },
        terms: ["供應商", word(&dice)], exceptions: Bool.random(using: &dice) ? ["供應商稽核"] : [])
    }

    static func word(_ dice: inout SeededRandom) -> String {
      ["供應商", "稽核", "suppliers audited", "用水", "水", "井", "目標", "未統計"].randomElement(using: &dice) ?? ""
    }

    static func pattern(_ dice: inout SeededRandom) -> String {
      switch Int.random(in: 0..<7, using: &dice) {
      case 0: word(&dice)
      case 1: "$s…\(word(&dice))"
      case 2: "$s…(12)#count(家)"
      case 3: "\(word(&dice))…#share"
      case 4: "/\(word(&dice)).{0,6}(?<value>\\d+)/"
      case 5: "(\(word(&dice))|\(word(&dice)))…(8)\(word(&dice))"
      default: "#count(家)…\(word(&dice))"
      }
    }

    /// One thing is written otherwise.
    mutating func edit(_ dice: inout SeededRandom) {
      func change(_ parts: inout [String], _ new: String) {
        if !parts.isEmpty, Bool.random(using: &dice) {
          parts.remove(at: Int.random(in: parts.indices, using: &dice))
        } else {
          parts.insert(new, at: Int.random(in: 0...parts.count, using: &dice))
        }
      }
      let new = Self.pattern(&dice)
      let word = Self.word(&dice)
      let place = Int.random(in: rules.indices, using: &dice)
      switch Int.random(in: 0..<12, using: &dice) {
      case 0: change(&terms, word)
      case 1: change(&exceptions, "供應商" + word)
      case 2: rules[place].reach = Int.random(in: 5...40, using: &dice)
      case 3: change(&rules[place].except, word + "井")
      case 4: change(&rules[place].year, "\(word)…#year")
      case 5: change(&rules[place].label, word)
      case 6: rules.swapAt(0, rules.count - 1)
      case 7, 8:
        let key = ["with", "not", "under", "undisclosed"].randomElement(using: &dice) ?? "with"
        change(&rules[place].conditions[key, default: []], new)
      default: change(&rules[place].find, new)
      }
    }
  }

  private func report(_ dice: inout SeededRandom) -> ReportText {
    let words = Self.words.shuffled(using: &dice).prefix(9) + ["，", "12家"]
    func text(_ most: Int) -> String {
      (0..<Int.random(in: 0...most, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }.joined()
    }
    var sketch = ReportSketch()
    for _ in 0..<8 {
      switch Int.random(in: 0..<5, using: &dice) {
      case 0: sketch.heading(text(3))
      case 1: sketch.add(.paragraph, text(10))
      case 2: sketch.add(.caption, text(3))
      default:
        let width = Int.random(in: 1...4, using: &dice)
        let rows = (0..<Int.random(in: 1...4, using: &dice)).map { _ in (0..<width).map { _ in text(2) } }
        sketch.table(
          rows, headerRows: Int.random(in: 0...1, using: &dice), headerColumns: Int.random(in: 0...1, using: &dice))
      }
    }
    return sketch.text
  }

  @Test func whatIsNotConcernedIsAnsweredAsBefore() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of edits: \(seed)")
    var dice = SeededRandom(state: seed)
    var (kept, watched, otherwise) = (0, 0, 0)
    for _ in 0..<150 {
      var draft = Draft.random(&dice)
      for _ in 0..<Int.random(in: 0...4, using: &dice) { draft.edit(&dice) }
      let before = try draft.bench()
      for _ in 0..<Int.random(in: 1...2, using: &dice) { draft.edit(&dice) }
      let after = try draft.bench()
      let changes = WordChanges(of: ["x", "y"], from: before.book, to: after.book, industry: nil)
      guard let watch = changes.flatMap(ChangeWatch.init) else { continue }
      watched += 1
      for _ in 0..<12 {
        let report = report(&dice)
        let (old, new) = (before.read(report).findings, after.read(report).findings)
        if watch.concerns(report) {
          otherwise += old == new ? 0 : 1
        } else {
          kept += 1
          #expect(old == new, "seed \(seed): \(report.text.map(String.init).joined())")
        }
      }
    }
    #expect(watched > 50 && kept > 100 && otherwise > 20, "\(watched) \(kept) \(otherwise)")
  }

  // MARK: Single edits

  private func watch(
    _ before: String, _ after: String, lists: (String, String) = ("", "")
  ) throws -> ChangeWatch? {
    let before = try RuleBench("rules:\n" + before, lists: lists.0)
    let after = try RuleBench("rules:\n" + after, lists: lists.1)
    return WordChanges(of: ["x"], from: before.book, to: after.book, industry: nil).flatMap(ChangeWatch.init)
  }

  private func concerns(_ watch: ChangeWatch?, _ text: String) -> Bool? {
    watch?.concerns(sketchText(headings: [], paragraphs: [text], rows: []))
  }

  @Test(arguments: [
    ("find: 水井", "find: [水井, 深井]", "深井", "水井"),
    ("find: [水井, 深井]", "find: 水井", "深井", "水井"),
    ("find: 水井, not: 枯", "find: 水井, not: [枯, 廢棄]", "廢棄", "水井枯"),
    ("find: 水井, with: 座", "find: 水井, with: [座, 口]", "口", "水井座"),
    ("find: 水井, except: [水井路]", "find: 水井, except: [水井路, 水井街]", "水井街", "水井路"),
    // Not only words: wherever the rule looks.
    ("find: 水井", "find: 水井, value: {kind: count}", "水井", "深井"),
    ("find: 水井", "find: 水井, with: 座", "水井", "座"),
  ])
  func onlyTheWordsThatChangedMatter(_ before: String, _ after: String, meant: String, other: String) throws {
    let watch = try watch("  - {id: x, \(before)}\n", "  - {id: x, \(after)}\n")
    #expect(concerns(watch, "本公司有\(meant)。") == true)
    #expect(concerns(watch, "本公司有\(other)。") == false)
  }

  @Test func aListsNewWordMattersWhereItStands() throws {
    let rule = "  - {id: x, find: 共有$well}\n"
    let watch = try watch(rule, rule, lists: ("  well: [水井]\n", "  well: [水井, 深井]\n"))
    #expect(concerns(watch, "共有深井。") == true)
    #expect(concerns(watch, "共有水井。") == false)
  }

  @Test func aRuleThatIsNewOrGoneMattersWhereItLooks() throws {
    let (one, two) = ("  - {id: x, find: 水井}\n", "  - {id: x, find: 水井}\n  - {id: z, items: [x], find: 深井}\n")
    for watch in [try watch(one, two), try watch(two, one)] {
      #expect(concerns(watch, "深井") == true)
      #expect(concerns(watch, "水井") == false)
    }
  }

  @Test func whereNoWordTellsNothingIsSaid() throws {
    // A rule that any number is asked of, another order, another level.
    #expect(try watch("  - {id: x, find: 水井}\n", "  - {id: x, find: [水井, '#share']}\n") == nil)
    let (first, second) = ("  - {id: x, find: 水井}\n", "  - {id: z, items: [x], find: 深井}\n")
    #expect(try watch(first + second, second + first) == nil)
  }

  @Test func whatOnlyAuthorsReadChangesNothing() throws {
    let watch = try watch("  - {id: x, find: 水井}\n", "\n\n  - {id: x, find: 水井, examples: {hits: [有水井。]}}\n")
    #expect(concerns(watch, "本公司有水井。") == false)
  }
}
