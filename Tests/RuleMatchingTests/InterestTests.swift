import ReportModel
import RuleBook
import Support
import Testing

@testable import RuleMatching

/// Only what a rule may find something in is made ready; what is found must be the same.
struct InterestTests {
  private static let rules = [
    "find: 供應商稽核#count(家)", "find: suppliers audited…#count(家)", "find: $audit…(12)#count(家)",
    "table: {label: 供應商稽核}\n    value: {kind: count}", "table: {label: waste water}\n    value: {kind: count}",
    "find: 水\n    undisclosed: 水量…未統計", "find: '/\\d+家/'", "find: '#share'",
    "nearby: {subject: [供應商, suppliers audited, waste water], reach: heading}\n    value: {kind: [count, share]}",
  ]

  private static let words = [
    "供應商", "稽核", "供應商\n稽核", "suppliers", "audited", "suppliers audited", "waste", "water", "waste water", "12家", "3%",
    "水量", "未統計",
    "2022年", "，", "。", " ", "其他", "無",
  ]

  private func text(_ dice: inout SeededRandom, _ most: Int) -> String {
    (0..<Int.random(in: 0...most, using: &dice)).map { _ in Self.words.randomElement(using: &dice) ?? "" }.joined()
  }

  private func report(_ dice: inout SeededRandom) -> ReportText {
    var sketch = ReportSketch()
    for _ in 0..<12 {
      switch Int.random(in: 0..<5, using: &dice) {
      case 0: sketch.heading(text(&dice, 3))
      case 1: sketch.add(.paragraph, text(&dice, 10))
      case 2: sketch.add(.caption, text(&dice, 3))
      default:
        let width = Int.random(in: 1...4, using: &dice)
        let rows = (0..<Int.random(in: 1...4, using: &dice)).map { _ in (0..<width).map { _ in text(&dice, 2) } }
        sketch.table(
          rows, headerRows: Int.random(in: 0...1, using: &dice), headerColumns: Int.random(in: 0...1, using: &dice))
      }
    }
    return sketch.text
  }

  @Test(arguments: rules.indices)
  func findsTheSameAsWhenEverythingIsLookedAt(_ number: Int) throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of reports: \(seed)")
    var dice = SeededRandom(state: seed)
    let bench = try RuleBench(
      "rules:\n  - id: x\n    level: any\n    negation: ignore\n    \(Self.rules[number])\n",
      lists: "  audit: [稽核, audited]\n")
    var found = 0
    for _ in 0..<300 {
      let report = report(&dice)
      func judged(_ extent: SearchText.Extent) -> [String] {
        let matcher = Matcher(report, book: bench.compiled, hints: DocumentHints(reportYear: 2022), extent)
        let search = RuleSearch(matcher)
        let statements = search.statements().map { matcher.text.string($0.hit.span) }
        let judgements = search.judgements() + NearbySearch(matcher: matcher).judgements(of: [0])
        return statements
          + judgements.map { "\(matcher.text.string($0.passage.range)) \($0.outcome)".withoutPlaces }
      }
      let asked = judged(.asked)
      #expect(asked == judged(.everything), "seed \(seed)")
      found += asked.count
    }
    #expect(found > 0)
  }
}

extension String {
  /// Where composed text stands depends on how much was composed.
  fileprivate var withoutPlaces: String { String(filter { !$0.isNumber }) }
}
