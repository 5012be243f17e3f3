extension RouteTable {
  static let rubric: [Route] = [
    .view("rubric") { visit, reader throws(ViewFailure) in .page(try RubricPage(visit, reader).page) },
    .view("rubric/words") { visit, reader throws(ViewFailure) in .page(try WordListsPage(visit, reader).page) },
    .view("rubric/:place") { visit, reader throws(ViewFailure) in .page(try RubricPlacePage(visit, reader).page) },
  ]
}
