import ReportModel
import Scoring
import Sheets

/// A ranking as csv: a row for each company, the best first.
package func csv(of report: RankReport) -> ByteBuffer {
  let basis = report.scores.basis
  let dimensions = basis.pack.dimensions.map(\.id)
  let header =
    [
      "非官方 unofficial", "month", "round", "by", "rank best", "rank worst", "of", "rank in industry best",
      "rank in industry worst", "of industry", "company", "name", "industry", "rate low %", "rate high %",
      "percentile low", "percentile high",
    ] + dimensions.flatMap { ["\($0) low %", "\($0) high %"] }
  let month: String =
    switch basis.scope {
    case .month(let month, _): month.text
    case .round: ""
    }
  let rows = report.rows.map { row -> [Cell] in
    [MarketWording.mark, month, basis.scope.round?.id.text ?? "", report.ranking.measure.code].map(Cell.text)
      + [row.overall, row.inIndustry].flatMap { rank in
        [rank.best, rank.worst, rank.of].map { Cell.number(Figure(digits: Int64($0))) }
      }
      + [row.score.company.text, basis.names[row.score.company] ?? row.score.company.text, row.score.industry].map(
        Cell.text)
      + MarketCells.rates(row.rates) + MarketCells.rates(report.rank(row).percentile)
      + dimensions.flatMap { MarketCells.rates(row.score.rates(by: .dimension($0))) }
  }
  var buffer = ByteBuffer()
  buffer.append(bytes: csv(of: Sheet(name: "rank", header: header, rows: rows)))
  return buffer
}

enum MarketCells {
  /// Two cells, the lowest and the highest.
  static func rates(_ rates: RateRange?) -> [Cell] {
    guard let rates else { return [.empty, .empty] }
    return [.number(rates.lowerBound.percent), .number(rates.upperBound.percent)]
  }
}
