/// Between two rule books: the words without which a report is answered alike by both.
package struct WordChanges: Sendable, Equatable {
  /// What one of the books looks for and the other does not, with the lists that it is read with.
  package struct Side: Sendable, Equatable {
    package var conditions: [Condition] = []
    package var lists: [TermList]
  }

  package var before: Side
  package var after: Side
  /// Words that a list, or what a rule leaves out, has in one of the books only.
  package var terms: Set<String> = []
}

extension WordChanges {
  /// How some items are looked for in documents of an industry; nil where more than words changed of the items
  /// themselves, so that any report may be answered otherwise.
  package init?(of items: Set<String>, from before: RuleBook, to after: RuleBook, industry: String?) {
    self.before = Side(lists: before.lists)
    self.after = Side(lists: after.lists)
    guard
      let old = AskedRules(before, of: items, industry: industry),
      let new = AskedRules(after, of: items, industry: industry),
      items.allSatisfy({ old.asks($0, as: new) })
    else { return nil }
    // Of two that find the same, the first in the book counts.
    let shared = Set(old.ids).intersection(new.ids)
    guard old.ids.filter(shared.contains) == new.ids.filter(shared.contains) else { return nil }
    for (id, rule) in old.rules {
      guard let other = new.rules[id], old.levels(of: rule) == new.levels(of: other) else {
        self.before.conditions += rule.askers
        continue
      }
      add(rule, other)
    }
    for (id, rule) in new.rules where old.rules[id].map({ old.levels(of: $0) == new.levels(of: rule) }) != true {
      self.after.conditions += rule.askers
    }
    for name in old.lists.union(new.lists) {
      let (was, now) = (old.words(ofList: name), new.words(ofList: name))
      terms.formUnion(was.meant.symmetricDifference(now.meant))
      terms.formUnion(was.leftOut.symmetricDifference(now.leftOut))
    }
  }

  /// What one rule says otherwise than it did. Where that is more than other ways to say the same, all places where
  /// it looked or looks now are meant.
  private mutating func add(_ old: Rule, _ new: Rule) {
    var ways = Ways()
    var rest = old
    for part in Rule.conditions { ways.take(from: &rest, in: new, part) }
    if old.table != nil, new.table != nil { ways.take(from: &rest, in: new, \.tableLabel) }
    if old.nearby != nil, new.nearby != nil { ways.take(from: &rest, in: new, \.nearbySubject) }
    ways.takeYears(from: &rest, in: new)
    let except = Set(old.except.map(\.text)).symmetricDifference(new.except.map(\.text))
    rest.except = new.except
    guard rest == new, !except.contains(where: { $0.hasPrefix("$") }) else {
      before.conditions += old.askers
      after.conditions += new.askers
      return
    }
    before.conditions += ways.old
    after.conditions += ways.new
    terms.formUnion(except)
  }
}

/// Ways to say something that only one of two rules has.
private struct Ways {
  var old: [Condition] = []
  var new: [Condition] = []

  /// Makes a condition of the older rule the newer one's, where what stood in both stands in the same order.
  mutating func take(from rule: inout Rule, in other: Rule, _ part: WritableKeyPath<Rule, Condition?>) {
    guard let before = rule[keyPath: part], let after = other[keyPath: part], before != after else { return }
    guard take(before.ways, after.ways) else { return }
    rule[keyPath: part] = after
  }

  mutating func takeYears(from rule: inout Rule, in other: Rule) {
    // Without any, years are told otherwise.
    guard !rule.year.isEmpty, !other.year.isEmpty else { return }
    if take(rule.year.map(Condition.pattern), other.year.map(Condition.pattern)) { rule.year = other.year }
  }

  private mutating func take(_ before: [Condition], _ after: [Condition]) -> Bool {
    guard before.filter(after.contains) == after.filter(before.contains) else { return false }
    old += before.filter { !after.contains($0) }
    new += after.filter { !before.contains($0) }
    return true
  }
}

extension Condition {
  /// What it is enough to meet one of.
  fileprivate var ways: [Condition] {
    if case .any(let parts) = self { parts } else { [self] }
  }
}

extension Rule {
  fileprivate static var conditions: [WritableKeyPath<Rule, Condition?>] {
    [
      \.find, \.with, \.not, \.under, \.undisclosed, \.tableAcross, \.tableNotAcross, \.tableCaption, \.nearbyMeasure,
    ]
  }

  /// What must be met somewhere for the rule to be tried at all.
  fileprivate var askers: [Condition] { [find, undisclosed, table?.label, nearby?.subject].compactMap { $0 } }

  fileprivate var tableLabel: Condition? {
    get { table?.label }
    set { if let newValue { table?.label = newValue } }
  }

  fileprivate var tableAcross: Condition? {
    get { table?.across }
    set { table?.across = newValue }
  }

  fileprivate var tableNotAcross: Condition? {
    get { table?.notAcross }
    set { table?.notAcross = newValue }
  }

  fileprivate var tableCaption: Condition? {
    get { table?.caption }
    set { table?.caption = newValue }
  }

  fileprivate var nearbySubject: Condition? {
    get { nearby?.subject }
    set { if let newValue { nearby?.subject = newValue } }
  }

  fileprivate var nearbyMeasure: Condition? {
    get { nearby?.measure }
    set { nearby?.measure = newValue }
  }
}

/// The rules of a book that answer some items, as far as they decide what is found: not where they stand.
private struct AskedRules {
  let ids: [String]
  let rules: [String: Rule]
  /// The lists that they name.
  let lists: Set<String>
  private let items: [String: Item]
  private let written: ListIndex
  private let industry: String?

  /// Nil where two rules have one name.
  init?(_ book: RuleBook, of asked: Set<String>, industry: String?) {
    let own = book.rules.filter { $0.applies(to: industry) && !asked.isDisjoint(with: $0.items) }
    ids = own.map { "\($0.pack) \($0.id)" }
    guard Set(ids).count == ids.count else { return nil }
    rules = Dictionary(zip(ids, own.map(\.placeless)), uniquingKeysWith: { first, _ in first })
    lists = Set(own.flatMap { $0.patterns.flatMap(\.lists) + $0.except.compactMap(\.included) })
    items = Dictionary(book.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    written = ListIndex(book.lists)
    self.industry = industry
  }

  /// Whether an item is the same question in both books but for its rules.
  func asks(_ item: String, as other: AskedRules) -> Bool {
    guard let own = items[item], let new = other.items[item] else { return false }
    return own.level == new.level && own.topics == new.topics
      && own.applies(to: industry) == new.applies(to: industry)
  }

  func levels(of rule: Rule) -> [String] { rule.items.map { items[$0]?.level ?? "" } }

  /// What a list makes a pattern look for and leave out, with the lists that it takes in.
  func words(ofList name: String) -> (meant: Set<String>, leftOut: Set<String>) {
    let lists = written.reachable(from: [name])
    let meant = lists.flatMap(\.terms).filter { $0.included == nil }.map(\.text)
    return (Set(meant), Set(lists.flatMap(\.except).map(\.text)))
  }
}

extension Rule {
  /// Without what only its readers see.
  fileprivate var placeless: Rule {
    var rule = self
    rule.place = .nowhere
    rule.examples = []
    for part in Self.conditions + [\.tableLabel, \.nearbySubject] {
      rule[keyPath: part] = rule[keyPath: part]?.placeless
    }
    rule.year = rule.year.map(\.placeless)
    rule.except = rule.except.map { TermList.Term(text: $0.text, place: .nowhere) }
    return rule
  }
}

extension Condition {
  fileprivate var placeless: Condition {
    switch self {
    case .pattern(let pattern): .pattern(pattern.placeless)
    case .all(let parts): .all(parts.map(\.placeless))
    case .any(let parts): .any(parts.map(\.placeless))
    case .not(let part): .not(part.placeless)
    case .near(let parts, let width): .near(parts.map(\.placeless), characters: width)
    case .within(let scope, let part): .within(scope, part.placeless)
    }
  }
}

extension Pattern {
  fileprivate var placeless: Pattern { Pattern(source: source, place: .nowhere, form: form) }
}

extension Place {
  fileprivate static let nowhere = Place(file: "")
}
