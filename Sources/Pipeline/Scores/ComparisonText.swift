import ReportModel
import RuleBook
import Scoring

/// Two years for a person: rates beside each other with their change, and with `why` the items that came out otherwise.
package func text(of comparison: ScoreComparison, why: Bool, in language: Language) -> ByteBuffer {
  let table = ComparisonText(comparison: comparison, language: language)
  var lines = table.headings + [""] + table.table + [""] + table.notes
  if why { lines += [""] + table.changes }
  return ByteBuffer(lines: lines)
}

private struct ComparisonText {
  let comparison: ScoreComparison
  let language: Language

  var headings: [String] {
    let headings = [comparison.before, comparison.after].map { ScoreHeading(report: $0, language: language).lines }
    return headings[0] + [""] + headings[1].dropFirst()
  }

  var table: [String] {
    let (before, after) = comparison.years
    let change = Phrase("change", "變動")(language)
    let rows =
      [["", before, after, change]]
      + comparison.lines.map { line in
        let name = line.depth == 0 ? Phrase("Total", "總分")(language) : line.names(language)
        return [String(repeating: "  ", count: line.depth) + name]
          + [line.before.rate.text, line.after.rate.text, line.change.text].map { $0.isEmpty ? "-" : $0 }
      }
    let widths = rows[0].indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return rows.map { row in
      (row[0].rightPadded(to: widths[0])
        + zip(row, widths).dropFirst().map { "  " + $0.leftPadded(to: $1) }.joined()).trimmedEnd
    }
  }

  var notes: [String] {
    [
      Phrase(
        "rates in per cent; the change is in percentage points of the exact rates, rounded once; both years by the same rules",
        "得分率為百分比；變動為百分點，由未捨入之得分率計算；兩年度採同一版規則")(language)
    ]
  }

  var changes: [String] {
    let (before, after) = comparison.years
    let items = comparison.changedItems
    let count = items.count
    let head = Phrase("\(count) items came out otherwise:", "結果不同之題項：\(count) 題")(language)
    return [head]
      + items.flatMap { _, old, new in
        lines(before, old, comparison.before) + lines(after, new, comparison.after)
      }
  }

  private func lines(_ year: String, _ item: ScoredItem, _ report: ScoreReport) -> [String] {
    let lines = ScoreTrace(card: report.card, pack: report.pack, language: language).lines(of: item)
    return lines.enumerated().map { $0 == 0 ? "  \(year)" + $1.dropFirst(3) : $1 }
  }
}
