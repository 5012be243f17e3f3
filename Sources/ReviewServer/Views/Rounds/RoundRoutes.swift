import Scoring

extension RouteTable {
  static let rounds: [Route] = [
    .view("rounds") { _, reader throws(ViewFailure) in
      let state = try reader.state()
      guard let round = RoundPage.first(state) else { return .missing }
      return .go(Link("rounds", round.id.text))
    },
    .view("rounds/:round") { visit, reader throws(ViewFailure) in .page(try RoundPage(visit, reader).page) },
  ]
}
