import ReportModel
import RuleBook

/// Explains an item of a compiled book in a report.
package func explain(
  item: String, in report: ReportText, against book: CompiledBook, hints: DocumentHints, pages: (Int) -> Bool
) -> Explanation {
  let matcher = Matcher(report, book: book, hints: hints, .everything)
  let rules = book.ruleIndexes.filter { book.rules[$0].rule.items.contains(item) }
  let told = rules.flatMap { RuleSearch(matcher, only: $0).judgements() }
  let explainer = Explainer(matcher: matcher, item: item, addition: Addition(told, book: book))
  return Explanation(rules: rules.map { explainer.explain($0, pages: pages) })
}

private struct Explainer {
  let matcher: Matcher
  let item: String
  let addition: Addition

  private var text: SearchText { matcher.text }

  /// Passages shown where the words stand only in part.
  private static let mostNear = 5

  func explain(_ index: Int, pages: (Int) -> Bool) -> RuleExplanation {
    let compiled = matcher.book.rules[index]
    let search = RuleSearch(matcher, only: index)
    let all = search.judgements() + NearbySearch(matcher: matcher).judgements(of: [index]).map(weighed)
    let judged = all.filter { pages(text.page(of: $0.passage)) }
    let evidence = judged.filter { if case .evidence = $0.outcome { true } else { false } }
    let refused = judged.filter { if case .refused = $0.outcome { true } else { false } }
    var cases = (evidence + refused).map { found($0, compiled) }
    if let find = compiled.find { cases += near(find, compiled, search, pages) }
    return RuleExplanation(rule: compiled.rule, cases: cases, passages: text.passages.count)
  }

  /// What stands near counts only where other rules leave room for it.
  private func weighed(_ judgement: Judgement) -> Judgement {
    guard case .evidence = judgement.outcome, let refusal = addition.refusal(of: judgement.rule, for: item) else {
      return judgement
    }
    return Judgement(
      rule: judgement.rule, passage: judgement.passage, hit: judgement.hit, outcome: .refused(refusal))
  }

  private func found(_ judgement: Judgement, _ rule: CompiledRule) -> RuleExplanation.Case {
    let passage = judgement.passage
    return RuleExplanation.Case(
      page: text.page(of: passage), quote: quote(passage), outcome: outcome(judgement, rule),
      tree: tree(of: rule, at: passage))
  }

  private func outcome(_ judgement: Judgement, _ rule: CompiledRule) -> RuleExplanation.Outcome {
    switch judgement.outcome {
    case .refused(let refusal):
      return .refused(refusal, words: refusal.place.map { text.string($0) } ?? "")
    case .evidence(let draft):
      let evidence = EvidenceMaker(matcher: matcher).evidence(draft, rule: rule).first
      let value =
        evidence?.value.map { [$0.printed.isEmpty ? $0.plain : $0.printed, $0.qualifier?.rawValue ?? ""] } ?? []
      return .evidence(
        value: value.filter { !$0.isEmpty }.joined(separator: ", "), year: evidence?.year ?? "",
        yearSource: evidence?.yearSource?.rawValue ?? "", boundary: evidence?.boundary ?? "")
    }
  }

  // MARK: Passages that nearly match

  private func near(
    _ find: CompiledCondition, _ rule: CompiledRule, _ search: RuleSearch, _ pages: (Int) -> Bool
  ) -> [RuleExplanation.Case] {
    var scored: [(Passage, Int)] = []
    for passage in search.askedPassages where pages(text.page(of: passage)) {
      guard matcher.hits(find, in: passage, except: rule.except).isEmpty else { continue }
      scored.append((passage, find.bestStart(in: passage, matcher, rule.except)))
    }
    return scored.sorted { ($1.1, $0.0.range.lowerBound) < ($0.1, $1.0.range.lowerBound) }.prefix(Self.mostNear).map {
      RuleExplanation.Case(
        page: text.page(of: $0.0), quote: quote($0.0), outcome: .near, tree: nodes(find, "find", rule, $0.0, .sentence))
    }
  }

  // MARK: Trees

  private func tree(of rule: CompiledRule, at passage: Passage) -> [RuleExplanation.Node] {
    let parts: [(String, CompiledCondition?, Scope)] = [
      ("find", rule.find, .sentence), ("table", rule.table?.label, .stretch),
      ("subject", rule.nearby?.subject, .context), ("measure", rule.nearby?.measure, .context),
      ("with", rule.with, .context),
      ("not", rule.not, .sentence), ("under", rule.under, .headings),
    ]
    return parts.flatMap { name, condition, scope in
      condition.map { nodes($0, name, rule, passage, scope) } ?? []
    }
  }

  private func nodes(
    _ condition: CompiledCondition, _ name: String, _ rule: CompiledRule, _ passage: Passage, _ scope: Scope
  ) -> [RuleExplanation.Node] {
    let isMet = matcher.holds(condition, at: passage, in: scope, except: rule.except)
    let head = RuleExplanation.Node(depth: 0, words: name, state: isMet ? .met("") : .unmet)
    return [head] + leaves(condition, rule, passage, scope, depth: 1)
  }

  private func leaves(
    _ condition: CompiledCondition, _ rule: CompiledRule, _ passage: Passage, _ scope: Scope, depth: Int
  ) -> [RuleExplanation.Node] {
    switch condition {
    case .patterns(let patterns):
      return patterns.sources.indices.map {
        leaf(patterns.alone($0), patterns.sources[$0], rule, passage, scope, depth)
      }
    case .all(let parts): return group("all", parts, rule, passage, scope, depth)
    case .any(let parts): return parts.flatMap { leaves($0, rule, passage, scope, depth: depth) }
    case .near(let parts, let width): return group("near, within \(width)", parts, rule, passage, scope, depth)
    case .not(let part): return group("not", [part], rule, passage, scope, depth)
    case .within(let other, let part): return group("within \(other.rawValue)", [part], rule, passage, other, depth)
    }
  }

  private func group(
    _ name: String, _ parts: [CompiledCondition], _ rule: CompiledRule, _ passage: Passage, _ scope: Scope, _ depth: Int
  ) -> [RuleExplanation.Node] {
    let isMet = parts.allSatisfy { matcher.holds($0, at: passage, in: scope, except: rule.except) }
    let head = RuleExplanation.Node(depth: depth, words: name, state: isMet ? .met("") : .unmet)
    return [head] + parts.flatMap { leaves($0, rule, passage, scope, depth: depth + 1) }
  }

  private func leaf(
    _ pattern: CompiledPatterns, _ source: String, _ rule: CompiledRule, _ passage: Passage, _ scope: Scope,
    _ depth: Int
  ) -> RuleExplanation.Node {
    for range in matcher.ranges(of: scope, around: passage) {
      var stretch = passage
      stretch.range = range
      if let hit = matcher.hits(.patterns(pattern), in: stretch, except: rule.except).first {
        return RuleExplanation.Node(depth: depth, words: source, state: .met(text.string(hit.span)))
      }
    }
    let best = pattern.longestStart(in: passage, matcher, rule.except)
    guard best.met > 0 else { return RuleExplanation.Node(depth: depth, words: source, state: .unmet) }
    return RuleExplanation.Node(
      depth: depth, words: source, state: .partly(met: best.met, of: best.of, words: best.words))
  }

  private func quote(_ passage: Passage) -> String {
    let words =
      (passage.cell == nil ? [] : matcher.headers(of: passage).map { text.string($0) }) + [text.string(passage.range)]
    var seen: Set<String> = []
    return words.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: " | ")
  }
}

extension CompiledCondition {
  /// How many steps of its best pattern stand in a passage.
  fileprivate func bestStart(in passage: Passage, _ matcher: Matcher, _ except: LiteralSet?) -> Int {
    switch self {
    case .patterns(let patterns): patterns.longestStart(in: passage, matcher, except).met
    case .any(let parts): parts.map { $0.bestStart(in: passage, matcher, except) }.max() ?? 0
    case .all(let parts), .near(let parts, _): parts.reduce(0) { $0 + $1.bestStart(in: passage, matcher, except) }
    case .not, .within: 0
    }
  }
}

extension CompiledPatterns {
  /// How many steps of its best chain stand in a row in a passage, and as which words.
  fileprivate func longestStart(
    in passage: Passage, _ matcher: Matcher, _ except: LiteralSet?
  ) -> (met: Int, of: Int, words: String) {
    let stretch = matcher.stretch(passage.range)
    func hit(_ steps: Range<Int>) -> Hit? {
      var chains = ChainMatcher(matcher: matcher, patterns: self, stretch: stretch, except: except)
      chains.find(steps)
      return chains.found.first
    }
    var best = (met: 0, of: 0, words: "")
    for case .chain(let steps) in ways.map(\.form) {
      for met in (best.met + 1..<max(best.met, steps.count) + 1).reversed() {
        guard let hit = hit(steps.prefix(met)) else { continue }
        best = (met, steps.count, matcher.text.string(hit.span))
        break
      }
    }
    return best
  }
}
