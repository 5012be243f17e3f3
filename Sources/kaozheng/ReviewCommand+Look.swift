import Archive
import Pipeline
import ReportModel
import Review

/// Looking at what was decided.
extension ReviewCommand {
  // MARK: One report

  func show() throws(Trouble) -> Int32 {
    let archive = try open()
    let desk = try desk(archive)
    let report = try onlyReport(archive)
    let reviewed = try reading { () throws(ArchiveFailure) in try desk.reviewed(report) }
    let named = invocation.values["--item"]
    let items = reviewed.items.filter { named == nil || $0.state.item == named }
    if let named, items.isEmpty { throw .said(ReviewDesk.Failure.noSuchItem(named).sentence) }
    if isJSON { return console.print(json(of: reviewed, items: items)) }
    return console.print(text(of: reviewed, items))
  }

  private func onlyReport(_ archive: ArchiveFile) throws(Trouble) -> ReportRecord {
    let words = invocation.operands
    let found = try reading { () throws(ArchiveFailure) in try archive.reports(ReportFilter(words: words)) }
    if let only = found.first, found.count == 1 { return only }
    let names = found.prefix(10).map(\.document.name).joined(separator: ", ")
    throw .said(
      found.isEmpty
        ? Phrase("no document has these words", "沒有符合的文件")
        : Phrase("\(found.count) documents have these words: \(names)", "符合的文件有 \(found.count) 份：\(names)"))
  }

  private func text(of reviewed: ReviewedReport, _ items: [ReviewedReport.Item]) -> String {
    let language = console.language
    let head = [
      Phrase("id", "編號"), Phrase("page", "頁"), Phrase("value", "數值"), Phrase("year", "年度"), Phrase("review", "覆核"),
      Phrase("quote", "引文"),
    ]
    var rows: [[String]] = [head.map { $0(language) }]
    for item in items {
      let state =
        item.decided == item.state.state
        ? item.decided.rawValue : "\(item.state.state.rawValue) → \(item.decided.rawValue)"
      rows.append([item.id.text, "", "", "", item.judgement.phrase(language), "\(item.state.item): \(state)"])
      rows += item.evidence.map { row($0) }
    }
    let counts = Phrase(
      "\(items.filter(\.isReviewed).count) of \(items.filter { !$0.evidence.isEmpty }.count) items with evidence reviewed",
      "有據 \(items.filter { !$0.evidence.isEmpty }.count) 題中已覆核 \(items.filter(\.isReviewed).count) 題")
    let asking =
      reviewed.asking.isEmpty
      ? ""
      : Phrase(
        "\(reviewed.asking.count) earlier decisions ask where they hold: kaozheng review orphans\n",
        "\(reviewed.asking.count) 個先前的決定待確認：kaozheng review orphans\n")(language)
    let (name, sha) = (reviewed.report.document.name, reviewed.report.document.sha256)
    return "\(name)  \(sha)\n" + TextTableFormat.lines(rows) + counts(language) + "\n" + asking
  }

  private func row(_ line: ReviewedReport.Line) -> [String] {
    let evidence = line.shown.evidence
    let value = evidence.value.map { $0.plain.isEmpty ? $0.printed : "\($0.plain) \($0.unit)" } ?? ""
    let judgement = line.entry.judgement.phrase(console.language)
    let origin: Phrase =
      switch line.entry.origin {
      case .found: Phrase("", "")
      case .kept: Phrase(" (no rule finds it any more)", "（已無規則找到）")
      case .added: Phrase(" (added)", "（新增）")
      }
    return [
      line.id.text, "\(evidence.page)", value, evidence.year, judgement + origin(console.language),
      evidence.quote.shortened(to: 80),
    ]
  }

  // MARK: The log

  func log() throws(Trouble) -> Int32 {
    let archive = try open()
    let log = try reading { () throws(ArchiveFailure) in try archive.decisions() }
    let reports = try reading { () throws(ArchiveFailure) in
      try archive.reports(ReportFilter(words: invocation.operands))
    }
    let names = Dictionary(
      reports.map { ($0.document.sha256, $0.document.name) }, uniquingKeysWith: { first, _ in first })
    let steps = log.steps.filter { step in
      let about = subject(of: step, log)
      if let who = invocation.values["--by"], step.who.text != who { return false }
      if let item = invocation.values["--item"], about.item != item { return false }
      return invocation.operands.isEmpty || names[about.document] != nil
    }
    if isJSON { return console.print(json(of: steps, in: log)) }
    let head = [
      Phrase("step", "步驟"), Phrase("time", "時間"), Phrase("by", "覆核者"), Phrase("what", "動作"), Phrase("item", "題項"),
      Phrase("document", "文件"), Phrase("words", "內容"),
    ]
    let rows = steps.map { step in
      let about = subject(of: step, log)
      return [
        "\(step.number)", step.time.text, step.who.text.shortened(to: 16), what(step, log), about.item,
        (names[about.document] ?? String(about.document.prefix(12))).shortened(to: 32), words(of: step),
      ]
    }
    let count = Phrase("\(steps.count) of \(log.steps.count) steps", "\(log.steps.count) 步中的 \(steps.count) 步")
    return console.print(
      TextTableFormat.lines([head.map { $0(console.language) }] + rows) + count(console.language) + "\n")
  }

  private func subject(of step: DecisionStep, _ log: DecisionLog) -> (document: String, item: String) {
    switch step.entry {
    case .decide(_, let subject), .carry(_, let subject): return (subject.document, subject.item)
    case .add(let addition): return (addition.document, addition.item)
    case .release(let number, let document):
      return (document, log.step(number).map { subject(of: $0, log).item } ?? "")
    case .undo(let number): return log.step(number).map { subject(of: $0, log) } ?? ("", "")
    }
  }

  private func what(_ step: DecisionStep, _ log: DecisionLog) -> String {
    let word: Phrase =
      switch step.entry {
      case .decide(let verdict, _): verdict.phrase
      case .add, .carry, .release, .undo: step.entry.what.phrase
      }
    let undone = log.stands(step.number) ? Phrase("", "") : Phrase(" (taken back)", "（已復原）")
    return (word + undone)(console.language)
  }

  private func words(of step: DecisionStep) -> String {
    let words: String
    switch step.entry {
    case .decide(_, let subject): words = self.words(of: subject)
    case .carry(let number, let subject): words = "\(number) → " + self.words(of: subject)
    case .add(let addition):
      switch addition.source {
      case .page(let page, _, let found): words = "p. \(page): \(found) \(addition.value) \(addition.unit)"
      case .web(let address, let seen): words = "\(address.text) (\(seen.text)) \(addition.value) \(addition.unit)"
      }
    case .release(let number, _), .undo(let number): words = "\(number)"
    }
    return words.shortened(to: 70) + (step.note.map { " — " + $0.text.shortened(to: 60) } ?? "")
  }

  private func words(of subject: Subject) -> String {
    switch subject.matter {
    case .words(let words): "p. \(words.page): \(words.quote)"
    case .state(let state): state.rawValue
    case .addition(let step): "\(step)"
    }
  }

  // MARK: What asks

  func orphans() throws(Trouble) -> Int32 {
    let desk = try desk(try open())
    let reports = try reading { () throws(ArchiveFailure) in try desk.decidedReports() }
    let asking = reports.flatMap { reviewed in reviewed.asking.map { (report: reviewed, decision: $0) } }
    if isJSON { return console.print(json(of: asking.map { (report: $0.report.report, decision: $0.decision) })) }
    let orphaned = asking.filter(\.decision.isOrphaned).count
    let counts = Phrase(
      "\(asking.count - orphaned) to be confirmed, \(orphaned) orphaned",
      "待確認 \(asking.count - orphaned) 個，失去原文 \(orphaned) 個")
    let lines = asking.flatMap { told($0.decision, in: $0.report) } + [counts(console.language)]
    return console.print(lines.map { $0 + "\n" }.joined())
  }

  private func told(_ asking: AskingDecision, in reviewed: ReviewedReport) -> [String] {
    let (language, decision) = (console.language, asking.decision)
    let (step, who) = (decision.opinion.step, decision.opinion.who.text)
    let what = Phrase("step \(step) of \(who): ", "第 \(step) 步，\(who)：") + decision.opinion.verdict.phrase
    let document = reviewed.report.document
    let head = "\(what(language))  \(decision.item)  \(document.name) (\(document.sha256.prefix(12)))"
    let words = "  “\(self.words(of: decision).shortened(to: 100))”"
    guard !asking.isOrphaned else {
      return [head, words, "  " + Phrase("orphaned: nothing looks like it", "失去原文：找不到相似文字")(language)]
    }
    return [head, words]
      + asking.lookAlikes.map { alike in
        let here = reviewed.item(decision.item)?.evidence.first { line in
          line.shown.evidence.quoteRanges.contains { $0.overlaps(alike.range) }
        }
        let place = Phrase("page \(alike.page): ", "第 \(alike.page) 頁：") + alike.likeness.phrase
        return "  → \(place(language))"
          + (here.map { "  \($0.id.text)  \($0.shown.evidence.quote.shortened(to: 60))" } ?? "")
      }
  }

  private func words(of decision: StandingDecision) -> String {
    switch decision.about {
    case .subject(let subject): words(of: subject)
    case .addition(let addition):
      switch addition.source {
      case .page(let page, _, let words): "p. \(page): \(words)"
      case .web(let address, _): address.text
      }
    }
  }
}
