import ReportModel

/// Commands about all companies together.
extension CommandTable {
  private static let monthOption = OptionSpecification(
    name: "--month", value: "MONTH",
    help: Phrase(
      "as 2025-12: the scores of the round in force, less what events take in it; else the month of the day",
      "例如 2025-12：當時最近一次評鑑的得分率扣除重大性事件；未指定時為該日所在月份"))
  private static let dayOption = OptionSpecification(
    name: "--as-of", value: "DAY",
    help: Phrase(
      "with what was recorded by the end of this day, UTC; else with all of it", "依截至該日（UTC）所記錄的內容；未指定時為全部"))

  private static func formatOption(_ formats: [String]) -> OptionSpecification {
    OptionSpecification(
      name: "--format", value: "FORMAT", choices: formats,
      help: Phrase("text (default), json or csv", "text（預設）、json 或 csv"))
  }

  static let rank = CommandSpecification(
    name: "rank", summary: Phrase("companies in the order of their score rates", "公司依得分率排名"),
    details: Phrase(
      """
      Ranks all companies of the archive within their industry and across all. Equal rates share a rank. A company
      whose rate is a range, because of what could not be read, has a best and a worst rank.
      Without a round the scores are those of a month. The same day gives the same ranks at any later time.
      Unofficial: the items, points and rules are the pack's own.
      """,
      """
      將封存檔中的公司依產業內與全體排名；得分率相同者名次相同。
      因有無法讀取的內容而得分率為範圍者，名次亦為範圍（最佳至最差）。
      未指定輪次時採某月份的得分率。同一日期日後重算，結果不變。
      非官方：題項、配分與規則皆為規則包自訂。
      """),
    options: [
      OptionSpecification(
        name: "--industry", value: "INDUSTRY",
        help: Phrase("only companies of this industry, as the pack names it", "只列此產業，名稱依規則包")),
      OptionSpecification(
        name: "--by", value: "DIMENSION", help: Phrase("by this dimension; else by the total", "依此構面排序；預設為總分")),
      OptionSpecification(
        name: "--round", value: "ROUND",
        help: Phrase(
          "as the documents of this round are scored, as 2025-1; without events", "依此輪次的文件評分，例如 2025-1；不計重大性事件")),
      monthOption, dayOption, formatOption(ReportFormat.names), archiveOption, onePackOption,
    ])

  static let lists = CommandSpecification(
    name: "lists", summary: Phrase("the watch list and the black list", "觀察名單與黑名單"),
    details: Phrase(
      """
      Who is on which list in a month, why, since when, what would take them off, and what changed since the month
      before. Below the line of its industry in any dimension a company is on the watch list; below that of the total,
      or after so many months on the watch list, on the black list, as the pack's rating.yaml has it.
      Where rates are ranges, because of what could not be read, an entry may be provisional: it blacklists nobody.
      Unofficial: the items, points and rules are the pack's own.
      """,
      """
      列出某月份的名單、原因、起始月份、如何移出，以及與前一個月相比的變動。
      任一構面低於所屬產業門檻者列為觀察名單；總分低於門檻，或列為觀察名單達一定月數者列為黑名單（依規則包的 rating.yaml）。
      得分率因有無法讀取的內容而為範圍時只能暫列，不因此列入黑名單。
      非官方：題項、配分與規則皆為規則包自訂。
      """),
    options: [
      monthOption, dayOption,
      OptionSpecification(
        name: "--company", value: "COMPANY",
        help: Phrase(
          "only this one, by its number or a part of its name, with its months", "只列此公司（代號或部分名稱），並列其各月份")),
      formatOption(ReportFormat.names), archiveOption, onePackOption,
    ])
}
