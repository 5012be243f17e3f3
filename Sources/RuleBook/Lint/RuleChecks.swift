import Quantities
import ReportModel

/// The names that a pack's rules may use, gathered once for all of them.
struct PackNames {
  /// The sub-dimension of each item.
  let places: [String: String]
  let topics: Set<String>
  let industries: [String]
  let levels: [String]

  init(_ pack: Pack) {
    places = Dictionary(pack.items.map { ($0.id, $0.subDimension) }, uniquingKeysWith: { first, _ in first })
    topics = Set(pack.items.flatMap(\.topics) + pack.topics)
    industries = pack.industries.map(\.id)
    levels = pack.levels.map(\.id)
  }
}

/// One rule: names that lead nowhere, patterns that cannot match or cost too much, conditions that shut each other
/// out, too few examples.
struct RuleChecks {
  let rule: Rule
  let pack: PackNames
  let lists: Set<String>
  let log: FindingLog

  package static let fewestHits = 2
  package static let fewestMisses = 2

  func run() {
    checkItems()
    checkPlace()
    checkNames(rule.industries + rule.exceptIndustries, in: pack.industries, .unknownPlace, "industry", "產業")
    if let level = rule.level { checkNames([level], in: pack.levels, .unknownPlace, "level", "題項屬性") }
    for pattern in rule.patterns { PatternChecks(pattern: pattern, lists: lists, log: log).run() }
    checkExceptions()
    checkLiterals()
    checkUnits()
    checkContradictions()
    checkExamples()
  }

  private func checkItems() {
    let known = pack.places
    for item in rule.items where known[item] == nil {
      log.add(
        .unknownItem, at: rule.place,
        Phrase("“\(rule.id)” answers “\(item)”, which is no item of the pack", "「\(rule.id)」所答的「\(item)」不是規則包的題項"),
        hint: closest(item, known.keys).map { Phrase("did you mean “\($0)”?", "是否為「\($0)」？") })
    }
    for topic in rule.topics where !pack.topics.contains(topic) {
      log.add(
        .unknownTopic, at: rule.place,
        Phrase("neither an item nor the pack names the topic “\(topic)”", "題項與規則包都沒有主題「\(topic)」"))
    }
  }

  /// The known name that shares the longest start.
  private func closest(_ name: String, _ known: some Sequence<String>) -> String? {
    let scored = known.sorted().map { ($0, $0.commonPrefix(with: name)) }
    return scored.max { $0.1 < $1.1 }.flatMap { $0.1 >= 4 ? $0.0 : nil }
  }

  /// A rule file lies in the folder of the sub-dimension that its items are of.
  private func checkPlace() {
    let folder = RulePath(rule.place.file).folder
    guard !folder.isEmpty else { return }
    for item in rule.items {
      guard let place = pack.places[item], place != folder else { continue }
      log.add(
        .wrongFolder, at: rule.place,
        Phrase(
          "“\(item)” is of \(place), but its rule lies in \(folder)", "「\(item)」屬於 \(place)，規則卻放在 \(folder)"))
    }
  }

  private func checkNames(_ names: [String], in known: [String], _ code: RuleFinding.Code, _ en: String, _ zh: String) {
    for name in names where !known.contains(name) {
      let list = known.joined(separator: ", ")
      log.add(
        code, at: rule.place, Phrase("the pack has no \(en) “\(name)”", "規則包沒有\(zh)「\(name)」"),
        hint: Phrase("known: \(list)", "可用：\(list)"))
    }
  }

  /// Exceptions are words as they stand; signs of patterns in them would never be found in a report.
  private func checkExceptions() {
    for term in rule.except where term.text.contains(where: { "…|$#".contains($0) }) {
      log.add(
        .wrongValue, at: term.place, Phrase("except takes words, no patterns", "except 只接受文字，不接受樣式"),
        hint: Phrase("say it with not", "請改用 not"))
    }
  }

  /// What every passage has to be tried for costs much.
  private func checkLiterals() {
    for condition in rule.places {
      for pattern in condition.patterns where !pattern.hasLiteral {
        log.add(
          .noLiteral, at: pattern.place,
          Phrase(
            "“\(pattern.source)” needs no word to be there, so it is tried everywhere",
            "「\(pattern.source)」不含必要字詞，每段文字都得嘗試"),
          hint: Phrase("add a word that must be there", "請加上必須出現的字詞"))
      }
    }
  }

  private func checkUnits() {
    for unit in rule.value?.units ?? [] where UnitTable.meaning(of: unit) == nil {
      log.add(.unknownUnit, at: rule.place, Phrase("“\(unit)” is no known unit", "「\(unit)」不是已知的單位"))
    }
    for pattern in rule.patterns {
      for case .quantity(let kind, let units) in pattern.slots {
        for unit in units where !Self.isUnit(unit, of: kind) {
          log.add(
            .unknownUnit, at: pattern.place,
            Phrase("“\(unit)” is no unit of kind \(kind.rawValue)", "「\(unit)」不是 \(kind.rawValue) 的單位"))
        }
      }
    }
  }

  private static func isUnit(_ unit: String, of kind: Quantity.Kind) -> Bool {
    UnitTable.meaning(of: unit)?.kinds.contains(where: kind.takes) ?? false
  }

  /// What is wanted and excluded by the same words can never be found.
  private func checkContradictions() {
    let excluded = Set(rule.not?.alternatives ?? [])
    for pattern in rule.find?.demands ?? [] where excluded.contains(pattern.source) {
      log.add(
        .contradiction, at: pattern.place,
        Phrase(
          "“\(pattern.source)” is wanted and excluded: the rule can never match", "「\(pattern.source)」既要求又排除，規則不可能符合"))
    }
    for condition in rule.places where !condition.hasPlace {
      log.add(
        .neverMatches, at: rule.place,
        Phrase("“\(rule.id)” says only what must not be there, or what stands elsewhere", "「\(rule.id)」只寫了不得出現或在別處的字詞"),
        hint: Phrase("name words that stand in the place itself", "請寫出該處本身的字詞"))
    }
    if rule.nearby != nil, rule.value?.kinds.isEmpty ?? true {
      log.add(
        .neverMatches, at: rule.place,
        Phrase("“\(rule.id)” does not say which kinds of number it wants nearby", "「\(rule.id)」沒有寫 nearby 要哪些種類的數字"),
        hint: Phrase("add value: {kind: …}", "請加上 value: {kind: …}"))
    }
    if rule.roles.isEmpty {
      log.add(.neverMatches, at: rule.place, Phrase("“\(rule.id)” reads no role", "「\(rule.id)」不讀任何版面角色"))
    }
    if rule.find == nil, rule.table != nil, !rule.roles.contains(.table), !rule.roles.contains(.figure) {
      log.add(
        .neverMatches, at: rule.place,
        Phrase("“\(rule.id)” reads tables, but its roles shut them out", "「\(rule.id)」讀表格，roles 卻排除了表格"))
    }
  }

  private func checkExamples() {
    let hits = rule.examples.filter { if case .hit = $0.expectation { true } else { false } }.count
    let misses = rule.examples.filter { if case .miss = $0.expectation { true } else { false } }.count
    guard hits < Self.fewestHits || misses < Self.fewestMisses else { return }
    log.add(
      .fewExamples, at: rule.place,
      Phrase("“\(rule.id)” has \(hits) hits and \(misses) near-misses", "「\(rule.id)」有 \(hits) 個命中與 \(misses) 個近似範例"),
      hint: Phrase("two of each at least, in different wordings", "各至少兩個，用語應不同"))
  }
}

extension Rule {
  /// What it looks for in places; the rest of it is asked around these.
  fileprivate var places: [Condition] { [find, undisclosed, table?.label, nearby?.subject].compactMap { $0 } }
}

extension Condition {
  /// Patterns of which each must match.
  fileprivate var demands: [Pattern] {
    switch self {
    case .pattern(let pattern): [pattern]
    case .all(let parts), .near(let parts, _): parts.flatMap(\.demands)
    case .any(let parts): parts.count == 1 ? parts[0].demands : []
    case .not, .within: []
    }
  }

  /// Whether it can be met in a place, and not only around one.
  fileprivate var hasPlace: Bool {
    switch self {
    case .pattern: true
    case .all(let parts), .any(let parts): parts.contains(where: \.hasPlace)
    case .near(let parts, _): parts.allSatisfy(\.hasPlace)
    case .not, .within: false
    }
  }

  /// Patterns of which one is enough.
  fileprivate var alternatives: [String] {
    switch self {
    case .pattern(let pattern): [pattern.source]
    case .any(let parts): parts.flatMap(\.alternatives)
    case .all, .near, .not, .within: []
    }
  }
}

extension Pattern {
  /// Whether a word must be there for it to match.
  fileprivate var hasLiteral: Bool {
    switch form {
    case .regex(let text): PatternFacts(of: text).requiredLiterals != nil
    case .sequence(let elements): elements.contains(where: \.hasLiteral)
    }
  }
}

extension Pattern.Element {
  fileprivate var hasLiteral: Bool {
    switch self {
    case .literal, .list: true
    case .choice(let branches): branches.allSatisfy { $0.contains(where: \.hasLiteral) }
    case .slot, .gap: false
    }
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> Int { zip(self, other).prefix { $0 == $1 }.count }
}
