import Pipeline
import ReportModel
import RuleBook
import Scoring

/// `kaozheng rank`: the companies of an archive in their order.
struct RankCommand {
  private let console: Console
  private let invocation: Invocation
  private let choice: MarketChoice
  private let format: ReportFormat

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    choice = try MarketChoice(invocation, environment: environment, console: console)
    format = ReportFormat(invocation)
    if invocation.has("--round"), invocation.has("--month") {
      throw WrongUse(
        message: Phrase(
          "a round has its own scores: either --round or --month", "--round 與 --month 擇一"),
        command: invocation.command)
    }
  }

  func run() throws(WrongUse) -> Int32 { try choice.run(rank) }

  private func rank(_ opened: MarketChoice.Opened) throws(MarketChoice.Trouble) -> Int32 {
    let (measure, industry) = try MarketChoice.Trouble.using { () throws(WrongUse) in
      (
        try self.measure(opened.pack),
        try RuleChoice.industry(invocation, in: opened.book.only(packs: [opened.pack.id]))
      )
    }
    let scores = try scores(opened)
    guard !scores.market.scores.isEmpty else {
      throw choice.nobodyRated(scores.basis.scope, first: opened.reader.firstMonth)
    }
    return print(RankReport(scores, by: measure, industry: industry))
  }

  private func scores(_ opened: MarketChoice.Opened) throws(MarketChoice.Trouble) -> MarketScores {
    guard let named = invocation.values["--round"] else {
      return try MarketChoice.Trouble.rating { () throws(MarketFailure) in try opened.reader.scores(in: opened.month) }
    }
    let round = try MarketChoice.Trouble.using { () throws(WrongUse) in
      try ScoreChoice.round(named, opened.pack, invocation)
    }
    return try MarketChoice.Trouble.rating { () throws(MarketFailure) in try opened.reader.scores(of: round) }
  }

  private func measure(_ pack: Pack) throws(WrongUse) -> Measure {
    guard let named = invocation.values["--by"], named != Measure.total.code else { return .total }
    let known = pack.dimensions.map(\.id)
    if known.contains(named) { return .dimension(named) }
    let all = ([Measure.total.code] + known).joined(separator: ", ")
    throw WrongUse(
      message: .unknown("dimension", "構面", named, hint: Suggestion.closest(to: named, among: known))
        + Phrase(" (one of \(all))", "（可用：\(all)）"),
      command: invocation.command)
  }

  private func print(_ report: RankReport) -> Int32 {
    switch format {
    case .text: console.print(text(of: report, in: console.language))
    case .json: console.print(json(of: report))
    case .csv: console.print(csv(of: report))
    }
  }
}
