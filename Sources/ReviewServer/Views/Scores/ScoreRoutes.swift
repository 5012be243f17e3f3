extension RouteTable {
  static let scores: [Route] = [
    .view("scores") { visit, reader throws(ViewFailure) in .page(try ScoresPage(visit, reader).page) },
    .view("scores/industries") { visit, reader throws(ViewFailure) in .page(try IndustriesPage(visit, reader).page) },
    .view("companies/:company") { visit, reader throws(ViewFailure) in .page(try CompanyPage(visit, reader).page) },
    .view("companies/:company/:place") { visit, reader throws(ViewFailure) in
      .page(try SubDimensionPage(visit, reader).page)
    },
  ]
}

extension Link {
  /// A document, or one of its pages with what was found there for an item.
  static func report(_ sha256: String, page: Int? = nil, item: String? = nil) -> Link {
    Link(
      "reports", sha256,
      query: [("page", page.map { String($0) } ?? ""), ("item", item ?? "")].filter { !$0.1.isEmpty })
  }
}
