import ReportModel
import RuleBook

/// How a rule book does on facts that people read in the same reports; counted as `eval/evidence.py` counts, over all of
/// them, by the part of the rubric that asks, and by the industry of the company.
package struct GoldScore: Sendable {
  package private(set) var total = GoldTally()
  /// By sub-dimension; facts on a topic that no item asks stand under "".
  package private(set) var bySubDimension: [String: GoldTally] = [:]
  /// By industry; facts of reports whose industry is not known stand under "".
  package private(set) var byIndustry: [String: GoldTally] = [:]
  /// Each wrong decision and missed value, for a person.
  package private(set) var failures: [Failure] = []
  private let places: [String: String]

  package struct Failure: Sendable {
    package var kind: Kind
    package var report: String
    package var topic: String
    package var words: String

    package enum Kind: String, Sendable {
      case falseHit = "FALSE"
      case missed = "MISS"
      case value = "VALUE"
    }
  }

  /// Topics are told by the rules of the book, which carry those of their items and more.
  package init(_ book: RuleBook = RuleBook()) { places = book.subDimensionByTopic }

  /// The rows of a topic that are read: the best few.
  private static let rowsRead = 3

  package mutating func add(_ facts: [GoldFact], evidence: [Evidence], report: String, industry: String? = nil) {
    let byTopic = Dictionary(grouping: facts, by: \.topic)
    for topic in byTopic.keys.sorted() {
      let gold = byTopic[topic] ?? []
      guard !gold.contains(where: \.isAmbiguous) else { continue }
      let readable = gold.filter { $0.form != "image" }
      guard !readable.isEmpty else { continue }
      let rows = Array(evidence.filter { $0.topics.contains(topic) }.prefix(max(Self.rowsRead, readable.count)))
      let place = places[topic] ?? ""
      total.add(readable, rows, topic)
      bySubDimension[place, default: GoldTally()].add(readable, rows, topic)
      byIndustry[industry ?? "", default: GoldTally()].add(readable, rows, topic)
      noteFailures(readable, rows, topic: topic, report: report)
    }
  }

  private mutating func noteFailures(_ gold: [GoldFact], _ rows: [Evidence], topic: String, report: String) {
    func note(_ kind: Failure.Kind, _ words: String) {
      failures.append(Failure(kind: kind, report: report, topic: topic, words: words))
    }
    if gold[0].isDisclosed, rows.isEmpty { note(.missed, gold[0].quote) }
    if !gold[0].isDisclosed, let first = rows.first { note(.falseHit, first.quote) }
    for fact in GoldTally.wanted(gold) where !rows.contains(where: { $0.bears(fact) }) {
      note(.value, "\(fact.value) \(fact.unit) \(fact.year): \(fact.quote)")
    }
  }
}

extension GoldTally {
  /// What was read of a topic that people read too.
  fileprivate mutating func add(_ gold: [GoldFact], _ rows: [Evidence], _ topic: String) {
    let isReal = gold[0].isDisclosed
    decide(isReal: isReal, isSaid: !rows.isEmpty, topic)
    if isReal, !rows.isEmpty {
      pairs += 1
      if rows.contains(where: { row in gold.contains { $0.page == row.page } }) { pages += 1 }
      let said = rows.map { GoldText($0.quote) }
      if gold.contains(where: { fact in said.contains { $0.shares(GoldText(fact.quote)) } }) { quotes += 1 }
    }
    let wanted = Self.wanted(gold)
    for fact in wanted { look(for: fact, in: rows) }
    guard !wanted.isEmpty else { return }
    let numbers = rows.filter(\.hasNumber)
    bearing += numbers.count
    bearingTrue += numbers.filter { row in wanted.contains(where: row.bears) }.count
  }

  private mutating func decide(isReal: Bool, isSaid: Bool, _ topic: String) {
    switch (isReal, isSaid) {
    case (true, true): decisions[topic, default: Decisions()].found += 1
    case (false, true): decisions[topic, default: Decisions()].falselyFound += 1
    case (true, false): decisions[topic, default: Decisions()].missed += 1
    case (false, false): decisions[topic, default: Decisions()].rightlyNone += 1
    }
  }

  private mutating func look(for fact: GoldFact, in rows: [Evidence]) {
    values += 1
    let hits = rows.filter { $0.bears(fact) }
    let units = hits.filter { $0.hasUnit(of: fact) }
    if !hits.isEmpty { found += 1 }
    if !units.isEmpty { withUnit += 1 }
    if units.contains(where: { fact.year.isEmpty || $0.year == fact.year }) { withYear += 1 }
  }

  /// The facts that have a value to be found.
  fileprivate static func wanted(_ gold: [GoldFact]) -> [GoldFact] {
    gold[0].isDisclosed ? gold.filter { GoldText($0.value).number != nil } : []
  }
}

extension RuleBook {
  /// Where in the rubric each topic is asked: by the items that carry it, or else by those whose rules do.
  fileprivate var subDimensionByTopic: [String: String] {
    let place = Dictionary(items.map { ($0.id, $0.subDimension) }, uniquingKeysWith: { first, _ in first })
    var places: [String: String] = [:]
    for item in items {
      for topic in item.topics where places[topic] == nil { places[topic] = item.subDimension }
    }
    for rule in rules {
      guard let own = rule.items.lazy.compactMap({ place[$0] }).first else { continue }
      for topic in rule.topics where places[topic] == nil { places[topic] = own }
    }
    return places
  }
}
