import ReportModel
import Scoring
import Sheets

/// Two years as csv: a row for the total, each dimension and sub-dimension, then for each item that came out otherwise.
package func csv(of comparison: ScoreComparison) -> ByteBuffer {
  var buffer = ByteBuffer()
  buffer.append(bytes: csv(of: comparisonSheet(of: comparison)))
  return buffer
}

private func comparisonSheet(of comparison: ScoreComparison) -> Sheet {
  let (before, after) = comparison.years
  let header = [
    "非官方 unofficial", "row", "company", "dimension", "sub-dimension", "id", "name zh-Hant", "name en",
    "\(before) low %", "\(before) high %", "\(after) low %", "\(after) high %", "change low", "change high",
    "\(before) outcome", "\(after) outcome",
  ]
  let company = comparison.after.provenance?.company.text ?? ""
  func head(_ row: String, _ path: [String], _ id: String, _ names: Phrase) -> [Cell] {
    let mark = "\(ScoreReport.mark.chinese) \(ScoreReport.mark.english)"
    return [mark, row, company].map(Cell.text) + path.map(Cell.text)
      + [.text(id), .text(names.chinese), .text(names.english)]
  }
  let rows = ["total", "dimension", "sub-dimension"]
  let parts = comparison.lines.map { line in
    let (old, new) = (line.before.rate, line.after.rate)
    return head(rows[line.depth], line.path, line.id, line.names)
      + [old.low?.percent, old.high?.percent, new.low?.percent, new.high?.percent, line.change.low, line.change.high]
      .map { $0.map(Cell.number) ?? .empty }
  }
  let items = comparison.changedItems.map { path, old, new in
    head("item", path, new.item.id, new.item.names) + [Cell](repeating: .empty, count: 6)
      + [.text(old.outcome.code), .text(new.outcome.code)]
  }
  let grounds = [comparison.before, comparison.after].enumerated().flatMap { side, report in
    report.provenance.map { provenance in
      documentRows(provenance, side: side) { head($0, [provenance.scope.code, ""], $1, $2) }
    } ?? []
  }
  return Sheet(name: "years", header: header, rows: grounds + parts + items)
}

/// What a year's score rests on; what became of each document stands in the year's own column.
private func documentRows(
  _ provenance: ScoreProvenance, side: Int, head: (_ row: String, _ id: String, _ names: Phrase) -> [Cell]
) -> [[Cell]] {
  func row(_ kind: String, _ id: String, _ name: String, _ outcome: String) -> [Cell] {
    head(kind, id, Phrase(name, name)) + [Cell](repeating: .empty, count: 6 + side) + [.text(outcome)]
  }
  let run = provenance.moment.run
  return [row("run", String(run.id.number), run.rules, provenance.moment.day.text)]
    + provenance.documents.map { document in
      row("document", document.report.document.sha256, document.report.document.name, document.report.status.rawValue)
    }
    + provenance.leftOut.map { document in
      row("left-out", document.report.document.sha256, document.report.document.name, document.reason.code)
    }
}
