import Archive
import ReportModel

/// A page of a document, in points.
struct PageSize: Sendable, Equatable {
  let number: Int
  /// As the page itself calls it.
  let label: String?
  let width: Double
  let height: Double

  /// Where nothing of a page is known.
  static func unknown(_ number: Int) -> PageSize {
    PageSize(number: number, label: nil, width: 595, height: 842)
  }
}

extension Visit {
  /// Of every page that could be read.
  func pageSizes(of report: ReportRecord) throws(ArchiveFailure) -> [PageSize] {
    guard report.status != .failed else { return [] }
    return try site.sizes.value(report.text) { () throws(ArchiveFailure) in
      try archive.storedText(report.text).pages.map {
        PageSize(number: $0.number, label: $0.label, width: Double($0.width), height: Double($0.height))
      }
    }
  }
}
