import Archive
import ReportModel
import Review

/// Steps of the log, one object a line; the contract stands in README.md.
package func json(of steps: [DecisionStep], in log: DecisionLog) -> ByteBuffer {
  var json = JSONWriter(capacity: steps.count * 400)
  for step in steps {
    json.object { json in json.step(step, in: log) }
    json.endLine()
  }
  return json.buffer
}

/// A report's items with their evidence and what is said of it, as one object.
package func json(of reviewed: ReviewedReport, items: [ReviewedReport.Item]) -> ByteBuffer {
  var json = JSONWriter(capacity: 1 << 16)
  json.object { json in
    json.text("name", reviewed.report.document.name)
    json.text("sha256", reviewed.report.document.sha256)
    json.key("items")
    json.list { json in
      for item in items { json.reviewed(item) }
    }
    json.key("asking")
    json.list { json in
      for asking in reviewed.asking { json.asking(asking) }
    }
  }
  json.endLine()
  return json.buffer
}

/// Decisions that wait for a person, one object a line.
package func json(of asking: [(report: ReportRecord, decision: AskingDecision)]) -> ByteBuffer {
  var json = JSONWriter(capacity: asking.count * 600)
  for (report, decision) in asking {
    json.object { json in
      json.text("name", report.document.name)
      json.text("sha256", report.document.sha256)
      json.key("decision")
      json.asking(decision)
    }
    json.endLine()
  }
  return json.buffer
}

extension JSONWriter {
  fileprivate mutating func step(_ step: DecisionStep, in log: DecisionLog) {
    number("step", step.number)
    text("time", step.time.text)
    text("by", step.who.text)
    text("what", step.entry.what.rawValue)
    key("stands")
    value(log.stands(step.number))
    switch step.entry {
    case .decide(let verdict, let subject):
      self.subject(subject)
      if case .correct(let correction) = verdict { self.correction(correction) }
    case .carry(let number, let subject):
      self.number("of", number)
      self.subject(subject)
    case .add(let addition): self.addition(addition)
    case .release(let number, let document):
      self.number("of", number)
      text("document", document)
    case .undo(let number): self.number("of", number)
    }
    text("note", step.note?.text ?? "")
  }

  fileprivate mutating func subject(_ subject: Subject) {
    text("document", subject.document)
    text("item", subject.item)
    switch subject.matter {
    case .words(let words):
      number("page", words.page)
      text("quote", words.quote)
      text("printed", words.printed)
      text("value", words.reading.value)
      text("unit", words.reading.unit)
      text("year", words.reading.year)
    case .state(let state): text("state", state.rawValue)
    case .addition(let step): number("added", step)
    }
  }

  fileprivate mutating func correction(_ correction: Correction) {
    key("correction")
    object { json in
      if let value = correction.value { json.text("value", value) }
      if let unit = correction.unit { json.text("unit", unit) }
      if let year = correction.year { json.text("year", year) }
      if let page = correction.page { json.number("page", page) }
      if let level = correction.level { json.text("level", level) }
    }
  }

  private mutating func addition(_ addition: Addition) {
    text("document", addition.document)
    text("item", addition.item)
    switch addition.source {
    case .page(let page, let box, let words):
      number("page", page)
      key("box")
      value(box)
      text("quote", words)
    case .web(let address, let seen):
      text("address", address.text)
      text("seen", seen.text)
    }
    text("value", addition.value)
    text("unit", addition.unit)
    text("year", addition.year)
  }

  fileprivate mutating func reviewed(_ item: ReviewedReport.Item) {
    object { json in
      json.text("item", item.state.item)
      json.text("id", item.id.text)
      json.text("found", item.state.state.rawValue)
      json.text("state", item.decided.rawValue)
      json.judgement(item.judgement)
      json.key("evidence")
      json.list { json in
        for line in item.evidence { json.line(line) }
      }
    }
  }

  private mutating func line(_ line: ReviewedReport.Line) {
    let evidence = line.shown.evidence
    object { json in
      json.text("id", line.id.text)
      json.text("origin", line.entry.origin.code)
      json.key("counts")
      json.value(line.entry.counts)
      json.number("page", evidence.page)
      json.text("quote", evidence.quote)
      json.text("value", evidence.value?.plain ?? "")
      json.text("unit", evidence.value?.unit ?? "")
      json.text("year", evidence.year)
      json.text("rule", evidence.rule)
      json.judgement(line.entry.judgement)
    }
  }

  fileprivate mutating func judgement(_ judgement: Judgement) {
    text("judgement", judgement.code)
    key("opinions")
    list { json in
      for opinion in judgement.opinions {
        json.object { json in
          json.number("step", opinion.step)
          json.text("by", opinion.who.text)
          json.text("verdict", opinion.verdict.code)
          if case .correct(let correction) = opinion.verdict { json.correction(correction) }
          json.text("note", opinion.note?.text ?? "")
        }
      }
    }
  }

  fileprivate mutating func asking(_ asking: AskingDecision) {
    object { json in
      json.number("step", asking.decision.opinion.step)
      json.text("by", asking.decision.opinion.who.text)
      json.text("verdict", asking.decision.opinion.verdict.code)
      switch asking.decision.about {
      case .subject(let subject): json.subject(subject)
      case .addition(let addition): json.addition(addition)
      }
      json.key("orphaned")
      json.value(asking.isOrphaned)
      json.key("lookAlikes")
      json.list { json in
        for alike in asking.lookAlikes {
          json.object { json in
            json.number("page", alike.page)
            json.text("likeness", alike.likeness.rawValue)
          }
        }
      }
    }
  }
}

extension Verdict {
  /// As outputs for programs name it.
  package var code: String {
    switch self {
    case .accept: "accept"
    case .reject: "reject"
    case .correct: "correct"
    case .postpone: "postpone"
    }
  }
}

extension Judgement {
  /// As outputs for programs name it.
  package var code: String {
    switch self {
    case .open: "open"
    case .postponed: "postponed"
    case .agreed(let verdict, _): verdict.code
    case .disputed: "disputed"
    }
  }
}

extension ReportReview.Origin {
  /// As outputs for programs name it.
  package var code: String {
    switch self {
    case .found: "found"
    case .kept: "kept"
    case .added: "added"
    }
  }
}
