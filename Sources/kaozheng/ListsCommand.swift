import Archive
import Pipeline
import ReportModel
import Scoring

/// `kaozheng lists`: the watch list and the black list of a month.
struct ListsCommand {
  private let console: Console
  private let invocation: Invocation
  private let choice: MarketChoice
  private let format: ReportFormat

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    choice = try MarketChoice(invocation, environment: environment, console: console)
    format = ReportFormat(invocation)
  }

  func run() throws(WrongUse) -> Int32 { try choice.run(lists) }

  private func lists(_ opened: MarketChoice.Opened) throws(MarketChoice.Trouble) -> Int32 {
    let company = try company(opened)
    let history = try MarketChoice.Trouble.rating { () throws(MarketFailure) in
      try opened.reader.history(to: opened.month)
    }
    let report = ListsReport(history, company: company)
    guard report.rated > 0 else {
      throw choice.nobodyRated(history.basis.scope, first: opened.reader.firstMonth)
    }
    return print(report)
  }

  private func company(_ opened: MarketChoice.Opened) throws(MarketChoice.Trouble) -> CompanyID? {
    guard let word = invocation.values["--company"] else { return nil }
    return try choice.company(word, opened).id
  }

  private func print(_ report: ListsReport) -> Int32 {
    switch format {
    case .text: console.print(text(of: report, in: console.language))
    case .json: console.print(json(of: report))
    case .csv: console.print(csv(of: report))
    }
  }
}
