import ReportModel

/// Commands around the ledger of material events.
extension CommandTable {
  private static let byOption = OptionSpecification(
    name: "--by", value: "NAME", help: Phrase("who says so; has to be given", "登錄者姓名；必填"))
  private static let asOfOption = OptionSpecification(
    name: "--as-of", value: "DAY",
    help: Phrase(
      "with what was recorded by the end of this day, UTC, and the rules of then",
      "依截至該日（UTC）所記錄的內容與當時的規則"))
  private static let formatOption = OptionSpecification(
    name: "--format", value: "FORMAT", choices: ReportFormat.names,
    help: Phrase("text (default), json or csv", "text（預設）、json 或 csv"))
  private static let evidenceOption = OptionSpecification(
    name: "--evidence", value: "TEXT", help: Phrase("where that is told; has to be given", "依據；必填"))
  private static let reasonOption = OptionSpecification(
    name: "--reason", value: "TEXT", help: Phrase("why; has to be given", "理由；必填"))
  private static let newCompanyOption = OptionSpecification(
    name: "--new-company", help: Phrase("a company that the archive does not know is taken too", "接受封存檔尚無的公司"))
  private static let rulesOptions = [rulesOption, packOption]

  private static let kindOption = OptionSpecification(
    name: "--kind", value: "KIND", help: Phrase("the kind of event, by id or name", "事件類型（代碼或名稱）"))
  private static let itemOption = OptionSpecification(
    name: "--item", value: "ITEM", help: Phrase("the negative item that it answers", "對應的負向題項"))
  private static let sourceOption = OptionSpecification(
    name: "--source", value: "TEXT", help: Phrase("who says so: an authority, a publication", "來源：主管機關或公告"))
  private static let deductionOption = OptionSpecification(
    name: "--deduction", value: "POINTS",
    help: Phrase("what it takes before the response; else the points of its item", "未經因應調整的扣分；未指定時為題項配分"))
  private static let companyOption = OptionSpecification(
    name: "--company", value: "COMPANY", help: Phrase("by ticker or by name", "公司代號或名稱"))

  private static let factOptions = [
    companyOption,
    OptionSpecification(name: "--case", value: "NUMBER", help: Phrase("the authority's case number", "裁處字號")),
    OptionSpecification(name: "--acted", value: "DAY", help: Phrase("when it happened", "行為日")),
    OptionSpecification(name: "--penalized", value: "DAY", help: Phrase("when it was fined", "裁處日")),
    OptionSpecification(name: "--published", value: "DAY", help: Phrase("when that was published", "公布日")),
    kindOption, itemOption,
    OptionSpecification(name: "--law", value: "ARTICLE", help: Phrase("the article that was broken", "違反的法條")),
    OptionSpecification(name: "--fine", value: "AMOUNT", help: Phrase("in New Taiwan dollars", "罰鍰（新臺幣）")),
    deductionOption, sourceOption,
    OptionSpecification(name: "--text", value: "TEXT", help: Phrase("what happened", "說明")),
  ]

  static let events: [CommandSpecification] = [
    CommandSpecification(
      name: "events", summary: Phrase("material events in the ledger", "列出重大性事件"),
      details: Phrase(
        """
        Material events lower a company's scores for some months: the deduction × what the company's response leaves
        of it. Lines of the ledger are only ever added, each with who said it and when. Unofficial: deductions,
        factors and months are the pack's own.
        """,
        """
        重大性事件在若干月份內調降公司得分：扣分 × 因應評估係數。事件帳只能新增，每一列都記錄登錄者與時間。
        非官方：扣分、係數與計入月數皆為規則包自訂。
        """),
      options: [
        archiveOption, companyOption, kindOption, itemOption,
        OptionSpecification(
          name: "--month", value: "MONTH",
          help: Phrase("only those that count in this month, as 2025-08, and what they take", "只列此月份計入者及其扣分，例如 2025-08")
        ),
        OptionSpecification(
          name: "--open", help: Phrase("only those without the best response", "只列尚未採取妥善措施者")),
        asOfOption, formatOption,
      ] + rulesOptions),
    CommandSpecification(
      name: "events show", operands: "ID", operandCount: 1...1,
      summary: Phrase("one event with its whole history", "列出一個事件的完整歷程"),
      details: Phrase(
        "Who said what of it and when, and what it takes in each month.", "何人於何時登錄了什麼，以及各月份的扣分。"),
      options: [archiveOption, asOfOption, formatOption] + rulesOptions),
    CommandSpecification(
      name: "events import", operands: "FILE", operandCount: 1...1,
      summary: Phrase("events out of a csv or xlsx file", "由 csv 或 xlsx 匯入事件"),
      details: Phrase(
        """
        Columns are told by their header, in English (ticker, company, case, acted, penalized, published, kind, item,
        law, fine, deduction, source, text, response, responded, evidence), in Chinese, or by the field names of the
        environment ministry's penalties, of labour penalties and of the FSC's list. Days may be of the Republic. What
        is in the ledger already is skipped. Where one row is wrong nothing is imported. The options are for all rows
        that do not say it themselves.
        """,
        """
        依標題列辨認欄位：英文（ticker、company、case、acted、penalized、published、kind、item、law、fine、
        deduction、source、text、response、responded、evidence）、中文，或環境部裁處資料、勞動法令裁處、金管會裁罰清單的
        欄位名稱。日期可為民國年。事件帳已有者略過。任何一列有誤即全部不匯入。選項適用於未自行填寫的各列。
        """),
      options: [
        archiveOption, byOption, kindOption, itemOption, sourceOption, deductionOption, newCompanyOption,
        OptionSpecification(name: "--dry-run", help: Phrase("say what would be done, and do nothing", "只說明結果，不寫入")),
      ] + rulesOptions),
    CommandSpecification(
      name: "events add", summary: Phrase("one event more", "新增一個事件"),
      options: [archiveOption, byOption] + factOptions + [newCompanyOption] + rulesOptions),
    CommandSpecification(
      name: "events respond", operands: "ID LEVEL", operandCount: 2...2,
      summary: Phrase("what a company did about an event", "登錄公司的因應"),
      details: Phrase(
        "LEVEL is one of the pack's: none, partial, adequate.", "LEVEL 為規則包的等級：none、partial、adequate。"),
      options: [
        archiveOption, byOption,
        OptionSpecification(
          name: "--on", value: "DAY", help: Phrase("when it was done; has to be given", "因應日；必填")),
        evidenceOption,
      ] + rulesOptions),
    CommandSpecification(
      name: "events correct", operands: "ID", operandCount: 1...1,
      summary: Phrase("what was said wrongly of an event", "更正事件內容"),
      details: Phrase(
        "What is given takes the place of what was said before; an empty value says that it is not known.",
        "所列欄位取代先前的內容；空白值表示該欄不詳。"),
      options: [archiveOption, byOption] + factOptions + [reasonOption, newCompanyOption] + rulesOptions),
    CommandSpecification(
      name: "events withdraw", operands: "ID", operandCount: 1...1,
      summary: Phrase("an event that was cancelled, or never was", "撤銷事件"),
      details: Phrase(
        "From then on it counts in no month; --as-of shows it as it was.", "自此不再計入任何月份；--as-of 仍可看到當時的狀態。"),
      options: [archiveOption, byOption, reasonOption] + rulesOptions),
  ]
}
