/// A piece of evidence with its boxes, as it is stored and shown.
package struct PlacedEvidence: Sendable, Equatable {
  package var evidence: Evidence
  package var boxes: [PlacedBox]

  package init(_ evidence: Evidence, boxes: [PlacedBox]) {
    self.evidence = evidence
    self.boxes = boxes
  }
}
