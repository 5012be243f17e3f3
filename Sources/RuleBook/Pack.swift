import ReportModel

/// A rubric: its dimensions, the levels that its items ask for, its industries, and its items.
package struct Pack: Sendable, Equatable {
  package var id: String
  package var names: Phrase
  package var notes: Phrase
  package var industries: [Named]
  package var activities: [Named]
  package var levels: [Level]
  package var dimensions: [Dimension]
  /// Names that rules may carry beyond the topics of their items.
  package var topics: [String]
  /// Without them nothing is scored.
  package var scoring: ScoringRules?
  /// Without them there are no events, lists or rounds.
  package var rating: RatingRules?
  package var items: [Item]
  /// Where its rules have proved themselves; nil where nobody has counted.
  package var coverage: Coverage?
  package var place: Place

  /// Something with an id and a name.
  package struct Named: Sendable, Equatable {
    package var id: String
    package var names: Phrase

    package init(id: String, names: Phrase) {
      self.id = id
      self.names = names
    }
  }

  package struct Dimension: Sendable, Equatable {
    package var id: String
    package var names: Phrase
    package var subDimensions: [SubDimension]

    package init(id: String, names: Phrase, subDimensions: [SubDimension]) {
      self.id = id
      self.names = names
      self.subDimensions = subDimensions
    }
  }

  package struct SubDimension: Sendable, Equatable {
    package var id: String
    package var names: Phrase
    /// How many items the rater has published, where it has.
    package var published: Published?

    package init(id: String, names: Phrase, published: Published? = nil) {
      self.id = id
      self.names = names
      self.published = published
    }
  }

  /// A rater's own count of a sub-dimension's items, for companies of one industry.
  package struct Published: Sendable, Equatable {
    package var industry: String
    package var positive: Int
    package var negative: Int

    package init(industry: String, positive: Int, negative: Int) {
      self.industry = industry
      self.positive = positive
      self.negative = negative
    }
  }

  /// What kind of statement an item asks for (題項屬性), and what tense a sentence of that kind is in.
  package struct Level: Sendable, Equatable {
    package var id: String
    package var names: Phrase
    package var tense: Tense

    package init(id: String, names: Phrase, tense: Tense) {
      self.id = id
      self.names = names
      self.tense = tense
    }
  }

  /// Whether a statement is about what is, or what is meant to be. A goal is no achievement.
  package enum Tense: String, Sendable, CaseIterable {
    case fact, goal, any
    /// What may come, by scenarios: a value without a year of its own is of the year that the scenario is told for.
    case outlook
  }

  package init(
    id: String, names: Phrase, notes: Phrase = Phrase("", ""), industries: [Named] = [], activities: [Named] = [],
    levels: [Level] = [], dimensions: [Dimension] = [], topics: [String] = [], scoring: ScoringRules? = nil,
    rating: RatingRules? = nil, items: [Item] = [],
    place: Place
  ) {
    self.id = id
    self.names = names
    self.notes = notes
    self.industries = industries
    self.activities = activities
    self.levels = levels
    self.dimensions = dimensions
    self.topics = topics
    self.scoring = scoring
    self.rating = rating
    self.items = items
    self.place = place
  }

  /// The items of a sub-dimension that are asked of an industry.
  package func items(of place: String, polarity: Item.Polarity, industry: String) -> [Item] {
    items.filter { $0.subDimension == place && $0.polarity == polarity && $0.applies(to: industry) }
  }

  package func level(_ id: String) -> Level? { levels.first { $0.id == id } }
}
