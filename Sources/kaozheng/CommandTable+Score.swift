import ReportModel

extension CommandTable {
  static let score = CommandSpecification(
    name: "score", operands: "FILE…|COMPANY", operandCount: 1...Int.max,
    summary: Phrase("one company's documents as a score rate", "將一家公司的文件評成得分率"),
    details: Phrase(
      """
      The files are the documents of one company: its sustainability report and its annual report, say.
      Prints points gained ÷ points attainable over the items that apply, for each sub-dimension, dimension and the
      total. What could not be read is neither a zero nor a pass: the score is then a range, and says so.
      A word that is no file is a company of the archive, by its number or a part of its name: it is scored by what
      the archive had recorded by a day, and by the rules of the last run by then; without a round or a year, by all
      documents about its newest year. The same day gives the same score at any later time.
      Unofficial: the items, points and rules are the pack's own.
      """,
      """
      所列檔案為同一家公司的文件，例如永續報告書與年報。
      依適用題項輸出各次構面、構面與總分的得分率（得分 ÷ 可得最高得分）。
      無法讀取的題項既不算零分也不算得分：得分率以範圍表示並註明。
      不是檔案的字詞即為封存檔中的公司（代號或部分名稱）：依封存檔截至某日所記錄的內容，以及當時最後一次執行的規則評分；
      未指定輪次或年度時，計入其最新年度的所有文件。同一日期日後重算，結果不變。
      非官方：題項、配分與規則皆為規則包自訂。
      """),
    options: [
      OptionSpecification(
        name: "--pack", value: "PACK",
        help: Phrase("the rubric; may be left out where there is only one", "評鑑規則包；只有一個時可省略")),
      OptionSpecification(
        name: "--industry", value: "INDUSTRY",
        help: Phrase(
          "the company's industry, as the pack names it; has to be given, but for companies whose industry is known",
          "公司所屬產業，名稱依規則包；除產業已知的公司外必填")),
      OptionSpecification(
        name: "--activities", value: "LIST",
        help: Phrase(
          "what the company does, with commas, or none; without it all is assumed", "公司的營運活動，以逗號分隔，或 none；未指定時視為全部具備")),
      archiveOption,
      OptionSpecification(
        name: "--round", value: "ROUND",
        help: Phrase("of a company: as it counts for this round, as 2025-1", "公司：依此輪次計入的文件，例如 2025-1")),
      OptionSpecification(
        name: "--year", value: "YEAR", help: Phrase("of a company: reports about this year", "公司：此年度的報告")),
      OptionSpecification(
        name: "--years", value: "YEAR,YEAR",
        help: Phrase("of a company: two years side by side", "公司：兩個年度並列")),
      OptionSpecification(
        name: "--month", value: "MONTH",
        help: Phrase(
          "of a company: with the events that count in this month; else in that of the day",
          "公司：計入此月份的重大性事件；未指定時為該日所屬月份")),
      OptionSpecification(
        name: "--as-of", value: "DAY",
        help: Phrase(
          "of a company: with what was recorded by the end of this day, UTC; else with all of it",
          "公司：依截至該日（UTC）所記錄的內容；未指定時為全部")),
      OptionSpecification(
        name: "--what-if", value: "LIST",
        help: Phrase(
          "of a company: what rates, ranks and lists of the month would be, as found:ITEM, missing:ITEM, event:KIND:POINTS[:RESPONSE], with commas",
          "公司：假設試算當月得分率、排名與名單；例如 found:題項、missing:題項、event:類型:扣分[:因應]，以逗號分隔")),
      OptionSpecification(
        name: "--why", help: Phrase("every item down to its quote and page", "列出每個題項，直到引文與頁碼")),
      OptionSpecification(
        name: "--format", value: "FORMAT", choices: ReportFormat.names,
        help: Phrase("text (default), json or csv; these two have every item", "text（預設）、json 或 csv；後兩者含全部題項")),
      rulesOption,
      OptionSpecification(
        name: "--password-file", value: "FILE",
        help: Phrase("the password is this file's first line", "密碼為此檔案的第一行")),
      OptionSpecification(name: "--quiet", help: Phrase("no progress", "不顯示進度")),
    ])
}
