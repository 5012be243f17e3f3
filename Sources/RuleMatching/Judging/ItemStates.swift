import ReportModel
import RuleBook

/// Says of every item what is known after the search: found, denied, not found, or not to be known.
struct ItemStates {
  let matcher: Matcher
  let hints: DocumentHints
  /// For each rule the pages where it found anything, and those where that only points elsewhere.
  private var pages: [[Int]]
  private var pointerPages: [Int: Set<Int>] = [:]
  let statements: [(rule: Int, passage: Passage, hit: Hit)]

  init(
    matcher: Matcher, hints: DocumentHints, judgements: [Judgement],
    statements: [(rule: Int, passage: Passage, hit: Hit)]
  ) {
    self.matcher = matcher
    self.hints = hints
    self.statements = statements
    pages = Array(repeating: [], count: matcher.book.rules.count)
    for judgement in judgements {
      let page = matcher.text.page(of: judgement.passage)
      if pages[judgement.rule].last != page { pages[judgement.rule].append(page) }
      if case .refused(.pointer) = judgement.outcome { pointerPages[judgement.rule, default: []].insert(page) }
    }
  }

  private var text: SearchText { matcher.text }

  func all(found evidence: [Evidence]) -> [ItemState] {
    let found = Set(evidence.map(\.item))
    let pages = text.report.pages
    let searched = pages.filter { $0.readability.grade != .none }.map(\.number)
    let blank = pages.filter { $0.readability.grade == .none }.map(\.number)
    let rules = matcher.book.rulesOfItems
    return matcher.book.book.items.map { item in
      let own = rules[item.id] ?? []
      var state = ItemState(item: item.id, topics: topics(of: item, own), state: .notFound, searched: searched)
      state.pointers = pointers(own)
      state.statement = statement(own)
      state.unreadable = blank.filter { mayHold($0, own, searched) }
      state.state = self.state(of: item, isFound: found.contains(item.id), state)
      return state
    }
  }

  private func topics(of item: Item, _ rules: Set<Int>) -> [String] {
    let more = Set(rules.flatMap { matcher.book.rules[$0].rule.topics }).subtracting(item.topics)
    return item.topics + more.sorted()
  }

  private func state(of item: Item, isFound: Bool, _ known: ItemState) -> ItemState.State {
    if !item.applies(to: hints.industry) { return .notApplicable }
    if isFound { return .found }
    if known.statement != nil { return .statedNonDisclosure }
    return known.unreadable.isEmpty ? .notFound : .unreadable
  }

  private func statement(_ rules: Set<Int>) -> ItemState.Statement? {
    statements.first { rules.contains($0.rule) }.map { statement in
      ItemState.Statement(
        page: text.page(of: statement.passage, at: statement.hit.span.lowerBound),
        quote: text.string(statement.passage.range),
        ranges: text.sources(of: statement.passage.range))
    }
  }

  private func pointers(_ rules: Set<Int>) -> [Int] {
    Set(rules.flatMap { pointerPages[$0] ?? [] }).sorted()
  }

  /// A page without text may hold an item where the pages beside it speak of it, or where most pages have no text.
  private func mayHold(_ page: Int, _ rules: Set<Int>, _ searched: [Int]) -> Bool {
    if searched.count < text.report.pages.count - searched.count { return true }
    return rules.contains { pages[$0].contains { (page - 1...page + 1).contains($0) } }
  }
}
