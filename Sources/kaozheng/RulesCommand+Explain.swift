import Pipeline
import ReportModel
import RuleBook
import RuleMatching

extension RulesCommand {
  /// Why an item was found in a report, or not.
  func explain() throws(WrongUse) -> Int32 {
    let book = try choice().sound()
    let word = invocation.operands[0]
    let named = book.items.first { $0.names.chinese == word || $0.names.english.lowercased() == word.lowercased() }
    let item = named?.id ?? word
    let ids = book.items.map(\.id)
    guard ids.contains(item) else {
      throw wrong(.unknown("item", "題項", item, hint: Suggestion.closest(to: item, among: ids)))
    }
    let pages = try pages()
    let input = invocation.operands[1]
    let document = readDocument(input, options: ReadOptions(password: password))
    if let failure = document.failure { console.complain(failure, of: input) }
    guard !document.report.pages.isEmpty else { return Program.ExitCode.findings }
    let industry = try RuleChoice.industry(invocation, in: book)
    let extractor = Extractor(book, industry: industry)
    let explanation = RuleMatching.explain(
      item: item, in: document.report, against: extractor.book, hints: extractor.hints(input), pages: pages.contains)
    return print(explanation.rules.flatMap(lines))
  }

  private func pages() throws(WrongUse) -> PageSelection {
    guard let text = invocation.values["--page"] else { return .all }
    guard let pages = PageSelection(text) else {
      throw wrong(Phrase("“\(text)” is no list of pages; write it as 3-5,8", "「\(text)」不是頁碼清單，請寫成 3-5,8"))
    }
    return pages
  }

  private func lines(_ explanation: RuleExplanation) -> [String] {
    let rule = explanation.rule
    let head = Phrase(
      "\(rule.id) (\(rule.place.file):\(rule.place.line)), \(explanation.passages) passages looked at",
      "\(rule.id)（\(rule.place.file):\(rule.place.line)），共看了 \(explanation.passages) 段")
    let nothing = Phrase(
      "  nothing: no passage has the words that must be there", "  無：沒有任何一段含有必要的字詞")
    let cases = explanation.cases.flatMap(lines)
    return [head(console.language)] + (cases.isEmpty ? [nothing(console.language)] : cases) + [""]
  }

  func lines(_ one: RuleExplanation.Case) -> [String] {
    let place = Phrase("page \(one.page): ", "第 \(one.page) 頁：")(console.language)
    let quote = one.quote.count > 160 ? String(one.quote.prefix(160)) + "…" : one.quote
    return ["  \(outcome(one.outcome)) \(place)\(quote)"] + one.tree.map(line)
  }

  private func line(_ node: RuleExplanation.Node) -> String {
    let indent = String(repeating: "  ", count: node.depth + 2)
    switch node.state {
    case .met(let words):
      return "\(indent)✓ \(node.words)" + (words.isEmpty || words == node.words ? "" : "  = \(words)")
    case .unmet: return "\(indent)· \(node.words)"
    case .partly(let met, let all, let words):
      let note = Phrase("\(met) of \(all) steps: \(words)", "符合 \(met)/\(all) 步：\(words)")(console.language)
      return "\(indent)· \(node.words)  (\(note))"
    }
  }

  private func outcome(_ outcome: RuleExplanation.Outcome) -> String {
    switch outcome {
    case .evidence(let value, let year, let source, let boundary):
      let details = [value, year.isEmpty ? "" : "\(year) (\(source))", boundary].filter { !$0.isEmpty }
      return Phrase("EVIDENCE", "證據")(console.language)
        + (details.isEmpty ? "" : " [\(details.joined(separator: " · "))]")
    case .refused(let refusal, let words):
      let reason =
        refusal.words(console.language)
        + (words.isEmpty ? "" : Phrase(" (“\(words)”)", "（「\(words)」）")(console.language))
      return Phrase("refused: \(reason);", "不採：\(reason)；")(console.language)
    case .near: return Phrase("only in part;", "僅部分符合；")(console.language)
    }
  }
}
