import ReportModel

/// All names of units, and what they mean.
package enum UnitTable {
  /// What a unit's name means, for whoever writes one in a rule; nil for a name that is no unit.
  package struct Meaning: Sendable, Equatable {
    /// The likeliest first; 公噸 is a mass, and may be emissions.
    package var kinds: [Quantity.Kind]
    /// The unit that `Quantity.normalized` is given in; empty where there is none.
    package var canonical: String
    /// One of the unit is 10^power of the canonical one.
    package var power: Int

    init(_ unit: Unit) {
      kinds = [unit.kind] + unit.alternatives
      canonical = unit.canonical
      power = unit.power
    }
  }

  /// Whether a unit that numbers are reckoned to is that of money.
  package static func isCurrency(_ unit: String) -> Bool { MoneyRows.currencies.contains { $0.code == unit } }

  /// "仟元" is money, TWD, 3; "tCO2e/百萬元" is an intensity, tCO2e/TWD, -6.
  package static func meaning(of name: String) -> Meaning? {
    let scalars = Array(name.unicodeScalars)
    let window = Window(scalars, 0..<scalars.count)
    if let phrase = window.unitPhrase(at: 0), phrase.end == scalars.count { return Meaning(phrase.unit) }
    // A unit only before certain words (起事故) is one all the same.
    return beforeWords.first { $0.name.elementsEqual(scalars.lazy.map(\.value)) }.map { Meaning($0.unit) }
  }

  private static let beforeWords: [(name: ArraySlice<UInt32>, unit: Unit)] = entries.compactMap { entry in
    guard entry.unit.lookahead > 0, entry.unit.use != .word, entry.unit.use != .label else { return nil }
    return (entry.name.dropLast(entry.unit.lookahead), entry.unit)
  }

  static let units: [Unit] = entries.map(\.unit)
  static let names = ScalarTrie(entries.map(\.name))

  private static let entries = (CounterRows.all + MeasureRows.all + MoneyRows.all).flatMap(\.entries)
}

/// A unit in the text: its name, what it is for (/人), and its meaning with all powers of ten in it.
struct UnitPhrase {
  /// From the scale word, if any, to the end.
  var range: Range<Int>
  var unit: Unit
  /// How many scalars behind the name say it again: (tCO2e) of 公噸二氧化碳當量(tCO2e).
  var echo = 0

  var end: Int { range.upperBound + echo }
}

extension Window {
  /// A single name at a place: the longest of the table.
  func unitName(at start: Int) -> UnitPhrase? {
    guard let (word, end) = UnitTable.names.longest(in: self, at: start) else { return nil }
    let unit = UnitTable.units[word]
    guard unit.use != .word, !isTally(unit, before: end) else { return nil }
    return UnitPhrase(range: start..<end - unit.lookahead, unit: unit)
  }

  /// 家數, 人數 name a count; they count nothing.
  private func isTally(_ unit: Unit, before end: Int) -> Bool {
    (unit.kind == .count || unit.kind == .persons) && value(end) == 0x6578
  }

  /// A unit that stands without a number: [currency] [scale] name [/ name].
  func unitPhrase(at start: Int) -> UnitPhrase? {
    guard var phrase = money(at: start) ?? scaledName(at: start) else { return nil }
    guard phrase.unit.use != .label else { return nil }
    extend(&phrase)
    return phrase
  }

  private func scaledName(at start: Int) -> UnitPhrase? {
    if let name = unitName(at: start) { return name }
    guard let scale = scale(at: start, isSpoken: false), var phrase = unitName(at: afterSpace(scale.range.upperBound))
    else { return nil }
    phrase.unit.power += scale.power
    phrase.range = start..<phrase.end
    return phrase
  }

  /// 新臺幣佰萬元, 百萬元, TWD MM, NT$ million: the parts of an amount's unit in their usual order.
  func money(at start: Int) -> UnitPhrase? {
    let sign = currencySign(at: start)
    let rest = sign.map { afterSpace($0.end) } ?? start
    if let scale = scale(at: rest, isSpoken: false), let name = unitName(at: afterSpace(scale.range.upperBound)),
      name.unit.kind == .money
    {
      return amount(start..<name.end, sign ?? name, power: scale.power + name.unit.power)
    }
    if let name = unitName(at: rest), name.unit.kind == .money, name.end > (sign?.end ?? 0) {
      return amount(start..<name.end, sign ?? name, power: name.unit.power)
    }
    guard let sign else { return nil }
    guard let scale = scale(at: rest, isSpoken: false) ?? moneyScale(at: rest) else { return sign }
    return amount(start..<scale.range.upperBound, sign, power: scale.power)
  }

  private func amount(_ range: Range<Int>, _ name: UnitPhrase, power: Int) -> UnitPhrase {
    var unit = name.unit
    unit.power = power
    return UnitPhrase(range: range, unit: unit)
  }

  /// A currency as it stands before a number or a scale.
  private func currencySign(at start: Int) -> UnitPhrase? {
    guard let (word, end) = Self.currencySigns.longest(in: self, at: start) else { return nil }
    return UnitPhrase(range: start..<end, unit: Unit(kind: .money, canonical: Self.currencyCodes[word]))
  }

  private static let currencyNames = MoneyRows.currencies.flatMap { code, names in
    names.tableWords.map { (name: $0, code: code) }
  }
  private static let currencySigns = ScalarTrie(currencyNames.map(\.name))
  private static let currencyCodes = currencyNames.map(\.code)
}
