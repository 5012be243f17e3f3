import ReportModel

/// What a report answers to an item: as it is stored, or as it would be if only some of the factors were exchanged.
package struct ItemAnswer: Sendable, Equatable {
  /// Nil where it is not asked.
  package let state: ItemState.State?
  /// The best first.
  package let evidence: [PlacedEvidence]

  package init(state: ItemState.State?, evidence: [PlacedEvidence]) {
    self.state = state
    self.evidence = evidence
  }

  package static let notAsked = ItemAnswer(state: nil, evidence: [])
}
