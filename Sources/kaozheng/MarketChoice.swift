import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// Which archive, day and rules a command about all companies means.
struct MarketChoice {
  let invocation: Invocation
  private let console: Console
  private let archive: ArchiveChoice
  private let month: Month?

  typealias Trouble = ArchiveChoice.Trouble

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    self.invocation = invocation
    self.console = console
    archive = try ArchiveChoice(invocation, environment: environment, console: console)
    month = try invocation.month("--month")
    if let day = archive.day, let month, month > day.month {
      throw WrongUse(
        message: Phrase(
          "\(month.text) had not come by \(day.text): nothing of it can be known as of then",
          "截至 \(day.text) 尚未到 \(month.text)，當時無從得知"),
        command: invocation.command)
    }
  }

  /// An archive's market at a moment, as a command line chooses in it.
  struct Opened {
    let reader: MarketReader
    let book: RuleBook
    let pack: Pack
    /// The one that is asked for; else that of the moment.
    let month: Month
  }

  func run(_ body: (Opened) throws(Trouble) -> Int32) throws(WrongUse) -> Int32 {
    try archive.runWithRules { rules throws(Trouble) in
      let reader = try Trouble.rating { () throws(MarketFailure) in
        try MarketReader(rules.archive, at: rules.moment, pack: rules.pack, in: rules.book)
      }
      return try body(
        Opened(reader: reader, book: rules.book, pack: rules.pack, month: month ?? rules.moment.day.month))
    }
  }

  /// The only one that a word fits.
  func company(_ word: String, _ opened: Opened) throws(Trouble) -> ArchivedCompany {
    try archive.company(word, among: opened.reader.companies)
  }

  /// Says that nobody is rated, and when somebody first could be.
  func nobodyRated(_ scope: MarketBasis.Scope, first: Month?) -> Trouble {
    let what =
      switch scope {
      case .month(let month, let round?):
        Phrase(
          "nobody is rated in \(month.text): no document counts for the round in force, \(round.id.text)",
          "\(month.text) 沒有任何公司受評：當時的評鑑 \(round.id.text) 沒有可計入的文件")
      case .month(let month, nil):
        Phrase("nobody is rated in \(month.text): no round was done", "\(month.text) 沒有任何公司受評：尚無完成的評鑑")
      case .round(let round):
        Phrase(
          "nobody is rated in the round \(round.id.text): no document about \(round.reportYear) was uploaded by \(round.cutOff.text)",
          "評鑑 \(round.id.text) 沒有任何公司受評：\(round.cutOff.text) 前沒有 \(round.reportYear) 年度的文件")
      }
    let hint = first.map {
      Phrase("; by what is known the first month may be \($0.text)", "；依現有文件，最早可能的月份為 \($0.text)")
    }
    console.complain(what + (hint ?? Phrase("", "")))
    return .said
  }
}
