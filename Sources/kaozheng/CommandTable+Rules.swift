import Pipeline
import ReportModel

/// The commands that read with rules, and those that look after the rules themselves.
extension CommandTable {
  static let extract = CommandSpecification(
    name: "extract", operands: "FILE…", operandCount: 1...Int.max,
    summary: Phrase("evidence as JSON lines", "找出證據，輸出 JSON"),
    details: Phrase(
      """
      Reads each file and writes one line of JSON for it: the evidence found by the rules, and of every item
      whether it was found, stated as not disclosed, not found, unreadable or not applicable.
      “-” reads one path a line from standard input and answers each with one line, failures included.
      """,
      """
      讀取每個檔案並輸出一行 JSON：依規則找到的證據，以及每個題項的狀態
      （已找到、報告自陳未揭露、未找到、無法讀取、不適用）。
      以「-」代替檔名時，從標準輸入逐行讀取路徑，每行回覆一行 JSON，失敗亦然。
      """),
    options: [
      rulesOption, packOption, industryOption,
      OptionSpecification(
        name: "--format", value: "FORMAT", choices: ["jsonl"], help: Phrase("jsonl (default)", "jsonl（預設）")),
      OptionSpecification(
        name: "--password-file", value: "FILE",
        help: Phrase("the password is this file's first line", "密碼為此檔案的第一行")),
      OptionSpecification(name: "--quiet", help: Phrase("no progress", "不顯示進度")),
    ])

  static let rulesOption = OptionSpecification(
    name: "--rules", value: "FOLDER",
    help: Phrase(
      "the rules; else KAOZHENG_RULES, ./Rules, or those installed", "規則資料夾；未指定時依 KAOZHENG_RULES、./Rules 或安裝位置"))
  static let packOption = OptionSpecification(
    name: "--pack", value: "PACK", help: Phrase("only this pack; several with commas", "只用此規則包；多個以逗號分隔"))
  static let industryOption = OptionSpecification(
    name: "--industry", value: "INDUSTRY",
    help: Phrase("the company's industry, as the packs name them", "公司所屬產業，名稱依規則包"))
  static let industriesOption = OptionSpecification(
    name: "--industries", value: "FILE",
    help: Phrase(
      "the industry of each report: a csv file with the columns report, industry",
      "各報告的產業：含 report、industry 兩欄的 csv 檔"))
  static let jsonOption = OptionSpecification(name: "--json", help: Phrase("as JSON", "以 JSON 輸出"))

  static let rules: [CommandSpecification] = [
    CommandSpecification(
      name: "rules lint", operands: "[FOLDER|FILE…]", operandCount: 0...Int.max,
      summary: Phrase("what is wrong with the rules", "檢查規則有何問題"),
      details: Phrase(
        "Each finding has a code, a place and a hint. A rule that misses one of its own examples is an error.",
        "每項發現都有代碼、位置與提示。規則若找不到自己的範例，即為錯誤。"),
      options: [rulesOption, jsonOption]),
    CommandSpecification(
      name: "rules test", operands: "[RULE|FOLDER…]", operandCount: 0...Int.max,
      summary: Phrase("every rule against its examples, or gold facts", "以範例或標準答案測試規則"),
      details: Phrase(
        """
        Prints the whole table of hits, misses and false hits, for one rule, one folder or all.
        With --gold it reads the reports of --reports and compares with the facts of *.evidence.jsonl: in all, by
        sub-dimension and by industry, each with its number of facts and the share of the most frequent answers.
        """,
        """
        列出每條規則的命中、漏失與誤報，可指定單一規則、資料夾或全部。
        指定 --gold 時，讀取 --reports 的報告，與 *.evidence.jsonl 的事實比對，列出總計、各次構面與各產業的結果，
        並附事實筆數與多數答案的正確率。
        """),
      options: [
        rulesOption, packOption,
        OptionSpecification(name: "--gold", value: "FOLDER", help: Phrase("gold facts", "標準答案資料夾")),
        OptionSpecification(name: "--reports", value: "FOLDER", help: Phrase("the reports they speak of", "對應的報告資料夾")),
        industryOption, industriesOption,
        OptionSpecification(name: "--failures", help: Phrase("only what failed, in full", "只列出失敗者的詳情")),
      ]),
    CommandSpecification(
      name: "rules coverage", operands: "[REPORT…]", operandCount: 0...Int.max,
      summary: Phrase("in how many real reports each item is found", "各題項在多少份真實報告中找到"),
      details: Phrase(
        """
        Runs all rules over the reports and prints for each item in how many it was found, stated as undisclosed, not
        found or unreadable; then how many items were found by sub-dimension and by industry.
        With --write the figures (no names, no sentences) are kept in coverage.yaml of the pack: rules list and rules
        docs then mark the items that were found in none.
        """,
        """
        以所有規則讀取報告，列出每個題項在多少份報告中找到、自陳未揭露、未找到或無法讀取，
        並依次構面與產業列出已找到的題數。
        加上 --write 則將數字（不含名稱與文句）存入規則包的 coverage.yaml，
        rules list 與 rules docs 便會標示尚未在任何報告中出現的題項。
        """),
      options: [
        rulesOption, packOption, industryOption, industriesOption,
        OptionSpecification(
          name: "--passages", value: "FOLDER",
          help: Phrase("text files of passages out of one more report each", "資料夾，內含其他報告段落的文字檔（一份報告一檔）")),
        OptionSpecification(
          name: "--write", help: Phrase("keep the figures in the pack", "將數字存入規則包")),
        OptionSpecification(name: "--quiet", help: Phrase("no progress", "不顯示進度")),
      ]),
    CommandSpecification(
      name: "rules list", operands: "[WORD…]", operandCount: 0...Int.max,
      summary: Phrase("items, and the rules that answer them", "列出題項與其規則"),
      options: [
        rulesOption, packOption,
        OptionSpecification(
          name: "--counts", help: Phrase("how many items, beside the published numbers", "列出題數，並與公布題數對照")),
      ]),
    CommandSpecification(
      name: "rules explain", operands: "ITEM FILE", operandCount: 2...2,
      summary: Phrase("why an item was found in a report, or not", "說明題項為何找到或找不到"),
      details: Phrase(
        "For each rule of the item: what matched where, what failed first, what was excluded and by which words.",
        "針對題項的每條規則，說明何處符合、最先在何處失敗、被哪些字詞排除。"),
      options: [
        rulesOption, packOption, industryOption,
        OptionSpecification(
          name: "--page", value: "PAGES", help: Phrase("only these pages, as 3-5,8", "只看這些頁，例如 3-5,8")),
      ]),
    CommandSpecification(
      name: "rules preview", operands: "DRAFT FILE…", operandCount: 2...Int.max,
      summary: Phrase("evidence gained and lost by an edited rule file", "預覽修改規則後增減的證據"),
      details: Phrase(
        """
        DRAFT is an edited copy of a rule file (its rules replace those of the same names), or a whole rules folder.
        Shows what it gains and loses over the given reports beside the rules as they are.
        """,
        """
        DRAFT 是修改過的規則檔（同名規則以它為準）或整個規則資料夾；
        與現行規則相比，列出在這些報告上多了哪些、少了哪些證據。
        """),
      options: [rulesOption, packOption, industryOption]),
    CommandSpecification(
      name: "rules docs", summary: Phrase("the rubric to be read", "輸出可閱讀的評鑑題項"),
      options: [
        rulesOption, packOption,
        OptionSpecification(
          name: "--format", value: "FORMAT", choices: ["md", "html"],
          help: Phrase("md (default) or html", "md（預設）或 html")),
        OptionSpecification(name: "--output", value: "PATH", help: Phrase("write to this file", "寫入此檔案")),
      ]),
    CommandSpecification(
      name: "rules schema", operands: "rules|vocabulary|pack|items|coverage", operandCount: 1...1,
      summary: Phrase("the JSON schema of a kind of rule file, for editors", "輸出規則檔的 JSON schema，供編輯器使用")),
    CommandSpecification(
      name: "rules export", operands: "PACK FILE", operandCount: 2...2,
      summary: Phrase("a pack's item table as .xlsx or .csv", "將題項表匯出為 .xlsx 或 .csv"), options: [rulesOption]),
    CommandSpecification(
      name: "rules import", operands: "PACK FILE", operandCount: 2...2,
      summary: Phrase("an edited item table back into the pack", "將修改後的題項表匯回規則包"),
      details: Phrase(
        "Says what is new, gone and changed. With --dry-run nothing is written.", "列出新增、刪除與變更的題項；加上 --dry-run 則不寫入。"),
      options: [
        rulesOption, OptionSpecification(name: "--dry-run", help: Phrase("only say what would change", "只列出變更，不寫入")),
      ]),
    CommandSpecification(
      name: "rules bench", operands: "FILE", operandCount: 1...1,
      summary: Phrase("how long the rules take over a text", "量測規則比對一份文字所需的時間"), options: [rulesOption, packOption]),
  ]
}
