import Archive
import ReportModel
import Review
import RuleBook

/// What reviewers agree on, as gold facts: a rule book is measured by them as by any others (`rules test --gold`).
package struct ReviewedFacts: Sendable {
  /// By the document's name, as the facts' file is called.
  package let name: String
  package let facts: [GoldFact]

  /// - Parameter topics: of each item.
  package init(_ reviewed: ReviewedReport, topics: [String: [String]]) {
    let report = reviewed.report.document.name
    name = report
    facts = reviewed.items.flatMap { item -> [GoldFact] in
      let own = topics[item.state.item] ?? [item.state.item]
      let found = item.evidence.filter(\.isAgreedOn).flatMap { Self.facts($0, report, own) }
      if !found.isEmpty { return found }
      let isNothing = item.judgement.verdict == .accept && item.state.state == .notFound && item.evidence.isEmpty
      return isNothing ? own.map { GoldFact(report: report, topic: $0, isDisclosed: false) } : []
    }
  }

  private static func facts(_ line: ReviewedReport.Line, _ report: String, _ own: [String]) -> [GoldFact] {
    let evidence = line.shown.evidence
    return (evidence.topics.isEmpty ? own : evidence.topics).map { topic in
      GoldFact(
        report: report, topic: topic, isDisclosed: true, page: evidence.page, value: evidence.value?.plain ?? "",
        valueHigh: evidence.value?.high ?? "", unit: evidence.value?.unit ?? "", year: evidence.year,
        quote: evidence.quote, level: evidence.level, form: line.form)
    }
  }

  /// One object a line, in the order of the rubric.
  package var lines: ByteBuffer {
    var json = JSONWriter(capacity: facts.count * 300)
    for fact in facts {
      json.fact(fact)
      json.endLine()
    }
    return json.buffer
  }

  /// As the folder of facts names it.
  package var fileName: String {
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return stem + ".evidence.jsonl"
  }
}

extension ReviewedReport.Line {
  /// Evidence of the document itself that all who decided hold to; the web is another source.
  fileprivate var isAgreedOn: Bool {
    if case .added(let addition, _) = entry.origin, case .web = addition.source { return false }
    switch entry.judgement {
    case .agreed(.accept, _), .agreed(.correct, _): return true
    case .agreed(.reject, _), .agreed(.postpone, _), .open, .postponed, .disputed: return false
    }
  }

  /// As facts tell where they stand.
  fileprivate var form: String {
    if case .added(let addition, _) = entry.origin, case .page(_, _, let words) = addition.source, words.isEmpty {
      return "image"
    }
    switch shown.evidence.place {
    case .text, .note: return "text"
    case .table: return "table"
    case .chart: return "chart"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func fact(_ fact: GoldFact) {
    object { json in
      json.text("pdf", fact.report)
      json.text("topic", fact.topic)
      json.key("disclosed")
      json.value(fact.isDisclosed)
      guard fact.isDisclosed else { return }
      json.number("page", fact.page ?? 0)
      json.text("value", fact.value)
      if !fact.valueHigh.isEmpty { json.text("valueHigh", fact.valueHigh) }
      json.text("unit", fact.unit)
      json.text("year", fact.year)
      json.text("quote", fact.quote)
      json.text("where", fact.form)
      if !fact.level.isEmpty { json.text("level", fact.level) }
    }
  }
}
