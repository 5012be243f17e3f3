import ReportModel

/// What a report answers to an item: as it is stored, or as it would be if only some of the factors were exchanged.
package struct ItemAnswer: Sendable, Equatable {
  /// Nil where it is not asked.
  package let state: ItemState.State?
  /// The best first.
  package let evidence: [PlacedEvidence]
  /// Places in answers of the same text can be compared.
  package let text: TextMark

  /// Which text it was read in; what the number is matters to nobody.
  package struct TextMark: Sendable, Hashable {
    package let number: Int

    package init(_ number: Int) { self.number = number }
  }

  package init(state: ItemState.State?, evidence: [PlacedEvidence], text: TextMark) {
    self.state = state
    self.evidence = evidence
    self.text = text
  }
}
