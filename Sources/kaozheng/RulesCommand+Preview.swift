import Pipeline
import ReportModel
import Review
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
    guard !changes.items.isEmpty else { return ["\(input): " + Phrase("no change", "沒有變化")(console.language)] }
    let places = Dictionary(book.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let items = changes.items.sorted { (places[$0.item] ?? .max, $0.item) < (places[$1.item] ?? .max, $1.item) }
    return [input]
      + items.flatMap { touched in
        let names = book.items.first { $0.id == touched.item }?.names(console.language) ?? ""
        return ["  \(touched.item)  \(names)"] + touched.changes.flatMap(lines)
      }
  }

  private func lines(_ change: Change) -> [String] {
    switch change {
    case .state(let old, let new):
      let none = Phrase("(no such item)", "（無此題項）")(console.language)
      return [
        "    " + Phrase("state: ", "狀態：")(console.language)
          + "\(old?.rawValue ?? none) → \(new?.rawValue ?? none)"
      ]
    case .appeared(let placed): return ["    + \(place(placed)): \(describe(placed.evidence))"]
    case .vanished(let placed): return ["    − \(place(placed)): \(describe(placed.evidence))"]
    case .altered(let old, let new, let differences):
      let list = differences.sorted().map { difference in
        let (before, after) = (old.evidence.account(of: difference), new.evidence.account(of: difference))
        return "\(difference.words(console.language)) \(quoted(before)) → \(quoted(after))"
      }
      return ["    ~ \(place(new)): \(list.joined(separator: ", "))", "        \(new.evidence.quote)"]
    }
  }

  private func place(_ placed: PlacedEvidence) -> String {
    Phrase("page \(placed.evidence.page)", "第 \(placed.evidence.page) 頁")(console.language)
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
    for change in changes.items.flatMap(\.changes) {
      switch change {
      case .state: states += 1
      case .appeared: gained += 1
      case .vanished: lost += 1
      case .altered: changed += 1
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
