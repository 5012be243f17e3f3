import Review
import RuleBook

/// Which items two rule books look for otherwise, and which they ask otherwise.
struct BookComparison {
  private let before: Side
  private let after: Side

  init(_ before: RuleBook, _ after: RuleBook) {
    self.before = Side(before)
    self.after = Side(after)
  }

  /// - Parameters: the industries for which the item was asked.
  func factors(of item: String, before industry: String?, after later: String?) -> Set<Factor> {
    // What differs between industries is the placement's doing: both books are looked at for both.
    let places = industry == later ? [industry] : [industry, later]
    var factors: Set<Factor> = []
    for place in places {
      if before.rules(of: item, place) != after.rules(of: item, place) { factors.insert(.rules) }
      if before.rubric(of: item, place) != after.rubric(of: item, place) { factors.insert(.rubric) }
    }
    return factors
  }

  private struct Side {
    private let book: RuleBook
    private let lists: ListIndex
    private let items: [String: Item]
    private let rules: [String: [Rule]]
    private let common: [UInt8]

    init(_ book: RuleBook) {
      self.book = book
      lists = ListIndex(book.lists)
      items = Dictionary(book.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      rules = book.rules.reduce(into: [:]) { found, rule in
        for item in rule.items { found[item, default: []].append(rule) }
      }
      var print = Fingerprint()
      for list in book.lists(reachableFrom: EngineList.allCases.map(\.rawValue)) { print.add(list) }
      common = print.bytes
    }

    private func asking(_ item: String, _ industry: String?) -> [Rule] {
      (rules[item] ?? []).filter { $0.applies(to: industry) }
    }

    /// All that says how it is looked for.
    func rules(of item: String, _ industry: String?) -> [UInt8] {
      var print = Fingerprint()
      print.add(written: common)
      for rule in asking(item, industry) {
        print.add(rule)
        let included = rule.except.compactMap(\.included)
        for list in lists.reachable(from: rule.patterns.flatMap(\.lists) + included) { print.add(list) }
      }
      return print.bytes
    }

    /// All of the rubric that decides how it is answered.
    func rubric(of item: String, _ industry: String?) -> [UInt8]? {
      guard let own = items[item] else { return nil }
      var print = Fingerprint()
      print.add([own.level, own.applies(to: industry) ? "applies" : ""])
      print.add(own.topics)
      // A rule's tense is that of all its items.
      for rule in asking(item, industry) { print.add(rule.items.map { items[$0]?.level ?? "" }) }
      for pack in book.packs where pack.id == own.pack { print.add(pack.levels) }
      return print.bytes
    }
  }
}

/// The rule books of an archive's runs, read once each; nil where this program does not understand one any more.
final class StoredBooks {
  private let read: (String) -> RuleBook?
  private var books: [String: RuleBook?] = [:]
  private var comparisons: [[String]: BookComparison?] = [:]

  init(_ read: @escaping (String) -> RuleBook?) { self.read = read }

  func book(_ digest: String) -> RuleBook? {
    if let known = books[digest] { return known }
    let book = read(digest)
    books[digest] = book
    return book
  }

  func comparison(_ before: String, _ after: String) -> BookComparison? {
    if let known = comparisons[[before, after]] { return known }
    var comparison: BookComparison?
    if let old = book(before), let new = book(after) { comparison = BookComparison(old, new) }
    comparisons[[before, after]] = comparison
    return comparison
  }

  /// The rules of one book with the rubric of the other.
  func hybrid(rules: String, rubric: String) -> RuleBook? {
    guard let rulesBook = book(rules), let rubricBook = book(rubric) else { return nil }
    if rules == rubric { return rulesBook }
    return RuleBook(packs: rubricBook.packs, rules: rulesBook.rules, lists: rulesBook.lists)
  }
}
