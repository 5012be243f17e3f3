import Quantities
import ReportModel
import Support
import Testing

@testable import RuleMatching

/// Looked for here and there or all at once, the quantities are the same.
struct LazyQuantitiesTests {
  private static let lines = [
    "2023年用電12.5百萬度，較2022年減少3%。", "項目\t單位\t2023", "約", "5億6仟萬元", "第3章", "介於10至", "20公噸之間", "ISO", "14001", "-", "3.5%",
    "三分之", "一", "新臺幣", "100元", "自2021年1月1日至", "12月31日",
  ]

  @Test func stretchesGiveWhatTheWholeGives() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of lines: \(seed)")
    var dice = SeededRandom(state: seed)
    for _ in 0..<20 {
      let text = (0..<1500).compactMap { _ in Self.lines.randomElement(using: &dice) }.joined(separator: "\n")
      let scalars = Array(text.unicodeScalars)
      let whole = findQuantities(in: scalars)
      let lazy = LazyQuantities(scalars)
      for _ in 0..<200 {
        let start = Int.random(in: 0..<scalars.count, using: &dice)
        let range = start..<min(scalars.count, start + Int.random(in: 0..<6000, using: &dice))
        #expect(
          Array(lazy.within(range))
            == whole.filter { $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound })
      }
      #expect(lazy.all == whole)
    }
  }

  @Test func anEmptyTextHasNone() {
    #expect(LazyQuantities([]).all == [])
    #expect(LazyQuantities([]).within(0..<0).isEmpty)
  }
}
