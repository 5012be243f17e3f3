import Archive
import ReportModel

/// What the archive holds, one object a line. Nothing in it tells when or by how many hands it was made, but for runs.
package func json(
  of reports: [(report: ReportRecord, evidence: Int)], superseded: [DocumentID: String] = [:]
) -> ByteBuffer {
  var json = JSONWriter()
  for (report, evidence) in reports {
    json.object { json in
      json.report(report)
      json.number("evidence", evidence)
      if let current = superseded[report.document.id] { json.text("supersededBy", current) }
    }
    json.endLine()
  }
  return json.buffer
}

package func json(of report: ReportRecord, _ answers: [StoredAnswer]) -> ByteBuffer {
  var json = JSONWriter(capacity: 4096 + answers.count * 400)
  json.object { json in
    json.report(report)
    json.key("evidence")
    json.list { json in
      for placed in answers.flatMap(\.evidence) {
        json.object { json in json.evidence(placed.evidence, placed.boxes, context: nil) }
      }
    }
    json.key("items")
    json.list { json in
      for answer in answers { json.state(answer.state) }
    }
  }
  json.endLine()
  return json.buffer
}

package func json(of runs: [RunRecord]) -> ByteBuffer {
  var json = JSONWriter()
  for run in runs {
    json.object { json in
      json.number("run", run.id.number)
      json.text("command", run.command)
      json.text("started", run.started)
      json.text("ended", run.ended ?? "")
      json.text("ending", run.ending?.rawValue ?? "")
      json.text("reading", run.engines.reading)
      json.text("matching", run.engines.matching)
      json.text("rules", run.rules)
      json.number("documents", run.documents)
      json.number("problems", run.problems)
    }
    json.endLine()
  }
  return json.buffer
}

extension JSONWriter {
  package mutating func number(_ name: StaticString, _ value: Int) {
    key(name)
    self.value(value)
  }

  package mutating func failureIfAny(_ failure: ReadFailure?) {
    guard let failure else { return }
    key("error")
    self.failure(failure)
  }

  fileprivate mutating func report(_ report: ReportRecord) {
    text("name", report.document.name)
    text("sha256", report.document.sha256)
    number("size", report.document.size)
    text("status", report.status.rawValue)
    failureIfAny(report.failure)
    number("pages", report.pageCount)
    key("weakPages")
    list { json in
      for page in report.weakPages {
        json.object { json in
          json.number("page", page.number)
          json.text("readable", page.grade.rawValue)
          json.texts("reasons", page.reasons)
        }
      }
    }
    text("reportYear", report.year.map(String.init) ?? "")
    key("placement")
    object { json in json.placement(report.placement) }
    texts("paths", report.paths)
  }

  private mutating func placement(_ placement: Placement) {
    fact("company", placement.company) { $0 }
    fact("ticker", placement.ticker) { $0 }
    fact("year", placement.year) { String($0) }
    fact("kind", placement.kind) { $0.rawValue }
    fact("language", placement.language) { $0.rawValue }
    fact("uploaded", placement.uploaded) { $0.text }
    fact("revision", placement.revision) { String($0) }
    fact("industry", placement.industry) { $0 }
    texts("open", placement.openQuestions.map(\.rawValue))
  }

  private mutating func fact<Value>(_ name: StaticString, _ fact: Placement.Fact<Value>?, _ text: (Value) -> String) {
    guard let fact else { return }
    key(name)
    object { json in
      json.text("value", text(fact.value))
      json.text("from", fact.source.rawValue)
    }
  }
}
