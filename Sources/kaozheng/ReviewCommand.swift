import Archive
import Pipeline
import ReportModel
import Review
import RuleBook

/// `kaozheng review …`: what reviewers decide.
struct ReviewCommand {
  let console: Console
  let invocation: Invocation
  let environment: (String) -> String?
  private let place: ArchivePlace

  /// Why nothing comes of it.
  enum Trouble: Error {
    case use(WrongUse)
    case said(Phrase)
  }

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    self.environment = environment
    place = try ArchivePlace(invocation, environment: environment)
  }

  func run() throws(WrongUse) -> Int32 {
    do throws(Trouble) {
      switch invocation.command {
      case "review accept": return try decide { _ in .accept }
      case "review reject": return try decide { _ in .reject }
      case "review postpone": return try decide { _ in .postpone }
      case "review correct": return try decide { options throws(WrongUse) in .correct(try options.correction()) }
      case "review add": return try add()
      case "review carry": return try carry()
      case "review undo": return try undo()
      case "review log": return try log()
      case "review orphans": return try orphans()
      case "review near-miss": return try nearMiss()
      case "review gold": return try gold()
      default: return try show()
      }
    } catch {
      switch error {
      case .use(let use): throw use
      case .said(let sentence): console.complain(sentence)
      }
      return Program.ExitCode.findings
    }
  }

  var options: ReviewOptions { ReviewOptions(invocation) }
  var isJSON: Bool { invocation.values["--format"] == "json" }

  // MARK: What all of them need

  func asking<Value>(_ body: () throws(WrongUse) -> Value) throws(Trouble) -> Value {
    do throws(WrongUse) { return try body() } catch { throw .use(error) }
  }

  func reading<Value>(_ body: () throws(ArchiveFailure) -> Value) throws(Trouble) -> Value {
    do throws(ArchiveFailure) { return try body() } catch { throw .said(error.sentence) }
  }

  func working<Value>(_ body: () throws(ReviewDesk.Failure) -> Value) throws(Trouble) -> Value {
    do throws(ReviewDesk.Failure) { return try body() } catch { throw .said(error.sentence) }
  }

  func open() throws(Trouble) -> ArchiveFile { try reading { () throws(ArchiveFailure) in try place.open() } }

  func desk(_ archive: ArchiveFile) throws(Trouble) -> ReviewDesk {
    try reading { () throws(ArchiveFailure) in try ReviewDesk(archive) }
  }

  func now() throws(Trouble) -> Moment {
    guard let now = Moment(UTCTime.now) else { throw .said(Phrase("the clock tells no time", "系統時間無效")) }
    return now
  }

  // MARK: Saying something

  private func decide(_ verdict: (ReviewOptions) throws(WrongUse) -> Verdict) throws(Trouble) -> Int32 {
    let (who, note, id) = try asking { () throws(WrongUse) in
      (try options.who(), try options.note(), try options.id(invocation.operands[0]))
    }
    let said: Verdict
    do throws(WrongUse) { said = try verdict(options) } catch { throw .use(error) }
    let (desk, now) = (try desk(try open()), try now())
    return print(
      try working { () throws(ReviewDesk.Failure) in try desk.decide(said, on: id, by: who, note: note, at: now) })
  }

  private func add() throws(Trouble) -> Int32 {
    let (who, note, addition) = try asking { () throws(WrongUse) in
      (try options.who(), try options.note(), try options.addition())
    }
    let (desk, now) = (try desk(try open()), try now())
    return print(try working { () throws(ReviewDesk.Failure) in try desk.add(addition, by: who, note: note, at: now) })
  }

  private func carry() throws(Trouble) -> Int32 {
    let (who, note, step) = try asking { () throws(WrongUse) in
      (try options.who(), try options.note(), try options.step(invocation.operands[0]))
    }
    let id = try asking { () throws(WrongUse) in
      invocation.operands.count > 1 ? try options.id(invocation.operands[1]) : nil
    }
    let (desk, now) = (try desk(try open()), try now())
    switch (id, invocation.values["--nowhere"]) {
    case (let id?, nil):
      return print(
        try working { () throws(ReviewDesk.Failure) in try desk.carry(step, to: id, by: who, note: note, at: now) })
    case (nil, let document?):
      return print(
        try working { () throws(ReviewDesk.Failure) in
          try desk.release(step, from: document, by: who, note: note, at: now)
        })
    case (nil, nil), (_?, _?):
      throw .use(
        options.wrong(
          Phrase("review carry takes an ID or --nowhere DOCUMENT", "review carry 須指定 ID 或 --nowhere DOCUMENT")))
    }
  }

  private func undo() throws(Trouble) -> Int32 {
    let (who, note) = try asking { () throws(WrongUse) in (try options.who(), try options.note()) }
    let (desk, now) = (try desk(try open()), try now())
    let named = try asking { () throws(WrongUse) in
      try invocation.operands.first.map { word throws(WrongUse) in try options.step(word) }
    }
    guard let step = named ?? desk.log.lastStep(of: who)?.number else {
      throw .said(Phrase("\(who.text) has nothing to take back", "\(who.text) 沒有可復原的步驟"))
    }
    return print(try working { () throws(ReviewDesk.Failure) in try desk.undo(step, by: who, note: note, at: now) })
  }

  private func print(_ step: DecisionStep) -> Int32 {
    let (number, what) = (step.number, step.entry.what.phrase)
    let said = Phrase("step \(number): \(what.english)", "第 \(number) 步：\(what.chinese)")
    return console.print(said(console.language) + "\n")
  }
}
