import ReportModel

/// What differs between two searches of the same report.
package struct FindingsChanges: Sendable {
  package var evidence: [EvidenceChange]
  package var states: [StateChange]

  /// Of one piece of evidence.
  package struct EvidenceChange: Sendable, Equatable {
    package var kind: Kind
    /// As it is now, or was where it is lost.
    package var evidence: Evidence

    package enum Kind: Sendable, Equatable {
      case gained, lost
      case changed([Field])
    }

    package struct Field: Sendable, Equatable {
      package var name: String
      package var old: String
      package var new: String
    }
  }

  package struct StateChange: Sendable, Equatable {
    package var item: String
    package var old: ItemState.State?
    package var new: ItemState.State?
  }

  package init(from old: Findings, to new: Findings) {
    let items = (old.evidence + new.evidence).map(\.item)
    var order: [String] = []
    for item in (new.items + old.items).map(\.item) + items where !order.contains(item) { order.append(item) }
    evidence = order.flatMap { item in
      var pairs = EvidencePairs(
        old: old.evidence.filter { $0.item == item }, new: new.evidence.filter { $0.item == item })
      return pairs.changes()
    }
    states = order.compactMap { item in
      let before = old.items.first { $0.item == item }?.state
      let after = new.items.first { $0.item == item }?.state
      return before == after ? nil : StateChange(item: item, old: before, new: after)
    }
  }
}

/// Finds for each piece of evidence of one item what it was before, the surest likeness first.
private struct EvidencePairs {
  var old: [Evidence]
  var new: [Evidence]

  mutating func changes() -> [FindingsChanges.EvidenceChange] {
    var changed: [FindingsChanges.EvidenceChange] = []
    for alike in [Self.isSame, Self.isSameSentenceAndValue, Self.isSameSentence, Self.isSameValue] {
      for evidence in new {
        guard let index = old.firstIndex(where: { alike($0, evidence) }) else { continue }
        let fields = Self.fields(old.remove(at: index), evidence)
        new.removeAll { $0 == evidence }
        if !fields.isEmpty { changed.append(.init(kind: .changed(fields), evidence: evidence)) }
      }
    }
    let gained = new.map { FindingsChanges.EvidenceChange(kind: .gained, evidence: $0) }
    let lost = old.map { FindingsChanges.EvidenceChange(kind: .lost, evidence: $0) }
    return gained + lost + changed
  }

  private static func isSame(_ a: Evidence, _ b: Evidence) -> Bool {
    a.quoteRanges == b.quoteRanges && fields(a, b).isEmpty
  }

  private static func isSameSentence(_ a: Evidence, _ b: Evidence) -> Bool {
    a.quoteRanges.contains { range in b.quoteRanges.contains { $0.overlaps(range) } }
  }

  private static func isSameSentenceAndValue(_ a: Evidence, _ b: Evidence) -> Bool {
    isSameSentence(a, b) && a.value?.printed == b.value?.printed
  }

  /// The same number of the same year, said elsewhere.
  private static func isSameValue(_ a: Evidence, _ b: Evidence) -> Bool {
    guard let first = a.value?.plain, !first.isEmpty else { return false }
    return first == b.value?.plain && a.value?.unit == b.value?.unit && a.year == b.year
  }

  private static func fields(_ old: Evidence, _ new: Evidence) -> [FindingsChanges.EvidenceChange.Field] {
    zip(values(of: old), values(of: new)).compactMap { old, new in
      old.text == new.text ? nil : .init(name: old.name, old: old.text, new: new.text)
    }
  }

  private static func values(of evidence: Evidence) -> [(name: String, text: String)] {
    let number = [evidence.value?.plain ?? "", evidence.value?.high ?? ""].filter { !$0.isEmpty }
    return [
      ("value", number.isEmpty ? evidence.value?.printed ?? "" : number.joined(separator: "–")),
      ("unit", evidence.value?.unit ?? ""), ("year", evidence.year), ("page", String(evidence.page)),
      ("qualifier", evidence.value?.qualifier?.rawValue ?? ""), ("boundary", evidence.boundary),
      ("name", evidence.name), ("level", evidence.level),
    ]
  }
}
