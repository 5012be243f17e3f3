import Archive
import Pipeline
import ReportModel
import RuleBook

/// The queue as a whole: how far it is done, what comes next, and what the samples tell.
struct QueueList {
  private let visit: Visit
  private let work: QueueWork
  private let wording: QueueWording
  private let kind: QueueEntry.Kind?
  private let shown: [QueueEntry]

  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    self.visit = visit
    work = try QueueWork(visit, reader, isNew: true)
    wording = QueueWording(work.snapshot.state.pack, in: visit.language)
    let kind = QueueEntry.Kind(rawValue: visit.asked("kind"))
    self.kind = kind
    let words = visit.asked("q").lowercased()
    let (state, wording) = (work.snapshot.state, wording)
    shown = work.open.filter { entry in
      if let kind, entry.reason.kind != kind { return false }
      guard !words.isEmpty else { return true }
      let company = entry.company.map { "\($0.text) \(state.name(of: $0))" } ?? ""
      return [company, entry.document.name, entry.item, wording.name(ofItem: entry.item)].contains {
        $0.lowercased().contains(words)
      }
    }
  }

  var page: Page {
    let paging = Paging(visit, count: shown.count)
    return Page(
      visit.say("Review", "覆核"), in: .review,
      keys: [
        KeyHint("s", Phrase("start with the first", "從第一件開始")),
        KeyHint("j / k", Phrase("line below, above", "下一列、上一列")),
        KeyHint("Enter", Phrase("open", "開啟")),
      ] + Paging.keys
    ) {
      HTML(.h1) { visit.say("Review", "覆核") }
      HTML(.p, .class("lead")) { lead }
      progress
      if let first = shown.first {
        HTML(.p) {
          HTML(.a, .class("button", "main"), .href(.entry(first.id)), .data("key", "s")) {
            visit.say("Start with the first", "從第一件開始")
            HTML(.kbd) { "s" }
          }
        }
      }
      choices
      if shown.isEmpty { HTML(.p, .class("empty")) { visit.say("Nothing is left to review here.", "這裡沒有待審的項目。") } }
      if !shown.isEmpty {
        HTML.sheet {
          heads
          HTML(.tbody) {
            for entry in paging.part(shown) { row(entry) }
          }
        }
      }
      paging.html(visit)
      newYears
      samples
    }
  }

  private var lead: String {
    let queue = work.queue
    return queue.earlier.map { earlier in
      visit.say(
        "Run \(queue.run.number) beside run \(earlier.number): what moves a company on or off a list first, then by what it does to the score.",
        "第 \(queue.run.number) 次執行與第 \(earlier.number) 次相比：先列使公司進出名單者，再依對分數的影響排列。")
    }
      ?? visit.say(
        "The first run: a sample for each item, then what is ambiguous, what cannot be read, and companies at a list's edge.",
        "首次執行：各題項抽樣，其次為有疑義、無法讀取，以及位於名單邊緣的公司。")
  }

  private var progress: HTML {
    let open = Dictionary(grouping: work.open, by: \.reason.kind).mapValues(\.count)
    return HTML(.div) {
      HTML(.div, .class("tiles")) {
        HTML(.a, .classes(["tile", kind == nil ? "chosen" : nil]), .href(Link("review"))) {
          HTML(.strong, .class("tile-number")) { "\(work.decided) / \(work.all)" }
          HTML(.span) { visit.say("decided", "已覆核") }
          HTML(.progress, .length(.value, Double(work.decided)), .length(.max, Double(max(work.all, 1))))
        }
        for kind in QueueEntry.Kind.allCases
        where (work.queue.progress.open[kind] ?? 0) + (work.queue.progress.decided[kind] ?? 0) > 0 {
          HTML(
            .a, .classes(["tile", kind == self.kind ? "chosen" : nil]),
            .href(Link("review", query: [("kind", kind.rawValue)]))
          ) {
            HTML(.strong, .class("tile-number")) { String(open[kind] ?? 0) }
            HTML(.span) { wording.text(kind) }
          }
        }
      }
    }
  }

  private var choices: HTML {
    visit.choosing(Link("review"), keeping: [("kind", kind?.rawValue ?? "")]) {
      visit.search("q", Phrase("company, item, report", "公司、題項、報告書"))
    }
  }

  private var heads: HTML {
    visit.heads([
      (Phrase("what", "項目"), .text), (Phrase("company", "公司"), .text), (Phrase("why", "原因"), .text),
      (Phrase("effect", "影響"), .text),
    ])
  }

  private func row(_ entry: QueueEntry) -> HTML {
    let company = entry.company.map { work.snapshot.state.name(of: $0) } ?? entry.document.name
    return HTML(.tr) {
      HTML(.th, .scope("row")) {
        HTML(.a, .href(.entry(entry.id)), .data("row")) { wording.name(ofItem: entry.item) }
      }
      HTML.cell(entry.company.map { $0.text == company ? company : "\($0.text) \(company)" } ?? company)
      HTML(.td) {
        HTML(.span, .class("chip")) { wording.text(entry.reason.kind) }
        HTML(.div, .class("small", "soft")) { wording.text(entry.reason) }
      }
      HTML(.td, .class("small")) { wording.text(entry.effect) }
    }
  }

  private var newYears: HTML? {
    guard !work.queue.newYears.isEmpty else { return nil }
    return HTML(.details) {
      HTML(.summary) {
        visit.say(
          "\(work.queue.newYears.count) reports of a new year, which are no changes",
          "\(work.queue.newYears.count) 份新年度報告書，不列為變動")
      }
      HTML(.ul) {
        for new in work.queue.newYears {
          HTML(.li) {
            HTML(.a, .href(.report(new.document.sha256))) { new.document.name }
            HTML(.span, .class("soft")) { visit.say(" after \(new.after)", "，前一年度為 \(new.after)") }
          }
        }
      }
    }
  }

  private var samples: HTML? {
    let drawn = work.queue.samples.filter { $0.drawn > 0 }
    guard !drawn.isEmpty else { return nil }
    return HTML(.details) {
      HTML(.summary) { visit.say("What the samples tell", "抽樣結果") }
      HTML(.ul, .class("small")) {
        for sample in drawn {
          HTML(.li) {
            HTML(.strong) { wording.name(ofItem: sample.item) }
            " — " + wording.text(sample)
          }
        }
      }
    }
  }
}
