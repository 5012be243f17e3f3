import Archive
import Pipeline
import ReportModel
import RuleBook
import Scoring
import Sheets

/// Saying something of events: what is wrong is told, and then nothing is kept.
extension EventsCommand {
  // MARK: New ones

  func importFile() throws(Trouble) -> Int32 {
    let path = invocation.operands[0]
    let who = try asking { () throws(WrongUse) in try options.required("--by") }
    let defaults = try asking(defaults)
    let sheet = try sheet(path)
    let archive = try open()
    let table = EventTable(
      sheet, words: words, scrutiny: scrutiny, companies: try companies(archive), defaults: defaults, today: today)
    complain(table.notes, of: path)
    guard table.findings.isEmpty else {
      complain(table.findings, of: path)
      throw refused(path)
    }
    let isRehearsal = invocation.has("--dry-run")
    let entry = try reading { () throws(ArchiveFailure) in
      try archive.enter(table.rows.map(\.notice), by: who, at: now, rehearsal: isRehearsal)
    }
    switch entry {
    case .refused(let refusals):
      complain(table.findings(of: refusals), of: path)
      throw refused(path)
    case .entered(let counts): return say(counts, isRehearsal)
    }
  }

  private func defaults() throws(WrongUse) -> EventDefaults {
    var defaults = EventDefaults()
    defaults.kind = try options.kind()
    defaults.item = try options.item()
    defaults.source = try options.source()
    defaults.deduction = try options.deduction()
    defaults.mayBeNew = invocation.has("--new-company")
    return defaults
  }

  private func sheet(_ path: String) throws(Trouble) -> Sheet {
    do throws(SheetFailure) { return try tableSheet(path: path) } catch {
      throw .use(options.wrong(Phrase("\(path): \(error.sentence)", "\(path)：\(error.sentence)")))
    }
  }

  /// All of them: whoever corrects a table corrects it once.
  private func complain(_ findings: [TableFinding], of path: String) {
    for finding in findings {
      let place = "\(path):\(finding.row):\(finding.column): "
      console.complain(Phrase(place, place) + finding.message)
    }
  }

  private func refused(_ path: String) -> Trouble {
    console.complain(
      Phrase("\(path): nothing was imported; correct it and try again", "\(path)：未匯入任何事件，請修正後再試"))
    return .said
  }

  private func say(_ counts: EventEntry.Counts, _ isRehearsal: Bool) -> Int32 {
    let (new, known) = (counts.new.count, counts.known.count)
    let said = Phrase(
      "\(new) new, \(known) known already, \(counts.responses) responses",
      "新增 \(new)，已登錄 \(known)，因應 \(counts.responses)")
    let rehearsed = Phrase(" (dry run: nothing was kept)", "（試行，未寫入）")
    return console.print((isRehearsal ? said + rehearsed : said)(console.language) + "\n")
  }

  func add() throws(Trouble) -> Int32 {
    let who = try asking { () throws(WrongUse) in try options.required("--by") }
    var facts = try asking(options.facts)
    let archive = try open()
    if let word = invocation.values["--company"], !word.isEmpty {
      facts.append(.company(try company(word, try companies(archive))))
    }
    let event = try event(scrutiny.completed(facts, words))
    let entry = try reading { () throws(ArchiveFailure) in
      try archive.enter([EventNotice(event)], by: who, at: now)
    }
    switch entry {
    case .refused(let refusals):
      for refusal in refusals { console.complain(refusal.fault.sentence) }
      throw .said
    case .entered(let counts):
      if let known = counts.known.first {
        let said = Phrase("\(known.text) is that event already; nothing was added", "\(known.text) 即為該事件，未新增")
        return console.print(said(console.language) + "\n")
      }
      return console.print((counts.new.first?.text ?? "") + "\n")
    }
  }

  /// What the options make, if the pack agrees.
  private func event(_ facts: [EventFact]) throws(Trouble) -> MaterialEvent {
    let event: MaterialEvent
    do throws(MaterialEvent.Fault) { event = try MaterialEvent(facts) } catch {
      throw .use(options.wrong(error.sentence))
    }
    try examine(event)
    return event
  }

  private func examine(_ event: MaterialEvent) throws(Trouble) {
    let faults = scrutiny.faults(of: event, today: today)
    for fault in faults { console.complain(fault.sentence) }
    if !faults.isEmpty { throw .said }
  }

  // MARK: More of one

  func respond() throws(Trouble) -> Int32 {
    let (who, evidence, day, level) = try asking { () throws(WrongUse) in
      (
        try options.required("--by"), try options.required("--evidence"), try options.requiredDay("--on"),
        try options.level(invocation.operands[1])
      )
    }
    let response = EventResponse(level: level, day: day, evidence: evidence)
    let faults = scrutiny.faults(of: response, today: today)
    for fault in faults { console.complain(fault.sentence) }
    if !faults.isEmpty { throw .said }
    return try say(.respond(response), by: who)
  }

  func withdraw() throws(Trouble) -> Int32 {
    let (who, reason) = try asking { () throws(WrongUse) in
      (try options.required("--by"), try options.required("--reason"))
    }
    return try say(.withdraw(reason: reason), by: who)
  }

  func correct() throws(Trouble) -> Int32 {
    let (who, reason) = try asking { () throws(WrongUse) in
      (try options.required("--by"), try options.required("--reason"))
    }
    var facts = try asking(options.facts)
    if let word = invocation.values["--company"] {
      facts.append(.company(try company(word, try companies(try open()))))
    }
    guard let all = Several(facts) else {
      throw .use(options.wrong(Phrase("nothing is corrected: say what", "未指定要更正的欄位")))
    }
    return try say(.correct(all, reason: reason), by: who)
  }

  private func say(_ entry: LedgerEntry, by who: OneLine) throws(Trouble) -> Int32 {
    let id = try asking { () throws(WrongUse) in try options.id(invocation.operands[0]) }
    let archive = try open()
    let (scrutiny, today, now) = (scrutiny, today, now)
    let troubles = try reading { () throws(ArchiveFailure) in
      try archive.changeLedger { ledger in
        do throws(LedgerFault) {
          try ledger.say(entry, of: id, by: who, at: now)
        } catch {
          return ([error.sentence], false)
        }
        // A correction has to leave an event of the pack.
        guard case .correct = entry, let event = ledger.event(id)?.event else { return ([], true) }
        let faults = scrutiny.faults(of: event, today: today).map(\.sentence)
        return (faults, faults.isEmpty)
      }
    }
    for trouble in troubles { console.complain(trouble) }
    if !troubles.isEmpty { throw .said }
    return console.print(id.text + "\n")
  }
}
