import ReportModel

/// Commands around what is to be reviewed.
extension CommandTable {
  static let diff = CommandSpecification(
    name: "diff", operands: "[RUN [RUN]]", operandCount: 0...2,
    summary: Phrase("what two runs left otherwise, and why", "比較兩次執行的結果與變更原因"),
    details: Phrase(
      """
      Pairs the evidence and states of both and says what is new, gone or told differently (rounding, unit, power of
      ten, value, year, boundary, level, quote, page), with the cause: a corrected upload, the placement, the text
      engine, the matching engine, the rule, the rubric. Where several of these differ, their combinations are tried
      on the stored texts. What an item is worth before and after stands beside it. A report of a new year is none.
      Without a run, the last two; with one, that one and the last. In a terminal what was and what is stand side by
      side, and PAGER shows them. Scores are unofficial.
      """,
      """
      將兩次執行的證據與狀態配對，列出新增、消失或說法不同者（進位、單位、十的次方、數值、年度、邊界、題項屬性、引文、頁次）
      及其原因：更正版報告、文件歸屬、文字引擎、比對引擎、規則、題項。多項同時不同時，以已存文字逐一試算各種組合。
      題項前後的得分列於其旁。新年度的報告不算變更。
      未指定執行時比較最近兩次；只指定一次時與最近一次比較。終端機中前後並列，並以 PAGER 顯示。得分為非官方。
      """),
    options: [
      OptionSpecification(
        name: "--company", value: "COMPANY",
        help: Phrase("only of this company, by its number or a part of its name", "只列此公司（代號或部分名稱）")),
      OptionSpecification(
        name: "--document", value: "WORD",
        help: Phrase("only of documents that `reports WORD` would list", "只列 reports WORD 所列的文件")),
      OptionSpecification(
        name: "--sub-dimension", value: "ID", help: Phrase("only items of this sub-dimension", "只列此子構面的題項")),
      OptionSpecification(
        name: "--item", value: "ITEM", help: Phrase("only these items; several with commas", "只列這些題項；多個以逗號分隔")),
      OptionSpecification(
        name: "--rule", value: "RULE", help: Phrase("only what this rule found, before or after", "只列此規則在前或在後找到者")),
      OptionSpecification(
        name: "--text",
        help: Phrase("the texts instead: words gained and lost, page by page", "改為比較文字：逐頁列出增減的字詞")),
      OptionSpecification(
        name: "--lists", help: Phrase("also who moves on or off a list of the month", "另列當月名單的變動")),
      OptionSpecification(
        name: "--quick", help: Phrase("without trying causes and without scores", "不試算原因，也不計分")),
      OptionSpecification(
        name: "--format", value: "FORMAT", choices: ["text", "json", "html"],
        help: Phrase("text (default), json, or html: a page side by side", "text（預設）、json，或前後並列的 html")),
      archiveOption, onePackOption,
    ])
}
