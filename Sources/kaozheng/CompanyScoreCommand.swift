import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// `kaozheng score COMPANY`: a company of the archive, by what was recorded by a day and the rules of then.
struct CompanyScoreCommand {
  private let console: Console
  private let invocation: Invocation
  private let place: ArchivePlace
  private let word: String
  private let day: Day?
  /// In which events are looked at; else that of the day.
  private let month: Month?
  private let format: ReportFormat
  private let why: Bool

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    place = try ArchivePlace(invocation, environment: environment)
    word = invocation.operands[0]
    day = try invocation.day("--as-of")
    month = try invocation.month("--month")
    format = ReportFormat(invocation)
    why = invocation.has("--why")
  }

  /// Why there is no score.
  private enum Trouble: Error {
    case use(WrongUse)
    case scoring(ArchiveScoringFailure)
    /// Said already.
    case said
  }

  func run() throws(WrongUse) -> Int32 {
    do throws(Trouble) {
      let archive = try opened()
      return try score(archive, try moment(archive))
    } catch {
      switch error {
      case .use(let use): throw use
      case .scoring(let failure): console.complain(failure.sentence)
      case .said: break
      }
      return Program.ExitCode.findings
    }
  }

  private func opened() throws(Trouble) -> ArchiveFile {
    do throws(ArchiveFailure) { return try place.open() } catch { throw .scoring(.archive(error)) }
  }

  private func moment(_ archive: ArchiveFile) throws(Trouble) -> ArchiveMoment {
    do throws(ArchiveFailure) {
      if let moment = try archive.moment(asOf: day) { return moment }
      console.complain(.noRunEnded(by: day, first: try archive.firstRecordedDay()))
    } catch {
      throw .scoring(.archive(error))
    }
    throw .said
  }

  private func score(_ archive: ArchiveFile, _ moment: ArchiveMoment) throws(Trouble) -> Int32 {
    let scorer = try scorer(archive, moment)
    let company = try company(scorer)
    let scopes = try scopes(of: company, scorer.pack)
    var reports: [ScoreReport] = []
    for scope in scopes {
      do throws(ArchiveScoringFailure) { reports.append(try scorer.score(company, scope, in: month)) } catch {
        throw .scoring(error)
      }
    }
    let failures = reports.flatMap(\.failures)
    for (name, failure) in failures { console.complain(failure, of: name) }
    let written = print(reports)
    guard written == Program.ExitCode.done else { return written }
    return failures.isEmpty ? Program.ExitCode.done : Program.ExitCode.findings
  }

  private func print(_ reports: [ScoreReport]) -> Int32 {
    if reports.count == 2 {
      return console.print(ScoreComparison(before: reports[0], after: reports[1]), format, why: why)
    }
    return reports.first.map { console.print($0, format, why: why) } ?? Program.ExitCode.findings
  }

  // MARK: By what, whose, of when

  private func scorer(_ archive: ArchiveFile, _ moment: ArchiveMoment) throws(Trouble) -> ArchiveScorer {
    let book: RuleBook
    do throws(ArchiveScoringFailure) { book = try archive.ruleBook(of: moment) } catch { throw .scoring(error) }
    let (pack, defaults) = try choice(book)
    do throws(ArchiveScoringFailure) {
      return try ArchiveScorer(archive, at: moment, pack: pack, in: book, defaults: defaults)
    } catch {
      if case .cannotScore(let refusal) = error { throw .use(ScoreChoice.wrongUse(refusal, pack, invocation)) }
      throw .scoring(error)
    }
  }

  private func choice(_ book: RuleBook) throws(Trouble) -> (Pack, ProfileDefaults) {
    do throws(WrongUse) {
      let named = invocation.values["--pack"].map { [$0] } ?? []
      let pack = try RuleChoice.onlyPack(invocation, in: book.only(packs: named))
      return (
        pack,
        ProfileDefaults(
          industry: try RuleChoice.industry(invocation, in: book),
          activities: try ScoreChoice.activities(invocation, pack))
      )
    } catch {
      throw .use(error)
    }
  }

  private func company(_ scorer: ArchiveScorer) throws(Trouble) -> ArchivedCompany {
    switch CompanyChoice(word, among: scorer.companies) {
    case .only(let company): return company
    case .several(let companies): console.complain(CompanyChoice.several(word, companies))
    case .none(let nearest):
      let day = scorer.moment.day.text
      let list = nearest.map(\.label).joined(separator: ", ")
      let hint = nearest.isEmpty ? Phrase("", "") : Phrase("; nearest are: \(list)", "，最接近的是：\(list)")
      console.complain(
        Phrase(
          "no file and no company of the archive is called “\(word)” (as of \(day), \(scorer.companies.count) companies)",
          "沒有名為「\(word)」的檔案，封存檔中也沒有此公司（截至 \(day)，共 \(scorer.companies.count) 家）") + hint)
    }
    throw .said
  }

  /// One, or two years.
  private func scopes(of company: ArchivedCompany, _ pack: Pack) throws(Trouble) -> [ScoreScope] {
    do throws(WrongUse) {
      if let years = try years() { return years.map(ScoreScope.year) }
      if let named = try ScoreChoice.scope(invocation, pack) { return [named] }
    } catch {
      throw .use(error)
    }
    if let year = company.newestYear { return [.year(year)] }
    console.complain(
      Phrase(
        "of no document of \(company.label) both year and kind are known; say them with kaozheng place",
        "\(company.label) 沒有年度與種類皆已知的文件，請以 kaozheng place 指明"))
    throw .said
  }

  private func years() throws(WrongUse) -> [Int]? {
    guard let text = invocation.values["--years"] else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, ["--round", "--year", "--month"].allSatisfy({ !invocation.has($0) }) else {
      throw WrongUse(
        message: Phrase(
          "--years takes two years, as 2022,2023, and no --round, --year or --month beside it",
          "--years 須為兩個年度，例如 2022,2023，且不與 --round、--year、--month 並用"),
        command: invocation.command)
    }
    return [
      try ScoreChoice.year(parts[0], "--years", invocation), try ScoreChoice.year(parts[1], "--years", invocation),
    ]
  }
}
