extension RouteTable {
  static let events: [Route] = [
    .view("events") { visit, reader throws(ViewFailure) in .page(try EventsPage(visit, reader).page) },
    .view("events/:event") { visit, reader throws(ViewFailure) in .page(try EventPage(visit, reader).page) },
  ]
}
