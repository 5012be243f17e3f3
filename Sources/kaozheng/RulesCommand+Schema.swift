import Pipeline
import ReportModel
import RuleBook

extension RulesCommand {
  /// The JSON schema of a kind of rule file.
  func schema() throws(WrongUse) -> Int32 {
    let word = invocation.operands[0]
    guard let kind = RuleFileKind(rawValue: word) else {
      let known = RuleFileKind.allCases.map(\.rawValue)
      let list = known.joined(separator: ", ")
      throw wrong(
        .unknown("kind of rule file", "規則檔種類", word, hint: Suggestion.closest(to: word, among: known))
          + Phrase(" (one of \(list))", "（可用：\(list)）"))
    }
    return console.print(ruleSchema(of: kind))
  }
}
