import ReportModel

/// An extraction as one line of JSON; the contract stands in README.md.
package func json(of extraction: Extraction) -> ByteBuffer {
  var json = JSONWriter(capacity: 4096 + extraction.findings.evidence.count * 600)
  json.object { json in
    json.text("input", extraction.document.input)
    json.text("sha256", extraction.sha256)
    json.text("engine", engineVersion)
    json.text("rules", extraction.rules)
    json.text("status", extraction.status.rawValue)
    if let failure = extraction.document.failure {
      json.key("error")
      json.failure(failure)
    }
    json.key("pages")
    json.value(extraction.document.facts.pageCount)
    if let year = extraction.findings.reportYear { json.text("reportYear", String(year)) }
    json.key("evidence")
    json.list { json in
      for (evidence, boxes) in zip(extraction.findings.evidence, extraction.boxes) {
        json.object { json in json.evidence(evidence, boxes, context: evidence.context) }
      }
    }
    json.key("items")
    json.list { json in
      for state in extraction.findings.items { json.state(state) }
    }
    json.key("abandoned")
    json.list { json in
      for rule in extraction.findings.abandoned {
        json.object { json in
          json.text("rule", rule.rule)
          json.key("page")
          json.value(rule.page)
        }
      }
    }
  }
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  package mutating func text(_ name: StaticString, _ value: String) {
    key(name)
    self.value(value)
  }

  package mutating func texts(_ name: StaticString, _ values: [String]) {
    key(name)
    list { json in
      for value in values { json.value(value) }
    }
  }

  /// The keys of evidence within an object; without what surrounds it where that is not at hand.
  mutating func evidence(_ evidence: Evidence, _ boxes: [PlacedBox], context: String?) {
    text("item", evidence.item)
    texts("topics", evidence.topics)
    text("rule", evidence.rule)
    text("level", evidence.level)
    key("page")
    value(evidence.page)
    key("boxes")
    list { json in
      for box in boxes { json.pageBox(box) }
    }
    text("quote", evidence.quote)
    if let context { text("context", context) }
    texts("headings", evidence.headings)
    number(evidence.value)
    text("year", evidence.year)
    text("yearFrom", evidence.yearSource?.rawValue ?? "")
    text("boundary", evidence.boundary)
    text("name", evidence.name)
    text("where", evidence.place.rawValue)
    key("alsoOn")
    list { json in
      for page in evidence.alsoOn { json.value(page) }
    }
    key("score")
    value(evidence.score)
  }

  private mutating func pageBox(_ box: PlacedBox) {
    list { json in
      json.value(box.page)
      for edge in [box.box.x0, box.box.y0, box.box.x1, box.box.y1] { json.value(edge) }
    }
  }

  private mutating func number(_ value: Evidence.Value?) {
    text("value", value?.plain ?? "")
    if let high = value?.high, !high.isEmpty { text("valueHigh", high) }
    text("unit", value?.unit ?? "")
    text("printed", value?.printed ?? "")
    text("qualifier", value?.qualifier?.rawValue ?? "")
    guard let value else { return }
    if let normalized = value.normalized {
      key("normalized")
      object { json in
        json.text("value", normalized.value.plain)
        if let high = normalized.valueHigh { json.text("valueHigh", high.plain) }
        json.text("unit", normalized.unit)
        if value.isInferred {
          json.key("inferred")
          json.value(true)
        }
      }
    }
    if !value.ambiguous.isEmpty { texts("ambiguous", value.ambiguous.map(\.rawValue)) }
  }

  mutating func state(_ state: ItemState) {
    object { json in
      json.text("item", state.item)
      json.texts("topics", state.topics)
      json.text("state", state.state.rawValue)
      json.text("searched", pageList(state.searched))
      json.text("unreadable", pageList(state.unreadable))
      json.text("pointers", pageList(state.pointers))
      guard let statement = state.statement else { return }
      json.key("statement")
      json.object { json in
        json.key("page")
        json.value(statement.page)
        json.text("quote", statement.quote)
      }
    }
  }
}

/// Pages as a person writes them: `1-5,8`.
package func pageList(_ pages: [Int]) -> String {
  var runs: [ClosedRange<Int>] = []
  for page in pages {
    if let last = runs.last, last.upperBound + 1 == page {
      runs[runs.count - 1] = last.lowerBound...page
    } else {
      runs.append(page...page)
    }
  }
  return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
}
