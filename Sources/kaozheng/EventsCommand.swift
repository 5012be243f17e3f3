import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// `kaozheng events`: the ledger of material events.
struct EventsCommand {
  let console: Console
  let invocation: Invocation
  let options: EventOptions
  let format: ReportFormat
  let pack: Pack
  let words: EventWords
  let scrutiny: EventScrutiny
  let now: Moment
  private let book: RuleBook
  private let place: ArchivePlace

  /// Why nothing comes of it.
  enum Trouble: Error {
    case use(WrongUse)
    case archive(ArchiveFailure)
    case scoring(ArchiveScoringFailure)
    /// Said already.
    case said
  }

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    place = try ArchivePlace(invocation, environment: environment)
    format = ReportFormat(invocation)
    book = try RuleChoice(invocation, environment: environment, console: console).sound()
    pack = try RuleChoice.onlyPack(invocation, in: book)
    (words, scrutiny) = try Self.events(of: pack, invocation)
    options = EventOptions(invocation, words)
    guard let now = Moment(UTCTime.now) else {
      throw WrongUse(message: Phrase("the clock tells no time", "系統時間無效"), command: invocation.command)
    }
    self.now = now
  }

  private static func events(
    of pack: Pack, _ invocation: Invocation
  ) throws(WrongUse) -> (EventWords, EventScrutiny) {
    if let words = EventWords(pack), let scrutiny = EventScrutiny(pack) { return (words, scrutiny) }
    throw WrongUse(
      message: Phrase("the pack “\(pack.id)” has no events", "規則包「\(pack.id)」沒有重大性事件"), command: invocation.command)
  }

  func run() throws(WrongUse) -> Int32 {
    do throws(Trouble) {
      switch invocation.command {
      case "events show": return try show()
      case "events import": return try importFile()
      case "events add": return try add()
      case "events respond": return try respond()
      case "events correct": return try correct()
      case "events withdraw": return try withdraw()
      default: return try list()
      }
    } catch {
      switch error {
      case .use(let use): throw use
      case .archive(let failure): console.complain(failure.sentence)
      case .scoring(let failure): console.complain(failure.sentence)
      case .said: break
      }
      return Program.ExitCode.findings
    }
  }

  var today: Day { now.dayInTaiwan }

  // MARK: What all of them need

  func asking<Value>(_ body: () throws(WrongUse) -> Value) throws(Trouble) -> Value {
    do throws(WrongUse) { return try body() } catch { throw .use(error) }
  }

  func reading<Value>(_ body: () throws(ArchiveFailure) -> Value) throws(Trouble) -> Value {
    do throws(ArchiveFailure) { return try body() } catch { throw .archive(error) }
  }

  func open() throws(Trouble) -> ArchiveFile { try reading { () throws(ArchiveFailure) in try place.open() } }

  func companies(_ archive: ArchiveFile) throws(Trouble) -> KnownCompanies {
    try reading { () throws(ArchiveFailure) in try KnownCompanies(archive, words: book) }
  }

  /// A company that has to be one.
  func company(_ word: String, _ companies: KnownCompanies) throws(Trouble) -> CompanyID {
    let answer = companies.company(ticker: nil, name: word)
    switch answer {
    case .one(let company): return company
    case .unknown where invocation.has("--new-company"):
      // A ticker is one as it stands; a name is one in whatever case.
      return word.first?.isNumber == true ? CompanyID(word) : CompanyID(name: word)
    case .unknown, .several, .contradiction:
      if let trouble = answer.trouble(of: word) { console.complain(trouble) }
      throw .said
    }
  }

  /// The pack of a day: that of the last run by then, else the one of now.
  func pack(_ archive: ArchiveFile, asOf day: Day?) throws(Trouble) -> Pack {
    guard let day, let moment = try reading({ () throws(ArchiveFailure) in try archive.moment(asOf: day) }) else {
      return pack
    }
    do throws(ArchiveScoringFailure) {
      return try archive.ruleBook(of: moment).pack(pack.id) ?? pack
    } catch {
      throw .scoring(error)
    }
  }
}
