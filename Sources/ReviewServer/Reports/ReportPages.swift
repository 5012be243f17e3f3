import Archive

extension RouteTable {
  static let reports: [Route] = [
    .get("reports") { visit throws(ArchiveFailure) in .page(try ReportList(visit).page) }
  ]
}
