import Pipeline
import ReportModel

/// Commands around what reviewers decide.
extension CommandTable {
  private static let byOption = OptionSpecification(
    name: "--by", value: "NAME", help: Phrase("who says so; has to be given", "覆核者姓名；必填"))
  private static let noteOption = OptionSpecification(
    name: "--note", value: "TEXT", help: Phrase("a note, kept with the step", "備註，與此步驟一併保存"))
  private static let itemOption = OptionSpecification(
    name: "--item", value: "ITEM", help: Phrase("only this item", "只列此題項"))
  private static let formatOption = OptionSpecification(
    name: "--format", value: "FORMAT", choices: ["text", "json"],
    help: Phrase("text (default) or json", "text（預設）或 json"))
  private static let saying = [archiveOption, byOption, noteOption]

  private static let valueOptions = [
    OptionSpecification(name: "--value", value: "NUMBER", help: Phrase("the number", "數值")),
    OptionSpecification(name: "--unit", value: "UNIT", help: Phrase("its unit, as printed", "單位，依原文")),
    OptionSpecification(name: "--year", value: "YEAR", help: Phrase("the year that it belongs to", "所屬年度")),
  ]

  private static func verdict(_ name: String, _ summary: Phrase, _ details: Phrase = Phrase("", ""))
    -> CommandSpecification
  {
    CommandSpecification(
      name: "review \(name)", operands: "ID", operandCount: 1...1, summary: summary, details: details, options: saying)
  }

  static let decisions: [CommandSpecification] = [
    CommandSpecification(
      name: "review show", operands: "WORDS…", operandCount: 1...Int.max,
      summary: Phrase("a report's evidence with its ids and what is said of it", "一份報告的證據、編號與覆核結果"),
      details: Phrase(
        """
        WORDS are parts of its name, company or path, or the beginning of its SHA-256. An id stays with the words,
        whichever rule finds them. An item's own id stands for its state: that nothing was found, say.
        """,
        """
        WORDS 為檔名、公司或路徑的一部分，或 SHA-256 的開頭。編號跟隨文字，與由哪條規則找到無關。
        題項本身的編號代表其狀態，例如「未找到」。
        """),
      options: [archiveOption, itemOption, formatOption]),
    verdict(
      "accept", Phrase("evidence says what its item asks for", "證據符合題項"),
      Phrase(
        """
        A decision hangs on the document, the item and the words, not on a rule. It holds in later runs too, and in a
        corrected upload where the words stand exactly once; else it asks (review orphans). Nothing is overwritten.
        """,
        """
        決定依附於文件、題項與文字，而非規則。之後的執行仍然有效；更正版報告中文字恰好出現一次時自動沿用，
        否則列入待確認（review orphans）。任何步驟都不會被覆寫。
        """)),
    verdict("reject", Phrase("evidence does not say what its item asks for", "證據不符題項")),
    CommandSpecification(
      name: "review correct", operands: "ID", operandCount: 1...1,
      summary: Phrase("evidence was read off wrongly", "更正證據的讀數"),
      details: Phrase(
        "What is given takes the place of what was read; an empty value says that there is none.",
        "所列內容取代讀出的內容；空白值表示沒有。"),
      options: saying + valueOptions + [
        OptionSpecification(name: "--page", value: "PAGE", help: Phrase("where it stands", "所在頁")),
        OptionSpecification(name: "--level", value: "LEVEL", help: Phrase("the level that it answers", "對應的層級")),
      ]),
    verdict("postpone", Phrase("evidence is to be decided another time", "暫緩決定")),
    CommandSpecification(
      name: "review add", operands: "DOCUMENT ITEM", operandCount: 2...2,
      summary: Phrase("evidence that the rules missed", "新增規則未找到的證據"),
      details: Phrase(
        """
        DOCUMENT is its SHA-256 or the beginning of it. The evidence stands in a box on a page (points from the top
        left), whose words are read out of the text, or at a web address on the day on which it was seen.
        """,
        """
        DOCUMENT 為 SHA-256 或其開頭。證據位於某頁的方框內（自左上角起算，單位 pt），文字自動讀出；
        或為網址與瀏覽日期。
        """),
      options: saying + [
        OptionSpecification(name: "--page", value: "PAGE", help: Phrase("the page that it stands on", "所在頁")),
        OptionSpecification(
          name: "--box", value: "X0,Y0,X1,Y1", help: Phrase("the box on that page", "該頁上的方框")),
        OptionSpecification(name: "--web", value: "ADDRESS", help: Phrase("a web address", "網址")),
        OptionSpecification(
          name: "--seen", value: "DAY", help: Phrase("when it was seen there", "瀏覽日期")),
      ] + valueOptions),
    CommandSpecification(
      name: "review carry", operands: "STEP [ID]", operandCount: 1...2,
      summary: Phrase("an earlier decision holds for this evidence", "沿用先前的決定"),
      details: Phrase(
        "For decisions that review orphans lists: ID is the evidence that is meant; --nowhere says that there is none.",
        "用於 review orphans 所列的決定：ID 為所指的證據；--nowhere 表示沒有。"),
      options: saying + [
        OptionSpecification(
          name: "--nowhere", value: "DOCUMENT",
          help: Phrase("it holds for nothing in this document (its SHA-256)", "在此文件（SHA-256）中無可沿用"))
      ]),
    CommandSpecification(
      name: "review undo", operands: "[STEP]", operandCount: 0...1,
      summary: Phrase("takes a step of one's own back", "復原自己的步驟"),
      details: Phrase(
        "The last one, if none is named. An undoing is a step itself, and can be taken back too.",
        "未指定時為最後一步。復原本身也是一個步驟，也可再復原。"),
      options: saying),
    CommandSpecification(
      name: "review log", operands: "[WORDS…]", operandCount: 0...Int.max,
      summary: Phrase("all steps: who decided what, and when", "所有步驟：何人於何時作了什麼決定"),
      details: Phrase("WORDS narrow it to the reports that they fit.", "WORDS 只列符合的報告。"),
      options: [
        archiveOption, itemOption,
        OptionSpecification(name: "--by", value: "NAME", help: Phrase("only steps of this reviewer", "只列此覆核者的步驟")),
        formatOption,
      ]),
    CommandSpecification(
      name: "review orphans",
      summary: Phrase("decisions that ask where they hold now", "列出待確認與找不到原文的決定"),
      details: Phrase(
        """
        After a re-run or a corrected upload a decision is carried over only where its words stand exactly once. Those
        with look-alikes are to be confirmed (review carry), those without are orphaned.
        """,
        """
        重新執行或更正版上傳後，只有文字恰好出現一次的決定會沿用。有相似文字者待確認（review carry），
        完全找不到者列為失去原文。
        """),
      options: [archiveOption, formatOption]),
    CommandSpecification(
      name: "review near-miss", operands: "ID", operandCount: 1...1,
      summary: Phrase("rejected evidence becomes a near-miss of its rule", "將退回的證據加入其規則的近似範例"),
      details: Phrase(
        """
        Puts it among the examples of the rule that found it, changes nothing else in the file, and says what rules lint
        says then: that the rule finds its own near-miss, as long as it does.
        """,
        """
        加入找到它的規則的範例，檔案其餘部分不變，並列出此時 rules lint 的結果：規則修正之前會指出誤中自己的近似範例。
        """),
      options: [
        archiveOption, rulesOption,
        OptionSpecification(
          name: "--why", value: "TEXT",
          help: Phrase("what makes it none; else the note of the rejection", "為何不是；未指定時用退回時的備註")),
        OptionSpecification(name: "--dry-run", help: Phrase("print the lines, and change nothing", "只列出內容，不寫入")),
      ]),
    CommandSpecification(
      name: "review gold", summary: Phrase("what reviewers agree on as gold facts", "將覆核結果輸出為標準答案"),
      details: Phrase(
        """
        Evidence that was accepted, corrected or added, and items that surely have none: a file for each report, as
        rules test --gold reads them. Without --output all facts are printed.
        """,
        """
        經接受、更正或新增的證據，以及確認沒有的題項：每份報告一個檔案，供 rules test --gold 使用。
        未指定 --output 時全部印出。
        """),
      options: [
        archiveOption, rulesOption,
        OptionSpecification(name: "--output", value: "FOLDER", help: Phrase("write into this folder", "寫入此資料夾")),
      ]),
  ]
}
