import ReportModel

/// A question of the rubric: what a rater asks of a report. Its wording and points belong to the rater.
package struct Item: Sendable, Equatable {
  package var id: String
  package var pack: String
  package var names: Phrase
  /// The place in the pack's rubric.
  package var subDimension: String
  package var polarity: Polarity
  package var level: String
  /// Empty: all.
  package var industries: [String]
  /// What a company must do for the item to apply to it; empty: anything.
  package var activities: [String]
  package var topics: [String]
  package var points: Figure
  package var references: [String]
  package var notes: Phrase
  package var place: Place

  package enum Polarity: String, Sendable, CaseIterable { case positive, negative }

  package init(
    id: String, pack: String, names: Phrase, subDimension: String, polarity: Polarity = .positive, level: String,
    industries: [String] = [], activities: [String] = [], topics: [String] = [], points: Figure = Figure(digits: 1),
    references: [String] = [], notes: Phrase = Phrase("", ""), place: Place
  ) {
    self.id = id
    self.pack = pack
    self.names = names
    self.subDimension = subDimension
    self.polarity = polarity
    self.level = level
    self.industries = industries
    self.activities = activities
    self.topics = topics
    self.points = points
    self.references = references
    self.notes = notes
    self.place = place
  }

  /// Whether it is asked of a company of this industry; of one whose industry is not known it always is.
  package func applies(to industry: String?) -> Bool {
    guard let industry, !industries.isEmpty else { return true }
    return industries.contains(industry)
  }

  /// What a company that does only this would have to do besides for the item to be asked of it: every one of these.
  package func missing(from known: Set<String>) -> [String] { activities.filter { !known.contains($0) } }
}
