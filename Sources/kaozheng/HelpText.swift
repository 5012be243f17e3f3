import Pipeline
import ReportModel

/// Help pages, made from the command table.
struct HelpText {
  let language: Language

  func overview() -> String {
    let commands = CommandTable.commands.map { (left: "  \($0.name) \($0.operands)", right: $0.summary(language)) }
    let usage = Phrase("Usage: kaozheng COMMAND [OPTION…] [FILE…]", "用法：kaozheng 指令 [選項…] [檔案…]")(language)
    let purpose = Phrase(
      "Reads Taiwanese sustainability reports (PDF) into clean text, finds evidence in it by rules, scores and keeps it.",
      "讀取臺灣永續報告書（PDF），輸出乾淨的文字，依規則找出證據，據以評分並封存。")(language)
    return """
      \(purpose)

      \(usage)

      \(title(.commands))
      \(table(commands))

      \(title(.options))
      \(table(CommandTable.common.map(row)))

      \(exitCodes)
      \(Phrase("More: kaozheng help COMMAND", "詳細說明：kaozheng help 指令")(language))

      """
  }

  /// The commands that share their first word.
  func family(_ word: String) -> String {
    let commands = CommandTable.commands.filter { $0.name.hasPrefix(word + " ") }
    return table(commands.map { (left: "  \($0.name) \($0.operands)", right: $0.summary(language)) }) + "\n"
  }

  func page(for command: CommandSpecification) -> String {
    let details = command.details(language)
    return """
      kaozheng \(command.name): \(command.summary(language))

      \(Phrase("Usage:", "用法：")(language)) kaozheng \(command.name)\
      \(command.options.isEmpty ? "" : Phrase(" [OPTION…]", " [選項…]")(language))\
      \(command.operands.isEmpty ? "" : " " + command.operands)
      \(details.isEmpty ? "" : "\n" + details + "\n")
      \(title(.options))
      \(table((command.options + CommandTable.common).map(row)))

      \(exitCodes)

      """
  }

  private enum Title { case commands, options }

  private func title(_ title: Title) -> String {
    switch title {
    case .commands: Phrase("Commands:", "指令：")(language)
    case .options: Phrase("Options:", "選項：")(language)
    }
  }

  private var exitCodes: String {
    Phrase(
      "Exit codes: 0 done; 1 done, but with findings or failed documents; 2 wrong use.",
      "結束代碼：0 完成；1 完成，但有發現或有文件失敗；2 用法錯誤。")(language)
  }

  private func row(_ option: OptionSpecification) -> (left: String, right: String) {
    let short = CommandTable.short.first { $0.value == option.name }.map { "\($0.key), " } ?? "    "
    let value = option.value.map { " \($0)" } ?? ""
    return ("  \(short)\(option.name)\(value)", option.help(language))
  }

  private func table(_ rows: [(left: String, right: String)]) -> String {
    let width = (rows.map(\.left.count).max() ?? 0) + 2
    return rows.map { $0.left + String(repeating: " ", count: width - $0.left.count) + $0.right }
      .joined(separator: "\n")
  }
}
