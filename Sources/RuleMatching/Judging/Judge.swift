import ReportModel
import RuleBook

/// Decides what a rule's finds in a passage are worth: each is evidence, or refused for a reason that can be told.
struct Judge {
  let matcher: Matcher
  let index: Int

  private var rule: CompiledRule { matcher.book.rules[index] }
  private var text: SearchText { matcher.text }

  /// All that the rule's words find in a passage of running text or a cell.
  func judge(_ passage: Passage) -> [Judgement] {
    guard let find = rule.find else { return [] }
    let hits = matcher.hits(find, in: passage, except: rule.except)
    return hits.flatMap { judge($0, in: passage.focused(on: $0)) }
  }

  func judgement(_ passage: Passage, _ hit: Hit?, _ outcome: Judgement.Outcome) -> Judgement {
    Judgement(rule: index, passage: passage, hit: hit, outcome: outcome)
  }

  // MARK: The passage

  /// What stands against the passage as a whole.
  func refusal(of passage: Passage) -> Refusal? {
    let role = matcher.role(of: passage)
    if role == .pointer, !rule.rule.roles.contains(.pointer) { return .pointer }
    if !rule.rule.roles.contains(role) { return .role(role) }
    if let under = rule.under, !holds(under, passage, .headings) { return .headings }
    if let with = rule.with, !holds(with, passage, .context) { return .surroundings }
    // The rule's exceptions are for what it looks for: what it shuts out is shut out as it stands.
    if let not = rule.not, matcher.holds(not, at: passage, in: .sentence, except: nil) {
      return .excluded(matcher.hits(not, in: passage, except: nil).first?.span)
    }
    return nil
  }

  private func holds(_ condition: CompiledCondition, _ passage: Passage, _ scope: Scope) -> Bool {
    matcher.holds(condition, at: passage, in: scope, except: rule.except)
  }

  // MARK: One hit

  private func judge(_ hit: Hit, in passage: Passage) -> [Judgement] {
    if let refusal = refusal(of: passage) { return [judgement(passage, hit, .refused(refusal))] }
    let signs = Signs(matcher: matcher, passage: passage)
    var isNegated = false
    if hit.value == nil, let negation = signs.negation(of: hit) {
      switch rule.rule.negation {
      case .refuse: return [judgement(passage, hit, .refused(.negated(negation)))]
      case .answer: isNegated = true
      case .ignore: break
      }
    }
    switch value(of: hit, in: passage) {
    case .failure(let failure): return [judgement(passage, hit, .refused(failure.refusal))]
    case .success(let found):
      return readings(found, hit, in: passage).map { reading in
        var draft = Draft(hit: hit, passage: passage, value: reading.value, year: reading.year, quote: [passage.range])
        draft.isNegated = isNegated
        return judged(draft, signs)
      }
    }
  }

  /// The last look at a draft: its tense against the rule's.
  func judged(_ draft: Draft, _ signs: Signs) -> Judgement {
    var draft = draft
    let place = draft.value?.range ?? draft.hit.span
    let goal = signs.goal(at: place, hit: draft.hit, year: draft.year)
    switch (rule.tense, goal) {
    case (.fact, .sign(let range)): return judgement(draft.passage, draft.hit, .refused(.goal(range)))
    case (.fact, .yearToCome): return judgement(draft.passage, draft.hit, .refused(.goal(nil)))
    // Below a title of goals stands also what came of them: with its year.
    case (.fact, .heading(let range)) where !isDated(draft):
      return judgement(draft.passage, draft.hit, .refused(.goal(range)))
    case (.goal, .none): return judgement(draft.passage, draft.hit, .refused(.noGoal))
    case (.fact, .none), (.fact, .heading), (.goal, .sign), (.goal, .heading), (.goal, .yearToCome), (.any, _),
      (.outlook, _):
      break
    }
    draft.boundary = signs.boundary(of: place)
    return judgement(draft.passage, draft.hit, .evidence(draft))
  }

  /// Whether a value's own words or headers name the year of it, one that has passed.
  private func isDated(_ draft: Draft) -> Bool {
    guard draft.value != nil, let year = draft.year, let current = matcher.reportYear, year.year <= current else {
      return false
    }
    switch year.source {
    case .pattern, .series, .rule, .column, .clause, .sentence: return true
    case .paragraph, .heading, .report: return false
    }
  }

  // MARK: Values

  private func value(of hit: Hit, in passage: Passage) -> Result<Hit.Found?, RefusalError> {
    let request = rule.rule.value
    if let found = hit.value { return isInRange(found) ? .success(found) : .failure(.outOfRange) }
    guard let request else { return .success(nil) }
    let near = candidates(request, hit, in: passage)
    if let quantity = near.first(where: { isInRange(.quantity($0)) }) { return .success(.quantity(quantity)) }
    guard request.isRequired else { return .success(nil) }
    return .failure(near.isEmpty ? .noValue : .outOfRange)
  }

  /// Quantities of the wanted kind, the nearest first; those that follow the words before those ahead of them.
  private func candidates(_ request: ValueRequest, _ hit: Hit, in passage: Passage) -> [Quantity] {
    let reach =
      max(
        passage.range.lowerBound, hit.span.lowerBound - request.reach)..<min(
        passage.range.upperBound, hit.span.upperBound + request.reach)
    func distance(_ quantity: Quantity) -> Int? {
      let after = quantity.range.lowerBound - hit.span.upperBound
      let before = hit.span.lowerBound - quantity.range.upperBound
      if after < 0, before < 0 { return 0 }
      switch request.side {
      case .after: return after >= 0 ? after : nil
      case .before: return before >= 0 ? before : nil
      case .either: return after >= 0 ? after : 2 * before + 1
      }
    }
    return text.quantities(in: reach).filter { fits($0, kinds: request.kinds, units: request.units) }
      .compactMap { quantity in distance(quantity).map { (quantity, $0) } }
      .sorted { ($0.1, $0.0.range.lowerBound) < ($1.1, $1.0.range.lowerBound) }.map(\.0)
  }

  func isInRange(_ found: Hit.Found) -> Bool {
    guard let request = rule.rule.value, let range = request.range, case .quantity(let quantity) = found else {
      return true
    }
    return range.contains(request.counted(quantity).value.double)
  }

  // MARK: Years

  /// The value with its year; a list of values beside a list of years gives one reading for each.
  private func readings(
    _ found: Hit.Found?, _ hit: Hit, in passage: Passage
  ) -> [(value: Hit.Found?, year: YearBinding.Bound?)] {
    let binding = YearBinding(matcher: matcher, passage: passage)
    if let year = hit.year?.calendarYear { return [(found, YearBinding.Bound(year: year, source: .pattern))] }
    if case .quantity(let quantity) = found, let series = text.series(of: quantity, in: passage.range) {
      return series.map { (.quantity($0.value), YearBinding.Bound(year: $0.year, source: .series)) }
    }
    let year = year(for: found, hit, binding)
    guard case .quantity(let quantity) = found, !hit.isValueNamed else { return [(found, year)] }
    return text.dealt(with: quantity, to: hit.pieces.first ?? hit.span, in: passage.range).map { (.quantity($0), year) }
  }

  func year(of found: Hit.Found, _ hit: Hit, in passage: Passage) -> YearBinding.Bound? {
    if case .quantity(let quantity) = found, let series = text.series(of: quantity, in: passage.range),
      let year = series.first(where: { $0.value.range == quantity.range })?.year
    {
      return YearBinding.Bound(year: year, source: .series)
    }
    return year(for: found, hit, YearBinding(matcher: matcher, passage: passage))
  }

  private func year(for found: Hit.Found?, _ hit: Hit, _ binding: YearBinding) -> YearBinding.Bound? {
    if let year = binding.year(by: rule.years, except: rule.except) { return year }
    let place = found?.range ?? hit.span
    if rule.tense == .outlook, let year = binding.yearToCome(around: place) { return year }
    if let column = text.column(of: place, in: binding.passage), let year = binding.year(inHeader: column) {
      return YearBinding.Bound(year: year, source: .column)
    }
    if let year = binding.year(around: place, aims: aims(for: found)) {
      return rule.isAboutGoals ? future(year) : year
    }
    if let year = binding.yearOfCell() { return year }
    // What is not tied to a year in its own sentence may hold in every year: a policy, a goal.
    guard !rule.isAboutGoals, found != nil || rule.tense == .fact else { return nil }
    if Signs(matcher: matcher, passage: binding.passage).isUndated { return nil }
    // A year to come would make a fact a goal; scenarios have theirs.
    if rule.isAboutWhatMayCome, let year = binding.yearBeforeSemicolon() { return year }
    return binding.yearAbove() ?? matcher.reportYear.map { YearBinding.Bound(year: $0, source: .report) }
  }

  private func aims(for found: Hit.Found?) -> YearBinding.Aims {
    if rule.isAboutGoals { return .areAsked }
    return rule.tense != .fact && found != nil ? .areAskedInClause : .areOthers
  }

  /// The year of a goal lies ahead; one that has passed is when it was set, or what it is measured from.
  private func future(_ bound: YearBinding.Bound) -> YearBinding.Bound? {
    guard let current = matcher.reportYear else { return bound }
    return bound.year > current || (bound.year == current && bound.source == .clause) ? bound : nil
  }
}

/// A refusal as the failure of a step.
struct RefusalError: Error {
  var refusal: Refusal
}

extension Result where Failure == RefusalError {
  fileprivate static func failure(_ refusal: Refusal) -> Self { .failure(RefusalError(refusal: refusal)) }
}

extension Matcher {
  /// What a passage is for the reader; tables of contents and index tables only point.
  func role(of passage: Passage) -> Rule.Role {
    isPointer(passage) ? .pointer : passage.role
  }

  private func isPointer(_ passage: Passage) -> Bool {
    passage.role == .pointer || passage.cell.map { isPointer(table: $0.table) } ?? false
      || text.headingRanges(ofBlock: passage.block).last.map { occurs(.pointerSection, in: $0) } ?? false
  }

  private func isPointer(table: Int) -> Bool {
    let view = text.tables[table]
    return view.columns.contains { occurs(.pointerColumn, in: $0.range) }
      || view.captions.contains { occurs(.pointerSection, in: $0) }
  }

  private func occurs(_ list: EngineList, in range: Range<Int>) -> Bool {
    text.contains(book.engineList(list), in: range, book)
  }
}
