import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// What a company's score rests on: the documents that count, and those that do not and why.
struct CompanyDocuments {
  let visit: Visit
  let shown: ShownCompany
  let pack: Pack

  @HTMLBuilder var html: HTML {
    if let provenance = shown.report.provenance {
      let told = ProvenanceText(provenance: provenance, pack: pack, language: visit.language)
      HTML(.p, .class("soft", "small")) { told.lines.dropFirst().joined(separator: " · ") }
      HTML.sheet {
        HTML(.tbody) {
          for (document, notes) in zip(provenance.documents, told.documentNotes) { counted(document.report, notes) }
          for document in provenance.leftOut { leftOut(document) }
        }
      }
    }
  }

  private func counted(_ report: ReportRecord, _ notes: String) -> HTML {
    HTML(.tr) {
      HTML(.td) { link(to: report) }
      HTML.figure(visit.say("\(report.pageCount) pages", "\(report.pageCount) 頁"))
      HTML(.td) { HTML(.span, .class("chip", "good")) { visit.say("counts", "計入") } }
      HTML(.td, .class("wide", "small")) {
        String(notes.drop { $0 == ";" || $0 == " " })
        if let failure = report.failure {
          HTML(.span, .class("bad")) { " · " + failure.sentence(in: visit.language) }
        }
      }
    }
  }

  private func leftOut(_ document: WindowDocuments.LeftOut) -> HTML {
    HTML(.tr) {
      HTML(.td) { link(to: document.report) }
      HTML.figure(visit.say("\(document.report.pageCount) pages", "\(document.report.pageCount) 頁"))
      HTML(.td) { HTML(.span, .class("chip", "dashed")) { visit.say("left out", "未計入") } }
      HTML(.td, .class("wide", "small")) { visit.say(document.reason.phrase) }
    }
  }

  private func link(to report: ReportRecord) -> HTML {
    HTML(.a, .href(.report(report.document.sha256)), .data("row")) { report.document.name }
  }
}
