import Archive
import Pipeline
import ReportModel

/// One report: a page with what was found there, and the list of evidence beside it.
struct ReportPage {
  private let view: ReportView
  private var visit: Visit { view.visit }

  init?(_ visit: Visit) throws(ArchiveFailure) {
    guard let view = try ReportView(visit) else { return nil }
    self.view = view
  }

  var page: Page {
    Page("\(view.report.document.name) · \(view.page)", in: .reports, isWide: true, keys: Self.keys) {
      head
      HTML(.div, .classes(["desk", view.plain == nil ? nil : "plain-desk"])) {
        if view.plain == nil { neighbours }
        HTML(.section, .class("leaf")) {
          tools
          HTML(.div, .class("scroll"), .id("leaf")) { sheet }
        }
        EvidencePanel(view: view).html
      }
    }
  }

  static let keys =
    DecisionForm.keys + [
      KeyHint("j / k", Phrase("next evidence, the one before", "下一筆、上一筆證據")),
      KeyHint("n / p", Phrase("next page, the page before", "下一頁、上一頁")),
      KeyHint("+ / -", Phrase("larger, smaller", "放大、縮小")),
      KeyHint("b", Phrase("draw a box around what was missed", "框選遺漏的內容")),
    ]

  // MARK: What it is

  private var head: HTML {
    let (report, placement) = (view.report, view.report.placement)
    let company = [placement.ticker?.value, placement.company?.value].compactMap { $0 }.joined(separator: " ")
    return HTML(.div, .class("report-head")) {
      HTML(.h1) { company.isEmpty ? report.document.name : company }
      HTML(.span, .class("soft")) {
        [
          placement.year.map { String($0.value) }, placement.kind.map { visit.say($0.value.name) },
          visit.say("\(report.pageCount) pages", "\(report.pageCount) 頁"), report.document.name,
        ].compactMap { $0 }.joined(separator: " · ")
      }
      if let failure = report.failure {
        HTML(.span, .class("chip", "bad")) { failure.sentence(in: visit.language) }
      }
      share
    }
  }

  /// How much of what was found somebody has looked at.
  private var share: HTML {
    let found = view.reviewed.items.filter { !$0.evidence.isEmpty }
    let decided = found.filter(\.isReviewed).count
    return HTML(.span, .class("share")) {
      visit.say("\(decided) of \(found.count) items reviewed", "已覆核 \(decided)／\(found.count) 個題項")
      HTML(.progress, .length(.value, Double(decided)), .length(.max, Double(max(found.count, 1))))
    }
  }

  // MARK: The page

  private var sheet: HTML {
    let marks = view.lines(on: view.page).map { line in
      PageSheet.Mark(
        line, on: view.page, title: visit.say(view.rubric.name(of: line.entry.item)), link: view.link(line.id),
        isSelected: line.id == view.selected?.id)
    }
    if let plain = view.plain { return PlainSheet(text: plain, page: view.page, marks: marks).html }
    return PageSheet(
      visit: visit, document: view.document, size: view.size, zoom: view.zoom, marks: marks, canDraw: true
    ).html
  }

  private var tools: HTML {
    HTML(.div, .class("tools")) {
      pageButton(view.page - 1, "‹", "p", visit.say("page before", "上一頁"))
      HTML(.form, .isGet, .action(Link("reports", view.document)), .class("goto")) {
        HTML(
          .input, .name("page"), .value(String(view.page)), .size(3), .inputMode("numeric"), .autocomplete("off"),
          .label(visit.say("page", "頁碼")))
        HTML(.span, .class("soft")) { "/ \(view.report.pageCount)" }
        if view.zoom != 100 { HTML(.input, .type("hidden"), .name("zoom"), .value(String(view.zoom))) }
      }
      pageButton(view.page + 1, "›", "n", visit.say("next page", "下一頁"))
      if let label = view.size.label, label != String(view.page) {
        HTML(.span, .class("soft", "small")) { visit.say("printed: \(label)", "頁面標示：\(label)") }
      }
      HTML(.span, .class("fill"))
      zoomButton(next: -1, "−", "-")
      HTML(.span, .class("soft", "small")) { "\(view.zoom)%" }
      zoomButton(next: 1, "+", "+")
      HTML(.button, .type("button"), .id("draw"), .data("key", "b"), .title(visit.say("add evidence", "新增證據"))) {
        visit.say("＋ Evidence", "＋ 證據")
        HTML(.kbd) { "b" }
      }
    }
  }

  private func pageButton(_ page: Int, _ sign: String, _ key: String, _ title: String) -> HTML {
    guard (1...max(view.report.pageCount, 1)).contains(page) else {
      return HTML(.span, .class("button", "off")) { sign }
    }
    var attributes: [Attribute] = [
      .class("button"), .href(view.link(page: page)), .data("key", key), .title(title),
    ]
    if view.plain == nil {
      let picture = Link.picture(view.document, page: page, view.zoom > 150 ? .large : .medium)
      attributes.append(.data("prefetch", picture.text))
    }
    return HTML(.a, attributes) { sign }
  }

  private func zoomButton(next step: Int, _ sign: String, _ key: String) -> HTML {
    let place = (ReportView.zooms.firstIndex(of: view.zoom) ?? 0) + step
    guard ReportView.zooms.indices.contains(place) else { return HTML(.span, .class("button", "off")) { sign } }
    let link = view.link(page: view.page, view.selected?.id, zoom: ReportView.zooms[place])
    return HTML(.a, .class("button"), .href(link), .data("key", key)) { sign }
  }

  /// The pages around it, small.
  private var neighbours: HTML {
    let counts = view.linesByPlace.reduce(into: [Int: Int]()) { $0[$1.shown.evidence.page, default: 0] += 1 }
    let first = max(1, min(view.page - 3, view.report.pageCount - 6))
    let pages = first...max(first, min(view.report.pageCount, first + 6))
    return HTML(.nav, .class("neighbours"), .label(visit.say("Pages around", "前後頁"))) {
      for page in pages {
        HTML(.a, page == view.page ? [.href(view.link(page: page)), .isCurrent] : [.href(view.link(page: page))]) {
          thumbnail(page)
          HTML(.span) {
            String(page)
            if let count = counts[page] { HTML(.em, .title(visit.say("evidence", "證據"))) { String(count) } }
          }
        }
      }
    }
  }

  private func thumbnail(_ page: Int) -> HTML {
    let size = view.sizes.first { $0.number == page } ?? .unknown(page)
    return HTML(
      .img, .src(.picture(view.document, page: page, .small)), .alt(""), .loading("lazy"),
      .length(.width, 74), .length(.height, (74 * size.height / max(size.width, 1)).rounded()))
  }
}
