import Archive
import Pipeline
import ReportModel

/// `kaozheng reports`, `runs`, `evidence`: what the archive holds.
struct ArchiveCommand {
  private let console: Console
  private let invocation: Invocation
  private let place: ArchivePlace
  private let filter: ReportFilter
  private let asJSON: Bool

  init(_ invocation: Invocation, environment: (String) -> String?, console: Console) throws(WrongUse) {
    self.console = console
    self.invocation = invocation
    place = try ArchivePlace(invocation, environment: environment)
    asJSON = invocation.values["--format"] == "jsonl"
    var filter = ReportFilter(words: invocation.operands)
    filter.state = try Self.number("--run", invocation).map { .after(RunID($0)) } ?? .now
    filter.year = try Self.number("--year", invocation)
    filter.status = invocation.values["--status"].flatMap(ReadingStatus.init)
    self.filter = filter
  }

  private static func number(_ option: String, _ invocation: Invocation) throws(WrongUse) -> Int? {
    guard let text = invocation.values[option] else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw WrongUse(message: Phrase("\(option) takes a number", "\(option) 須為數字"), command: invocation.command)
    }
    return number
  }

  func run() -> Int32 {
    do throws(ArchiveFailure) {
      let archive = try place.open()
      switch invocation.command {
      case "runs": return try runs(archive)
      case "evidence": return try evidence(archive)
      default: return try reports(archive)
      }
    } catch {
      console.complain(error.sentence)
      return Program.ExitCode.findings
    }
  }

  // MARK: Runs

  private func runs(_ archive: ArchiveFile) throws(ArchiveFailure) -> Int32 {
    let runs = try archive.runs()
    if asJSON { return console.print(json(of: runs)) }
    let rows = runs.map { run in
      [
        String(run.id.number), run.command, run.started, run.ended ?? "", run.ending?.rawValue ?? "-",
        String(run.documents), String(run.problems), String(run.rules.prefix(12)),
      ]
    }
    let head = [
      Phrase("run", "執行"), Phrase("command", "指令"), Phrase("started", "開始"), Phrase("ended", "結束"),
      Phrase("ending", "結果"), Phrase("reports", "報告"), Phrase("problems", "問題"), Phrase("rules", "規則"),
    ]
    return console.print(TextTableFormat.lines([head.map { $0(console.language) }] + rows))
  }

  // MARK: Reports

  private func reports(_ archive: ArchiveFile) throws(ArchiveFailure) -> Int32 {
    // Which document counts is told among all, not among those that are listed.
    let superseded = Precedence.superseded(try archive.reports(ReportFilter(state: filter.state)))
    var reports: [(report: ReportRecord, evidence: Int)] = []
    for report in try archive.reports(filter) where isListed(report) {
      reports.append((report, try archive.evidenceCount(of: report)))
    }
    if asJSON { return console.print(json(of: reports, superseded: superseded)) }
    let head = [
      Phrase("name", "名稱"), Phrase("company", "公司"), Phrase("year", "年度"), Phrase("kind", "種類"), Phrase("status", "狀態"),
      Phrase("pages", "頁數"), Phrase("evidence", "證據"), Phrase("sha256", "sha256"),
    ]
    let rows = reports.map { report, evidence in
      let placement = report.placement
      let company = [placement.ticker?.value, placement.company?.value].compactMap { $0 }.joined(separator: " ")
      let isSuperseded = superseded[report.document.id] != nil
      return [
        report.document.name, company.isEmpty ? "?" : company, placement.year.map { String($0.value) } ?? "?",
        placement.kind?.value.rawValue ?? "?",
        isSuperseded ? Phrase("superseded", "已被取代")(console.language) : state(report), String(report.pageCount),
        String(evidence),
        String(report.document.sha256.prefix(12)),
      ]
    }
    return console.print(TextTableFormat.lines([head.map { $0(console.language) }] + rows))
  }

  private func isListed(_ report: ReportRecord) -> Bool {
    !invocation.has("--open") || !report.placement.openQuestions.isEmpty
  }

  private func state(_ report: ReportRecord) -> String {
    let words: [ReadingStatus: Phrase] = [
      .ok: Phrase("ok", "正常"), .partial: Phrase("partial", "部分"), .failed: Phrase("failed", "失敗"),
    ]
    let word = words[report.status].map { $0(console.language) } ?? report.status.rawValue
    return report.failure.map { "\(word) (\($0.code.rawValue))" } ?? word
  }

  // MARK: Evidence

  private func evidence(_ archive: ArchiveFile) throws(ArchiveFailure) -> Int32 {
    var code = Program.ExitCode.done
    for report in try archive.reports(filter) {
      let answers = try archive.answers(of: report).filter(isMeant)
      guard code == Program.ExitCode.done else { return code }
      code = asJSON ? console.print(json(of: report, answers)) : console.print(lines(report, answers))
    }
    return code
  }

  private func isMeant(_ answer: StoredAnswer) -> Bool {
    guard let items = invocation.values["--item"]?.split(separator: ",") else { return true }
    return items.contains { $0 == answer.state.item }
  }

  private func lines(_ report: ReportRecord, _ answers: [StoredAnswer]) -> String {
    let rows = answers.flatMap { answer in
      answer.evidence.map { placed in
        let evidence = placed.evidence
        let value = [evidence.value?.printed ?? "", evidence.year].filter { !$0.isEmpty }.joined(separator: " · ")
        return ["", evidence.item, "p. \(evidence.page)", value, evidence.quote.shortened(to: 60)]
      }
    }
    return report.document.name + "\n" + TextTableFormat.lines(rows)
  }
}
