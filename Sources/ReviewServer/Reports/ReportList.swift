import Archive
import Pipeline
import ReportModel

/// The documents of the archive, with search and filters.
struct ReportList {
  private let visit: Visit
  private let desk: ReviewDesk
  private let all: [ReportRecord]
  private let shown: [ReportRecord]
  private let superseded: [DocumentID: String]

  init(_ visit: Visit) throws(ArchiveFailure) {
    self.visit = visit
    desk = try visit.desk()
    all = desk.reports
    superseded = Precedence.superseded(all)
    let filter = Self.filter(visit)
    shown = all.filter { filter.takes($0) && (visit.asked("open").isEmpty || !$0.placement.openQuestions.isEmpty) }
  }

  private static func filter(_ visit: Visit) -> ReportFilter {
    ReportFilter(
      status: ReadingStatus(rawValue: visit.asked("status")),
      words: visit.asked("q").split(separator: " ").map(String.init), year: Int(visit.asked("year")))
  }

  var page: Page {
    get throws(ArchiveFailure) {
      let paging = Paging(visit, count: shown.count)
      var rows: [HTML] = []
      for report in paging.part(shown) { rows.append(row(report, try visit.archive.evidenceCount(of: report))) }
      return Page(
        visit.say("Reports", "報告書"), in: .reports,
        keys: [KeyHint("j / k", Phrase("line below, above", "下一列、上一列")), KeyHint("Enter", Phrase("open", "開啟"))]
          + Paging.keys
      ) {
        HTML(.h1) { visit.say("Reports", "報告書") }
        HTML(.p, .class("lead")) { count }
        choices
        if rows.isEmpty { HTML(.p, .class("empty")) { visit.say("No report is like this.", "沒有符合的報告書。") } }
        if !rows.isEmpty {
          HTML.sheet {
            heads
            HTML(.tbody) { rows }
          }
        }
        paging.html(visit)
      }
    }
  }

  private var count: String {
    shown.count == all.count
      ? visit.say("\(all.count) documents in the archive", "封存檔共有 \(all.count) 份文件")
      : visit.say("\(shown.count) of \(all.count) documents", "\(all.count) 份文件中的 \(shown.count) 份")
  }

  private var choices: HTML {
    let years = Set(all.compactMap { $0.placement.year?.value ?? $0.year }).sorted(by: >).map(String.init)
    return visit.choosing(Link("reports")) {
      visit.search("q", Phrase("name, company, ticker, SHA-256", "名稱、公司、代號、SHA-256"))
      visit.choice(
        "year", Phrase("Year", "年度"), [("", visit.say("all", "全部"))] + years.map { ($0, $0) },
        chosen: visit.asked("year"))
      visit.choice(
        "status", Phrase("Reading", "讀取"),
        [("", visit.say("all", "全部"))] + ReadingStatus.allCases.map { ($0.rawValue, visit.say($0.name)) },
        chosen: visit.asked("status"))
      visit.choice(
        "open", Phrase("Placing", "歸屬"),
        [("", visit.say("all", "全部")), ("1", visit.say("could not be placed", "尚無法歸屬"))],
        chosen: visit.asked("open"))
    }
  }

  private var heads: HTML {
    visit.heads([
      (Phrase("company", "公司"), .text), (Phrase("report", "報告書"), .text), (Phrase("year", "年度"), .text),
      (Phrase("kind", "種類"), .text), (Phrase("reading", "讀取"), .text), (Phrase("pages", "頁數"), .number),
      (Phrase("evidence", "證據"), .number), (Phrase("decided", "已覆核"), .number),
    ])
  }

  private func row(_ report: ReportRecord, _ evidence: Int) -> HTML {
    let placement = report.placement
    let company = [placement.ticker?.value, placement.company?.value].compactMap { $0 }.joined(separator: " ")
    let decided = desk.log.standing(of: report.document.sha256).count
    return HTML(.tr) {
      HTML(.th, .scope("row")) { company.isEmpty ? "?" : company }
      HTML(.td, .class("name")) {
        HTML(.a, .href(.report(report.document.sha256)), .data("row")) { report.document.name }
      }
      HTML.cell(placement.year.map { String($0.value) } ?? report.year.map { "\($0)?" } ?? "?")
      HTML.cell(placement.kind.map { visit.say($0.value.name) } ?? "?")
      HTML(.td) { status(report) }
      HTML.figure(String(report.pageCount))
      HTML.figure(String(evidence))
      HTML.figure(decided == 0 ? "" : String(decided))
    }
  }

  @HTMLBuilder private func status(_ report: ReportRecord) -> HTML {
    if superseded[report.document.id] != nil {
      HTML(.span, .class("chip", "dashed")) { visit.say("superseded", "已被取代") }
    }
    switch report.status {
    case .ok: HTML(.span, .class("soft")) { visit.say(report.status.name) }
    case .partial: HTML(.span, .class("chip", "doubt")) { visit.say(report.status.name) }
    case .failed: HTML(.span, .class("chip", "bad")) { visit.say(report.status.name) }
    }
  }
}

extension ReadingStatus {
  var name: Phrase {
    switch self {
    case .ok: Phrase("read", "已讀取")
    case .partial: Phrase("in part", "部分")
    case .failed: Phrase("failed", "失敗")
    }
  }
}

extension DocumentKind {
  var name: Phrase {
    switch self {
    case .sustainability: Phrase("sustainability", "永續報告書")
    case .tcfd: Phrase("climate (TCFD)", "氣候（TCFD）")
    case .annual: Phrase("annual report", "年報")
    case .web: Phrase("web page", "網頁")
    }
  }
}
