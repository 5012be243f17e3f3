import Archive
import ReportModel

/// The documents of the archive, with search and filters.
struct ReportList {
  private let visit: Visit
  private let reports: [ReportRecord]

  init(_ visit: Visit) throws(ArchiveFailure) {
    self.visit = visit
    reports = try visit.archive.reports()
  }

  var page: Page {
    Page(visit.say("Reports", "報告書"), in: .reports) {
      HTML(.h1) { visit.say("Reports", "報告書") }
      HTML(.ul) {
        for report in reports { HTML(.li) { report.document.name } }
      }
    }
  }
}
