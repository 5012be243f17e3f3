import Archive
import ReportModel
import Review
import RuleBook

/// Evidence that reviewers reject, as a near-miss of the rule that found it.
package struct RejectedEvidence: Sendable {
  package let rule: String
  package let miss: NearMiss
  private let headings: [String]

  /// Why it cannot be one.
  package enum Refusal: Error, Sendable, Equatable {
    /// Nobody rejects it, or not everybody who decided.
    case notRejected(EvidenceID)
    /// No rule found it.
    case noRule(EvidenceID)
    /// Nobody said why it is none.
    case noReason(EvidenceID)
  }

  /// - Parameters:
  ///   - why: what makes it none; else what the reviewers noted.
  ///   - text: of the report, where rows of tables are told from.
  package init(
    _ line: ReviewedReport.Line, of report: ReportRecord, why: OneLine?, text: ReportText
  ) throws(Refusal) {
    guard case .agreed(.reject, let opinions) = line.entry.judgement else { throw .notRejected(line.id) }
    let evidence = line.shown.evidence
    guard !evidence.rule.isEmpty else { throw .noRule(line.id) }
    guard let why = why ?? opinions.all.compactMap(\.note).last else { throw .noReason(line.id) }
    rule = evidence.rule
    headings = evidence.headings
    let rows = evidence.quoteRanges.first.flatMap { text.tableRows(around: evidence.quoteRanges, first: $0) } ?? []
    miss = NearMiss(
      text: rows.isEmpty ? evidence.quote : "", rows: rows, reportYear: report.year, why: why.text)
  }

  /// For a rule that asks for headings it stands under its own.
  package func miss(for rule: Rule) -> NearMiss {
    var miss = miss
    if rule.under != nil { miss.headings = headings }
    return miss
  }
}

extension ReportText {
  /// The rows that cells stand in, below the table's own headers; nil for what is in no table.
  fileprivate func tableRows(around ranges: [Range<Int>], first: Range<Int>) -> [[String]]? {
    guard let block = blocks.first(where: { $0.range.contains(first.lowerBound) }), let table = block.table else {
      return nil
    }
    let cells = table.cells.filter { cell in ranges.contains { cell.range.overlaps($0) } }
    let rows = Set((0..<max(table.headerRows, 1)) + cells.flatMap { Array($0.rows) })
    return rows.sorted().map { row in
      (0..<table.columnCount).map { column in
        let cell = table.cells.first { $0.rows.contains(row) && $0.columns.contains(column) }
        return cell.flatMap { OneLine(string($0.range))?.text } ?? ""
      }
    }
  }
}

extension RejectedEvidence.Refusal {
  package var sentence: Phrase {
    switch self {
    case .notRejected(let id):
      Phrase("\(id.text) is not rejected, or reviewers differ on it", "\(id.text) 未被退回，或覆核意見不一")
    case .noRule(let id): Phrase("no rule found \(id.text)", "\(id.text) 不是由規則找到的")
    case .noReason(let id):
      Phrase("say why \(id.text) is none: --why TEXT", "請以 --why TEXT 說明 \(id.text) 為何不是證據")
    }
  }
}

extension NearMissRefusal {
  package var sentence: Phrase {
    switch self {
    case .notYAML(let finding): finding.message
    case .noRule(let place): Phrase("no rule begins in line \(place.line)", "第 \(place.line) 行沒有規則")
    case .betweenBrackets(let place):
      Phrase(
        "its examples in line \(place.line) are written between brackets; put the near-miss there by hand",
        "第 \(place.line) 行的範例寫在括號內，請手動加入近似範例")
    case .known(let place): Phrase("line \(place.line) has it already", "第 \(place.line) 行已有此範例")
    }
  }
}
