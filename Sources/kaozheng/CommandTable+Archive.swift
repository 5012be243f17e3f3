import Archive
import Pipeline
import ReportModel

/// Commands around the archive.
extension CommandTable {
  static let archiveOption = OptionSpecification(
    name: "--archive", value: "FILE",
    help: Phrase(
      "the archive; else KAOZHENG_ARCHIVE, or kaozheng/archive.sqlite in the user's data folder",
      "封存檔；未指定時依 KAOZHENG_ARCHIVE，或使用者資料夾中的 kaozheng/archive.sqlite"))
  private static let runOption = OptionSpecification(
    name: "--run", value: "RUN", help: Phrase("as the archive stood after this run", "該次執行之後的狀態"))
  private static let formatOption = OptionSpecification(
    name: "--format", value: "FORMAT", choices: ["table", "jsonl"],
    help: Phrase("table (default), or jsonl: one object a line", "table（預設），或 jsonl：一行一個物件"))
  private static let yearOption = OptionSpecification(
    name: "--year", value: "YEAR", help: Phrase("only reports about this year", "只列此年度的報告"))
  private static let statusOption = OptionSpecification(
    name: "--status", value: "STATUS", choices: ReadingStatus.allCases.map(\.rawValue),
    help: Phrase("only documents that were read so", "只列此狀態的文件"))

  private static let ingestOptions = [
    archiveOption, rulesOption, packOption, industryOption,
    OptionSpecification(
      name: "--jobs", value: "N",
      help: Phrase("so many documents at a time; else one for each processor", "同時處理的文件數；預設為處理器數")),
    OptionSpecification(
      name: "--manifest", value: "FILE",
      help: Phrase(
        "a csv or xlsx that says whose documents they are; else manifest.csv or .xlsx in the folder",
        "說明文件歸屬的 csv 或 xlsx；未指定時用資料夾中的 manifest.csv 或 .xlsx")),
    OptionSpecification(
      name: "--no-copy",
      help: Phrase("do not keep the originals, refer to their paths", "不保留原始檔，只記錄其路徑")),
    OptionSpecification(
      name: "--password-file", value: "FILE",
      help: Phrase("the password is this file's first line", "密碼為此檔案的第一行")),
    OptionSpecification(name: "--json", help: Phrase("events as JSON, one a line", "以 JSON 輸出事件，一行一個")),
    OptionSpecification(name: "--quiet", help: Phrase("no progress", "不顯示進度")),
  ]

  static let archive: [CommandSpecification] = [
    CommandSpecification(
      name: "ingest", operands: "[PATH…]", operandCount: 0...Int.max,
      summary: Phrase("reports into the archive", "將報告書收入封存檔"),
      details: Phrase(
        """
        Takes in files, and every .pdf and .txt in folders and below. A file seen before costs a look at its size and
        times, contents seen before a look at the bytes; a changed rule is asked of the stored text, a changed reading
        engine reads again. Without a path all that the archive holds is brought up to date. Can be stopped at any
        time: the next run goes on from there.
        """,
        """
        收入檔案，以及資料夾（含子資料夾）中的 .pdf 與 .txt。看過的檔案只核對大小與時間，看過的內容只核對位元組；
        規則變更時以已存的文字重新比對，讀取引擎變更時才重讀檔案。未指定路徑時，
        將封存檔中的全部文件更新到最新。隨時可以中止，下次執行會接著做。
        """),
      options: ingestOptions + [
        OptionSpecification(
          name: "--rehash",
          help: Phrase(
            "look at the bytes of every file, also where its size and times are as before", "大小與時間未變的檔案也重新核對位元組")),
        OptionSpecification(
          name: "--watch", help: Phrase("go on and take in whatever comes into the folders", "持續執行，收入之後出現在資料夾中的檔案")),
      ]),
    CommandSpecification(
      name: "retry", operands: "[PATH…]", operandCount: 0...Int.max,
      summary: Phrase("read once more what failed", "重新讀取失敗的文件"),
      details: Phrase(
        "Reads documents again that could not be read, or not as a whole; of these paths, or all.",
        "重新讀取無法讀取或只讀取部分的文件；可指定路徑，否則為全部。"),
      options: ingestOptions),
    CommandSpecification(
      name: "reports", operands: "[WORD…]", operandCount: 0...Int.max,
      summary: Phrase("the documents of the archive", "列出封存檔中的文件"),
      details: Phrase(
        "Those whose name, path, company or ticker has every WORD in it, or whose SHA-256 begins with it.",
        "名稱、路徑、公司或代號包含每一個 WORD，或 SHA-256 以其開頭者。"),
      options: [
        archiveOption, runOption, statusOption, yearOption,
        OptionSpecification(name: "--open", help: Phrase("only those that could not be placed", "只列尚無法歸屬的文件")),
        formatOption,
      ]),
    CommandSpecification(
      name: "place", operands: "WORD…", operandCount: 1...Int.max,
      summary: Phrase("say whose document it is, and which", "指明文件屬於哪家公司、哪個年度"),
      details: Phrase(
        """
        Of the one document that `reports WORD…` lists. What is said here counts before the manifest, the file's name
        and the document itself, and stays until it is said otherwise. A year or an industry that changes what is
        asked is asked at the next ingest.
        """,
        """
        WORD 須只符合一份文件（同 reports）。此處指明者優先於清單、檔名與文件本身，直到再次指明。
        年度或產業若影響比對，將於下次 ingest 時重新比對。
        """),
      options: [
        archiveOption, rulesOption, packOption,
        OptionSpecification(name: "--company", value: "NAME", help: Phrase("the company", "公司名稱")),
        OptionSpecification(name: "--ticker", value: "NUMBER", help: Phrase("its number at the exchange", "股票代號")),
        OptionSpecification(name: "--year", value: "YEAR", help: Phrase("the year it reports on", "報告年度")),
        OptionSpecification(
          name: "--kind", value: "KIND", choices: DocumentKind.allCases.map(\.rawValue),
          help: Phrase("what kind of document", "文件種類")),
        OptionSpecification(
          name: "--language", value: "LANGUAGE", choices: DocumentLanguage.allCases.map(\.rawValue),
          help: Phrase("its language", "語言")),
        OptionSpecification(
          name: "--uploaded", value: "DAY", help: Phrase("the day of its upload, as 2024-08-31", "上傳日，例如 2024-08-31")),
        OptionSpecification(
          name: "--revision", value: "N",
          help: Phrase("0 for the first upload, 1 for its correction …", "0 為首次上傳，1 為更正版…")),
        industryOption,
      ]),
    CommandSpecification(
      name: "evidence", operands: "[WORD…]", operandCount: 0...Int.max,
      summary: Phrase("the evidence in the archive", "列出封存檔中的證據"),
      details: Phrase("Of the documents that `reports` would list.", "範圍與 reports 指令所列的文件相同。"),
      options: [
        archiveOption, runOption, statusOption, yearOption,
        OptionSpecification(
          name: "--item", value: "ITEM", help: Phrase("only these items; several with commas", "只列這些題項；多個以逗號分隔")),
        formatOption,
      ]),
    CommandSpecification(
      name: "runs", summary: Phrase("what was done when, and with what", "列出歷次執行"),
      options: [archiveOption, formatOption]),
  ]
}
