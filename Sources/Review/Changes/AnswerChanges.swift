import ReportModel

extension ItemAnswer {
  /// What is not in the later answer as it is in this one: the state, then evidence as it stands later, then what is
  /// gone.
  package func changes(to later: ItemAnswer) -> [Change] {
    var changes: [Change] = state == later.state ? [] : [.state(from: state, to: later.state)]
    let pairing = pairing(with: later)
    for (place, evidence) in later.evidence.enumerated() {
      guard let known = pairing.before(place) else {
        changes.append(.appeared(evidence))
        continue
      }
      let differences = self.evidence[known].evidence.differences(to: evidence.evidence)
      if !differences.isEmpty { changes.append(.altered(from: self.evidence[known], to: evidence, differences)) }
    }
    return changes + pairing.vanished.map { .vanished(evidence[$0]) }
  }

  func pairing(with later: ItemAnswer) -> EvidencePairing {
    EvidencePairing(
      evidence.map(\.evidence), later.evidence.map(\.evidence), inOneText: text == later.text)
  }
}
