import Archive
import ReportModel
import Review
import Scoring

extension ArchiveFile {
  /// How far people have looked at documents, by SHA-256; those that nobody has looked at are left out.
  package func reviewExtents(
    of reports: [ReportRecord], _ log: DecisionLog
  ) throws(ArchiveFailure) -> [String: DocumentReview] {
    let earlier = Precedence.earlier(reports)
    var extents: [String: DocumentReview] = [:]
    for report in reports {
      let document = report.document.sha256
      let replaced = earlier[document] ?? []
      guard !ReportDecisions(log, of: document, replacing: replaced).isEmpty else { continue }
      let answers = try ReviewedAnswers(
        try self.answers(of: report), of: report, replacing: replaced, log, in: self)
      if !answers.extent.decided.isEmpty { extents[document] = answers.extent }
    }
    return extents
  }
}
