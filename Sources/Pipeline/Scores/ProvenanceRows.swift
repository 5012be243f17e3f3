import Archive
import ReportModel
import Scoring
import Sheets

/// What the score rests on, in the same columns: of which company, as of when, by which rules, on which documents.
func provenanceRows(_ provenance: ScoreProvenance) -> [[Cell]] {
  let path = ["", ""]
  let name = Phrase(provenance.name, provenance.name)
  func outcome(_ kind: RowKind, _ id: String, _ names: Phrase, _ outcome: String) -> [Cell] {
    head(kind, id, names, path: path) + [.empty, .empty, .text(outcome), .empty, .empty, .empty, .empty, .empty]
  }
  func document(_ kind: RowKind, _ report: ReportRecord, _ code: String) -> [Cell] {
    let year = report.placement.year.map { Cell.number(Figure(digits: Int64($0.value))) } ?? .empty
    return outcome(kind, report.document.sha256, Phrase("", ""), code)
      + [.text(report.document.name), .empty, .empty, .empty, .empty, year]
  }
  let run = provenance.moment.run
  return [
    outcome(.company, provenance.company.text, name, ""),
    outcome(.round, provenance.scope.code, Phrase("", ""), "") + [Cell](repeating: .empty, count: 5)
      + [.number(Figure(digits: Int64(provenance.scope.window.reportYear)))],
    outcome(.run, "\(run.id.number)", Phrase(run.rules, run.rules), provenance.moment.day.text),
  ] + provenance.documents.map { document(.document, $0.report, $0.report.status.rawValue) }
    + provenance.leftOut.map { document(.leftOut, $0.report, $0.reason.code) }
}
