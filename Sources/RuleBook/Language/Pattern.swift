import ReportModel

/// What a rule author writes on one line to say how something is said: words, lists, quantities and gaps in order.
///
/// `針對#count(家)$supplier…稽核` reads: 針對, then a number of 家, then a term of the list `supplier`, then, within
/// twenty characters of the same sentence, 稽核. Documentation for authors: Rules/README.md.
package struct Pattern: Sendable, Equatable {
  /// As written.
  package var source: String
  package var place: Place
  package var form: Form

  package enum Form: Sendable, Equatable {
    case sequence([Element])
    /// Between slashes: a regular expression, for what the rest cannot say.
    case regex(String)
  }

  package indirect enum Element: Sendable, Equatable {
    case literal(String)
    case list(String)
    case slot(Slot)
    /// What follows may stand up to so many characters further on in the same passage.
    case gap(Int)
    case choice([[Element]])
  }

  package init(source: String, place: Place, form: Form) {
    self.source = source
    self.place = place
    self.form = form
  }

  package static let ordinaryGap = 20
  /// More ways to say it than this, and the author should write several patterns.
  package static let mostWays = 256
}

/// A place in a pattern where something is read off.
package enum Slot: Sendable, Equatable {
  /// A quantity of this kind, in one of these units where any are named.
  case quantity(Quantity.Kind, units: [String])
  /// Any quantity but a year or date.
  case anyQuantity
  case year
  /// 無, 未發生, 零: the number nought, said in words.
  case none
  /// 皆, 全數: everything, said in words.
  case all
  /// A name in 《》 or 「」.
  case title
  /// Words parted by 、.
  case list

  /// Kinds by the name that an author writes after `#`.
  package static let names: [String: Slot] = {
    var names: [String: Slot] = [
      "any": .anyQuantity, "year": .year, "none": .none, "all": .all, "title": .title, "list": .list,
    ]
    for kind in Quantity.Kind.allCases where names[kind.rawValue] == nil {
      names[kind.rawValue] = .quantity(kind, units: [])
    }
    return names
  }()
}

extension Pattern {
  /// Every list that it names.
  package var lists: [String] {
    guard case .sequence(let elements) = form else { return [] }
    return elements.flatMap(\.lists)
  }

  /// Every slot in it.
  package var slots: [Slot] {
    guard case .sequence(let elements) = form else { return [] }
    return elements.flatMap(\.slots)
  }
}

extension Pattern.Element {
  /// How many sequences it stands for; words that are alternatives to each other are looked for as one.
  var ways: Int {
    guard case .choice(let branches) = self else { return 1 }
    let longer = branches.filter { branch in
      if branch.count == 1, case .literal = branch[0] { false } else { true }
    }
    let words = longer.count < branches.count ? 1 : 0
    return longer.reduce(words) { min(Pattern.mostWays + 1, $0 + $1.ways) }
  }

  var lists: [String] {
    switch self {
    case .list(let name): [name]
    case .choice(let branches): branches.flatMap { $0.flatMap(\.lists) }
    case .literal, .slot, .gap: []
    }
  }

  var slots: [Slot] {
    switch self {
    case .slot(let slot): [slot]
    case .choice(let branches): branches.flatMap { $0.flatMap(\.slots) }
    case .literal, .list, .gap: []
    }
  }
}

extension [Pattern.Element] {
  /// How many sequences it stands for, as far as they are looked for.
  var ways: Int { reduce(1) { Swift.min(Pattern.mostWays + 1, $0 * $1.ways) } }
}
