import Archive
import RuleBook

/// The questions that a rule book puts to the documents of an industry, each with a digest of what decides its answer.
package struct QuestionSheet: Sendable {
  package let questions: [Question]
  package let digest: String
  /// Of what all questions share: the matching engine and the lists that it reads. It tells a report's year too.
  package let common: String
}

/// Makes the sheets of a book, one for each industry.
package struct QuestionSheetMaker: Sendable {
  private let book: RuleBook
  private let common: String
  /// Of each rule of the book; it takes most of the time and is the same for every industry.
  private let prints: [String]

  package init(_ book: RuleBook) {
    self.book = book
    common = Self.common(of: book)
    let items = Dictionary(book.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let lists = WrittenLists(book)
    prints = book.rules.map { Self.print(of: $0, items: items, lists) }
  }

  package func sheet(industry: String?) -> QuestionSheet {
    let byItem = zip(book.rules, prints).reduce(into: [String: [String]]()) { found, entry in
      guard entry.0.applies(to: industry) else { return }
      for item in entry.0.items { found[item, default: []].append(entry.1) }
    }
    let questions = book.items.map { item in
      var print = Fingerprint()
      print.add(common)
      print.add([item.id, item.level, item.applies(to: industry) ? "applies" : ""])
      print.add(item.topics)
      print.add(byItem[item.id] ?? [])
      return Question(item: item.id, digest: print.hex())
    }
    var print = Fingerprint()
    print.add(questions.map { [$0.item, $0.digest] })
    return QuestionSheet(questions: questions, digest: print.hex(), common: common)
  }

  private static func common(of book: RuleBook) -> String {
    var print = Fingerprint()
    print.add(matchingVersion)
    for list in book.lists(reachableFrom: EngineList.allCases.map(\.rawValue)) { print.add(list) }
    for pack in book.packs { print.add(pack.levels) }
    return print.hex()
  }

  private static func print(of rule: Rule, items: [String: Item], _ lists: WrittenLists) -> String {
    var print = Fingerprint()
    print.add(rule)
    print.add(rule.items.map { items[$0]?.level ?? "" })
    let included = rule.except.compactMap(\.included)
    lists.add(rule.patterns.flatMap(\.lists) + included, to: &print)
    return print.hex()
  }
}

/// The term lists of a book as fingerprints write them: many rules read the same.
struct WrittenLists {
  private let index: ListIndex
  private let written: [String: [UInt8]]

  init(_ book: RuleBook) {
    index = ListIndex(book.lists)
    written = Dictionary(
      book.lists.map { list in
        var print = Fingerprint()
        print.add(list)
        return (list.name, print.bytes)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// These lists, and those that they take in.
  func add(_ names: [String], to print: inout Fingerprint) {
    for list in index.reachable(from: names) { print.add(written: written[list.name] ?? []) }
  }
}
