import Pipeline
import ReportModel

/// The queue of reviews, and what is handed on to others.
extension CommandTable {
  private static let dayOption = OptionSpecification(
    name: "--as-of", value: "DAY",
    help: Phrase(
      "with what was recorded by the end of this day, UTC; else with all of it", "依截至該日（UTC）所記錄的內容；未指定時為全部"))
  private static let companyOption = OptionSpecification(
    name: "--company", value: "COMPANY",
    help: Phrase("only this one, by its number or a part of its name", "只限此公司（代號或部分名稱）"))

  static let queue: [CommandSpecification] = [
    CommandSpecification(
      name: "review queue", summary: Phrase("what there is to review, the weightiest first", "待覆核的項目，影響最大者在前"),
      details: Phrase(
        """
        What is not as it was in the run before, with its cause and what it does to the score: what moves a company on
        or off a list first, then by size, restated numbers first among equals. Then disputes and decisions to confirm;
        then a sample of each item, drawn by the documents' digests, what is ambiguous, what cannot be read, and what
        decides by itself whether a company is on a list. What was decided leaves it; what was put off comes last.
        --samples tells how far each item can be trusted by what was reviewed of its sample, at 95 % confidence.
        """,
        """
        與前一次執行不同之處、原因與對得分的影響：使公司列入或移出名單者在前，其次依影響大小，同等者以數值更動優先。
        其後為意見不一與待確認的決定；再其後為各題項的抽樣（依文件摘要抽出）、有疑義者、無法讀取者，
        以及單獨即可決定公司是否列入名單者。已決定者不再列出，延後者排在最後。
        --samples 依已覆核的樣本列出各題項的可信程度（信心水準 95%）。
        """),
      options: [
        OptionSpecification(
          name: "--since", value: "RUN",
          help: Phrase(
            "compare with this run; else with the one before the last that changed anything",
            "與此次執行比較；未指定時為最近一次有變動的執行之前一次")),
        OptionSpecification(
          name: "--kind", value: "KIND", choices: QueueEntry.Kind.allCases.map(\.rawValue),
          help: Phrase("only entries of this kind", "只列此類項目")),
        companyOption,
        OptionSpecification(name: "--item", value: "ITEM", help: Phrase("only this item", "只限此題項")),
        OptionSpecification(
          name: "--sample", value: "COUNT", help: Phrase("documents drawn for each item (10)", "每一題項抽樣的文件數（10）")),
        OptionSpecification(name: "--samples", help: Phrase("tell each item's sample", "列出各題項的抽樣結果")),
        OptionSpecification(
          name: "--limit", value: "COUNT",
          help: Phrase("so many entries at most (20; json: all)", "最多列出的件數（20；json 為全部）")),
        OptionSpecification(
          name: "--format", value: "FORMAT", choices: ["text", "json"],
          help: Phrase("text (default) or json", "text（預設）或 json")),
        dayOption, archiveOption, onePackOption,
      ])
  ]
}
