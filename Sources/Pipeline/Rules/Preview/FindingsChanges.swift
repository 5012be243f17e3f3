import ReportModel
import Review

/// What differs between two searches of the same report.
package struct FindingsChanges: Sendable {
  /// Those items that differ in anything.
  package let items: [ItemChanges]

  package struct ItemChanges: Sendable, Equatable {
    package let item: String
    package let changes: [Change]
  }

  package init(from old: Findings, to new: Findings) {
    let (before, after) = (AnswersByItem(old), AnswersByItem(new))
    var seen: Set<String> = []
    items = (after.items + before.items).filter { seen.insert($0).inserted }.compactMap { item in
      let changes = before.answer(item).changes(to: after.answer(item))
      return changes.isEmpty ? nil : ItemChanges(item: item, changes: changes)
    }
  }
}

/// Findings as answers, which are all read in one text.
private struct AnswersByItem {
  /// In the order of the rubric, then those that only have evidence.
  let items: [String]
  private let states: [String: ItemState.State]
  private let evidence: [String: [Evidence]]

  init(_ findings: Findings) {
    items = findings.items.map(\.item) + findings.evidence.map(\.item)
    states = Dictionary(findings.items.map { ($0.item, $0.state) }, uniquingKeysWith: { first, _ in first })
    evidence = Dictionary(grouping: findings.evidence, by: \.item)
  }

  func answer(_ item: String) -> ItemAnswer {
    ItemAnswer(
      state: states[item], evidence: (evidence[item] ?? []).map { PlacedEvidence($0, boxes: []) },
      text: ItemAnswer.TextMark(0))
  }
}
