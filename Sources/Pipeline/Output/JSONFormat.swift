import ReportModel

/// A document as one line of JSON; the contract stands in README.md.
package func json(of document: Document, pages: PageSelection) -> ByteBuffer {
  let report = document.report
  var json = JSONWriter(capacity: report.text.count * 6 + 4096)
  let parts = report.partsByPage()
  json.object { json in
    json.key("input")
    json.value(document.input)
    json.key("engine")
    json.value(engineVersion)
    json.key("pageCount")
    json.value(document.facts.pageCount)
    if let failure = document.failure {
      json.key("error")
      json.failure(failure)
    }
    json.key("pages")
    json.list { json in
      for page in report.pages where pages.contains(page.number) {
        json.page(page, faults: document.faults[page.number] ?? [], parts: parts[page.number] ?? [], of: report)
      }
    }
    json.key("sections")
    json.list { json in
      for (id, section) in report.sections.enumerated() { json.section(id, section) }
    }
  }
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  package mutating func failure(_ failure: ReadFailure) {
    object { json in
      json.key("code")
      json.value(failure.code.rawValue)
      json.key("message")
      json.value(failure.message)
      if let page = failure.page {
        json.key("page")
        json.value(page)
      }
    }
  }

  fileprivate mutating func page(_ page: PageSummary, faults: [PageFault], parts: [PagePart], of report: ReportText) {
    object { json in
      json.key("number")
      json.value(page.number)
      if let label = page.label {
        json.key("label")
        json.value(label)
      }
      json.key("width")
      json.value(page.width)
      json.key("height")
      json.value(page.height)
      json.key("readable")
      json.value(page.readability.grade.rawValue)
      json.key("reasons")
      json.list { json in
        for reason in page.readability.reasons { json.reason(reason) }
        for fault in faults { json.fault(fault) }
      }
      json.key("blocks")
      json.list { json in
        for part in parts { json.part(part, of: report) }
      }
    }
  }

  private mutating func part(_ part: PagePart, of report: ReportText) {
    object { json in
      json.key("id")
      json.value(part.block.id)
      json.key("role")
      json.value(part.block.role.rawValue)
      json.optional("level", part.block.level)
      json.optional("section", part.block.section)
      json.optional("target", part.block.target)
      json.key("text")
      json.value(report.trimmed(part.range))
      json.key("box")
      json.value(part.box)
      if part.pieces.count > 1 {
        json.key("boxes")
        json.list { json in
          for piece in part.pieces { json.value(piece.box) }
        }
      }
      json.table(part, of: report)
      json.key("continues")
      json.value(part.continues)
      json.key("continued")
      json.value(part.isContinued)
    }
  }

  fileprivate mutating func section(_ id: Int, _ section: Section) {
    object { json in
      json.key("id")
      json.value(id)
      json.key("title")
      json.value(section.title)
      json.key("level")
      json.value(section.level)
      json.optional("parent", section.parent)
      json.optional("heading", section.heading)
      json.key("page")
      json.value(section.page)
    }
  }

  private mutating func optional(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    value(number)
  }
}
