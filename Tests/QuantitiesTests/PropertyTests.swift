import Quantities
import QuantityProperties
import ReportModel
import Support
import Testing

@Suite("Properties of random text")
struct PropertyTests {
  @Test("In place, in order, the same alone and side by side")
  func sound() {
    let seed = UInt64.random(in: 0...(.max))
    print("seed \(seed)")
    for step in 0..<3_000 {
      var generator = QuantityText(seed: seed &+ UInt64(step))
      let text = generator.text()
      let faults = QuantityProperties.faults(of: text)
      #expect(faults.isEmpty, "seed \(seed &+ UInt64(step))")
    }
  }

  static let units: [(name: String, canonical: String, power: Int)] = [
    ("家", "家", 0), ("仟元", "TWD", 3), ("億元", "TWD", 8), ("公噸CO2e", "tCO2e", 0), ("萬度", "kWh", 4), ("%", "%", 0),
    ("tCO2e/百萬元", "tCO2e/TWD", -6), ("百萬公升", "m3", 3), ("小時", "h", 0), ("人次", "人次", 0), ("MWh", "kWh", 3),
  ]

  @Test("A number written with separators and a unit is found again with its value", arguments: units)
  func roundTrip(_ unit: (name: String, canonical: String, power: Int)) {
    let seed = UInt64.random(in: 0...(.max))
    print("seed \(seed)")
    var random = SeededRandom(state: seed)
    let writer = QuantityText(seed: seed)
    for _ in 0..<500 {
      let whole = Int.random(in: 0...999_999_999, using: &random)
      let cents = Int.random(in: 0...99, using: &random)
      let comma = [",", "，", ""].randomElement(using: &random) ?? ","
      let space = Bool.random(using: &random) ? " " : ""
      let decimals = cents < 10 ? "0\(cents)" : "\(cents)"
      let text = "共" + writer.grouped(whole, with: comma) + ".\(decimals)" + space + unit.name + "。"
      let value = Figure(digits: Int64(whole * 100 + cents), exponent: -2)
      let found = findQuantities(in: Array(text.unicodeScalars))
      #expect(found.map(\.value) == [value], "\(text)")
      #expect(found.first?.unit == unit.name, "\(text)")
      #expect(found.first?.normalized == .init(value: value.scaled(by: unit.power), unit: unit.canonical), "\(text)")
    }
  }

  @Test(
    "Monotonous text takes linear time",
    arguments: ["1,", "1-", "1/", "1.", "一", "一億", "百分之", "5億6萬", "每1", "第1、", "約", "(1", "9"])
  func linear(_ piece: String) {
    // In a debug build: a quadratic reader would need minutes for this.
    let unit = Array(piece.unicodeScalars)
    let text = Array(repeatElement(unit, count: 100_000 / unit.count).joined())
    let time = ContinuousClock().measure { _ = findQuantities(in: text) }
    #expect(time < .seconds(20))
  }
}
