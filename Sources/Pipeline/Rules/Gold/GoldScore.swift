import ReportModel
import RuleBook

/// How a rule book does on facts that people read in the same reports; counted as `eval/evidence.py` counts.
package struct GoldScore: Sendable {
  /// By topic: rightly found, wrongly found, missed, rightly not found.
  package private(set) var decisions: [String: Decisions] = [:]
  package private(set) var pairs = 0
  package private(set) var pages = 0
  package private(set) var values = 0
  package private(set) var found = 0
  package private(set) var withUnit = 0
  package private(set) var withYear = 0
  package private(set) var bearing = 0
  package private(set) var bearingTrue = 0
  /// Each wrong decision and missed value, for a person.
  package private(set) var failures: [Failure] = []

  package struct Decisions: Sendable, Equatable {
    package var found = 0
    package var falselyFound = 0
    package var missed = 0
    package var rightlyNone = 0
  }

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

  package init() {}

  /// The rows of a topic that are read: the best few.
  private static let rowsRead = 3

  package mutating func add(_ facts: [GoldFact], evidence: [Evidence], report: String) {
    let byTopic = Dictionary(grouping: facts, by: \.topic)
    for topic in byTopic.keys.sorted() {
      let gold = byTopic[topic] ?? []
      guard !gold.contains(where: \.isAmbiguous) else { continue }
      let readable = gold.filter { $0.form != "image" }
      guard !readable.isEmpty else { continue }
      let rows = evidence.filter { $0.topics.contains(topic) }.prefix(max(Self.rowsRead, readable.count))
      add(readable, Array(rows), topic: topic, report: report)
    }
  }

  private mutating func add(_ gold: [GoldFact], _ rows: [Evidence], topic: String, report: String) {
    let isReal = gold[0].isDisclosed
    decide(isReal: isReal, rows, gold, topic: topic, report: report)
    if isReal, !rows.isEmpty {
      pairs += 1
      if rows.contains(where: { row in gold.contains { $0.page == row.page } }) { pages += 1 }
    }
    let wanted = isReal ? gold.filter { Self.number($0.value) != nil } : []
    for fact in wanted { look(for: fact, in: rows, report: report) }
    guard !wanted.isEmpty else { return }
    let numbers = rows.filter { Self.number($0.value?.plain ?? "") != nil }
    bearing += numbers.count
    bearingTrue += numbers.filter { row in wanted.contains { Self.isRight(row, $0) } }.count
  }

  private mutating func decide(
    isReal: Bool, _ rows: [Evidence], _ gold: [GoldFact], topic: String, report: String
  ) {
    var counts = decisions[topic] ?? Decisions()
    switch (isReal, rows.isEmpty) {
    case (true, false): counts.found += 1
    case (false, false):
      counts.falselyFound += 1
      failures.append(Failure(kind: .falseHit, report: report, topic: topic, words: rows[0].quote))
    case (true, true):
      counts.missed += 1
      failures.append(Failure(kind: .missed, report: report, topic: topic, words: gold[0].quote))
    case (false, true): counts.rightlyNone += 1
    }
    decisions[topic] = counts
  }

  private mutating func look(for fact: GoldFact, in rows: [Evidence], report: String) {
    values += 1
    let hits = rows.filter { Self.isRight($0, fact) }
    let units = hits.filter { Self.unit($0.value?.unit ?? "") == Self.unit(fact.unit) }
    if !hits.isEmpty { found += 1 }
    if !units.isEmpty { withUnit += 1 }
    if units.contains(where: { fact.year.isEmpty || $0.year == fact.year }) { withYear += 1 }
    guard hits.isEmpty else { return }
    let words = "\(fact.value) \(fact.unit) \(fact.year): \(fact.quote)"
    failures.append(Failure(kind: .value, report: report, topic: fact.topic, words: words))
  }

  // MARK: Comparing

  private static func isRight(_ row: Evidence, _ fact: GoldFact) -> Bool {
    guard let value = number(row.value?.plain ?? "") else { return false }
    return value == number(fact.value) || value == number(fact.valueHigh)
  }

  /// The first number in the text: a fact may say more beside it.
  private static func number(_ text: String) -> Figure? {
    let plain = text.filter { $0 != "," && $0 != " " }
    return plain.firstMatch(of: /-?[0-9]+(\.[0-9]+)?/).flatMap { Figure(plain: $0.output.0) }
  }

  /// Units that mean the same, by their spellings; a rough table that is only for scoring.
  private static let sameUnits: [[String]] = [
    ["%", "個百分點"], ["kwh", "度", "千瓦時", "千瓦小時"], ["百萬元", "佰萬元", "新台幣百萬元", "新臺幣佰萬元", "新台幣佰萬元", "新臺幣百萬元"],
    ["億元", "新台幣億元", "新臺幣億元", "億"], ["千元", "仟元", "新台幣仟元", "新臺幣仟元", "新台幣千元"],
    ["小時", "時", "hours", "hour"], ["人", "人次", "名", "位"], ["次", "場", "場次", "堂", "回"],
    ["件", "家", "戶", "案", "檔", "筆", "項", "間"],
  ]

  private static func unit(_ text: String) -> String {
    let plain = text.lowercased().filter { $0 != " " }
    if plain.contains("co2") || plain.contains("二氧化碳") { return "tco2e" }
    return sameUnits.first { $0.contains(plain) }?[0] ?? plain
  }

  // MARK: Summaries

  private var totals: Decisions {
    decisions.values.reduce(into: Decisions()) { sum, each in
      sum.found += each.found
      sum.falselyFound += each.falselyFound
      sum.missed += each.missed
      sum.rightlyNone += each.rightlyNone
    }
  }

  /// As lines for a person.
  package var summary: [String] {
    let all = totals
    let total = all.found + all.falselyFound + all.missed + all.rightlyNone
    let base = decisions.values.reduce(0) { $0 + max($1.found + $1.missed, $1.falselyFound + $1.rightlyNone) }
    let macro = decisions.values.reduce(0.0) { $0 + $1.f1 } / Double(max(1, decisions.count))
    return [
      "decision  pairs \(total)  precision \(percent(all.found, all.found + all.falselyFound))  "
        + "recall \(percent(all.found, all.found + all.missed))  F1 \(tenths(100 * all.f1))  "
        + "macro-F1 \(tenths(100 * macro))  accuracy \(percent(all.found + all.rightlyNone, total))  "
        + "(majority \(percent(base, total)))",
      "evidence  page \(percent(pages, pairs))",
      "value     \(values) gold: found \(percent(found, values))  with unit \(percent(withUnit, values))  "
        + "with unit and year \(percent(withYear, values))  value-precision \(percent(bearingTrue, bearing))",
    ]
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "-" : tenths(100 * Double(part) / Double(whole)) + "%"
  }

  private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension GoldScore.Decisions {
  var f1: Double {
    let total = 2 * found + falselyFound + missed
    return total == 0 ? 1 : Double(2 * found) / Double(total)
  }
}
