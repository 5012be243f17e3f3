import ReportModel
import RuleBook

/// Makes evidence of a draft: words, pages, number, year and boundary, and how good it is beside other evidence.
struct EvidenceMaker {
  let matcher: Matcher

  private var text: SearchText { matcher.text }
  private var report: ReportText { matcher.text.report }

  /// One for each item that the rule answers. `standing` are its points among the cells of its table.
  func evidence(_ draft: Draft, rule: CompiledRule, standing: Int = 0) -> [Evidence] {
    zip(rule.items, rule.levels).map { item, level in
      var evidence = base(draft, rule: rule, item: item, level: level)
      evidence.score = score(draft, evidence, rule: rule) + standing
      return evidence
    }
  }

  private func base(_ draft: Draft, rule: CompiledRule, item: Item, level: String) -> Evidence {
    let focus = (draft.hit.pieces + [draft.value?.range].compactMap { $0 }).flatMap(text.sources)
    let topics = item.topics + rule.rule.topics.filter { !item.topics.contains($0) }
    return Evidence(
      item: item.id, topics: topics, rule: rule.rule.id, level: level, page: page(of: draft), quote: quote(draft),
      quoteRanges: draft.quote.flatMap(text.sources), focus: unique(focus), context: context(draft.passage),
      headings: headings(draft.passage), value: value(draft, rule.rule), name: draft.hit.name.map(text.string) ?? "",
      year: draft.year.map { String($0.year) } ?? "", yearSource: draft.year?.source,
      boundary: draft.boundary.map(text.string) ?? "", place: place(draft.passage))
  }

  // MARK: Words and places

  /// The page of the value, or of the words.
  private func page(of draft: Draft) -> Int {
    let place = (draft.value?.range ?? draft.hit.span).lowerBound
    return text.page(of: draft.passage, at: place)
  }

  private static let longestQuote = 240

  private func quote(_ draft: Draft) -> String {
    let words = draft.quote.flatMap { text.scalars[$0].split { $0 == "\n" || $0 == "\t" || $0 == " " } }
    let plain = words.map { String(scalars: $0) }.joined(separator: " ")
    guard plain.unicodeScalars.count > Self.longestQuote, draft.quote.count == 1 else { return plain }
    return excerpt(draft)
  }

  /// Of a very long sentence the part around the words and the value.
  private func excerpt(_ draft: Draft) -> String {
    let range = draft.passage.range
    let focus = min(draft.hit.span.lowerBound, draft.value?.range.lowerBound ?? .max)
    let start = max(range.lowerBound, min(focus - 60, range.upperBound - Self.longestQuote))
    let end = min(range.upperBound, start + Self.longestQuote)
    let words = text.string(start..<end).split(whereSeparator: { $0 == "\n" || $0 == "\t" }).joined(separator: " ")
    return (start > range.lowerBound ? "…" : "") + words + (end < range.upperBound ? "…" : "")
  }

  private func context(_ passage: Passage) -> String {
    guard passage.cell != nil else { return limited(text.string(report.blocks[passage.block].range)) }
    return limited(matcher.captions(of: passage).map(text.string).joined(separator: " / "))
  }

  private func limited(_ words: String) -> String {
    let scalars = words.unicodeScalars
    guard scalars.count > 600 else { return words }
    return String(String.UnicodeScalarView(scalars.prefix(600))) + "…"
  }

  private func headings(_ passage: Passage) -> [String] {
    text.headingRanges(ofBlock: passage.block).map(text.string)
  }

  private func place(_ passage: Passage) -> Evidence.Place {
    if let cell = passage.cell { return text.tables[cell.table].isChart ? .chart : .table }
    switch report.blocks[passage.block].role {
    case .footnote: return .note
    case .figureText: return .chart
    default: return .text
    }
  }

  private func unique(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for range in ranges where !range.isEmpty && !found.contains(range) { found.append(range) }
    return found
  }

  // MARK: The number

  private func value(_ draft: Draft, _ rule: Rule) -> Evidence.Value? {
    let unit = draft.value.flatMap { text.tally(before: $0.range.lowerBound, within: 6) } ?? rule.value?.unit ?? ""
    switch draft.value {
    case .quantity(let printed):
      let quantity = rule.value?.counted(printed) ?? printed
      let kinds = Set(rule.value?.kinds ?? [])
      let isTold = kinds.contains(quantity.kind) || !kinds.isDisjoint(with: quantity.alternatives)
      return Evidence.Value(
        plain: quantity.value.plain, high: quantity.valueHigh?.plain ?? "",
        unit: quantity.unit.isEmpty ? unit : quantity.unit, printed: text.string(quantity.range),
        normalized: quantity.normalized ?? bare(quantity, unit), isInferred: quantity.isInferred,
        qualifier: quantity.qualifier, ambiguous: isTold ? [] : quantity.alternatives)
    case .words(let range, let meaning):
      let number = meaning == .all ? Figure(digits: 100) : Figure.zero
      let said = meaning == .all && unit.isEmpty ? "%" : unit
      return Evidence.Value(
        plain: "", unit: said, printed: text.string(range),
        normalized: Quantity.Normalized(value: number, unit: said), isInferred: true,
        qualifier: meaning == .all ? .all : nil)
    case nil:
      guard rule.negation == .answer else { return nil }
      return Evidence.Value(plain: "", printed: draft.isNegated ? "no" : "yes", isInferred: true)
    }
  }

  private func bare(_ quantity: Quantity, _ unit: String) -> Quantity.Normalized? {
    unit.isEmpty ? nil : Quantity.Normalized(value: quantity.value, valueHigh: quantity.valueHigh, unit: unit)
  }

  // MARK: How good

  private enum Points {
    static let rule = 100
    static let value = 30
    /// Of what only stands near its subject: always behind what a rule has found in its own words.
    static let near = 30
    static let nearStep = 12
    static let reportYear = 24
    static let yearOff = 6
    /// What was aimed at for a year that is over says less than any aim that stands.
    static let goalPast = -26
    static let text = 6
    static let table = 4
    static let note = -4
    /// One number out of a row of many, told by no column: behind any that a column tells, whatever rule found it.
    static let amongMany = -130
    /// What it counts is not told.
    static let noUnit = -6
  }

  private func score(_ draft: Draft, _ evidence: Evidence, rule: CompiledRule) -> Int {
    var score = draft.nearness.map(nearPoints) ?? Points.rule * rule.rule.weight
    if case .quantity = draft.value { score += Points.value }
    score += yearPoints(draft.year, rule, hasValue: draft.value != nil)
    switch evidence.place {
    case .text: score += Points.text
    case .table: score += Points.table
    case .note: score += Points.note
    case .chart: break
    }
    if isAmongMany(draft) { score += Points.amongMany }
    if let value = evidence.value, !value.plain.isEmpty, value.unit.isEmpty { score += Points.noUnit }
    // Words close together mean what they say more surely than words far apart.
    score -= min(12, draft.hit.span.count / 6)
    return score
  }

  private func nearPoints(_ nearness: Nearness) -> Int { Points.near - Points.nearStep * nearness.rawValue }

  /// Whether a number was read off a row as a whole that holds several of its kind.
  private func isAmongMany(_ draft: Draft) -> Bool {
    guard case .quantity(let quantity) = draft.value, let cell = draft.passage.cell, cell.column == nil else {
      return false
    }
    return text.quantities(in: draft.passage.range).count { $0.kind == quantity.kind } > 2
  }

  private func yearPoints(_ bound: YearBinding.Bound?, _ rule: CompiledRule, hasValue: Bool) -> Int {
    guard let bound, let current = matcher.reportYear else { return 0 }
    if rule.isAboutWhatMayCome, hasValue, bound.year > current { return scenarioPoints(bound.year - current) }
    if rule.isAboutGoals, bound.year <= current, bound.source != .report { return Points.goalPast }
    let distance = abs(bound.year - current)
    let points = distance == 0 ? Points.reportYear : -min(24, Points.yearOff * distance)
    // Of years to come, which differ in scenarios alone, the last is where they part most.
    let later = bound.year > current ? min(4, distance / 7) : 0
    return bound.source == .report ? points / 2 : points + later
  }

  /// Of a value where neither facts nor goals are asked for, a year to come is as good as none; scenarios part most in the last.
  private func scenarioPoints(_ yearsAhead: Int) -> Int { Points.reportYear / 2 + min(4, yearsAhead / 7) }
}
