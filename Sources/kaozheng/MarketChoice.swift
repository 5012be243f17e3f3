import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// Which archive, day and rules a command about all companies means.
struct MarketChoice {
  let invocation: Invocation
  private let console: Console
  private let place: ArchivePlace
  private let day: Day?
  private let month: Month?

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    self.invocation = invocation
    self.console = console
    place = try ArchivePlace(invocation, environment: environment)
    day = try invocation.day("--as-of")
    month = try invocation.month("--month")
    if let day, let month, month > day.month {
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

  /// Why there is nothing to print.
  enum Trouble: Error {
    case use(WrongUse)
    case market(MarketFailure)
    /// Said already.
    case said

    static func using<Value>(_ body: () throws(WrongUse) -> Value) throws(Trouble) -> Value {
      do throws(WrongUse) { return try body() } catch { throw .use(error) }
    }

    static func reading<Value>(_ body: () throws(MarketFailure) -> Value) throws(Trouble) -> Value {
      do throws(MarketFailure) { return try body() } catch { throw .market(error) }
    }

    fileprivate static func scoring<Value>(
      _ body: () throws(ArchiveScoringFailure) -> Value
    ) throws(Trouble) -> Value {
      do throws(ArchiveScoringFailure) { return try body() } catch { throw .market(.scoring(error)) }
    }

    fileprivate static func archive<Value>(_ body: () throws(ArchiveFailure) -> Value) throws(Trouble) -> Value {
      do throws(ArchiveFailure) { return try body() } catch { throw .market(.scoring(.archive(error))) }
    }
  }

  func run(_ body: (Opened) throws(Trouble) -> Int32) throws(WrongUse) -> Int32 {
    do throws(Trouble) {
      return try body(try opened())
    } catch {
      switch error {
      case .use(let use): throw use
      case .market(let failure): console.complain(failure.sentence)
      case .said: break
      }
      return Program.ExitCode.findings
    }
  }

  /// The only one that a word fits.
  func company(_ word: String, _ opened: Opened) throws(Trouble) -> ArchivedCompany {
    switch CompanyChoice(word, among: opened.reader.companies) {
    case .only(let company): return company
    case .several(let companies): console.complain(CompanyChoice.several(word, companies))
    case .none(let nearest): console.complain(CompanyChoice.unknown(word, nearest: nearest))
    }
    throw .said
  }

  private func opened() throws(Trouble) -> Opened {
    let archive = try Trouble.archive { () throws(ArchiveFailure) in try place.open() }
    let moment = try moment(archive)
    let book = try Trouble.scoring { () throws(ArchiveScoringFailure) in try archive.ruleBook(of: moment) }
    let pack = try Trouble.using { () throws(WrongUse) in
      try RuleChoice.onlyPack(invocation, in: book.only(packs: invocation.values["--pack"].map { [$0] } ?? []))
    }
    let reader = try Trouble.reading { () throws(MarketFailure) in
      try MarketReader(archive, at: moment, pack: pack, in: book)
    }
    return Opened(reader: reader, book: book, pack: pack, month: month ?? moment.day.month)
  }

  private func moment(_ archive: ArchiveFile) throws(Trouble) -> ArchiveMoment {
    if let moment = try Trouble.archive({ () throws(ArchiveFailure) in try archive.moment(asOf: day) }) {
      return moment
    }
    let first = try Trouble.archive { () throws(ArchiveFailure) in try archive.firstRecordedDay() }
    console.complain(.noRunEnded(by: day, first: first))
    throw .said
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
