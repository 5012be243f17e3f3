import Foundation
import ReportModel
import RuleBook
import Support
import Testing
import TextStructure

@testable import RuleMatching

/// Rules written as YAML, made ready with the engine's own vocabulary, to be tried on small reports.
///
/// Each rule answers an item of its own name, at the level `fact` unless it says `level: goal` or `level: any`.
struct RuleBench {
  let book: RuleBook
  let compiled: CompiledBook
  let industry: String?

  /// `lists` is the inside of a vocabulary file, `items` that of an item file.
  init(_ rules: String, lists: String = "", items: String? = nil, industry: String? = nil) throws {
    var files = ["demo/pack.yaml": Self.pack, "vocabulary/engine.yaml": Self.engine, "demo/rules.yaml": rules]
    if !lists.isEmpty { files["vocabulary/lists.yaml"] = "lists:\n" + lists }
    var own: [String] = []
    for item in Self.read(files).book.rules.flatMap(\.items) where !own.contains(item) { own.append(item) }
    files["demo/items.yaml"] =
      items ?? "items:\n" + own.map { "  - {id: \($0), names: \($0), sub-dimension: all, level: fact}\n" }.joined()
    let (book, findings) = Self.read(files)
    // Random rules may contradict themselves; that does no harm to a test that does not mean to.
    for finding in findings where finding.code.severity == .error && finding.code != .contradiction {
      Issue.record("\(finding.place.file):\(finding.place.line): \(finding.message.english)")
    }
    self.book = book
    self.industry = industry
    compiled = CompiledBook(book, industry: industry)
  }

  /// One rule with one condition to find, at the level `any`; `more` are further keys of it.
  init(find pattern: String, more: String = "level: any", lists: String = "") throws {
    let quoted = pattern.replacingOccurrences(of: "'", with: "''")
    try self.init("rules: [{id: x, find: '\(quoted)', \(more)}]", lists: lists)
  }

  func read(_ report: ReportText, year: Int? = 2022) -> Reading {
    let hints = DocumentHints(reportYear: year, industry: industry)
    return Reading(report: report, findings: match(report, against: compiled, hints: hints))
  }

  func read(_ paragraph: String, under headings: [String] = [], year: Int? = 2022) -> Reading {
    read(sketchText(headings: headings, paragraphs: [paragraph], rows: []), year: year)
  }

  func read(rows: [[String]], under headings: [String] = [], year: Int? = 2022) -> Reading {
    read(sketchText(headings: headings, paragraphs: [], rows: rows), year: year)
  }

  /// Why what the rule finds in the report is no evidence.
  func refusals(_ report: ReportText, item: String = "x", year: Int? = 2022) -> [Refusal] {
    let explanation = explain(
      item: item, in: report, against: compiled, hints: DocumentHints(reportYear: year), pages: { _ in true })
    return explanation.rules.flatMap(\.cases).compactMap {
      if case .refused(let refusal, _) = $0.outcome { refusal } else { nil }
    }
  }

  func refusals(_ paragraph: String, under headings: [String] = [], year: Int? = 2022) -> [Refusal] {
    refusals(sketchText(headings: headings, paragraphs: [paragraph], rows: []), year: year)
  }

  private static func read(_ files: [String: String]) -> (book: RuleBook, findings: [RuleFinding]) {
    readRuleBook(files.map { RuleBook.Source(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  private static let engine: String = {
    let file = BuiltProgram.root.appendingPathComponent("Rules/vocabulary/engine.yaml")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  private static let pack = """
    id: demo
    names: Demo
    industries: {makers: {names: Makers}, finance: {names: Finance}}
    levels:
      fact: {names: Fact, tense: fact}
      goal: {names: Goal, tense: goal}
      any: {names: Any, tense: any}
    dimensions: [{id: d, names: D, sub-dimensions: {all: {names: All}}}]
    """
}

/// What was found in a report, written so that a test can be read.
struct Reading {
  var report: ReportText
  var findings: Findings

  var evidence: [Evidence] { findings.evidence }
  var inPlace: [Evidence] { evidence.sorted { Self.place($0) < Self.place($1) } }

  /// `81.25 %`, `〈無〉 件`: value and unit of each, in the order of the text.
  var values: [String] { inPlace.map(Self.value) }
  /// `2021 clause`.
  var years: [String] { inPlace.map(Self.year) }
  var valuesAndYears: [String] { inPlace.map { "\(Self.value($0)) \($0.year)" } }
  var pages: [Int] { inPlace.map(\.page) }
  var boundaries: [String] { inPlace.map(\.boundary) }
  var names: [String] { inPlace.map(\.name) }

  /// The whole text with 〔〕 around what each evidence is made of.
  var marked: [String] {
    inPlace.map { evidence in
      var text = String.UnicodeScalarView()
      for (index, scalar) in report.text.enumerated() {
        if evidence.focus.contains(where: { $0.lowerBound == index }) { text.append("〔") }
        text.append(scalar)
        if evidence.focus.contains(where: { $0.upperBound == index + 1 }) { text.append("〕") }
      }
      return String(text).trimmingCharacters(in: .newlines)
    }
  }

  func state(_ item: String = "x") -> ItemState? { findings.items.first { $0.item == item } }

  private static func place(_ evidence: Evidence) -> Int {
    evidence.focus.map(\.upperBound).max() ?? evidence.quoteRanges.first?.lowerBound ?? 0
  }

  private static func value(_ evidence: Evidence) -> String {
    guard let value = evidence.value else { return "-" }
    let number = value.plain.isEmpty ? "〈\(value.printed)〉" : value.plain
    return value.unit.isEmpty ? number : "\(number) \(value.unit)"
  }

  private static func year(_ evidence: Evidence) -> String {
    evidence.yearSource.map { "\(evidence.year) \($0.rawValue)" } ?? evidence.year
  }
}
