import ReportModel

/// Tells why an item's answer has changed, by what it would be if only some of the factors were exchanged.
package struct CauseFinder {
  private let before: ItemAnswer
  private let after: ItemAnswer
  private let factors: Set<Factor>
  private let outcome: (Set<Factor>) -> ItemAnswer?

  /// - Parameters:
  ///   - factors: those that are not the same before and after; at least one.
  ///   - outcome: the answer with some of the factors as they are after and the others as they were; nil where that
  ///     cannot be tried. It is asked for some of them only, not for none and not for all.
  package init(
    from before: ItemAnswer, to after: ItemAnswer, factors: Set<Factor>, outcome: @escaping (Set<Factor>) -> ItemAnswer?
  ) {
    self.before = before
    self.after = after
    self.factors = factors
    self.outcome = outcome
  }

  package func cause(of change: Change) -> Cause {
    if factors.count == 1, let only = factors.first { return .only(only) }
    var sufficient: [Set<Factor>] = []
    var untried: [Set<Factor>] = []
    for set in Self.subsets(of: factors) where !sufficient.contains(where: set.isSuperset) {
      if set == factors {
        sufficient.append(set)
      } else if let outcome = outcome(set) {
        if hasComeAbout(change, in: outcome) { sufficient.append(set) }
      } else {
        untried.append(set)
      }
    }
    // Of these nothing smaller does; that others may do too takes nothing from it.
    let smallest = sufficient.filter { set in !untried.contains(where: set.isStrictSuperset) }
    if let told = Several(smallest) { return .told(told) }
    let possible = sufficient + untried.filter { set in !sufficient.contains(where: set.isSuperset) }
    let needed = possible.reduce(factors) { $0.intersection($1) }
    return .among(possible.reduce(into: []) { $0.formUnion($1) }, needed: needed)
  }

  /// All but the empty one, the smaller first.
  private static func subsets(of factors: Set<Factor>) -> [Set<Factor>] {
    let all = factors.sorted()
    let sets = (1..<1 << all.count).map { number in
      all.indices.filter { number >> $0 & 1 == 1 }.map { all[$0] }
    }
    return sets.sorted { ($0.count, $0.map(\.rawValue).joined()) < ($1.count, $1.map(\.rawValue).joined()) }.map(
      Set.init)
  }

  // MARK: Whether it is so already

  /// What a statement says; whether it stands on another page of another text is another matter.
  private static let meaning: Set<Difference> = [
    .rounding, .unit, .powerOfTen, .value, .qualifier, .name, .year, .level,
  ]

  private func hasComeAbout(_ change: Change, in outcome: ItemAnswer) -> Bool {
    switch change {
    case .state(from: _, let state): outcome.state == state
    case .appeared(let evidence): agrees(outcome, with: evidence, in: Self.meaning)
    case .altered(from: _, to: let evidence, let differences): agrees(outcome, with: evidence, in: differences)
    case .vanished(let evidence): isGone(evidence, from: outcome)
    }
  }

  /// Whether the counterpart of something that is there afterwards is like it.
  private func agrees(_ outcome: ItemAnswer, with evidence: PlacedEvidence, in differences: Set<Difference>) -> Bool {
    guard let place = after.evidence.firstIndex(of: evidence),
      let counterpart = outcome.pairing(with: after).before(place)
    else { return false }
    return outcome.evidence[counterpart].evidence.allDifferences(to: evidence.evidence).isDisjoint(with: differences)
  }

  private func isGone(_ evidence: PlacedEvidence, from outcome: ItemAnswer) -> Bool {
    guard let place = before.evidence.firstIndex(of: evidence) else { return true }
    return before.pairing(with: outcome).after(place) == nil
  }
}
