import Archive
import ReportModel
import Scoring
import Sheets

/// How far a round has come as csv: a row for each document that has to do with it, and one for each company without.
package func csv(of status: RoundStatus, only: RoundStatus.Only? = nil) -> ByteBuffer {
  var buffer = ByteBuffer()
  buffer.append(bytes: csv(of: RoundStatusSheet(status).sheet(only)))
  return buffer
}

private struct RoundStatusSheet {
  let status: RoundStatus

  init(_ status: RoundStatus) { self.status = status }

  private static let header = [
    "非官方 unofficial", "round", "ticker", "company", "expected", "state", "document", "sha256", "kind", "counts",
    "status",
    "uploaded", "uploaded from", "superseded by", "counts for", "reviewed",
  ]

  func sheet(_ only: RoundStatus.Only?) -> Sheet {
    Sheet(
      name: status.round.id.text, header: Self.header,
      rows: status.only(only).flatMap(rows) + status.ownerless(only).map { row(unplaced: $0, head(nil)) })
  }

  private func rows(of company: RoundStatus.Company) -> [[Cell]] {
    let head = head(company)
    let counted = company.counted.map { counted in
      head + document(counted.report, "yes") + upload(counted.upload) + [
        .empty, .text(status.round.id.text), .text(status.review(of: counted) == nil ? "no" : "yes"),
      ]
    }
    let late = company.late.map { late in
      head + document(late.report, "late") + upload(late.upload) + [.empty, cell(status.next?.id.text)]
    }
    let superseded = company.superseded.map { superseded in
      head + document(superseded.report, "superseded") + upload(WindowDocuments.Upload(superseded.report))
        + [.text(superseded.current.sha256)]
    }
    let rows = counted + late + superseded + company.unplaced.map { row(unplaced: $0, head) }
    return rows.isEmpty ? [head] : rows
  }

  private func row(unplaced report: ReportRecord, _ head: [Cell]) -> [Cell] {
    head + document(report, "unplaced") + upload(WindowDocuments.Upload(report))
  }

  private func head(_ company: RoundStatus.Company?) -> [Cell] {
    let mark = "\(ScoreReport.mark.chinese) \(ScoreReport.mark.english)"
    return [
      .text(mark), .text(status.round.id.text), cell(company?.id.text), cell(company?.name),
      cell(company.map { $0.isExpected ? "yes" : "no" }), cell(company?.state.rawValue),
    ]
  }

  private func document(_ report: ReportRecord, _ counts: String) -> [Cell] {
    [
      .text(report.document.name), .text(report.document.sha256), cell(report.placement.kind?.value.rawValue),
      .text(counts), .text(report.status.rawValue),
    ]
  }

  private func upload(_ upload: WindowDocuments.Upload) -> [Cell] {
    [.text(upload.day.text), .text(upload.source.code)]
  }

  private func cell(_ text: String?) -> Cell { text.map(Cell.text) ?? .empty }
}
