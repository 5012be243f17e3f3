import ReportModel
import Review
import Scoring

/// A comparison as one page: what was on the left, what is on the right; nothing is fetched and nothing runs.
package func html(of report: RunComparisonReport, in language: Language) -> ByteBuffer {
  var page = RunComparisonHTML(report, language)
  page.write()
  return page.buffer
}

/// Writes the pieces of the page; all text goes through `text`, which escapes it.
private struct RunComparisonHTML {
  private(set) var buffer = ByteBuffer()
  private let report: RunComparisonReport
  private let wording: RunComparisonWording
  private let language: Language

  init(_ report: RunComparisonReport, _ language: Language) {
    self.report = report
    self.language = language
    wording = RunComparisonWording(report: report, language: language)
  }

  mutating func write() {
    head()
    if let lists = report.lists { self.lists(lists) }
    for document in report.documents { section(document) }
    new()
    markup("</main></body></html>\n")
  }

  private mutating func markup(_ markup: StaticString) { buffer.append(markup) }
  private mutating func text(_ text: String) { buffer.append(escaped: text) }

  private mutating func element(_ name: StaticString, class style: StaticString = "", _ text: String) {
    markup("<")
    markup(name)
    markup(" class=\"")
    markup(style)
    markup("\">")
    self.text(text)
    markup("</")
    markup(name)
    markup(">")
  }

  private mutating func head() {
    markup("<!DOCTYPE html>\n<html lang=\"")
    text(language.rawValue)
    markup(
      """
      "><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """)
    text(wording.title)
    markup("</title>\n<style>\n")
    markup(comparisonStyle)
    markup("</style></head><body><main>\n<header>")
    element("h1", wording.title)
    let isOfTexts = report.documents.contains { $0.text != nil }
    element("p", isOfTexts ? wording.textCounts : wording.counts)
    for line in wording.engines { element("p", class: "soft", line) }
    element("p", class: "soft", ScoreReport.notice(language))
    markup("</header>\n")
  }

  private mutating func lists(_ lists: [ListChange]) {
    markup("<section>")
    element("h2", Phrase("Lists", "名單")(language))
    if lists.isEmpty { element("p", class: "soft", Phrase("nobody moves on or off a list", "名單沒有變動")(language)) }
    for change in lists {
      let (old, new) = (change.before.text(in: language), change.after.text(in: language))
      element("p", "\(wording.label(change.company)): \(old) → \(new)")
    }
    markup("</section>\n")
  }

  private mutating func new() {
    guard !report.new.isEmpty else { return }
    markup("<section>")
    element("h2", Phrase("New reports, compared with nothing", "新增的報告（無從比較）")(language))
    for document in report.new { element("p", wording.text(document)) }
    markup("</section>\n")
  }

  // MARK: Documents

  private mutating func section(_ document: RunComparisonReport.Document) {
    markup("<section>")
    element("h2", wording.label(document))
    let facts = [wording.predecessor(document.pair), wording.rates(document)].compactMap { $0 }
    if !facts.isEmpty { element("p", class: "soft", facts.joined(separator: " · ")) }
    for item in document.items { article(item) }
    if let text = document.text { self.text(of: text) }
    markup("</section>\n")
  }

  private mutating func article(_ item: RunComparisonReport.Item) {
    markup("<article>")
    element(
      "h3", [item.id, item.names(language), wording.effect(item.effect)].compactMap { $0 }.joined(separator: " · "))
    for explained in item.changes { change(explained) }
    markup("</article>\n")
  }

  private mutating func change(_ explained: ExplainedChange) {
    markup("<div class=\"change\"><p class=\"what\">")
    switch explained.change {
    case .state(let old, let new): text("\(wording.state(old)) → \(wording.state(new))")
    case .appeared: text(Phrase("new", "新增")(language))
    case .vanished: text(Phrase("gone", "消失")(language))
    case .altered: text(wording.differences(explained.change))
    }
    markup(" ")
    element("span", class: "cause", wording.cause(explained.cause))
    markup("</p>")
    if explained.change.before != nil || explained.change.after != nil {
      markup("<div class=\"sides\">")
      side(explained.change.before, "old")
      side(explained.change.after, "new")
      markup("</div>")
    }
    markup("</div>")
  }

  private mutating func side(_ placed: PlacedEvidence?, _ style: StaticString) {
    markup("<div class=\"")
    markup(style)
    markup("\">")
    if let placed {
      element(
        "p", class: "soft",
        [wording.page(placed), wording.value(placed)].filter { !$0.isEmpty }.joined(separator: " · "))
      element("p", placed.evidence.quote)
    }
    markup("</div>")
  }

  // MARK: Texts

  private mutating func text(of comparison: TextComparison) {
    element("p", class: "soft", RunComparisonWording.percent(comparison.similarity))
    for page in comparison.differing {
      markup("<article>")
      let facts = [wording.pages(page), RunComparisonWording.percent(page.similarity), wording.words(page)]
      element("h3", facts.filter { !$0.isEmpty }.joined(separator: " · "))
      markup("<p class=\"words\">")
      for piece in page.pieces {
        switch piece.kind {
        case .kept: text(shortened(piece.text))
        case .lost: element("del", piece.text)
        case .gained: element("ins", piece.text)
        case .movedAway: element("del", class: "moved", piece.text)
        case .movedHere: element("ins", class: "moved", piece.text)
        }
      }
      markup("</p></article>\n")
    }
  }

  /// Characters at each end of what is the same.
  private static let around = 40

  private func shortened(_ text: String) -> String {
    text.count > 3 * Self.around ? text.prefix(Self.around) + " … " + text.suffix(Self.around) : text
  }
}

private let comparisonStyle: StaticString = """
  :root { color-scheme: light dark; --ink: #1f2328; --soft: #636b74; --line: #dfe2e6; --ground: #f6f6f3; --paper: #fff;
    --old: #fbe9e7; --new: #e6f4ea; --moved: #fff3d6; --tint: #eef1f6;
    font: 15px/1.6 "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", sans-serif; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e4e6e9; --soft: #9aa2ab; --line: #363b42; --ground: #141619;
    --paper: #1c1f23; --old: #43211f; --new: #1d3a28; --moved: #453a1c; --tint: #262b33; } }
  body { margin: 0; background: var(--ground); color: var(--ink); } main { max-width: 80rem; margin: 0 auto; padding: 1.5rem; }
  h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .3rem; border-bottom: 1px solid var(--line); }
  h3 { font-size: 1rem; margin: 0 0 .3rem; } p { margin: .15rem 0; } .soft { color: var(--soft); font-size: .88rem; }
  article { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .9rem; margin: .6rem 0; }
  .change + .change { margin-top: .7rem; } .cause { background: var(--tint); border-radius: 4px; padding: 0 .45rem; font-size: .85rem; }
  .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .6rem; }
  .sides > div { padding: .3rem .6rem; border-radius: 4px; overflow-wrap: anywhere; } .sides > div:empty { background: none; }
  .old { background: var(--old); } .new { background: var(--new); } .words { overflow-wrap: anywhere; }
  del { background: var(--old); } ins { background: var(--new); text-decoration: none; } .moved { background: var(--moved); }

  """
