extension RouteTable {
  static let lists: [Route] = [
    .view("lists") { visit, reader throws(ViewFailure) in .page(try ListsPage(visit, reader).page) }
  ]
}
