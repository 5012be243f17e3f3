import Pipeline
import ReportModel
import RuleBook
import RuleMatching

extension RulesCommand {
  /// Every rule against its examples, or all against gold facts.
  func test() throws(WrongUse) -> Int32 {
    let choice = try choice()
    let (book, findings) = try choice.read()
    let errors = findings.filter(\.code.stopsUse)
    guard errors.isEmpty else {
      for finding in errors.prefix(3) { console.complain(finding.line(in: choice.folder)) }
      throw WrongUse(message: Phrase("the rules have errors; see kaozheng rules lint", "規則有錯誤，請執行 kaozheng rules lint"))
    }
    if let gold = invocation.values["--gold"] { return try testGold(book, gold) }
    let chosen = try chosenRules(of: book, in: choice.folder)
    let results = testExamples(of: chosen, compiled: CompiledBook(chosen))
    let isSound = results.allSatisfy { $0.outcome == .passed }
    return print(table(results, of: chosen), code: isSound ? Program.ExitCode.done : Program.ExitCode.findings)
  }

  /// The rules that the user named, by id, item or folder; all where none is.
  private func chosenRules(of book: RuleBook, in folder: RuleFolder) throws(WrongUse) -> RuleBook {
    let names = invocation.operands
    guard !names.isEmpty else { return book }
    var chosen = book
    chosen.rules = book.rules.filter { rule in
      names.contains { name in
        rule.id == name || rule.items.contains(name) || RulePlace(name, in: folder).holds(rule.place.file)
          || rule.id.hasPrefix(name + "/")
      }
    }
    guard !chosen.rules.isEmpty else {
      let hint = Suggestion.closest(to: names[0], among: book.rules.map(\.id))
      throw wrong(.unknown("rule or folder", "規則或資料夾", names[0], hint: hint))
    }
    return chosen
  }

  // MARK: The table

  private func table(_ results: [ExampleResult], of book: RuleBook) -> [String] {
    let byRule = Dictionary(grouping: results, by: \.rule.id)
    var lines: [String] = []
    let width = (book.rules.map(\.id.count).max() ?? 0) + 2
    if !invocation.has("--failures") {
      let head = Phrase("hits    near-misses", "命中    近似範例")(console.language)
      lines.append(String(repeating: " ", count: width) + head)
    }
    for rule in book.rules {
      let own = byRule[rule.id] ?? []
      let failed = own.filter { $0.outcome != .passed }
      if !invocation.has("--failures") { lines.append(row(rule, own, width)) }
      lines += failed.flatMap(details)
    }
    let failed = results.filter { $0.outcome != .passed }.count
    let sum = Phrase(
      "\(book.rules.count) rules, \(results.count) examples, \(failed) failed",
      "\(book.rules.count) 條規則、\(results.count) 個範例、\(failed) 個失敗")
    return lines + [sum(console.language)]
  }

  private func row(_ rule: Rule, _ results: [ExampleResult], _ width: Int) -> String {
    let misses = results.filter { if case .miss = $0.example.expectation { true } else { false } }
    let hits = results.count - misses.count
    let found = results.filter { if case .miss = $0.example.expectation { false } else { $0.outcome == .passed } }.count
    let left = misses.filter { $0.outcome == .passed }.count
    let name = rule.id + String(repeating: " ", count: max(1, width - rule.id.count))
    return name + "\(found)/\(hits)".padded(to: 8) + "\(left)/\(misses.count)"
  }

  private func details(_ result: ExampleResult) -> [String] {
    guard let finding = result.finding else { return [] }
    let place = "\(result.example.place.file):\(result.example.place.line)"
    var lines = ["    ✗ \(place) \(finding.message(console.language))"]
    let words =
      result.example.text.isEmpty ? result.example.rows.map { $0.joined(separator: " | ") } : [result.example.text]
    lines += words.map { "        \($0)" }
    lines += result.explanation?.cases.prefix(2).flatMap { self.lines($0).map { "      " + $0 } } ?? []
    lines += result.evidence.prefix(3).map { "        → \(describe($0))" }
    return lines
  }

  /// Evidence in a line.
  func describe(_ evidence: Evidence) -> String {
    let value = evidence.value.map { $0.plain.isEmpty ? $0.printed : $0.plain + " " + $0.unit } ?? ""
    let year = evidence.year.isEmpty ? "" : " (\(evidence.year), \(evidence.yearSource?.rawValue ?? ""))"
    return [value + year, evidence.quote].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
