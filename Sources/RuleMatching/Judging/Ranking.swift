import Quantities
import ReportModel
import RuleBook

/// All evidence, the best first, so that the rows of every topic stand best first too; of each item each statement
/// once. Numbers that only stand near what an item asks go right behind the best that was told of it.
func ranked(_ evidence: [Evidence], nearby: [Evidence] = [], items: [Item]) -> [Evidence] {
  let order = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  let groups = Dictionary(grouping: evidence, by: \.item).sorted { (order[$0.key] ?? .max) < (order[$1.key] ?? .max) }
  let added = Dictionary(grouping: nearby, by: \.item).mapValues { merged(sorted($0)).prefix(mostNearby) }
  let best = groups.flatMap { item, told in
    with(added[item] ?? [], behindTheBestOf: sorted(merged(sorted(told)).map(repeated)).prefix(mostOfAnItem))
  }
  // Equal scores keep the order of the rubric.
  return best.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
}

/// Beyond these, more of the same help nobody.
private let mostOfAnItem = 40

/// A number that a report tells on several pages is one that it wants to be seen.
private func repeated(_ evidence: Evidence) -> Evidence {
  var evidence = evidence
  if !evidence.alsoOn.isEmpty, evidence.value?.plain.isEmpty == false { evidence.score += pointsOfRepetition }
  return evidence
}

private let pointsOfRepetition = 7

/// Of what only stands near, more would be guessing.
private let mostNearby = 3

private func with(_ nearby: ArraySlice<Evidence>, behindTheBestOf told: ArraySlice<Evidence>) -> [Evidence] {
  guard let best = told.first else { return [] }
  let added = nearby.map { each in
    var each = each
    each.score = best.score
    return each
  }
  return [best] + added + told.dropFirst()
}

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
  var numbers: [TellingNumber: Int] = [:]
  for each in evidence {
    let statement = Statement(each)
    let number = TellingNumber(each)
    if let index = places[statement]
      ?? number.flatMap({ numbers[$0] }).flatMap({ sameNumber(kept[$0], each) ? $0 : nil })
    {
      kept[index] = joined(kept[index], each)
      places[statement] = index
    } else {
      places[statement] = kept.count
      if let number, numbers[number] == nil { numbers[number] = kept.count }
      kept.append(each)
    }
  }
  return kept
}

/// One statement told at two places: the better of the two, with the other's pages. One that says its unit tells more
/// than one that does not.
private func joined(_ better: Evidence, _ other: Evidence) -> Evidence {
  var kept = better.value?.unit == "" && other.value?.unit != "" ? other : better
  kept.score = better.score
  let topics = better.topics + other.topics.filter { !better.topics.contains($0) }
  kept.topics = topics
  kept.alsoOn = Set(better.alsoOn + other.alsoOn + [better.page, other.page]).subtracting([kept.page]).sorted()
  return kept
}

/// Whether one of the two only leaves the unit out.
private func sameNumber(_ one: Evidence, _ other: Evidence) -> Bool {
  one.value?.unit == "" || other.value?.unit == ""
}

/// A number of so many figures that it is hardly met twice by chance.
private struct TellingNumber: Hashable {
  var plain: String
  var year: String

  init?(_ evidence: Evidence) {
    guard let value = evidence.value, value.high.isEmpty, value.plain.contains(".") || value.plain.count > 3 else {
      return nil
    }
    plain = value.plain
    year = evidence.year
  }
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
    // The same number in another unit is worth seeing: a report that says both may contradict itself. Whether 百萬元 is
    // headed NT$ makes no other unit.
    let isMoney = number.map { UnitTable.isCurrency($0.unit) } ?? false
    unit = (isMoney ? evidence.value?.plain : evidence.value?.unit) ?? ""
    year = evidence.year
    words = value.isEmpty || evidence.value?.plain.isEmpty == true ? evidence.quote + evidence.name : ""
  }
}
