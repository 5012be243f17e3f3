import Foundation
import ReportModel
import RuleBook
import Support
import Testing

@testable import RuleMatching

@Suite("Any rules over any report")
struct WholeReportTests {
  // MARK: The same again

  private static let rules = [
    "demo/rules/a.yaml":
      "rules:\n  - {id: x, find: '水井#count', value: {kind: count}}\n  - {id: y, items: [x], find: 水井, value: {kind: count}}\n",
    "demo/rules/b.yaml": "rules:\n  - {id: z, table: {label: 水井}, value: {kind: count}, undisclosed: 水井…未統計}\n",
    "demo/rules/c.yaml": "rules:\n  - {id: v, find: '/水井(?<value>\\d+)座/', with: $well}\n",
    "vocabulary/w.yaml": "lists: {well: [水井, 深井]}\n",
  ]

  private func compiled(_ files: [(String, String)]) -> CompiledBook {
    CompiledBook(readRuleBook(files.map { RuleBook.Source(path: $0.0, bytes: Array($0.1.utf8)) }).book)
  }

  private func report() -> ReportText {
    var sketch = ReportSketch()
    sketch.heading("水")
    sketch.add(.paragraph, "2022年有水井3座，2021年有水井4座。水井未統計。")
    sketch.table([["項目", "2021年", "2022年"], ["水井（座）", "4", "3"]])
    return sketch.text
  }

  @Test func theSameReportAndRulesGiveTheSameFindings() throws {
    let bench = try RuleBench(find: "$well", more: "value: {kind: count}", lists: "  well: [水井, 深井]\n")
    let first = bench.read(report()).findings
    for _ in 0..<3 { #expect(bench.read(report()).findings == first) }
    #expect(!first.evidence.isEmpty)
  }

  @Test func theOrderInWhichFilesAreReadDoesNotCount() throws {
    let pack = """
      id: demo
      names: D
      levels: {fact: {names: F, tense: fact}}
      dimensions: [{id: d, names: D, sub-dimensions: {rules: {names: R}}}]
      """
    let items =
      "items:\n" + ["x", "z", "v"].map { "  - {id: \($0), names: n, sub-dimension: rules, level: fact}\n" }.joined()
    var files = Array(Self.rules) + [("demo/pack.yaml", pack), ("demo/items.yaml", items)]
    let first = match(report(), against: compiled(files.map { ($0.0, $0.1) }))
    #expect(Set(first.evidence.map(\.item)) == ["x", "z", "v"])
    var random = SeededRandom(state: 7)
    for _ in 0..<8 {
      files.shuffle(using: &random)
      #expect(match(report(), against: compiled(files.map { ($0.0, $0.1) })) == first)
    }
  }

  // MARK: Patterns that cost too much

  @Test func aRegularExpressionThatRunsAwayIsGivenUpAndSaidSo() throws {
    let rules = "rules:\n  - {id: x, level: any, find: '/(a+)+b/'}\n  - {id: y, level: any, find: 水井}\n"
    let book = readRuleBook([
      RuleBook.Source(
        path: "demo/pack.yaml",
        bytes: Array(
          "id: demo\nnames: D\nlevels: {any: {names: A}}\ndimensions: [{id: d, names: D, sub-dimensions: {all: {names: A}}}]\n"
            .utf8)),
      RuleBook.Source(
        path: "demo/items.yaml",
        bytes: Array(
          "items: [{id: x, names: x, sub-dimension: all, level: any}, {id: y, names: y, sub-dimension: all, level: any}]\n"
            .utf8)),
      RuleBook.Source(path: "demo/r.yaml", bytes: Array(rules.utf8)),
    ])
    #expect(book.findings.contains { $0.code == .runawayPattern })
    var sketch = ReportSketch()
    for _ in 0..<20 { sketch.add(.paragraph, String(repeating: "a", count: 4_000) + "!b") }
    sketch.nextPage()
    sketch.add(.paragraph, "有水井。")
    let compiled = CompiledBook(book.book)
    let without = CompiledBook(book.book).only(rule: 1)
    let clock = ContinuousClock()
    let report = sketch.text
    let usual = clock.measure { _ = match(report, against: without) }
    var findings = Findings()
    let time = clock.measure { findings = match(report, against: compiled) }
    #expect(findings.abandoned == [Findings.Abandoned(rule: "x", page: 1)])
    #expect(findings.evidence.map(\.item) == ["y"])
    #expect(time - usual < .milliseconds(100), "\(time) against \(usual)")
  }

  // MARK: Random rules over random text

  private static let words = [
    "水", "井", "水井", "稽核", "供應商", "目標", "未", "無", "皆", "較", "2021年", "3座", "5%", "12公噸", "、", "，", "。", "《", "》", "「",
    "」", "（", "）", "2025年", "去年", "，", "a", "ab ", " ",
  ]

  private func text(_ random: inout SeededRandom, _ length: Int) -> String {
    (0..<Int.random(in: 0...length, using: &random)).map { _ in Self.words.randomElement(using: &random) ?? "" }
      .joined()
  }

  private func report(_ random: inout SeededRandom) -> ReportText {
    var sketch = ReportSketch()
    let roles = BlockRole.allCases.filter { $0 != .table && $0 != .heading }
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: sketch.heading(text(&random, 4), level: Int.random(in: 1...3, using: &random))
      case 1:
        let width = Int.random(in: 1...4, using: &random)
        let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in (0..<width).map { _ in text(&random, 3) } }
        sketch.table(
          rows, role: Bool.random(using: &random) ? .table : .figureText,
          headerRows: Int.random(in: 0...rows.count, using: &random),
          headerColumns: Int.random(in: 0...width, using: &random))
      case 2: sketch.add(.paragraph, [text(&random, 12), text(&random, 12)])
      case 3: sketch.nextPage()
      default: sketch.add(roles.randomElement(using: &random) ?? .paragraph, text(&random, 30))
      }
    }
    return sketch.text
  }

  private func pattern(_ random: inout SeededRandom) -> String {
    let parts = [
      "水井", "水", "$s", "#count", "#share", "#any", "#year", "#none", "#all", "#title", "#list", "(井|)", "(稽核|(水|井)|)",
      "供應商",
    ]
    var pattern = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let part = parts.randomElement(using: &random) ?? ""
      // Brackets right behind a kind of quantity are its units.
      let isUnit = part.hasPrefix("(") && pattern.last.map { $0.isASCII && $0.isLetter } == true
      if !pattern.isEmpty, isUnit || Bool.random(using: &random) {
        pattern += "…(\(Int.random(in: 1...30, using: &random)))"
      }
      pattern += part
    }
    return Int.random(in: 0..<8, using: &random) == 0 ? #"/水.{0,5}(?<value>\d+)?(?<name>井)?/"# : pattern
  }

  private func condition(_ random: inout SeededRandom, depth: Int = 0) -> String {
    let quoted = { (pattern: String) in "'\(pattern)'" }
    guard depth < 2 else { return quoted(pattern(&random)) }
    func two() -> String { condition(&random, depth: depth + 1) + ", " + condition(&random, depth: depth + 1) }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "[\(two())]"
    case 1: return "{all: [\(two())]}"
    case 2: return "{near: [\(two())], within: 12}"
    case 3: return "{all: [\(condition(&random, depth: 2)), {not: \(condition(&random, depth: 2))}]}"
    case 4:
      let scope = Scope.allCases.randomElement(using: &random) ?? .sentence
      return
        "{all: [\(condition(&random, depth: 2)), {all: \(condition(&random, depth: 2)), within: \(scope.rawValue)}]}"
    default: return quoted(pattern(&random))
    }
  }

  private func rule(_ random: inout SeededRandom) -> String {
    var keys = ["level: \(["fact", "goal", "any"].randomElement(using: &random) ?? "any")"]
    if Int.random(in: 0..<4, using: &random) > 0 { keys.append("find: \(condition(&random))") }
    if keys.count == 1 || Bool.random(using: &random) {
      keys.append("table: {label: \(condition(&random)), across: \(condition(&random, depth: 2))}")
    }
    for key in ["with", "not", "under", "undisclosed"] where Int.random(in: 0..<5, using: &random) == 0 {
      keys.append("\(key): \(condition(&random))")
    }
    if Bool.random(using: &random) {
      keys.append("value: {kind: [count, share], required: \(Bool.random(using: &random))}")
    }
    if Int.random(in: 0..<4, using: &random) == 0 { keys.append("year: '水…#year'") }
    if Bool.random(using: &random) { keys.append("roles: [body, table, figure, caption, pointer]") }
    keys.append("negation: \(["refuse", "ignore", "answer"].randomElement(using: &random) ?? "ignore")")
    return keys.joined(separator: ", ")
  }

  private static let seed =
    UInt64(ProcessInfo.processInfo.environment["SEED"] ?? "") ?? UInt64.random(in: 0...UInt64.max)

  @Test func evidenceLiesWithinTheReport() throws {
    print("SEED=\(Self.seed)")
    var random = SeededRandom(state: Self.seed)
    var found = 0
    for _ in 0..<25 {
      let rules = "rules:\n" + (0..<4).map { "  - {id: r\($0), \(rule(&random))}\n" }.joined()
      let bench = try RuleBench(rules, lists: "  s: {terms: [水, 水井, 供應商], except: [水井稽核]}\n")
      for _ in 0..<8 {
        let report = report(&random)
        let reading = bench.read(report, year: Bool.random(using: &random) ? 2022 : nil)
        found += reading.evidence.count
        check(reading)
        for item in bench.book.items {
          _ = explain(item: item.id, in: report, against: bench.compiled, hints: DocumentHints(), pages: { _ in true })
        }
      }
    }
    #expect(found > 5, "too few finds to tell anything")
  }

  private func check(_ reading: Reading) {
    let pages = Set(reading.report.pages.map(\.number))
    let text = 0..<reading.report.text.count
    for evidence in reading.evidence {
      #expect(pages.contains(evidence.page), "SEED=\(Self.seed)")
      #expect(
        evidence.alsoOn.allSatisfy(pages.contains) && !evidence.alsoOn.contains(evidence.page), "SEED=\(Self.seed)")
      for range in evidence.focus + evidence.quoteRanges {
        #expect(text.lowerBound <= range.lowerBound && range.upperBound <= text.upperBound, "SEED=\(Self.seed)")
      }
      #expect(!evidence.quote.isEmpty && evidence.year.count % 4 == 0, "SEED=\(Self.seed)")
    }
    for state in reading.findings.items {
      #expect(Set(state.searched + state.unreadable + state.pointers).isSubset(of: pages), "SEED=\(Self.seed)")
      #expect((state.state == .found) == reading.evidence.contains { $0.item == state.item }, "SEED=\(Self.seed)")
    }
  }

  @Test func eitherOfTwoFindsWhatEachFinds() throws {
    print("SEED=\(Self.seed)")
    var random = SeededRandom(state: Self.seed)
    for _ in 0..<40 {
      let (a, b) = (pattern(&random), pattern(&random))
      func bench(_ find: String) throws -> RuleBench {
        try RuleBench("rules: [{id: x, level: any, negation: ignore, find: \(find)}]", lists: "  s: [水, 水井, 供應商]\n")
      }
      let benches = try (bench("'\(a)'"), bench("'\(b)'"), bench("['\(a)', '\(b)']"))
      let text = sentence(&random)
      func places(_ bench: RuleBench) -> Set<[Range<Int>]> { Set(judged(bench, text)) }
      #expect(
        places(benches.2) == places(benches.0).union(places(benches.1)), "\(a) or \(b) in \(text); SEED=\(Self.seed)")
    }
  }

  private func sentence(_ random: inout SeededRandom) -> String { text(&random, 60) }

  /// What is found before like statements are made one.
  private func judged(_ bench: RuleBench, _ text: String) -> [[Range<Int>]] {
    var sketch = ReportSketch()
    sketch.add(.paragraph, text)
    let matcher = Matcher(sketch.text, book: bench.compiled, hints: DocumentHints(reportYear: 2022))
    return RuleSearch(matcher).judgements().compactMap { judgement in
      guard case .evidence(let draft) = judgement.outcome else { return nil }
      return draft.hit.pieces
    }
  }
}
