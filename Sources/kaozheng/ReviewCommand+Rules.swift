import Archive
import Pipeline
import ReportModel
import Review
import RuleBook

/// What becomes of decisions: near-misses of rules, and gold facts.
extension ReviewCommand {
  // MARK: Near-misses

  func nearMiss() throws(Trouble) -> Int32 {
    let (id, why) = try asking { () throws(WrongUse) in
      (try options.id(invocation.operands[0]), try options.line("--why"))
    }
    let choice = try choice()
    let book = try asking { () throws(WrongUse) in try choice.read().book }
    let archive = try open()
    let desk = try desk(archive)
    let rejected = try rejected(try working { () throws(ReviewDesk.Failure) in try desk.find(id) }, id, why, archive)
    guard let rule = book.rules.first(where: { $0.id == rejected.rule }) else {
      throw .said(
        Phrase("the rules have no “\(rejected.rule)” any more", "規則中已無「\(rejected.rule)」"))
    }
    let path = "\(choice.folder.path)/\(rule.place.file)"
    guard let source = book.sources.first(where: { $0.path == rule.place.file }) else {
      throw .said(Phrase("there is no \(path)", "找不到 \(path)"))
    }
    let bytes: [UInt8]
    do throws(NearMissRefusal) {
      bytes = try adding(rejected.miss(for: rule), toRuleAt: rule.place, in: source.bytes)
    } catch {
      throw .said(Phrase("\(path): ", "\(path)：") + error.sentence)
    }
    if invocation.has("--dry-run") { return console.print(Self.newLines(source.bytes, bytes)) }
    try write(bytes, to: path)
    return try tell(rule, path, choice)
  }

  private func rejected(
    _ named: ReviewDesk.Named, _ id: EvidenceID, _ why: OneLine?, _ archive: ArchiveFile
  ) throws(Trouble) -> RejectedEvidence {
    guard case .evidence(let line, let reviewed) = named else {
      throw .said(RejectedEvidence.Refusal.noRule(id).sentence)
    }
    let text = try reading { () throws(ArchiveFailure) in try archive.storedText(reviewed.report.text) }
    do throws(RejectedEvidence.Refusal) {
      return try RejectedEvidence(line, of: reviewed.report, why: why, text: text)
    } catch {
      throw .said(error.sentence)
    }
  }

  private func choice() throws(Trouble) -> RuleChoice {
    try asking { () throws(WrongUse) in
      try RuleChoice(invocation, environment: environment, console: console)
    }
  }

  /// The bytes that are in one and not in the other: all in one place.
  private static func newLines(_ old: [UInt8], _ new: [UInt8]) -> String {
    let same = zip(old, new).prefix { $0 == $1 }.count
    let start = new[..<same].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return String(decoding: new[start..<min(start + new.count - old.count, new.count)], as: UTF8.self)
  }

  private func write(_ bytes: [UInt8], to path: String) throws(Trouble) {
    var buffer = ByteBuffer()
    buffer.append(bytes: bytes)
    do throws(OutputFailure) {
      let file = try OutputFile(path: path)
      try file.write(buffer)
      try file.finish()
    } catch {
      throw .said(Phrase("\(path) could not be written: \(error.reason)", "無法寫入 \(path)：\(error.reason)"))
    }
  }

  /// What lint says of the rule now.
  private func tell(_ rule: Rule, _ path: String, _ choice: RuleChoice) throws(Trouble) -> Int32 {
    let (book, read) = try asking { () throws(WrongUse) in try choice.read() }
    let findings = lintFindings(of: book, readFindings: read).filter { $0.place.file == rule.place.file }
    let said = Phrase("\(path): a near-miss of “\(rule.id)” was added\n", "\(path)：已加入「\(rule.id)」的近似範例\n")
    let printed = console.print(said(console.language))
    for finding in findings { console.complain(finding.line(in: choice.folder)) }
    return findings.contains { $0.code.severity == .error } ? Program.ExitCode.findings : printed
  }

  // MARK: Gold

  func gold() throws(Trouble) -> Int32 {
    let choice = try choice()
    let book = try asking { () throws(WrongUse) in try choice.read().book }
    let topics = Dictionary(
      book.packs.flatMap(\.items).map { ($0.id, $0.topics) }, uniquingKeysWith: { first, _ in first })
    let desk = try desk(try open())
    let facts = try reading { () throws(ArchiveFailure) in try desk.decidedReports() }
      .map { ReviewedFacts($0, topics: topics) }.filter { !$0.facts.isEmpty }
    guard let folder = invocation.values["--output"] else {
      var all = ByteBuffer()
      for part in facts { all.append(bytes: part.lines.bytes) }
      return console.print(all)
    }
    makeFolders(above: folder + "/.")
    for part in facts { try write(part.lines.bytes, to: "\(folder)/\(part.fileName)") }
    let count = facts.reduce(0) { $0 + $1.facts.count }
    let said = Phrase("\(count) facts of \(facts.count) reports\n", "\(facts.count) 份報告、\(count) 則標準答案\n")
    return console.print(said(console.language))
  }
}
