import ReportModel
import RuleBook

/// What a scorecard comes to, item by item, without what it rests on: small enough to be kept for every company. Its
/// sums are made of the items as those of the card are, and cannot be set.
package struct CardOutline: Sendable, Equatable {
  package let company: CompanyProfile
  package let dimensions: [Dimension]
  package let score: Score

  package struct Dimension: Sendable, Equatable {
    package let id: String
    package let subDimensions: [SubDimension]
    package let score: Score
  }

  package struct SubDimension: Sendable, Equatable {
    package let id: String
    /// In the order of the rubric.
    package let items: [Item]
    package let score: Score
  }

  package struct Item: Sendable, Equatable {
    package let id: String
    package let standing: ItemStanding
  }

  package init(_ card: Scorecard, floor: ScoringRules.Floor) {
    self.init(
      company: card.company,
      places: card.dimensions.map { dimension in
        (
          dimension.id,
          dimension.subDimensions.map { place in
            (place.id, place.items.map { Item(id: $0.item.id, standing: $0.standing) })
          }
        )
      }, floor: floor)
  }

  /// A pack's items by their places, told once for all cards.
  package struct Shape: Sendable {
    fileprivate let places: [(String, [(String, [String])])]

    package init(_ pack: Pack) {
      let items = Dictionary(grouping: pack.items, by: \.subDimension)
      places = pack.dimensions.map { dimension in
        (dimension.id, dimension.subDimensions.map { ($0.id, (items[$0.id] ?? []).map(\.id)) })
      }
    }
  }

  /// - Parameter standings: one for each item of the pack, in the order of its sub-dimensions; nil where these are not
  ///   as many.
  package init?(_ shape: Shape, company: CompanyProfile, standings: [ItemStanding], floor: ScoringRules.Floor) {
    var next = 0
    var places: [(String, [(String, [Item])])] = []
    for (dimension, own) in shape.places {
      var filled: [(String, [Item])] = []
      for (place, asked) in own {
        guard standings.count - next >= asked.count else { return nil }
        filled.append((place, asked.indices.map { Item(id: asked[$0], standing: standings[next + $0]) }))
        next += asked.count
      }
      places.append((dimension, filled))
    }
    guard next == standings.count else { return nil }
    self.init(company: company, places: places, floor: floor)
  }

  private init(
    company: CompanyProfile, places: [(String, [(String, [Item])])], floor: ScoringRules.Floor
  ) {
    self.company = company
    dimensions = places.map { id, places in
      let own = places.map { id, items in
        SubDimension(
          id: id, items: items,
          score: Score(sumOf: items.map { Score(of: $0.standing) }, isFloored: floor == .subDimension))
      }
      return Dimension(
        id: id, subDimensions: own, score: Score(sumOf: own.map(\.score), isFloored: floor == .dimension))
    }
    score = Score(sumOf: dimensions.map(\.score), isFloored: floor == .total)
  }

  /// All of them, in the order of the rubric.
  package var items: [Item] { dimensions.flatMap(\.subDimensions).flatMap(\.items) }
}

/// What an item comes to.
package struct ItemStanding: Sendable, Hashable {
  package let kind: Outcome.Kind
  package let points: PointRange
  package let attainable: Points
  package let review: ItemReview

  package init(kind: Outcome.Kind, points: PointRange, attainable: Points, review: ItemReview) {
    self.kind = kind
    self.points = points
    self.attainable = attainable
    self.review = review
  }
}
