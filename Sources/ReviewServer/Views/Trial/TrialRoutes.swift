extension RouteTable {
  static let trial: [Route] = [
    .view("trial") { visit, reader throws(ViewFailure) in .page(try TrialPage(visit, reader).page) },
    .viewOfForm("trial") { visit, reader throws(ViewFailure) in .page(try TrialPage(trying: visit, reader).page) },
  ]
}
