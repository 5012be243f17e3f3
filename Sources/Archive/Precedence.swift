import ReportModel

/// Which of several documents of one company, year and kind counts, by a written order: Chinese before English, then
/// the later revision, then the later day of upload, then the one that came in later. The others are superseded.
package enum Precedence {
  /// For each superseded document the SHA-256 of the one that counts instead.
  package static func superseded(_ reports: [ReportRecord]) -> [DocumentID: String] {
    let groups = Dictionary(grouping: reports.filter { $0.placement.openQuestions.isEmpty }, by: Subject.init)
    var superseded: [DocumentID: String] = [:]
    for group in groups.values {
      guard let current = group.max(by: { Rank($0) < Rank($1) }) else { continue }
      for report in group where report.document.id != current.document.id {
        superseded[report.document.id] = current.document.sha256
      }
    }
    return superseded
  }

  private struct Subject: Hashable {
    var company: String
    var year: Int?
    var kind: DocumentKind?

    init(_ report: ReportRecord) {
      company = report.placement.ticker?.value ?? report.placement.company?.value ?? ""
      year = report.placement.year?.value
      kind = report.placement.kind?.value
    }
  }

  /// What cannot be read does not stand in for what can.
  private struct Rank: Comparable {
    var isReadable: Int
    var language: Int
    var revision: Int
    var uploaded: String
    var document: Int

    init(_ report: ReportRecord) {
      isReadable = report.status == .failed ? 0 : 1
      language = report.placement.language?.value == .english ? 0 : 1
      revision = report.placement.revision?.value ?? 0
      uploaded = report.placement.uploaded?.value ?? ""
      document = report.document.id.number
    }

    static func < (a: Rank, b: Rank) -> Bool {
      (a.isReadable, a.language, a.revision, a.uploaded, a.document)
        < (b.isReadable, b.language, b.revision, b.uploaded, b.document)
    }
  }
}
