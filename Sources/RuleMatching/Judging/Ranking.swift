import ReportModel
import RuleBook

/// All evidence, the best first, so that the rows of every topic stand best first too; of each item each statement
/// once.
func ranked(_ evidence: [Evidence], items: [Item]) -> [Evidence] {
  let order = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  let groups = Dictionary(grouping: evidence, by: \.item).sorted { (order[$0.key] ?? .max) < (order[$1.key] ?? .max) }
  let best = groups.flatMap { merged(sorted($0.value)).prefix(mostOfAnItem) }
  // Equal scores keep the order of the rubric.
  return best.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
}

/// Beyond these, more of the same help nobody.
private let mostOfAnItem = 40

private func sorted(_ evidence: [Evidence]) -> [Evidence] {
  evidence.sorted { a, b in
    if a.score != b.score { return a.score > b.score }
    if a.page != b.page { return a.page < b.page }
    let (first, second) = (a.focus.first?.lowerBound ?? 0, b.focus.first?.lowerBound ?? 0)
    return first != second ? first < second : a.rule < b.rule
  }
}

/// The same number of the same year, or the same words, said again elsewhere are one: the best stays and names the
/// pages of the others.
private func merged(_ evidence: [Evidence]) -> [Evidence] {
  var kept: [Evidence] = []
  var places: [Statement: Int] = [:]
  for each in evidence {
    let statement = Statement(each)
    if let index = places[statement] {
      kept[index].topics += each.topics.filter { !kept[index].topics.contains($0) }
      kept[index].alsoOn = Set(kept[index].alsoOn + [each.page]).subtracting([kept[index].page]).sorted()
    } else {
      places[statement] = kept.count
      kept.append(each)
    }
  }
  return kept
}

/// What makes two pieces of evidence the same statement.
private struct Statement: Hashable {
  var value: String
  var unit: String
  var year: String
  var words: String

  init(_ evidence: Evidence) {
    let number = evidence.value?.normalized
    value = number.map { $0.value.plain + "–" + ($0.valueHigh?.plain ?? "") } ?? evidence.value?.plain ?? ""
    // The same number in another unit is worth seeing: a report that says both may contradict itself.
    unit = evidence.value?.unit ?? ""
    year = evidence.year
    words = value.isEmpty || evidence.value?.plain.isEmpty == true ? evidence.quote + evidence.name : ""
  }
}
