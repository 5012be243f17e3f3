import Pipeline
import ReportModel
import RuleBook

extension RulesCommand {
  /// What an edited copy of rules gains, loses and changes over some reports.
  func preview() throws(WrongUse) -> Int32 {
    let choice = try choice()
    let book = try choice.sound()
    let path = invocation.operands[0]
    let draft = try draft(path, choice)
    let lint = draft.findings.map { "\(lintPath($0, path)): \($0.line(console.language))" }
    guard draft.isReadable else { return print(lint, code: Program.ExitCode.findings) }
    let industry = try RuleChoice.industry(invocation, in: book)
    let (old, new) = (
      Extractor(book, industry: industry), Extractor(draft.book.only(packs: choice.packs), industry: industry)
    )
    var written = print(lint)
    var counts = PreviewCounts()
    for input in invocation.operands.dropFirst() {
      let document = readDocument(input, options: ReadOptions(password: password))
      if let failure = document.failure {
        console.complain(failure, of: input)
        counts.failed += 1
      }
      guard !document.report.pages.isEmpty else { continue }
      let changes = FindingsChanges(from: old.findings(document), to: new.findings(document))
      counts.add(changes)
      written = max(written, print(lines(changes, input, draft.book)))
    }
    let code = counts.failed > 0 || written > 0 ? Program.ExitCode.findings : Program.ExitCode.done
    return print([counts.summary(console.language)], code: code)
  }

  private func draft(_ path: String, _ choice: RuleChoice) throws(WrongUse) -> RuleDraft {
    do throws(RuleFolder.Failure) {
      return try RuleDraft(path, over: choice.folder, pack: choice.packs.first)
    } catch {
      throw wrong(Phrase("\(error.path): \(error.reason)", "\(error.path)：\(error.reason)"))
    }
  }

  /// A file that is a draft is known by its whole path, any other by its place in the rules.
  private func lintPath(_ finding: RuleFinding, _ draft: String) -> String {
    let isDraft = draft == finding.place.file || draft.hasSuffix("/" + finding.place.file)
    return "\(isDraft ? draft : finding.place.file):\(finding.place.line):\(finding.place.column)"
  }

  // MARK: Lines

  private func lines(_ changes: FindingsChanges, _ input: String, _ book: RuleBook) -> [String] {
    let items = book.items.map(\.id)
    var touched: [String] = []
    for item in changes.evidence.map(\.evidence.item) + changes.states.map(\.item) where !touched.contains(item) {
      touched.append(item)
    }
    touched.sort { (items.firstIndex(of: $0) ?? .max, $0) < (items.firstIndex(of: $1) ?? .max, $1) }
    guard !touched.isEmpty else { return ["\(input): " + Phrase("no change", "沒有變化")(console.language)] }
    return [input]
      + touched.flatMap { item in
        let names = book.items.first { $0.id == item }?.names(console.language) ?? ""
        return ["  \(item)  \(names)"] + changes.states.filter { $0.item == item }.map(line)
          + changes.evidence.filter { $0.evidence.item == item }.flatMap(lines)
      }
  }

  private func line(_ change: FindingsChanges.StateChange) -> String {
    let none = Phrase("(no such item)", "（無此題項）")(console.language)
    return "    " + Phrase("state: ", "狀態：")(console.language)
      + "\(change.old?.rawValue ?? none) → \(change.new?.rawValue ?? none)"
  }

  private func lines(_ change: FindingsChanges.EvidenceChange) -> [String] {
    let evidence = change.evidence
    let place = Phrase("page \(evidence.page)", "第 \(evidence.page) 頁")(console.language)
    switch change.kind {
    case .gained: return ["    + \(place): \(describe(evidence))"]
    case .lost: return ["    − \(place): \(describe(evidence))"]
    case .changed(let fields):
      let list = fields.map { "\($0.name) \(quoted($0.old)) → \(quoted($0.new))" }.joined(separator: ", ")
      return ["    ~ \(place): \(list)", "        \(evidence.quote)"]
    }
  }

  private func quoted(_ text: String) -> String { text.isEmpty ? "“”" : text }
}

/// What a preview comes to.
private struct PreviewCounts {
  var reports = 0
  var failed = 0
  var gained = 0
  var lost = 0
  var changed = 0
  var states = 0

  mutating func add(_ changes: FindingsChanges) {
    reports += 1
    states += changes.states.count
    for change in changes.evidence {
      switch change.kind {
      case .gained: gained += 1
      case .lost: lost += 1
      case .changed: changed += 1
      }
    }
  }

  func summary(_ language: Language) -> String {
    let plain = Phrase(
      "\(reports) reports: \(gained) gained, \(lost) lost, \(changed) changed; \(states) states changed",
      "\(reports) 份報告：增加 \(gained)、減少 \(lost)、變更 \(changed)；\(states) 個狀態改變")
    let unread = failed == 0 ? "" : Phrase(" (\(failed) not read whole)", "（\(failed) 份未能完整讀取）")(language)
    return plain(language) + unread
  }
}

extension RuleFinding {
  /// Severity, message, code and hint on a line.
  fileprivate func line(_ language: Language) -> String {
    let severity = code.severity == .error ? Phrase("error", "錯誤") : Phrase("warning", "警告")
    let tail = hint.map { " → " + $0(language) } ?? ""
    return "\(severity(language)): \(message(language)) [\(code.rawValue)]\(tail)"
  }
}
