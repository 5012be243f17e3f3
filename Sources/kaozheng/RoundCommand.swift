import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring

/// `kaozheng round …`: how far a round has come, and rounds that are closed.
struct RoundCommand {
  private enum Task {
    case status(round: String?, asOf: Day?, only: RoundStatus.Only?)
    case close(RoundCloser.Order)
    case show(String)
    case check(String)
    case list
  }

  private let console: Console
  private let invocation: Invocation
  private let environment: (String) -> String?
  private let place: ArchivePlace
  private let task: Task
  private let format: ReportFormat

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    self.environment = environment
    place = try ArchivePlace(invocation, environment: environment)
    format = ReportFormat(invocation)
    let round = invocation.operands.first
    switch invocation.command {
    case "round close":
      task = .close(
        RoundCloser.Order(
          round: round ?? "", pack: invocation.values["--pack"], who: try Self.who(invocation),
          mayBeEarly: invocation.has("--early")))
    case "round show": task = .show(round ?? "")
    case "round check": task = .check(round ?? "")
    case "round list": task = .list
    default:
      task = .status(
        round: round, asOf: try invocation.day("--as-of"),
        only: invocation.values["--only"].flatMap(RoundStatus.Only.init))
    }
  }

  /// Who signs: on one line, and not nothing.
  private static func who(_ invocation: Invocation) throws(WrongUse) -> String {
    let name = invocation.values["--by"] ?? ""
    let isLine = name.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    guard isLine, name.contains(where: { !$0.isWhitespace }) else {
      throw WrongUse(
        message: Phrase("round close needs --by NAME: who closes it", "round close 需要 --by NAME：由誰結案"),
        command: invocation.command)
    }
    return name
  }

  func run() throws(WrongUse) -> Int32 {
    do throws(RoundRefusal) {
      let archive = try opened()
      switch task {
      case .status(let round, let day, let only): return try status(archive, round, day, only)
      case .close(let order): return print(try RoundCloser(archive).close(order))
      case .show(let round): return try show(archive, round)
      case .check(let round): return try check(archive, round)
      case .list: return try list(archive)
      }
    } catch {
      if let use = error.wrongUse(invocation) { throw use }
      console.complain(error.sentence)
      return Program.ExitCode.findings
    }
  }

  private func opened() throws(RoundRefusal) -> ArchiveFile {
    do throws(ArchiveFailure) { return try place.open() } catch { throw .scoring(.archive(error)) }
  }

  // MARK: Status

  private func status(
    _ archive: ArchiveFile, _ named: String?, _ asOf: Day?, _ only: RoundStatus.Only?
  ) throws(RoundRefusal) -> Int32 {
    guard let day = asOf ?? Day(time: UTCTime.now) else { throw .nothingRecorded }
    let standing = try RoundStanding(archive, asOf: asOf)
    let rules = try standing.rules(pack: invocation.values["--pack"])
    let round = try rules.round(named, on: day)
    let status = standing.status(of: round, rules, on: day)
    switch format {
    case .text: return console.print(RoundStatusText(status: status, only: only, language: console.language).text)
    case .json: return console.print(json(of: status, only: only))
    case .csv: return console.print(csv(of: status, only: only))
    }
  }

  // MARK: Closed rounds

  private func print(_ closed: ClosedRound) -> Int32 {
    let said = Phrase(
      "\(closed.round) is closed: run \(closed.run.number), rules \(closed.book.prefix(12)), ledger line \(closed.line), by \(closed.who) at \(closed.closed)\nseal \(closed.seal)\n",
      "\(closed.round) 已結案：第 \(closed.run.number) 次執行，規則 \(closed.book.prefix(12))，事件紀錄第 \(closed.line) 筆，\(closed.who) 於 \(closed.closed)\n封印 \(closed.seal)\n"
    )
    return console.print(
      "\(ScoreReport.notice.chinese)  \(ScoreReport.notice.english)\n" + said(console.language))
  }

  private func show(_ archive: ArchiveFile, _ id: String) throws(RoundRefusal) -> Int32 {
    let frozen = try FrozenRound(archive, round: id)
    switch format {
    case .text: return console.print(FrozenRoundText(round: frozen, language: console.language).text)
    case .json: return console.print(json(of: frozen))
    case .csv: return console.print(csv(of: frozen))
    }
  }

  private func check(_ archive: ArchiveFile, _ id: String) throws(RoundRefusal) -> Int32 {
    let check = try RoundCheck(archive, round: id)
    let written =
      switch format {
      case .text: console.print(RoundCheckText(check: check, language: console.language).text)
      case .json: console.print(json(of: check))
      case .csv: console.print(csv(of: check))
      }
    guard written == Program.ExitCode.done else { return written }
    return check.differences.isEmpty ? Program.ExitCode.done : Program.ExitCode.findings
  }

  private func list(_ archive: ArchiveFile) throws(RoundRefusal) -> Int32 {
    let closed: [ClosedRound]
    do throws(ArchiveFailure) { closed = try archive.closedRounds() } catch { throw .scoring(.archive(error)) }
    let written =
      switch format {
      case .text: console.print(ClosedRoundsText(rounds: closed, language: console.language).text)
      case .json: console.print(json(of: closed))
      case .csv: console.print(csv(of: closed))
      }
    guard written == Program.ExitCode.done else { return written }
    return closed.allSatisfy { $0.frozen != nil } ? Program.ExitCode.done : Program.ExitCode.findings
  }
}
