import ReportModel

/// One thing that reading needs, or would like, of the machine.
package struct MachineFinding: Sendable, Equatable {
  package enum Status: String, Sendable {
    case ok
    /// Reading works, but something less well.
    case advice
    /// Reading does not work as it should.
    case missing
  }

  /// The same in every language, for programs that read along.
  package var name: String
  package var status: Status
  package var detail: Phrase
  /// What to do about it.
  package var remedy: Phrase?

  static func ok(_ name: String, _ detail: Phrase) -> MachineFinding {
    MachineFinding(name: name, status: .ok, detail: detail)
  }
}

/// The findings as JSON: `{"checks":[{"name":…,"status":…,"detail":…,"remedy":…}]}`.
package func json(of findings: [MachineFinding]) -> ByteBuffer {
  var json = JSONWriter()
  json.object { json in
    json.key("engine")
    json.value(engineVersion)
    json.key("checks")
    json.list { json in
      for finding in findings { json.finding(finding) }
    }
  }
  json.endLine()
  return json.buffer
}

extension JSONWriter {
  fileprivate mutating func finding(_ finding: MachineFinding) {
    object { json in
      json.key("name")
      json.value(finding.name)
      json.key("status")
      json.value(finding.status.rawValue)
      json.key("detail")
      json.value(finding.detail.english)
      if let remedy = finding.remedy {
        json.key("remedy")
        json.value(remedy.english)
      }
    }
  }
}
