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
      ]),
    CommandSpecification(
      name: "export", summary: Phrase("scores, items, evidence and decisions for others", "匯出得分、題項、證據與決定"),
      details: Phrase(
        """
        xlsx: a workbook with a sheet for each. csv: a file for each, which Excel opens with its Chinese. jsonl: a row a
        line. html: one company's report in one file, with pictures of what its items rest on, to be mailed: it fetches
        nothing. Evidence leads to its page in the original and, with --site, on the page of reviews.
        Without --year or --round it is the newest year of each company. Unofficial.
        """,
        """
        xlsx：活頁簿，每表一張工作表。csv：每表一個檔案，Excel 可直接開啟中文。jsonl：一列一行。
        html：一家公司的報告，單一檔案，附證據所在頁面的截圖，可郵寄，不連線取用任何內容。
        證據附原始檔案頁次連結；指定 --site 時另附覆核頁面連結。
        未指定 --year 或 --round 時為各公司最新年度。非官方。
        """),
      options: [
        OptionSpecification(
          name: "--format", value: "FORMAT", choices: ["xlsx", "csv", "jsonl", "html"],
          help: Phrase("xlsx, csv, jsonl or html; has to be given", "xlsx、csv、jsonl 或 html；必填")),
        OptionSpecification(
          name: "--output", value: "PATH",
          help: Phrase("write to this file; csv: into this folder", "寫入此檔案；csv 為寫入此資料夾")),
        companyOption,
        OptionSpecification(
          name: "--year", value: "YEAR", help: Phrase("by the reports about this year", "依此年度的報告")),
        OptionSpecification(
          name: "--round", value: "ROUND", help: Phrase("by the reports of this round, as 2025-1", "依此輪次的報告，例如 2025-1")),
        OptionSpecification(
          name: "--table", value: "TABLE", choices: ExportTable.allCases.map(\.rawValue),
          help: Phrase("only this table", "只匯出此表")),
        OptionSpecification(
          name: "--site", value: "ADDRESS",
          help: Phrase(
            "where `serve` shows the review pages, as http://127.0.0.1:8080", "覆核頁面（serve）的網址，例如 http://127.0.0.1:8080")
        ),
        dayOption, archiveOption, onePackOption,
      ]),
  ]
}
