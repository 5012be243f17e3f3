import Archive
import ReportModel
import Scoring

extension JSONWriter {
  mutating func provenance(_ provenance: ScoreProvenance) {
    object { json in
      json.text("company", provenance.company.text)
      json.text("name", provenance.name)
      json.text("round", provenance.scope.code)
      json.number("reportYear", provenance.scope.window.reportYear)
      json.text("cutOff", provenance.scope.window.cutOff?.text ?? "")
      json.text("asOf", provenance.moment.day.text)
      json.number("run", provenance.moment.run.id.number)
      json.grounds(provenance.grounds)
      json.key("documents")
      json.list { json in
        for document in provenance.documents { json.document(document) }
      }
      json.key("leftOut")
      json.list { json in
        for document in provenance.leftOut { json.leftOut(document) }
      }
    }
  }

  private mutating func grounds(_ grounds: ProfileGrounds) {
    switch grounds.industry {
    case .document(let name, let source):
      text("industryFrom", source.rawValue)
      text("industryOf", name)
    case .companies: text("industryFrom", "companies")
    case .asked: text("industryFrom", "asked")
    }
    switch grounds.activities {
    case .companies: text("activitiesFrom", "companies")
    case .asked: text("activitiesFrom", "asked")
    case .assumed: text("activitiesFrom", "all-assumed")
    }
    key("otherIndustries")
    list { json in
      for other in grounds.otherwise {
        json.object { json in
          json.text("document", other.document)
          json.text("industry", other.industry)
        }
      }
    }
  }

  private mutating func document(_ document: ScoreProvenance.Document) {
    object { json in
      json.identity(of: document.report)
      json.upload(document.upload)
      json.number("notAsked", document.notAsked)
    }
  }

  private mutating func leftOut(_ document: WindowDocuments.LeftOut) {
    object { json in
      json.identity(of: document.report)
      json.text("reason", document.reason.code)
      switch document.reason {
      case .unplaced(let open): json.texts("open", open.map(\.rawValue))
      case .otherYear(let year): json.number("year", year)
      case .late(let upload): json.upload(upload)
      case .superseded(let current): json.text("supersededBy", current.sha256)
      }
    }
  }

  mutating func identity(of report: ReportRecord) {
    text("name", report.document.name)
    text("sha256", report.document.sha256)
    text("kind", report.placement.kind?.value.rawValue ?? "")
  }

  mutating func upload(_ upload: WindowDocuments.Upload) {
    text("uploaded", upload.day.text)
    text("uploadedFrom", upload.source.code)
  }
}

extension WindowDocuments.Upload.Source {
  /// As outputs for programs name it.
  var code: String {
    switch self {
    case .told(let source): source.rawValue
    case .firstSeen: "first-seen"
    }
  }
}
