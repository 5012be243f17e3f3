import Pipeline
import ReportModel
import Review

/// The evidence beside the page: what is selected with what can be decided on it, and the list.
struct EvidencePanel {
  let view: ReportView
  private var visit: Visit { view.visit }

  var html: HTML {
    HTML(.aside, .class("panel")) {
      if let selected = view.selected { chosen(selected) }
      visit.tabs(
        ReportView.EvidenceList.allCases.map { list in
          (
            Phrase("\(list.name.english) \(count(list))", "\(list.name.chinese) \(count(list))"),
            view.link(page: view.page, view.selected?.id, list: list), list == view.list
          )
        })
      HTML(.div, .class("evidence-list")) { entries }
      AdditionDialog(view: view).html
    }
  }

  private func count(_ list: ReportView.EvidenceList) -> Int {
    switch list {
    case .page: view.lines(on: view.page).count
    case .found: view.reviewed.items.filter { !$0.evidence.isEmpty }.count
    case .open: undecided.count
    case .missing: missing.count
    }
  }

  private var missing: [ReviewedReport.Item] { view.reviewed.items.filter(\.evidence.isEmpty) }
  private var undecided: [ReviewedReport.Item] {
    view.reviewed.items.filter { !$0.evidence.isEmpty && !$0.isReviewed }
  }

  // MARK: What is selected

  private func chosen(_ selection: ReportView.Selection) -> HTML {
    HTML(.section, .class("chosen"), .id("chosen")) {
      HTML(.div, .class("chosen-head")) {
        name(of: selection.item)
        neighbours(selection)
      }
      switch selection {
      case .line(let line):
        EvidenceCard(visit: visit, line: line, rubric: view.rubric, link: { view.link(page: $0) }).html
      case .item(let item): state(of: item)
      }
      DecisionForm(visit: visit, selection: selection, rubric: view.rubric, next: nil).html
      undo
    }
  }

  private func name(of item: String) -> HTML {
    HTML(.div) {
      HTML(.strong) { visit.say(view.rubric.name(of: item)) }
      HTML(.div, .class("soft", "small")) {
        if let entry = view.rubric[item] { visit.say(entry.place) + " · " }
        HTML(.code) { item }
      }
    }
  }

  /// To what stands before and behind it in the report.
  private func neighbours(_ selection: ReportView.Selection) -> HTML {
    let lines = view.linesByPlace
    let place = lines.firstIndex { $0.id == selection.id }
    return HTML(.div, .class("walk")) {
      if let place, place > 0 { step(to: lines[place - 1], "k", "↑") }
      if let place, place + 1 < lines.count { step(to: lines[place + 1], "j", "↓") }
    }
  }

  private func step(to line: ReviewedReport.Line, _ key: String, _ sign: String) -> HTML {
    HTML(.a, .class("button"), .href(view.link(line.id)), .data("key", key)) {
      sign
      HTML(.kbd) { key }
    }
  }

  private func state(of item: ReviewedReport.Item) -> HTML {
    HTML(.div, .class("card-body")) {
      HTML(.p) {
        item.state.state.chip(visit)
        item.judgement.chip(visit)
      }
      if let statement = item.state.statement {
        HTML(.blockquote) { statement.quote }
        pages([statement.page], Phrase("stated on page", "陳述於頁"))
      }
      if !item.state.unreadable.isEmpty { pages(item.state.unreadable, Phrase("unreadable pages", "無法讀取的頁")) }
      if !item.state.pointers.isEmpty { pages(item.state.pointers, Phrase("pointed to from pages", "指向它的頁")) }
      HTML(.p, .class("soft", "small")) {
        visit.say("\(item.state.searched.count) pages searched", "已搜尋 \(item.state.searched.count) 頁")
      }
      item.judgement.opinionList(visit)
    }
  }

  private func pages(_ pages: [Int], _ name: Phrase) -> HTML {
    HTML(.p, .class("small")) {
      visit.say(name) + " "
      for page in pages.prefix(24) {
        HTML(.a, .href(view.link(page: page))) { String(page) }
        " "
      }
      if pages.count > 24 { "… (\(pages.count))" }
    }
  }

  private var undo: HTML? { UndoForm(visit: visit).html }

  // MARK: The list

  @HTMLBuilder private var entries: HTML {
    switch view.list {
    case .page: linesHere
    case .found: items(view.reviewed.items.filter { !$0.evidence.isEmpty })
    case .open: items(undecided)
    case .missing: items(missing)
    }
  }

  @HTMLBuilder private var linesHere: HTML {
    let lines = view.lines(on: view.page)
    if lines.isEmpty {
      HTML(.p, .class("empty")) { visit.say("Nothing was found on this page.", "本頁沒有找到證據。") }
    }
    for line in lines { row(line) }
    // Without anything selected, these keys begin at the page.
    if view.selected == nil,
      let first = lines.first ?? view.linesByPlace.first(where: { $0.shown.evidence.page > view.page })
    {
      HTML(.a, .class("hidden-link"), .href(view.link(first.id)), .data("key", "j")) { "" }
    }
  }

  private func row(_ line: ReviewedReport.Line) -> HTML {
    let evidence = line.shown.evidence
    var attributes: [Attribute] = [
      .classes(["line", line.entry.judgement.markLook]), .href(view.link(line.id)), .data("mark", line.id.text),
      .data("row"),
    ]
    if line.id == view.selected?.id { attributes.append(.isCurrent) }
    return HTML(.a, attributes) {
      HTML(.span, .class("line-head")) {
        HTML(.strong) { visit.say(view.rubric.name(of: line.entry.item)) }
        line.entry.judgement.chip(visit)
      }
      HTML(.span, .class("line-value")) { EvidenceCard.value(evidence) }
      HTML(.span, .class("line-quote")) { evidence.quote.shortened(to: 110) }
    }
  }

  @HTMLBuilder private func items(_ items: [ReviewedReport.Item]) -> HTML {
    if items.isEmpty { HTML(.p, .class("empty")) { visit.say("None.", "沒有。") } }
    for (place, item) in items.enumerated() {
      let group = view.rubric[item.state.item]?.subDimension
      if place == 0 || view.rubric[items[place - 1].state.item]?.subDimension != group {
        HTML(.h3, .class("group")) { view.rubric[item.state.item].map { visit.say($0.place) } ?? "" }
      }
      row(item)
    }
  }

  private func row(_ item: ReviewedReport.Item) -> HTML {
    let first = item.evidence.first
    var attributes: [Attribute] = [
      .class("line"), .href(view.link(first?.id ?? item.id, list: view.list)), .data("row"),
    ]
    if item.state.item == view.selected?.item { attributes.append(.isCurrent) }
    return HTML(.a, attributes) {
      HTML(.span, .class("line-head")) {
        HTML(.strong) { visit.say(view.rubric.name(of: item.state.item)) }
        (item.evidence.first { $0.entry.judgement.isDecided }?.entry.judgement ?? item.judgement).chip(visit)
        if first == nil { item.state.state.chip(visit) }
      }
      if let first {
        HTML(.span, .class("line-value")) {
          EvidenceCard.value(first.shown.evidence)
          HTML(.span, .class("soft")) {
            visit.say(" p. \(first.shown.evidence.page)", " 第 \(first.shown.evidence.page) 頁")
            if item.evidence.count > 1 { visit.say(" +\(item.evidence.count - 1)", " 另 \(item.evidence.count - 1) 筆") }
          }
        }
      }
    }
  }
}
