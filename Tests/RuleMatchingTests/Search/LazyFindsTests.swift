import Quantities
import ReportModel
import Support
import Testing

@testable import RuleMatching

/// Looked for here and there or all at once, quantities and literals are the same.
struct LazyFindsTests {
  private static let lines = [
    "2023年用電12.5百萬度，較2022年減少3%。", "項目\t單位\t2023", "約", "5億6仟萬元", "第3章", "介於10至", "20公噸之間", "ISO", "14001", "-", "3.5%",
    "三分之", "一", "新臺幣", "100元", "自2021年1月1日至", "12月31日",
  ]
  private static let search = LiteralSearch(["用電", "單位", "至", "ISO", "年用", "用電12.5", "元"].map { Literal($0) })

  @Test func stretchesGiveWhatTheWholeGives() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of lines: \(seed)")
    var dice = SeededRandom(state: seed)
    for _ in 0..<20 {
      let text = (0..<1500).compactMap { _ in Self.lines.randomElement(using: &dice) }.joined(separator: "\n")
      let scalars = Array(text.unicodeScalars)
      check(scalars, findQuantities(in: scalars), &dice) { findQuantities(in: scalars, range: $0) }
      check(scalars, Self.search.hits(in: scalars), &dice) { Self.search.hits(in: scalars, range: $0) }
    }
  }

  private func check<Find: InText & Equatable>(
    _ scalars: [Unicode.Scalar], _ whole: [Find], _ dice: inout SeededRandom, find: @escaping (Range<Int>) -> [Find]
  ) {
    let lazy = LazyFinds(in: scalars, find: find)
    #expect(!whole.isEmpty)
    for _ in 0..<200 {
      let start = Int.random(in: 0..<scalars.count, using: &dice)
      let range = start..<min(scalars.count, start + Int.random(in: 0..<6000, using: &dice))
      let starting = whole.filter { range.contains($0.range.lowerBound) }
      #expect(Array(lazy.starting(in: range)) == starting)
      #expect(Array(lazy.within(range)) == starting.filter { $0.range.upperBound <= range.upperBound })
    }
    #expect(lazy.all == whole)
  }

  @Test func anEmptyTextHasNone() {
    let none = LazyFinds(in: []) { findQuantities(in: [], range: $0) }
    #expect(none.all == [])
    #expect(none.within(0..<0).isEmpty)
  }
}
