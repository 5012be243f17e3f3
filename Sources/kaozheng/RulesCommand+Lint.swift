import Pipeline
import ReportModel
import RuleBook

extension RulesCommand {
  /// Everything wrong with the rules, those of the examples included.
  func lint() throws(WrongUse) -> Int32 {
    let choice = try choice()
    let (book, findings) = try choice.read()
    try checkOperands(choice)
    let all = lintFindings(of: book, readFindings: findings).filter { isMeant($0.place.file, in: choice.folder) }
    let hasErrors = all.contains { $0.code.severity == .error }
    let code = hasErrors ? Program.ExitCode.findings : Program.ExitCode.done
    if invocation.has("--json") {
      let written = console.print(json(of: all))
      return written == Program.ExitCode.done ? code : written
    }
    let errors = all.filter { $0.code.severity == .error }.count
    let counts = Phrase(
      "\(book.packs.count) packs, \(book.items.count) items, \(book.rules.count) rules, \(book.lists.count) lists: "
        + "\(errors) errors, \(all.count - errors) warnings",
      "\(book.packs.count) 個規則包、\(book.items.count) 個題項、\(book.rules.count) 條規則、\(book.lists.count) 個詞彙表："
        + "\(errors) 個錯誤、\(all.count - errors) 個警告")
    return print(all.map { line($0, in: choice.folder) } + [counts(console.language)], code: code)
  }

  private func line(_ finding: RuleFinding, in folder: RuleFolder) -> String {
    let words: [RuleFinding.Severity: Phrase] = [.error: Phrase("error", "錯誤"), .warning: Phrase("warning", "警告")]
    let severity = words[finding.code.severity].map { $0(console.language) } ?? ""
    let hint = finding.hint.map { "\n    → " + $0(console.language) } ?? ""
    return "\(folder.path)/\(finding.place.file):\(finding.place.line):\(finding.place.column): \(severity): "
      + "\(finding.message(console.language)) [\(finding.code.rawValue)]\(hint)"
  }

  /// A file that is not there has no faults, and saying so would mislead.
  private func checkOperands(_ choice: RuleChoice) throws(WrongUse) {
    guard !invocation.operands.isEmpty else { return }
    let files = try choice.files()
    for operand in invocation.operands where !files.contains(where: RulePlace(operand, in: choice.folder).holds) {
      let hint = Suggestion.closest(to: operand, among: files)
      throw wrong(.unknown("rule file or folder", "規則檔或資料夾", operand, hint: hint))
    }
  }

  private func isMeant(_ file: String, in folder: RuleFolder) -> Bool {
    invocation.operands.isEmpty || invocation.operands.contains { RulePlace($0, in: folder).holds(file) }
  }
}
