import Pipeline
import ReportModel

/// Every command and option. Help, completion, the parser and the check of the man page are made from this table.
enum CommandTable {
  static let commands: [CommandSpecification] =
    [text, extract, score, rank, lists] + archive + [diff] + queue + rounds + events + serve + decisions + rules
    + [doctor, completion, help]

  /// Understood before and after every command.
  static let common: [OptionSpecification] = [
    OptionSpecification(
      name: "--lang", value: "LANG", choices: ["en", "zh-Hant"], variants: Language.tags.keys.sorted(),
      help: Phrase("language of messages; else by LC_ALL, LC_MESSAGES, LANG", "訊息的語言；未指定時依 LC_ALL、LC_MESSAGES、LANG")),
    OptionSpecification(name: "--help", help: Phrase("show help", "顯示說明")),
    OptionSpecification(name: "--version", help: Phrase("show the version", "顯示版本")),
  ]

  /// Short forms, by the long option each stands for.
  static let short: [String: String] = [
    "-h": "--help", "-V": "--version", "-o": "--output", "-f": "--format", "-p": "--pages", "-q": "--quiet",
  ]

  static let text = CommandSpecification(
    name: "text", operands: "FILE…", operandCount: 1...Int.max,
    summary: Phrase("a report as text", "將報告書轉成文字"),
    details: Phrase(
      """
      Reads PDF files (and UTF-8 .txt files, whose pages end at form feeds) and writes their text as a person
      reads it: paragraphs joined, tables as tables, running headers and page numbers marked as such.
      Of several files, json writes one document a line; html needs --output with a folder.
      The whole document is always read, so that --pages gives the same text as without it.
      """,
      """
      讀取 PDF（以及 UTF-8 的 .txt，以換頁字元分頁），輸出如同人眼所讀的文字：
      段落接續完整、表格仍是表格，頁首、頁尾與頁碼另行標記。
      多個檔案時，json 一行一份文件；html 須以 --output 指定資料夾。
      無論是否指定 --pages，都會讀完整份文件，因此同一頁的文字不會改變。
      """),
    options: [
      OptionSpecification(
        name: "--format", value: "FORMAT", choices: OutputFormat.allCases.map(\.rawValue),
        help: Phrase("md (default), txt, json, or html: a page to check by eye", "md（預設）、txt、json，或供目視檢查的 html")),
      OptionSpecification(
        name: "--pages", value: "PAGES", help: Phrase("only these pages, as 3-5,8,20-", "只輸出這些頁，例如 3-5,8,20-")),
      OptionSpecification(
        name: "--output", value: "PATH",
        help: Phrase("write to this file, or into this folder", "寫入此檔案，或寫入此資料夾")),
      OptionSpecification(
        name: "--password-file", value: "FILE",
        help: Phrase(
          "the password is this file's first line; or set KAOZHENG_PASSWORD", "密碼為此檔案的第一行；也可設定 KAOZHENG_PASSWORD")),
      OptionSpecification(
        name: "--password", value: "PASSWORD",
        help: Phrase("the password; other users of the machine may see it", "密碼；同一部機器的其他使用者可能看得到")),
      OptionSpecification(name: "--quiet", help: Phrase("no progress", "不顯示進度")),
    ])

  static let doctor = CommandSpecification(
    name: "doctor", summary: Phrase("is all here that reading needs?", "檢查這部機器是否具備所需的一切"),
    details: Phrase(
      "Checks this machine: poppler and its character maps, fonts, the reading process, its limits and its sandbox (a process tries everything forbidden), disk, terminal.",
      "檢查這部機器：poppler 與其字元對照表、字型、讀取程序及其限制與沙箱（由一個程序實際嘗試所有禁止的動作）、磁碟、終端機。"),
    options: [OptionSpecification(name: "--json", help: Phrase("as JSON", "以 JSON 輸出"))])

  static let completion = CommandSpecification(
    name: "completion", summary: Phrase("a completion script for bash", "輸出 bash 的自動補全指令稿"))

  static let help = CommandSpecification(
    name: "help", operands: "[COMMAND]", operandCount: 0...2, summary: Phrase("show help", "顯示說明"))

  /// The second words of commands that begin with this one.
  static func family(_ word: String) -> [String] {
    commands.compactMap { $0.name.hasPrefix(word + " ") ? String($0.name.dropFirst(word.count + 1)) : nil }
  }

  static func command(named name: String) -> CommandSpecification? { commands.first { $0.name == name } }
}
