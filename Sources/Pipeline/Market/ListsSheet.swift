import ReportModel
import Scoring
import Sheets

/// The lists of a month as csv: a row for each reason of each entry, the black list first, then the changes.
package func csv(of report: ListsReport) -> ByteBuffer {
  var buffer = ByteBuffer()
  buffer.append(bytes: csv(of: listsSheet(of: report)))
  return buffer
}

private let header = [
  "非官方 unofficial", "month", "list", "company", "name", "industry", "certainty", "since", "certain since", "by",
  "rate low %", "rate high %", "line low %", "line high %", "companies", "missing points low", "missing points high",
  "months", "perhaps months", "needed", "of", "off after low", "off after high",
]

private func listsSheet(of report: ListsReport) -> Sheet {
  let rows = ListRows(report: report)
  return Sheet(
    name: "lists", header: header,
    rows: report.black.flatMap(rows.rows) + report.watch.flatMap(rows.rows) + report.changes.map(rows.row))
}

private struct ListRows {
  let report: ListsReport

  private var basis: MarketBasis { report.history.basis }
  private var month: String { report.months.last?.month.text ?? "" }

  private func head(_ list: String, _ company: CompanyID, _ industry: String) -> [Cell] {
    [MarketWording.mark, month, list, company.text, basis.names[company] ?? company.text, industry].map(Cell.text)
  }

  private func since(_ since: Since) -> [Cell] {
    [.text(since.month.text), since.certain.map { .text($0.text) } ?? .empty]
  }

  func rows(of entry: BlackEntry) -> [[Cell]] {
    entry.reasons.all.map { reason in
      head("black", entry.company, entry.industry) + [.text(reason.certainty.rawValue)] + since(entry.since)
        + cells(of: reason)
    }
  }

  func rows(of entry: WatchEntry) -> [[Cell]] {
    entry.shortfalls.all.map { shortfall in
      head("watch", entry.company, entry.industry) + [.text(shortfall.certainty.rawValue)] + since(entry.since)
        + cells(of: shortfall) + cells(of: entry.count)
    }
  }

  /// Which lists it was on the month before; those it is on now stand above.
  func row(of change: ListChange) -> [Cell] {
    let standing = change.before
    let lists = [("black", standing.black), ("watch", standing.watch)].compactMap { name, certainty in
      certainty.map { "\(name) \($0.rawValue)" }
    }
    let text = lists.isEmpty ? standing.isRated ? "none" : "unrated" : lists.joined(separator: ", ")
    return head("before", change.company, "") + [.text(text)]
  }

  private func cells(of reason: BlackEntry.Reason) -> [Cell] {
    switch reason {
    case .total(let shortfall): cells(of: shortfall)
    case .months(let count, _):
      [.text("months")] + [Cell](repeating: .empty, count: 7) + cells(of: count)
    }
  }

  private func cells(of shortfall: Shortfall) -> [Cell] {
    let line = shortfall.line
    return [.text(shortfall.measure.code)] + MarketCells.rates(shortfall.rates)
      + [
        .number(line.lowest.percent), .number(line.highest.percent), number(line.companies),
        .number(shortfall.missing.lowerBound.figure), .number(shortfall.missing.upperBound.figure),
      ]
  }

  private func cells(of count: WatchCount) -> [Cell] {
    [
      number(count.certain.count), number(count.provisional.count), number(count.needed), number(count.of),
      number(count.monthsUntilTooFew.lowerBound), number(count.monthsUntilTooFew.upperBound),
    ]
  }

  private func number(_ value: Int) -> Cell { .number(Figure(digits: Int64(value))) }
}
