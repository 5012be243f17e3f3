import Pipeline
import ReportModel

/// Commands that show an archive in a browser.
extension CommandTable {
  private static let serveOptions = [
    archiveOption,
    OptionSpecification(
      name: "--port", value: "PORT", help: Phrase("on this port; else on one that is free", "使用此連接埠；未指定時任選可用者")),
    OptionSpecification(
      name: "--listen", value: "ADDRESS",
      help: Phrase(
        "an IP address of this machine, 0.0.0.0 for all; else only this machine may connect; needs --token",
        "本機的 IP 位址，0.0.0.0 表示全部；未指定時僅本機可連線；須搭配 --token")),
    OptionSpecification(
      name: "--token", value: "TOKEN",
      help: Phrase(
        "what a browser has to bring along, 16 characters at least; or set KAOZHENG_TOKEN",
        "瀏覽器須出示的權杖，至少 16 個字元；也可設定 KAOZHENG_TOKEN")),
    OptionSpecification(
      name: "--by", value: "NAME",
      help: Phrase("the name that decisions bear where a browser gives none; else USER", "瀏覽器未指定時，決定所記的名字；預設為 USER")),
  ]

  static let serve: [CommandSpecification] = [
    CommandSpecification(
      name: "serve", summary: Phrase("show the archive in a browser", "以瀏覽器檢視封存檔"),
      details: Phrase(
        """
        Starts a server for this machine alone and prints its address: reports with their pages and evidence, the
        review queue, scores, rounds, lists, events and the rubric. An ingest may run at the same time. Ends with Ctrl-C.
        """,
        """
        啟動僅供本機使用的伺服器並印出網址：報告書頁面與證據、覆核佇列、評分、輪次、名單、重大事件與評分標準。
        可與 ingest 同時執行。以 Ctrl-C 結束。
        """),
      options: serveOptions),
    CommandSpecification(
      name: "review", summary: Phrase("open the review queue in a browser", "以瀏覽器開啟覆核佇列"),
      details: Phrase(
        "As serve, and opens the page with the desktop's own browser.", "同 serve，並以桌面的預設瀏覽器開啟頁面。"),
      options: serveOptions + [
        OptionSpecification(name: "--no-browser", help: Phrase("print the address only", "只印出網址"))
      ]),
  ]
}
