import Archive
import Review
import RuleBook

/// Which items two rule books look for otherwise, and which they ask otherwise.
final class BookComparison {
  private let before: Side
  private let after: Side
  /// Looked up once for each item: many documents ask.
  private var known: [Place: Set<Factor>] = [:]

  private struct Place: Hashable {
    var item: String
    var before: String?
    var after: String?
  }

  init(_ before: RuleBook, _ after: RuleBook) {
    self.before = Side(before)
    self.after = Side(after)
  }

  /// - Parameters: the industries for which the item was asked.
  func factors(of item: String, before industry: String?, after later: String?) -> Set<Factor> {
    let place = Place(item: item, before: industry, after: later)
    if let known = known[place] { return known }
    var factors: Set<Factor> = []
    // What differs between industries is the placement's doing: both books are looked at for both.
    for industry in Set([industry, later]) {
      if before.rules(of: item, industry) != after.rules(of: item, industry) { factors.insert(.rules) }
      if before.rubric(of: item, industry) != after.rubric(of: item, industry) { factors.insert(.rubric) }
    }
    known[place] = factors
    return factors
  }

  private struct Side {
    private let packs: [Pack]
    private let lists: WrittenLists
    private let items: [String: Item]
    private let rules: [String: [Rule]]
    private let common: [UInt8]

    init(_ book: RuleBook) {
      packs = book.packs
      lists = WrittenLists(book)
      items = Dictionary(book.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      rules = book.rules.reduce(into: [:]) { found, rule in
        for item in rule.items { found[item, default: []].append(rule) }
      }
      var print = Fingerprint()
      lists.add(EngineList.allCases.map(\.rawValue), to: &print)
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
        lists.add(rule.patterns.flatMap(\.lists) + rule.except.compactMap(\.included), to: &print)
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
      for pack in packs where pack.id == own.pack { print.add(pack.levels) }
      return print.bytes
    }
  }
}

/// The rule books of an archive's runs, read once each.
final class StoredBooks {
  private let archive: ArchiveFile
  private var books: [String: RuleBook] = [:]
  private var unreadable: Set<String> = []
  private var changed: [[String]: BookChange] = [:]

  init(_ archive: ArchiveFile) { self.archive = archive }

  func book(_ digest: String) throws(ArchiveScoringFailure) -> RuleBook {
    if let known = books[digest] { return known }
    let book = try archive.ruleBook(digest)
    books[digest] = book
    return book
  }

  /// Nil where this program does not understand it any more.
  func bookIfReadable(_ digest: String) -> RuleBook? {
    if unreadable.contains(digest) { return nil }
    if let book = try? book(digest) { return book }
    unreadable.insert(digest)
    return nil
  }

  /// What is not the same for an item whose question is another one.
  func factors(of item: String, _ before: ReadingGround, _ after: ReadingGround) -> Set<Factor> {
    let key = [before.rules, after.rules]
    let change = changed[key] ?? change(before.rules, after.rules)
    changed[key] = change
    switch change {
    case .unknown: return [.rules, .rubric]
    case .only(let factor) where before.matching == after.matching && before.industry == after.industry:
      return [factor]
    case .only:
      changed[key] = comparison(before.rules, after.rules)
      return factors(of: item, before, after)
    case .both(let comparison):
      return comparison.factors(of: item, before: before.industry, after: after.industry)
    }
  }

  private enum BookChange {
    /// All files that differ are of one kind: where the engine is the same, another question can only come of these.
    case only(Factor)
    case both(BookComparison)
    case unknown
  }

  private func change(_ before: String, _ after: String) -> BookChange {
    guard let old = sources(before), let new = sources(after) else { return comparison(before, after) }
    let paths = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    let kinds = Set(paths.map { RuleBook.isOfRubric(path: $0) ? Factor.rubric : .rules })
    guard kinds.count == 1, let only = kinds.first else { return comparison(before, after) }
    return .only(only)
  }

  private func comparison(_ before: String, _ after: String) -> BookChange {
    guard let old = bookIfReadable(before), let new = bookIfReadable(after) else { return .unknown }
    return .both(BookComparison(old, new))
  }

  private func sources(_ digest: String) -> [String: [UInt8]]? {
    guard let files = try? archive.book(digest)?.ruleSources() else { return nil }
    return Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rules of one book with the rubric of the other.
  func hybrid(rules: String, rubric: String) -> RuleBook? {
    guard let rulesBook = bookIfReadable(rules), let rubricBook = bookIfReadable(rubric) else { return nil }
    if rules == rubric { return rulesBook }
    return RuleBook(packs: rubricBook.packs, rules: rulesBook.rules, lists: rulesBook.lists)
  }
}
