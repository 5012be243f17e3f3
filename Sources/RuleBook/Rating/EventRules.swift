import ReportModel

/// How material events (重大性事件) lower scores, as far as a pack says it: the rater has published that an event's
/// deduction is multiplied by what the company did about it, and that each kind lowers one dimension.
package struct EventRules: Sendable, Equatable {
  package var notes: Phrase
  package var kinds: [Kind]
  /// How far a company has answered an event, from nothing on.
  package var responses: [Response]
  /// In how many months an event counts, that of its publication being the first.
  package var months: Int
  /// Where the company breaks the same article of law again within so many months, its response counts for one less.
  package var repeatsWithin: Int?
  package var place: Place

  /// Social, economic, environmental: and the dimension that is lowered.
  package struct Kind: Sendable, Equatable {
    package var id: String
    package var names: Phrase
    package var dimension: String
    package var place: Place

    package init(id: String, names: Phrase, dimension: String, place: Place) {
      self.id = id
      self.names = names
      self.dimension = dimension
      self.place = place
    }
  }

  package struct Response: Sendable, Equatable {
    package var id: String
    package var names: Phrase
    /// What share of the deduction is left: 1 where nothing was done.
    package var factor: Figure
    package var place: Place

    package init(id: String, names: Phrase, factor: Figure, place: Place) {
      self.id = id
      self.names = names
      self.factor = factor
      self.place = place
    }
  }

  package init(
    notes: Phrase = Phrase("", ""), kinds: [Kind], responses: [Response], months: Int, repeatsWithin: Int? = nil,
    place: Place
  ) {
    self.notes = notes
    self.kinds = kinds
    self.responses = responses
    self.months = months
    self.repeatsWithin = repeatsWithin
    self.place = place
  }
}
