import Archive
import RuleBook

/// The questions that a rule book puts to the documents of an industry, each with a digest of what decides its answer.
package struct QuestionSheet: Sendable {
  package let questions: [Question]
  package let digest: String
  /// Of what all questions share: the matching engine and the lists that it reads. It tells a report's year too.
  package let common: String

  package init(_ book: RuleBook, industry: String?) {
    let common = Self.common(of: book)
    let rules = book.rules.filter { $0.applies(to: industry) }
    let items = Dictionary(book.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let prints = Dictionary(
      rules.map { ("\($0.pack)/\($0.id)", Self.print(of: $0, items: items, in: book)) },
      uniquingKeysWith: { first, _ in first })
    let byItem = rules.reduce(into: [String: [String]]()) { found, rule in
      for item in rule.items { found[item, default: []].append("\(rule.pack)/\(rule.id)") }
    }
    questions = book.items.map { item in
      var print = Fingerprint()
      print.add(common)
      print.add([item.id, item.level, item.applies(to: industry) ? "applies" : ""])
      print.add(item.topics)
      print.add((byItem[item.id] ?? []).compactMap { prints[$0] })
      return Question(item: item.id, digest: print.hex())
    }
    var print = Fingerprint()
    print.add(questions.map { [$0.item, $0.digest] })
    digest = print.hex()
    self.common = common
  }

  private static func common(of book: RuleBook) -> String {
    var print = Fingerprint()
    print.add(matchingVersion)
    for list in book.lists(reachableFrom: EngineList.allCases.map(\.rawValue)) { print.add(list) }
    for pack in book.packs { print.add(pack.levels) }
    return print.hex()
  }

  private static func print(of rule: Rule, items: [String: Item], in book: RuleBook) -> String {
    var print = Fingerprint()
    print.add(rule)
    print.add(rule.items.map { items[$0]?.level ?? "" })
    let included = rule.except.compactMap(\.included)
    for list in book.lists(reachableFrom: rule.patterns.flatMap(\.lists) + included) { print.add(list) }
    return print.hex()
  }
}
