import ReportModel
import RuleBook

@testable import Scoring

/// A rubric written so that its arithmetic can be done by hand.
struct RubricSketch {
  /// By dimension, its sub-dimensions.
  var places: [(dimension: String, subDimensions: [String])] = [("d", ["a", "b"])]
  var items: [Item] = []
  var scoring = RubricSketch.deducting(floor: .subDimension)
  /// Items that no rule looks for.
  var withoutRule: Set<String> = []
  static let industries = ["makers", "traders", "lenders", "chips"]

  static func deducting(floor: ScoringRules.Floor) -> ScoringRules {
    ScoringRules(
      precedence: [.found, .unreadable, .statedNonDisclosure, .notFound],
      positive: ScoringRules.Shares(found: Figure(digits: 1)),
      negative: ScoringRules.Shares(found: Figure(digits: -1)), floor: floor, place: Place(file: "p/pack.yaml"))
  }

  /// `count` items of a place: `a+0`, `a+1` …, or `a-0` … for negative ones.
  mutating func add(
    _ count: Int, _ polarity: Item.Polarity, to place: String, points: String = "1", industries: [String] = [],
    activities: [String] = [], level: String = "disclosure"
  ) {
    let sign = polarity == .positive ? "+" : "-"
    let before = items.filter { $0.subDimension == place && $0.polarity == polarity }.count
    for number in before..<before + count {
      items.append(
        Item(
          id: "\(place)\(sign)\(number)", pack: "p", names: Phrase("N", "名"), subDimension: place, polarity: polarity,
          level: level, industries: industries, activities: activities,
          points: Figure(plain: points) ?? Figure(digits: 1), place: Place(file: "p/items.yaml")))
    }
  }

  var pack: Pack {
    let dimensions = places.map { dimension, subDimensions in
      Pack.Dimension(
        id: dimension, names: Phrase(dimension, dimension),
        subDimensions: subDimensions.map { Pack.SubDimension(id: $0, names: Phrase($0, $0)) })
    }
    return Pack(
      id: "p", names: Phrase("P", "包"),
      industries: Self.industries.map { Pack.Named(id: $0, names: Phrase($0, $0)) }, dimensions: dimensions,
      scoring: scoring, items: items, place: Place(file: "p/pack.yaml"))
  }

  /// A rule for each item, of the item's name.
  private var book: RuleBook {
    let rules = items.filter { !withoutRule.contains($0.id) }.map { item in
      var rule = Rule(id: item.id, pack: "p", place: Place(file: "p/r.yaml"))
      rule.items = [item.id]
      return rule
    }
    return RuleBook(packs: [pack], rules: rules)
  }

  func card(
    _ documents: [CompanyDocument], industry: String = "makers", activities: Set<String>? = nil,
    cases: CompanyCases = .none
  ) throws -> Scorecard {
    let company = CompanyProfile(
      industry: industry, activities: activities.map(CompanyProfile.Activities.known) ?? .unknown)
    return try Scorer(pack, in: book).score(company, documents: documents, cases: cases)
  }

  /// A document that says this, and nothing on all other items.
  func document(_ name: String = "a.pdf", _ said: [String: Said] = [:]) -> CompanyDocument {
    Said.document(name, items.map { ($0.id, said[$0.id] ?? .nothing) })
  }
}

/// What a document says on an item.
enum Said: CaseIterable {
  case number, words, denial, nothing, blankPage

  static func document(_ name: String, _ said: [(item: String, said: Said)]) -> CompanyDocument {
    CompanyDocument(
      name: name, pages: 9,
      findings: Findings(
        evidence: said.compactMap { $1.evidence(of: $0) }, items: said.map { $1.state(of: $0) }))
  }

  private func evidence(of item: String) -> Evidence? {
    guard self == .number || self == .words else { return nil }
    return Evidence(
      item: item, topics: [], rule: item, level: "", page: 3, quote: "quote of \(item)", quoteRanges: [], focus: [],
      value: self == .number ? Evidence.Value(plain: "7", unit: "家") : nil, score: self == .number ? 20 : 10)
  }

  private func state(of item: String) -> ItemState {
    switch self {
    case .number, .words: ItemState(item: item, state: .found, searched: [1, 2, 3])
    case .denial:
      ItemState(
        item: item, state: .statedNonDisclosure, searched: [1, 2, 3],
        statement: ItemState.Statement(page: 2, quote: "none of \(item)", ranges: []))
    case .nothing: ItemState(item: item, state: .notFound, searched: [1, 2, 3])
    case .blankPage: ItemState(item: item, state: .unreadable, searched: [1, 2], unreadable: [3])
    }
  }
}

extension Scorecard {
  func outcome(_ item: String) -> Outcome? {
    dimensions.flatMap(\.subDimensions).flatMap(\.items).first { $0.item.id == item }?.outcome
  }

  func subDimension(_ id: String) -> SubDimension? { dimensions.flatMap(\.subDimensions).first { $0.id == id } }
}

extension Score {
  /// `2/5 = 40.0`, `1–2/5 = 20.0–40.0`, `0/0`.
  var sketch: String {
    let (low, high) = (gained.lowerBound.figure.plain, gained.upperBound.figure.plain)
    let points = (low == high ? low : "\(low)–\(high)") + "/\(attainable.figure.plain)"
    switch rate {
    case .none: return points
    case .exact(let rate): return "\(points) = \(rate.percentText)"
    case .between(let low, let high): return "\(points) = \(low.percentText)–\(high.percentText)"
    }
  }
}
