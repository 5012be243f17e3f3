/// A number that the text states, with its unit: as printed, and as meant.
package struct Quantity: Sendable, Equatable {
  /// The number and its unit in the text; words that qualify it (約, 以上) are outside.
  package var range: Range<Int>
  /// The number alone.
  package var number: Range<Int>
  package var kind: Kind
  /// What else it may be, where the text alone does not tell: 度 is energy or an angle, 噸 mass or emissions.
  package var alternatives: [Kind]
  /// As printed: separators gone, number words converted (四 is 4, 九成 is 90, 5億6仟萬 is 5.6).
  package var value: Figure
  /// The upper end of a range.
  package var valueHigh: Figure?
  /// As printed, after folding: "仟元", "公噸CO2e", "%"; empty for a bare number.
  package var unit: String
  /// In the canonical unit of its kind; nil where there is none.
  package var normalized: Normalized?
  package var qualifier: Qualifier?
  /// Whether the value was said in words that are no plain numeral: 九成, 三分之一, 過半.
  package var isInferred: Bool

  /// What a number measures.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case share, count, persons, money, energy, power, mass, volume, emissions, intensity, hours, area, length
    case temperature, multiple, score, date, year
    /// A number without a unit of its own; a table's headers may give it one.
    case number

    /// Whether a quantity of the other kind is meant too where one of this kind is: people are counted.
    package func takes(_ other: Kind) -> Bool { self == other || (self == .count && other == .persons) }
  }

  package struct Normalized: Sendable, Equatable {
    package var value: Figure
    package var valueHigh: Figure?
    /// "%", "TWD", "kWh", "tCO2e", "m3", "kg", "h", "人", … ; of an intensity "tCO2e/TWD".
    package var unit: String

    package init(value: Figure, valueHigh: Figure? = nil, unit: String) {
      self.value = value
      self.valueHigh = valueHigh
      self.unit = unit
    }
  }

  /// How the text limits the number.
  package enum Qualifier: String, Sendable, Codable, CaseIterable {
    case atLeast = "at-least"
    case moreThan = "more-than"
    case atMost = "at-most"
    case lessThan = "less-than"
    case about
    /// 近: a little less.
    case nearly
    /// 皆, 全數: said of everything.
    case all
  }

  package init(
    range: Range<Int>, number: Range<Int>, kind: Kind, alternatives: [Kind] = [], value: Figure,
    valueHigh: Figure? = nil, unit: String = "", normalized: Normalized? = nil, qualifier: Qualifier? = nil,
    isInferred: Bool = false
  ) {
    self.range = range
    self.number = number
    self.kind = kind
    self.alternatives = alternatives
    self.value = value
    self.valueHigh = valueHigh
    self.unit = unit
    self.normalized = normalized
    self.qualifier = qualifier
    self.isInferred = isInferred
  }
}
