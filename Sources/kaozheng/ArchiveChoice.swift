import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// Which archive, day and rules a command means that looks at whole companies.
struct ArchiveChoice {
  private let invocation: Invocation
  private let console: Console
  private let place: ArchivePlace
  let day: Day?

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    self.invocation = invocation
    self.console = console
    place = try ArchivePlace(invocation, environment: environment)
    day = try invocation.day("--as-of")
  }

  /// An archive at a moment, with the rules of then.
  struct Rules {
    let archive: ArchiveFile
    let moment: ArchiveMoment
    let book: RuleBook
    let pack: Pack
  }

  struct Opened {
    let rules: Rules
    let scorer: ArchiveScorer
  }

  /// Why nothing comes of it.
  enum Trouble: Error {
    case use(WrongUse)
    case comparison(ComparisonFailure)
    /// Said already.
    case said

    static func using<Value>(_ body: () throws(WrongUse) -> Value) throws(Trouble) -> Value {
      do throws(WrongUse) { return try body() } catch { throw .use(error) }
    }

    static func scoring<Value>(_ body: () throws(ArchiveScoringFailure) -> Value) throws(Trouble) -> Value {
      do throws(ArchiveScoringFailure) { return try body() } catch { throw .comparison(.scoring(error)) }
    }

    static func archive<Value>(_ body: () throws(ArchiveFailure) -> Value) throws(Trouble) -> Value {
      do throws(ArchiveFailure) { return try body() } catch { throw .comparison(.archive(error)) }
    }

    static func rating<Value>(_ body: () throws(MarketFailure) -> Value) throws(Trouble) -> Value {
      do throws(MarketFailure) { return try body() } catch { throw .comparison(.market(error)) }
    }

    static func comparing<Value>(_ body: () throws(ComparisonFailure) -> Value) throws(Trouble) -> Value {
      do throws(ComparisonFailure) { return try body() } catch { throw .comparison(error) }
    }
  }

  func run(_ body: (Opened) throws(Trouble) -> Int32) throws(WrongUse) -> Int32 {
    try runWithRules { rules throws(Trouble) in
      let scorer = try Trouble.scoring { () throws(ArchiveScoringFailure) in
        try ArchiveScorer(rules.archive, at: rules.moment, pack: rules.pack, in: rules.book)
      }
      return try body(Opened(rules: rules, scorer: scorer))
    }
  }

  /// Without a scorer, for commands that bring their own.
  func runWithRules(_ body: (Rules) throws(Trouble) -> Int32) throws(WrongUse) -> Int32 {
    do throws(Trouble) {
      return try body(try rules())
    } catch {
      switch error {
      case .use(let use): throw use
      case .comparison(let failure): console.complain(failure.sentence)
      case .said: break
      }
      return Program.ExitCode.findings
    }
  }

  private func rules() throws(Trouble) -> Rules {
    let archive = try Trouble.archive { () throws(ArchiveFailure) in try place.open() }
    guard let moment = try Trouble.archive({ () throws(ArchiveFailure) in try archive.moment(asOf: day) }) else {
      let first = try Trouble.archive { () throws(ArchiveFailure) in try archive.firstRecordedDay() }
      console.complain(.noRunEnded(by: day, first: first))
      throw .said
    }
    let book = try Trouble.scoring { () throws(ArchiveScoringFailure) in try archive.ruleBook(of: moment) }
    let pack = try Trouble.using { () throws(WrongUse) in
      try RuleChoice.onlyPack(invocation, in: book.only(packs: invocation.values["--pack"].map { [$0] } ?? []))
    }
    return Rules(archive: archive, moment: moment, book: book, pack: pack)
  }

  /// The company that a command line names; nil where it names none.
  func company(_ opened: Opened) throws(Trouble) -> ArchivedCompany? {
    guard let word = invocation.values["--company"] else { return nil }
    return try company(word, among: opened.scorer.companies)
  }

  /// The only one that a word fits.
  func company(_ word: String, among companies: [ArchivedCompany]) throws(Trouble) -> ArchivedCompany {
    switch CompanyChoice(word, among: companies) {
    case .only(let company): return company
    case .several(let companies): console.complain(CompanyChoice.several(word, companies))
    case .none(let nearest): console.complain(CompanyChoice.unknown(word, nearest: nearest))
    }
    throw .said
  }

  /// The item that a command line names; nil where it names none.
  func item(_ opened: Opened) throws(Trouble) -> String? {
    guard let named = invocation.values["--item"] else { return nil }
    let known = opened.rules.pack.items.map(\.id)
    if known.contains(named) { return named }
    throw .use(
      WrongUse(
        message: .unknown("item", "題項", named, hint: Suggestion.closest(to: named, among: known)),
        command: invocation.command))
  }

  func number(_ option: String) throws(WrongUse) -> Int? {
    guard let text = invocation.values[option] else { return nil }
    guard let number = Int(text), number > 0 else {
      throw WrongUse(
        message: Phrase("\(option) takes a number above 0, not “\(text)”", "\(option) 須為大於 0 的整數，不接受「\(text)」"),
        command: invocation.command)
    }
    return number
  }
}
