import Pipeline
import ReportModel

/// Commands around the rounds of a rating.
extension CommandTable {
  static let onePackOption = OptionSpecification(
    name: "--pack", value: "PACK",
    help: Phrase("the rubric; may be left out where there is only one", "評鑑規則包；只有一個時可省略"))

  static let companies = CommandSpecification(
    name: "companies", operands: "[FILE]", operandCount: 0...1,
    summary: Phrase("which companies are expected", "受評公司名單"),
    details: Phrase(
      """
      With a FILE (csv or xlsx) its companies are taken in; without one, those of the archive are listed.
      Columns, in English or Chinese: ticker, company; industry, activities (with commas, or none), expected (yes or
      no; yes where nothing stands). A row is all that is known of its company from then on, and companies without a
      row stay as they are. Where one row is wrong nothing is taken in.
      """,
      """
      指定 FILE（csv 或 xlsx）時匯入其中的公司，未指定時列出封存檔中的公司。
      欄位（中文或英文）：代號、公司；產業、營運活動（以逗號或頓號分隔，或 none）、受評（是或否，空白視為是）。
      每列即為該公司自匯入時起的全部資料；未列出的公司維持原狀。任何一列有誤即全部不匯入。
      """),
    options: [
      archiveOption,
      OptionSpecification(
        name: "--as-of", value: "DAY",
        help: Phrase("list what was known at the end of this day (UTC)", "列出該日結束時（UTC）的名單")),
      OptionSpecification(
        name: "--format", value: "FORMAT", choices: ReportFormat.names,
        help: Phrase(
          "text (default), json: one object a line, or csv, which can be taken in again",
          "text（預設）、json（一行一個物件）或 csv（可再匯入）")),
      rulesOption, onePackOption,
    ])

  private static func formatOption(_ help: Phrase) -> OptionSpecification {
    OptionSpecification(
      name: "--format", value: "FORMAT", choices: ReportFormat.names, help: help)
  }

  static let roundStatus = CommandSpecification(
    name: "round status", operands: "[ROUND]", operandCount: 0...1,
    summary: Phrase("how far a round has come", "評鑑輪次的收件狀況"),
    details: Phrase(
      """
      Of a ROUND, as 2025-1, or of the one that is running: days to go, the companies that are expected, in, read in
      part, failed or missing; documents that are superseded, too late or not placed; and a line for each company.
      It goes by the rules of the archive's last run.
      """,
      """
      指定輪次（例如 2025-1）或進行中輪次的狀況：剩餘天數，應受評、已收、部分可讀、讀取失敗與未收的公司，
      已被取代、逾期與未歸屬的文件，並逐家列出。依封存檔最後一次執行的規則。
      """),
    options: [
      archiveOption,
      OptionSpecification(
        name: "--as-of", value: "DAY",
        help: Phrase("as it stood at the end of this day (UTC)", "該日結束時（UTC）的狀況")),
      OptionSpecification(
        name: "--only", value: "STATE", choices: RoundStatus.Only.allCases.map(\.rawValue),
        help: Phrase("only companies that stand so, or have such documents", "只列此狀態、或有此類文件的公司")),
      formatOption(Phrase("text (default), json, or csv: a row for each document", "text（預設）、json 或 csv（一份文件一列）")),
      onePackOption,
    ])

  static let roundClose = CommandSpecification(
    name: "round close", operands: "ROUND", operandCount: 1...1,
    summary: Phrase("freeze a round with its scores", "評鑑輪次結案"),
    details: Phrase(
      """
      Keeps which documents counted and every company's score, with the run, the rules and the last line of the ledger
      they rest on, who closed it and when, under a seal (SHA-256). Nothing of it changes any more. Refused where it is
      closed, before its uploads have ended, and while an ingest runs. Note the seal elsewhere: whoever can write to the
      archive could make another.
      """,
      """
      保存計入的文件與各公司得分，連同所依據的執行、規則與事件紀錄、結案者與時間，並加上封印（SHA-256），之後不再變動。
      已結案、收件截止前或 ingest 進行中時不予結案。請將封印另行記下：能寫入封存檔的人也能重作封印。
      """),
    options: [
      archiveOption,
      OptionSpecification(name: "--by", value: "NAME", help: Phrase("who closes it", "結案者")),
      OptionSpecification(
        name: "--early", help: Phrase("also before its uploads have ended, which is recorded", "收件截止前也結案，並留下紀錄")),
      onePackOption,
    ])

  static let roundShow = CommandSpecification(
    name: "round show", operands: "ROUND", operandCount: 1...1,
    summary: Phrase("a closed round as it was closed", "顯示已結案的輪次"),
    details: Phrase(
      "Its figures as they were kept, by whichever version; not shown where the seal is broken.",
      "顯示結案時保存的數字，與程式版本無關；封印不符時不顯示。"),
    options: [
      archiveOption,
      formatOption(Phrase("text (default), json: all that is kept, or csv", "text（預設）、json（保存的全部內容）或 csv")),
    ])

  static let roundCheck = CommandSpecification(
    name: "round check", operands: "ROUND", operandCount: 1...1,
    summary: Phrase("reckon a closed round anew and compare", "重新計算已結案的輪次並比對"),
    details: Phrase(
      """
      Reckons everything from the archive, with what was recorded before it was closed and the rules of then, and names
      each difference; none is expected. Says so where another version of the program closed it.
      """,
      """
      依結案前的紀錄與當時的規則重新計算，列出每項差異（應為沒有）。結案時的程式版本不同時會註明。
      """),
    options: [archiveOption, formatOption(Phrase("text (default), json or csv", "text（預設）、json 或 csv"))])

  static let roundList = CommandSpecification(
    name: "round list", summary: Phrase("the closed rounds and their seals", "列出已結案的輪次與封印"),
    options: [archiveOption, formatOption(Phrase("text (default), json or csv", "text（預設）、json 或 csv"))])

  static let rounds = [companies, roundStatus, roundClose, roundShow, roundCheck, roundList]
}
