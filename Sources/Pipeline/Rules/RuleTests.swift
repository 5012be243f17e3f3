import ReportModel
import RuleBook
import RuleMatching
import TextStructure

/// What came of one example of a rule.
package struct ExampleResult: Sendable {
  package var rule: Rule
  package var example: Example
  package var outcome: Outcome
  /// What the rule found in it, best first.
  package var evidence: [Evidence]
  /// Where a hit was missed: what the rule saw in it, and what it wanted.
  package var explanation: RuleExplanation?

  package enum Outcome: Sendable, Equatable {
    case passed
    /// It had to be found and was not.
    case missed
    /// It was found, but says something else.
    case wrong([Difference])
    /// It had to be left alone and was found.
    case falseHit
  }

  package struct Difference: Sendable, Equatable {
    package var field: String
    package var expected: String
    package var found: String
  }
}

/// Tries every rule alone on its own examples.
package func testExamples(of book: RuleBook, compiled: CompiledBook) -> [ExampleResult] {
  compiled.ruleIndexes.flatMap { index in
    let rule = compiled.rule(index)
    guard !rule.examples.isEmpty else { return [ExampleResult]() }
    let alone = compiled.only(rule: index)
    return rule.examples.map { test($0, of: rule, alone) }
  }
}

private func test(_ example: Example, of rule: Rule, _ book: CompiledBook) -> ExampleResult {
  let report = sketchText(headings: example.headings, paragraphs: [example.text], rows: example.rows)
  let findings = match(report, against: book, hints: DocumentHints(reportYear: example.reportYear))
  let outcome: ExampleResult.Outcome
  switch example.expectation {
  case .hit(let expected): outcome = result(of: findings.evidence.first, expected)
  case .miss: outcome = findings.evidence.isEmpty ? .passed : .falseHit
  case .undisclosed:
    let isSaid = findings.items.contains { $0.statement != nil }
    outcome = isSaid && findings.evidence.isEmpty ? .passed : isSaid ? .falseHit : .missed
  }
  var result = ExampleResult(rule: rule, example: example, outcome: outcome, evidence: findings.evidence)
  if outcome == .missed { result.explanation = explanation(of: rule, in: report, book, example) }
  return result
}

private func explanation(
  of rule: Rule, in report: ReportText, _ book: CompiledBook, _ example: Example
) -> RuleExplanation? {
  let hints = DocumentHints(reportYear: example.reportYear)
  return rule.items.first.flatMap { item in
    explain(item: item, in: report, against: book, hints: hints, pages: { _ in true }).rules
      .first { $0.rule.id == rule.id }
  }
}

private func result(of evidence: Evidence?, _ expected: Example.Expected) -> ExampleResult.Outcome {
  guard let evidence else { return .missed }
  let value = evidence.value
  let normalized = value?.normalized.map { "\($0.value.plain) \($0.unit)" } ?? ""
  let pairs: [(String, String?, String)] = [
    ("value", expected.value, value?.plain ?? ""), ("unit", expected.unit, value?.unit ?? ""),
    ("year", expected.year, evidence.year), ("qualifier", expected.qualifier, value?.qualifier?.rawValue ?? ""),
    ("boundary", expected.boundary, evidence.boundary), ("normalized", expected.normalized, normalized),
    ("name", expected.name, evidence.name),
  ]
  let differences = pairs.compactMap { field, expected, found in
    expected.flatMap { $0 == found ? nil : ExampleResult.Difference(field: field, expected: $0, found: found) }
  }
  return differences.isEmpty ? .passed : .wrong(differences)
}
