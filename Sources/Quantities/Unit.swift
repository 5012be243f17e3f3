import ReportModel

/// What a unit's name means: what it measures, and how many of the canonical unit one of it is, as a power of ten.
struct Unit: Sendable {
  var kind: Quantity.Kind
  var alternatives: [Quantity.Kind] = []
  var canonical: String
  var power = 0
  var use = Use.anywhere
  /// Scalars at the end of the name that show its meaning but belong to what follows: the 電 of 度電.
  var lookahead = 0

  /// Where a name is a unit.
  enum Use: Sendable {
    case anywhere
    /// After figures; 一度, 一時, 十分 are words.
    case figures
    /// After figures, and never in a header: a name too short to be told from a word.
    case number
    /// Directly behind figures: 1.5x, not the x of 3 x 4.
    case glued
    /// Never: a word that begins like a unit (人才, 家庭).
    case word
    /// Never, and the number before it is no quantity either: 7級, 3樓.
    case label
  }
}

/// A row of the unit tables: names of one meaning, separated by spaces.
///
/// In a name `_` is a space, and what stands after `|` is looked at only: 度|電.
struct UnitRow {
  var names: String
  var unit: Unit

  init(
    _ kind: Quantity.Kind, _ canonical: String, also alternatives: [Quantity.Kind] = [], use: Unit.Use = .anywhere,
    _ names: String
  ) {
    self.init(kind, canonical, 0, also: alternatives, use: use, names)
  }

  init(
    _ kind: Quantity.Kind, _ canonical: String, _ power: Int, also alternatives: [Quantity.Kind] = [],
    use: Unit.Use = .anywhere, _ names: String
  ) {
    self.names = names
    unit = Unit(kind: kind, alternatives: alternatives, canonical: canonical, power: power, use: use)
  }

  /// Each name with its own meaning.
  var entries: [(name: [UInt32], unit: Unit)] {
    names.tableWords.map { word in
      let bar: UInt32 = 0x7C
      var unit = unit
      if let place = word.firstIndex(of: bar) { unit.lookahead = word.count - place - 1 }
      return (word.filter { $0 != bar }, unit)
    }
  }
}
