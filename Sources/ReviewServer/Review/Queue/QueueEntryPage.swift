import Archive
import Pipeline
import ReportModel
import Review

/// One entry: as it was and as it is, side by side on the pages, with what can be decided.
struct QueueEntryPage {
  private let visit: Visit
  private let work: QueueWork
  private let entry: QueueEntry
  private let before: QueueSight?
  private let after: QueueSight?
  private let rubric: RubricNames
  private let wording: QueueWording
  private let sizes: [String: [PageSize]]
  private let plain: [String: ReportText]
  /// Boxes of what a decision may be about, by the place in the text.
  private let candidates: [Candidate]

  private struct Candidate {
    let place: LookAlike
    let boxes: [PlacedBox]
  }

  init(_ visit: Visit, _ reader: ViewReader, _ work: QueueWork, _ entry: QueueEntry) throws(ViewFailure) {
    self.visit = visit
    self.work = work
    self.entry = entry
    let state = work.snapshot.state
    wording = QueueWording(state.pack, in: visit.language)
    let (sights, rubric) = try ViewFailure.comparing { () throws(ComparisonFailure) in
      let sights = try QueueReader(visit.archive, at: state.moment, pack: state.pack, in: state.book)
        .sights(of: entry, in: work.queue)
      do throws(ArchiveFailure) { return (sights, try visit.rubric()) } catch { throw .archive(error) }
    }
    (before, after) = sights
    self.rubric = rubric
    (sizes, plain, candidates) = try ViewFailure.archive { () throws(ArchiveFailure) in
      var sizes: [String: [PageSize]] = [:]
      var plain: [String: ReportText] = [:]
      for report in [sights.before, sights.after].compactMap({ $0?.report }) {
        sizes[report.document.sha256] = try visit.pageSizes(of: report)
        plain[report.document.sha256] = try visit.plainText(of: report)
      }
      var candidates: [Candidate] = []
      if let after = sights.after {
        for place in after.asking.flatMap(\.lookAlikes) {
          candidates.append(
            Candidate(place: place, boxes: try visit.archive.boxes(of: place.range, in: after.report.text)))
        }
      }
      return (sizes, plain, candidates)
    }
  }

  var page: Page {
    Page(
      "\(wording.name(ofItem: entry.item)) · \(company)", in: .review, isWide: true,
      keys: DecisionForm.keys + [
        KeyHint("n / p", Phrase("next entry, the one before", "下一件、上一件")),
        KeyHint("1 … 9, 0", Phrase("the decision holds at this place, at none", "決定適用於該處、均不適用")),
        KeyHint("o", Phrase("open the report here", "開啟報告書")),
      ]
    ) {
      head
      HTML(.div, .classes(["compare", before == nil ? "single" : nil])) {
        if let before { leaf(before, isBefore: true) }
        if let after { leaf(after, isBefore: false) }
        panel
      }
    }
  }

  private var company: String {
    entry.company.map { company in
      let name = work.snapshot.state.name(of: company)
      return name == company.text ? name : "\(company.text) \(name)"
    } ?? entry.document.name
  }

  // MARK: How far it is

  private var head: HTML {
    HTML(.div, .class("queue-head")) {
      HTML(.h1) { wording.name(ofItem: entry.item) }
      HTML(.span) { company }
      if work.handled[entry.id] != nil { HTML(.span, .class("chip", "good")) { visit.say("dealt with", "已處理") } }
      HTML(.span, .class("walk")) {
        HTML(.span, .class("soft"), .id("progress")) {
          visit.say("\(work.decided) of \(work.all) decided", "已覆核 \(work.decided)／\(work.all)")
        }
        HTML(.progress, .length(.value, Double(work.decided)), .length(.max, Double(max(work.all, 1))))
        if let last = work.before(entry) { walk(to: last, "p", "‹") }
        if let next = work.next(after: entry) { walk(to: next, "n", "›") }
      }
    }
  }

  private func walk(to other: QueueEntry, _ key: String, _ sign: String) -> HTML {
    var attributes: [Attribute] = [.class("button"), .href(.entry(other.id)), .data("key", key)]
    if key == "n", let place = other.after, place.page > 0, !other.document.isPlainText {
      attributes.append(.data("prefetch", Link.picture(place.document, page: place.page, .medium).text))
    }
    return HTML(.a, attributes) {
      sign
      HTML(.kbd) { key }
    }
  }

  // MARK: Pages

  /// The page on which it stands; of what is gone, where it stood.
  private func page(_ sight: QueueSight) -> Int {
    let line = sight.focus.flatMap { id in sight.item.evidence.first { $0.id == id } }
    let state = sight.item.state
    let places = [
      line?.shown.evidence.page, sight.asking.first?.lookAlikes.first?.page, entry.before?.page, state.statement?.page,
      state.unreadable.first, state.pointers.first,
    ]
    let page = places.lazy.compactMap { $0 }.first { $0 > 0 } ?? 1
    return min(page, max(sight.report.pageCount, 1))
  }

  private func leaf(_ sight: QueueSight, isBefore: Bool) -> HTML {
    let page = page(sight)
    let document = sight.report.document.sha256
    var marks = sight.item.evidence.filter { $0.stands(on: page) }.map { line in
      let isFocus = line.id == sight.focus
      return PageSheet.Mark(
        line, on: page, title: wording.name(ofItem: entry.item), link: nil, isSelected: isFocus,
        look: isFocus ? (isBefore ? "before" : "after") : nil)
    }
    if !isBefore {
      marks += candidates.enumerated().compactMap { number, candidate in
        let boxes = candidate.boxes.filter { $0.page == page }.map(\.box)
        return candidate.place.page != page
          ? nil
          : PageSheet.Mark(
            boxes: boxes, ranges: [candidate.place.range], id: "place-\(number + 1)", title: String(number + 1),
            link: nil, isSelected: number == 0,
            look: "disputed")
      }
    }
    return HTML(.section, .classes(["leaf", isBefore ? "was" : nil])) {
      HTML(.div, .class("side-head")) {
        HTML(.strong) {
          before == nil ? "" : isBefore ? visit.say("before", "之前") : visit.say("now", "現在")
        }
        HTML(.span, .class("soft")) {
          visit.say("page \(page)", "第 \(page) 頁") + " · " + sight.report.document.name.shortened(to: 48)
        }
        if !isBefore {
          HTML(
            .a, .href(Link("reports", document, query: [("page", String(page)), ("evidence", sight.subject.text)])),
            .data("key", "o")
          ) {
            visit.say("report", "報告書")
            HTML(.kbd) { "o" }
          }
        }
      }
      HTML(.div, .class("scroll")) {
        if let text = plain[document] {
          PlainSheet(text: text, page: page, marks: marks).html
        } else {
          PageSheet(
            visit: visit, document: document, size: sizes[document]?.first { $0.number == page } ?? .unknown(page),
            zoom: 100, marks: marks
          ).html
        }
      }
    }
  }

  // MARK: What it is about

  private var panel: HTML {
    HTML(.aside, .class("panel"), .id("chosen")) {
      HTML(.div, .class("cause")) {
        HTML(.span, .class("chip")) { wording.text(entry.reason.kind) }
        for move in entry.effect.moves { HTML(.span, .class("chip", "bad")) { wording.text(move) } }
      }
      HTML(.p) { wording.text(entry.reason) }
      HTML(.p, .class("soft", "small")) { wording.text(entry.effect) }
      if let after { decision(after) }
      UndoForm(visit: visit, next: undoPlace).html
      if let before, let old = before.focusLine, let new = after?.focusLine {
        versus(old.shown.evidence, new.shown.evidence)
      }
      if let after { sight(after) }
      if let before, after?.focusLine == nil, let old = before.focusLine {
        HTML(.h3) { visit.say("before", "之前") }
        card(old, before)
      }
    }
  }

  /// Whoever takes a step back wants to see what it was about.
  private var undoPlace: Link? {
    guard let who = visit.reviewer, let step = work.desk.log.lastStep(of: who) else { return nil }
    return work.snapshot.entry(of: step, work.desk.log).map { .entry($0.id) }
  }

  private func decision(_ sight: QueueSight) -> HTML {
    let next = work.next(after: entry).map { Link.entry($0.id) } ?? SiteSection.review.link
    if case .confirmation(let step) = entry.reason, let asking = sight.asking.first {
      return confirmation(of: step, asking, next)
    }
    let selection: ReportView.Selection = sight.focusLine.map { .line($0) } ?? .item(sight.item)
    return DecisionForm(visit: visit, selection: selection, rubric: rubric, next: next).html
  }

  private func confirmation(of step: Int, _ asking: AskingDecision, _ next: Link) -> HTML {
    HTML(.form, .class("decide"), .isPost, .action(Link("confirmations")), .data("needs-reviewer")) {
      visit.hiddenFields
      HTML(.input, .type("hidden"), .name("next"), .value(next.text))
      HTML(.input, .type("hidden"), .name("step"), .value(String(step)))
      HTML(.input, .type("hidden"), .name("document"), .value(entry.document.sha256))
      if case .subject(let subject) = asking.decision.about, case .words(let words) = subject.matter {
        HTML(.blockquote) { words.quote }
      }
      HTML(.p, .class("small")) {
        asking.decision.opinion.who.text + " " + visit.say(asking.decision.opinion.verdict.name) + " #\(step)"
      }
      HTML(.div, .class("verdicts")) {
        for (number, candidate) in candidates.prefix(9).enumerated() {
          HTML(
            .button, .type("submit"), .name("place"), .value(String(candidate.place.range.lowerBound)),
            .class("verdict", "accept"), .data("key", String(number + 1)), .data("mark", "place-\(number + 1)")
          ) {
            visit.say("holds on page \(candidate.place.page)", "適用於第 \(candidate.place.page) 頁")
            HTML(.kbd) { String(number + 1) }
          }
        }
        HTML(
          .button, .type("submit"), .name("place"), .value("none"), .class("verdict", "reject"), .data("key", "0")
        ) {
          visit.say("holds nowhere here", "均不適用")
          HTML(.kbd) { "0" }
        }
      }
    }
  }

  private func sight(_ sight: QueueSight) -> HTML {
    if let line = sight.focusLine { return card(line, sight) }
    return HTML(.div, .class("card-body")) {
      HTML(.p) {
        sight.item.state.state.chip(visit)
        sight.item.judgement.chip(visit)
      }
      if let statement = sight.item.state.statement { HTML(.blockquote) { statement.quote } }
      for line in sight.item.evidence.prefix(3) { card(line, sight) }
      sight.item.judgement.opinionList(visit)
    }
  }

  private func card(_ line: ReviewedReport.Line, _ sight: QueueSight) -> HTML {
    EvidenceCard(visit: visit, line: line, rubric: rubric) { page in
      Link("reports", sight.report.document.sha256, query: [("page", String(page)), ("item", entry.item)])
    }.html
  }

  /// The same statement twice, with what differs marked.
  private func versus(_ old: Evidence, _ new: Evidence) -> HTML {
    let rows: [(Phrase, String, String)] = [
      (Phrase("value", "數值"), EvidenceCard.number(old), EvidenceCard.number(new)),
      (Phrase("printed", "原文"), old.value?.printed ?? "", new.value?.printed ?? ""),
      (Phrase("year", "年度"), old.year, new.year), (Phrase("covers", "範圍"), old.boundary, new.boundary),
      (Phrase("level", "層級"), old.level, new.level),
      (Phrase("page", "頁"), String(old.page), String(new.page)), (Phrase("quote", "引文"), old.quote, new.quote),
      (Phrase("rule", "規則"), old.rule, new.rule),
    ]
    return HTML(.table, .class("versus")) {
      HTML(.thead) {
        HTML(.tr) {
          HTML(.th) {}
          HTML(.th) { visit.say("before", "之前") }
          HTML(.th) { visit.say("now", "現在") }
        }
      }
      HTML(.tbody) {
        for (name, was, now) in rows where !(was.isEmpty && now.isEmpty) {
          HTML(.tr, .classes([was == now ? nil : "differs"])) {
            HTML(.th, .scope("row")) { visit.say(name) }
            HTML(.td) { was.shortened(to: 160) }
            HTML(.td) { now.shortened(to: 160) }
          }
        }
      }
    }
  }
}

extension QueueSight {
  var focusLine: ReviewedReport.Line? { focus.flatMap { id in item.evidence.first { $0.id == id } } }
}
