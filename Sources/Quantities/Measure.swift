import ReportModel

/// A number with what is printed behind it: powers of ten and a unit.
struct Measure {
  var number: Range<Int>
  var end: Int
  var value: Figure
  var high: Figure?
  /// The power of ten of the first scale word; the value counts in it.
  var scale = 0
  /// The power of its last part; the next must be lower.
  var lastPower = 0
  /// The first scale word; 5億6仟萬元 is 5.6 of 億元.
  var scaleRange: Range<Int>?
  var unit: Unit?
  var nameRange: Range<Int>?
  /// 500多件: more than the number.
  var isLoose = false
  let isSpoken: Bool

  init(_ numeral: Numeral) {
    number = numeral.range
    end = numeral.end
    value = numeral.value
    high = numeral.high
    isSpoken = numeral.isSpoken
  }

  var isBare: Bool { unit == nil && scaleRange == nil }

  /// One of the printed unit is 10^power of the canonical one.
  var power: Int { scale + (unit?.power ?? 0) }
}

extension Window {
  /// The number with its scale words and unit, as far as they stand there.
  func measure(_ numeral: Numeral) -> Measure {
    var measure = Measure(numeral)
    takeLoose(&measure)
    let place = afterSpace(measure.end)
    // 2020起 is a year from which on, not so many cases.
    guard !numeral.isYearLike || value(place) != Self.since else { return Measure(numeral) }
    if let name = unitName(at: place), name.unit.use != .glued || place == numeral.end {
      take(name, &measure)
    } else if let scale = scale(at: place, isSpoken: numeral.isSpoken) {
      take(scale, &measure)
    }
    if measure.isBare { drop(&measure, numeral) }
    return measure
  }

  private static let since: UInt32 = 0x8D77

  /// 多 without a unit after it belongs to the next word: 許多, 多元.
  private func drop(_ measure: inout Measure, _ numeral: Numeral) {
    measure.isLoose = false
    measure.end = numeral.end
  }

  private func takeLoose(_ measure: inout Measure) {
    let place = afterSpace(measure.end)
    guard Tails.isLoose(value(place)), !isManifold(place) else { return }
    measure.isLoose = true
    measure.end = place + 1
  }

  /// 多元化, 多元文化: no amount of money.
  private func isManifold(_ place: Int) -> Bool {
    has("多元", at: place) && value(place + 2) > 0x4E00 && value(place + 2) < 0xA000
  }

  private func take(_ name: UnitPhrase, _ measure: inout Measure) {
    var phrase = name
    if phrase.unit.kind == .money, let scale = moneyScale(at: afterSpace(phrase.end)) {
      phrase.unit.power += scale.power
      phrase.range = phrase.range.lowerBound..<scale.range.upperBound
    }
    if phrase.unit.use != .label { extend(&phrase) }
    measure.unit = phrase.unit
    measure.nameRange = phrase.range
    measure.end = phrase.end
  }

  private func take(_ scale: Scale, _ measure: inout Measure) {
    measure.scale = scale.power
    measure.lastPower = scale.power
    measure.scaleRange = scale.range
    measure.end = scale.range.upperBound
    while takeTerm(&measure) {}
    takeLoose(&measure)
    if let name = unitName(at: afterSpace(measure.end)) { take(name, &measure) }
  }

  /// A further part of the number, of a lower power: 6仟萬 after 5億.
  private func takeTerm(_ measure: inout Measure) -> Bool {
    let place = afterSpace(measure.end)
    guard let numeral = anyNumber(at: place), numeral.isSound, numeral.high == nil else { return false }
    let scale = scale(at: afterSpace(numeral.end), isSpoken: numeral.isSpoken)
    let power = scale?.power ?? 0
    let last = measure.lastPower
    guard power < last, scale != nil || endsNumber(numeral, glued: place == measure.end),
      numeral.value.isLess(than: Figure(digits: 1, exponent: last - power)),
      let sum = measure.value.plus(numeral.value.scaled(by: power - measure.scale))
    else { return false }
    measure.value = sum
    measure.lastPower = power
    measure.end = scale?.range.upperBound ?? numeral.end
    measure.number = measure.number.lowerBound..<measure.end
    return true
  }

  /// 三萬五千人: the last part has no scale word, but a unit.
  private func endsNumber(_ numeral: Numeral, glued: Bool) -> Bool {
    guard glued, let name = unitName(at: numeral.end) else { return false }
    return [.money, .count, .persons].contains(name.unit.kind) && name.unit.canonical != "年"
  }

  /// A number in figures or in Chinese numerals.
  func anyNumber(at place: Int) -> Numeral? {
    digit(place) != nil ? figures(at: place) : spokenNumber(at: place)
  }
}
