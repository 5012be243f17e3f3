import ReportModel

extension ReadFailure {
  /// The failure as one line for a person; the page and the reader's own words follow the plain reason.
  package func sentence(in language: Language) -> String {
    let phrase = Self.reasons[code] ?? Phrase(code.rawValue, code.rawValue)
    let reason = phrase(language)
    let place = page.map { Phrase("page \($0): ", "第 \($0) 頁：")(language) } ?? ""
    let saysMore = !message.isEmpty && message != phrase.english && !Self.plainMessages.contains(message)
    let detail = !saysMore ? "" : Phrase(" (\(message))", "（\(message)）")(language)
    return place + reason + detail
  }

  /// Messages that say no more than the code does.
  private static let plainMessages: Set<String> = [
    "the file is encrypted and needs a password", "the password does not open the file", "the file is not UTF-8 text",
    "the file is damaged beyond repair",
  ]

  package static let reasons: [Code: Phrase] = [
    .notFound: Phrase("no such file", "找不到檔案"),
    .notReadable: Phrase("cannot be opened", "無法開啟"),
    .empty: Phrase("the file is empty", "檔案是空的"),
    .notPDF: Phrase("not a PDF", "不是 PDF"),
    .encrypted: Phrase("encrypted; give its password with --password-file", "檔案已加密，請以 --password-file 提供密碼"),
    .wrongPassword: Phrase("the password does not open it", "密碼不正確"),
    .damaged: Phrase("the file is damaged", "檔案已損毀"),
    .noPages: Phrase("the file has no pages", "檔案沒有頁面"),
    .tooLarge: Phrase("too large to be read", "檔案過大，無法讀取"),
    .timeout: Phrase("took too long and was stopped", "讀取逾時，已停止"),
    .memory: Phrase("needs more memory than a document may take", "所需記憶體超過單一文件的上限"),
    .crashed: Phrase("the reader broke down on it", "讀取程式在此檔案上當掉"),
    .notText: Phrase(
      "not UTF-8 text; convert it first, as with iconv -f BIG5 -t UTF-8",
      "不是 UTF-8 文字檔，請先轉碼，例如 iconv -f BIG5 -t UTF-8"),
    .noSuchPage: Phrase("the document has no such page", "文件沒有這一頁"),
    .internalFault: Phrase("a fault of the program itself", "程式內部錯誤"),
  ]
}
