import ReportModel
import RuleBook

/// A pack made ready to score any number of companies.
package struct Scorer: Sendable {
  private let pack: Pack
  private let rules: ScoringRules
  private let worth: [String: ItemWorth]
  /// By sub-dimension, in the order of the rubric.
  private let items: [String: [Item]]
  /// By industry and item, the ids of the rules that look for it: told once for all companies of an industry.
  private let askedBy: [String: [String: [String]]]
  private let ownRules: [Rule]

  /// Why a pack cannot score.
  package enum Refusal: Error, Sendable, Equatable {
    case noScoring
    /// An item whose points are no points of a rubric; `rules lint` finds it too.
    case points(item: String)
  }

  package init(_ pack: Pack, in book: RuleBook) throws(Refusal) {
    guard let rules = pack.scoring else { throw .noScoring }
    self.pack = pack
    self.rules = rules
    var worth: [String: ItemWorth] = [:]
    for item in pack.items {
      guard let own = ItemWorth(item, rules) else { throw .points(item: item.id) }
      worth[item.id] = own
    }
    self.worth = worth
    items = Dictionary(grouping: pack.items, by: \.subDimension)
    let ownRules = book.rules.filter { $0.pack == pack.id }
    self.ownRules = ownRules
    askedBy = Dictionary(
      pack.industries.map { ($0.id, Self.asking(ownRules, of: $0.id)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func asking(_ rules: [Rule], of industry: String) -> [String: [String]] {
    rules.reduce(into: [:]) { found, rule in
      guard rule.applies(to: industry) else { return }
      for item in rule.items { found[item, default: []].append(rule.id) }
    }
  }

  /// The same for the same documents in any order. What they tell of `cases` lowers nothing here.
  package func score(
    _ company: CompanyProfile, documents: [CompanyDocument], cases: CompanyCases = .none,
    supposing: [String: Suppositions.OfItem] = [:]
  ) -> Scorecard {
    let documents = documents.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) }
    let answers = documents.map { DocumentAnswers($0, deductions: rules.deductions, cases: cases) }
    let asking = askedBy[company.industry] ?? Self.asking(ownRules, of: company.industry)
    let dimensions = pack.dimensions.map { dimension in
      let places = dimension.subDimensions.map { place in
        let own = (items[place.id] ?? []).compactMap {
          scored($0, of: company, answers, asked: asking[$0.id] ?? [], supposing[$0.id])
        }
        return Scorecard.SubDimension(place, own, floor: rules.floor)
      }
      return Scorecard.Dimension(dimension, places, floor: rules.floor)
    }
    return Scorecard(pack, company: company, documents: documents, dimensions: dimensions, floor: rules.floor)
  }

  private func scored(
    _ item: Item, of company: CompanyProfile, _ documents: [DocumentAnswers], asked: [String],
    _ supposition: Suppositions.OfItem?
  ) -> ScoredItem? {
    guard let worth = worth[item.id] else { return nil }
    if let exemption = exemption(of: item, company) {
      return ScoredItem(
        item: item, outcome: .notApplicable(exemption), answers: [], attainable: .zero, inLedger: [],
        review: .nothingFound)
    }
    let answers = documents.enumerated().map { number, document in
      Sourced(document.answer(to: item, rules: asked), document: number)
    }
    let outcome =
      supposition.map { worth.outcome(of: item, $0) }
      ?? MergedAnswer(answers, precedence: rules.precedence).outcome(of: item, worth)
    let inLedger = documents.enumerated().flatMap { number, document in
      document.inLedger(item).map { Sourced($0, document: number) }
    }
    return ScoredItem(
      item: item, outcome: outcome, answers: answers, attainable: worth.attainable, inLedger: inLedger,
      review: documents.map { $0.review(of: item) }.max() ?? .nothingFound)
  }

  private func exemption(of item: Item, _ company: CompanyProfile) -> Outcome.Exemption? {
    guard item.applies(to: company.industry) else { return .industry }
    switch company.activities {
    case .unknown: return nil
    case .known(let activities):
      let missing = item.missing(from: activities)
      return missing.isEmpty ? nil : .activities(missing)
    }
  }
}

/// What each answer to an item is worth.
struct ItemWorth: Sendable {
  let found: Points
  let foundInWords: Points
  let stated: Points
  let attainable: Points

  init?(_ item: Item, _ rules: ScoringRules) {
    let isPositive = item.polarity == .positive
    let shares = isPositive ? rules.positive : rules.negative
    let part = rules.inWords.first { $0.level == item.level }?.share ?? Figure(digits: 1)
    guard let found = Points(item.points, share: shares.found),
      let foundInWords = Points(found.figure, share: part),
      let stated = Points(item.points, share: shares.statedNonDisclosure),
      let whole = Points(item.points), whole > .zero
    else { return nil }
    self.found = found
    self.foundInWords = foundInWords
    self.stated = stated
    attainable = isPositive ? whole : .zero
  }

  /// All that an answer may turn out to be worth.
  var range: PointRange {
    let all = [Points.zero, found, foundInWords, stated]
    return all.reduce(.zero) { min($0.lowerBound, $1)...max($0.upperBound, $1) }
  }
}
