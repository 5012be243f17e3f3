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
      for (evidence, boxes) in zip(extraction.findings.evidence, extraction.boxes) { json.evidence(evidence, boxes) }
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
  mutating func text(_ name: StaticString, _ value: String) {
    key(name)
    self.value(value)
  }

  mutating func texts(_ name: StaticString, _ values: [String]) {
    key(name)
    list { json in
      for value in values { json.value(value) }
    }
  }

  fileprivate mutating func evidence(_ evidence: Evidence, _ boxes: [Extraction.PageBox]) {
    object { json in
      json.text("item", evidence.item)
      json.texts("topics", evidence.topics)
      json.text("rule", evidence.rule)
      json.text("level", evidence.level)
      json.key("page")
      json.value(evidence.page)
      json.key("boxes")
      json.list { json in
        for box in boxes { json.pageBox(box) }
      }
      json.text("quote", evidence.quote)
      json.text("context", evidence.context)
      json.texts("headings", evidence.headings)
      json.number(evidence.value)
      json.text("year", evidence.year)
      json.text("yearFrom", evidence.yearSource?.rawValue ?? "")
      json.text("boundary", evidence.boundary)
      json.text("name", evidence.name)
      json.text("where", evidence.place.rawValue)
      json.key("alsoOn")
      json.list { json in
        for page in evidence.alsoOn { json.value(page) }
      }
      json.key("score")
      json.value(evidence.score)
    }
  }

  private mutating func pageBox(_ box: Extraction.PageBox) {
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

  fileprivate mutating func state(_ state: ItemState) {
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
