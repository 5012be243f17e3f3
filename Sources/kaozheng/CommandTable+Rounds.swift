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
        name: "--format", value: "FORMAT", choices: CompaniesCommand.Format.allCases.map(\.rawValue),
        help: Phrase(
          "text (default), json: one object a line, or csv, which can be taken in again",
          "text（預設）、json（一行一個物件）或 csv（可再匯入）")),
      rulesOption, onePackOption,
    ])

  static let rounds = [companies]
}
