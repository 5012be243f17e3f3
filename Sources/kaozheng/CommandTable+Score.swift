import ReportModel

extension CommandTable {
  static let score = CommandSpecification(
    name: "score", operands: "FILE…", operandCount: 1...Int.max,
    summary: Phrase("one company's documents as a score rate", "將一家公司的文件評成得分率"),
    details: Phrase(
      """
      The files are the documents of one company: its sustainability report and its annual report, say.
      Prints points gained ÷ points attainable over the items that apply, for each sub-dimension, dimension and the
      total. What could not be read is neither a zero nor a pass: the score is then a range, and says so.
      Unofficial: the items, points and rules are the pack's own.
      """,
      """
      所列檔案為同一家公司的文件，例如永續報告書與年報。
      依適用題項輸出各次構面、構面與總分的得分率（得分 ÷ 可得最高得分）。
      無法讀取的題項既不算零分也不算得分：得分率以範圍表示並註明。
      非官方：題項、配分與規則皆為規則包自訂。
      """),
    options: [
      OptionSpecification(
        name: "--pack", value: "PACK",
        help: Phrase("the rubric; may be left out where there is only one", "評鑑規則包；只有一個時可省略")),
      OptionSpecification(
        name: "--industry", value: "INDUSTRY",
        help: Phrase("the company's industry, as the pack names it; has to be given", "公司所屬產業，名稱依規則包；必填")),
      OptionSpecification(
        name: "--activities", value: "LIST",
        help: Phrase(
          "what the company does, with commas, or none; without it all is assumed", "公司的營運活動，以逗號分隔，或 none；未指定時視為全部具備")),
      OptionSpecification(
        name: "--why", help: Phrase("every item down to its quote and page", "列出每個題項，直到引文與頁碼")),
      OptionSpecification(
        name: "--format", value: "FORMAT", choices: ScoreCommand.Format.allCases.map(\.rawValue),
        help: Phrase("text (default), json or csv; these two have every item", "text（預設）、json 或 csv；後兩者含全部題項")),
      rulesOption,
      OptionSpecification(
        name: "--password-file", value: "FILE",
        help: Phrase("the password is this file's first line", "密碼為此檔案的第一行")),
      OptionSpecification(name: "--quiet", help: Phrase("no progress", "不顯示進度")),
    ])
}
