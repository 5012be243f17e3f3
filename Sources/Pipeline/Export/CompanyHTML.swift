import Archive
import ReportModel
import Review
import RuleBook
import Scoring

extension Exporter {
  /// A company's report as one file to be mailed: scores, items, and pictures of what they rest on. Nothing is fetched
  /// and nothing runs.
  package func html(
    of company: ArchivedCompany, in language: Language
  ) throws(ArchiveScoringFailure) -> ByteBuffer? {
    guard let exported = try exported(company) else { return nil }
    var page = CompanyHTML(exported, pack: scorer.pack, language: language, links: PageLinks(scope: scope))
    page.write(OriginalStore(archive: scope.archivePath))
    return page.buffer
  }
}

/// Writes the page; all text goes through `text`, which escapes it.
private struct CompanyHTML {
  private(set) var buffer = ByteBuffer(capacity: 1 << 20)
  private let company: ExportedCompany
  private let pack: Pack
  private let language: Language
  private let links: PageLinks
  /// What the documents have on an item, the best first.
  private let lines: [String: [(document: Int, line: ReviewedReport.Line)]]
  private var cuts: [EvidenceID: EvidenceCuts.Cut] = [:]

  /// Of each item so many pieces of evidence are told, the first of them with a picture.
  private static let mostOfAnItem = 3

  init(_ company: ExportedCompany, pack: Pack, language: Language, links: PageLinks) {
    self.company = company
    self.pack = pack
    self.language = language
    self.links = links
    var lines: [String: [(document: Int, line: ReviewedReport.Line)]] = [:]
    for document in company.documents {
      for item in document.reviewed.items {
        lines[item.state.item, default: []] += item.evidence.filter(\.entry.counts).map { (document.number, $0) }
      }
    }
    self.lines = lines.mapValues { own in
      own.enumerated().sorted { a, b in
        (-a.element.line.shown.evidence.score, a.offset) < (-b.element.line.shown.evidence.score, b.offset)
      }.map(\.element)
    }
  }

  mutating func write(_ originals: OriginalStore) {
    draw(originals)
    head()
    for dimension in company.report.card.dimensions { add(dimension) }
    documents()
    markup("</main></body></html>\n")
  }

  private mutating func draw(_ originals: OriginalStore) {
    let first = lines.values.compactMap(\.first)
    for document in company.documents {
      let own = first.filter { $0.document == document.number }.map(\.line).sorted { $0.id < $1.id }
      cuts.merge(EvidenceCuts.of(own, in: document.reviewed.report, originals)) { known, _ in known }
    }
  }

  // MARK: Head

  private mutating func head() {
    markup("<!DOCTYPE html>\n<html lang=\"")
    text(language.rawValue)
    markup(
      """
      "><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """)
    text("\(company.company.text) \(company.name)")
    markup("</title>\n<style>\n")
    markup(companyStyle)
    markup("</style></head><body><main>\n<header><p class=\"mark\">")
    text("\(ScoreReport.notice.chinese)  \(ScoreReport.notice.english)")
    markup("</p><h1>")
    text(company.name)
    markup(" <small>")
    text(company.company.text)
    markup("</small></h1>")
    element("p", class: "facts", facts)
    total(company.report.card.score)
    markup("</header>\n<table class=\"sums\">")
    for dimension in company.report.card.dimensions {
      sum(dimension.names(language), dimension.score, isGroup: true)
      for place in dimension.subDimensions where place.score.counts.applying > 0 {
        sum(place.names(language), place.score, isGroup: false)
      }
    }
    markup("</table>\n")
  }

  private var facts: String {
    let card = company.report.card
    let industry = pack.industries.first { $0.id == card.company.industry }?.names(language) ?? card.company.industry
    let scope =
      switch company.report.provenance?.scope {
      case .year(let year): Phrase("reports of \(year)", "\(year) 年度報告")(language)
      case .round(let round): Phrase("round \(round.id.text)", "評鑑 \(round.id.text)")(language)
      case nil: ""
      }
    let moment = company.report.provenance?.moment
    let day = moment.map { Phrase("as of \($0.day.text) UTC", "截至 \($0.day.text) UTC")(language) }
    return [
      pack.names(language), industry, scope, day ?? "",
      Phrase("rules \(company.report.rules.prefix(12))", "規則 \(company.report.rules.prefix(12))")(language),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private mutating func total(_ score: Score) {
    markup("<p class=\"total\"><b>")
    text(score.rate.text.isEmpty ? "–" : "\(score.rate.text) %")
    markup("</b> ")
    text(score.pointsText)
    markup(" <span>")
    text((Phrase("reviewed by people: ", "人工覆核：") + score.counts.reviewedPhrase)(language))
    markup("</span></p>")
  }

  private mutating func sum(_ name: String, _ score: Score, isGroup: Bool) {
    markup(isGroup ? "<tr class=\"group\"><td>" : "<tr><td>")
    text(name)
    markup("</td><td>")
    text(score.rate.text)
    markup("</td><td>")
    text(score.pointsText)
    markup("</td><td>")
    bar(score.rate)
    markup("</td></tr>\n")
  }

  /// What is certain, and lighter what may be.
  private mutating func bar(_ rate: Score.Rate) {
    guard let low = rate.low, let high = rate.high else { return }
    let (from, to) = (low.percent.double, high.percent.double)
    markup(
      "<svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\"><rect class=\"ground\" width=\"100\" height=\"8\"/>")
    markup("<rect class=\"range\" height=\"8\" width=\"")
    buffer.append(points: Float(max(0, min(100, to))))
    markup("\"/><rect class=\"sure\" height=\"8\" width=\"")
    buffer.append(points: Float(max(0, min(100, from))))
    markup("\"/></svg>")
  }

  // MARK: Items

  private mutating func add(_ dimension: Scorecard.Dimension) {
    markup("<section><h2>")
    text(dimension.names(language))
    markup("</h2>\n")
    for place in dimension.subDimensions {
      let applying = place.items.filter(\.outcome.applies)
      guard !applying.isEmpty else { continue }
      markup("<h3>")
      text(place.names(language))
      markup(" <small>")
      text(place.score.rate.text.isEmpty ? "" : "\(place.score.rate.text) %")
      markup("</small></h3>\n")
      for scored in applying where lines[scored.item.id]?.isEmpty == false { add(scored) }
      without(applying.filter { lines[$0.item.id]?.isEmpty ?? true })
    }
    markup("</section>\n")
  }

  /// Those that nothing was found for are told in a line, by what is known of them.
  private mutating func without(_ items: [ScoredItem]) {
    var told: [String] = []
    var names: [String: [String]] = [:]
    for scored in items {
      let absence = absence(scored.outcome)
      if names[absence] == nil { told.append(absence) }
      names[absence, default: []].append(scored.item.names(language))
    }
    for absence in told {
      let list = (names[absence] ?? []).joined(separator: Phrase(", ", "、")(language))
      element("p", class: "none", absence + Phrase(": ", "：")(language) + list)
    }
  }

  private mutating func add(_ scored: ScoredItem) {
    markup("<article class=\"")
    text(scored.outcome.kind.rawValue)
    markup("\"><h4>")
    text(scored.item.names(language))
    markup(" <small>")
    text("\(scored.outcome.points.text) / \(scored.attainable.figure.plain)")
    markup("</small></h4>")
    let own = lines[scored.item.id] ?? []
    for (document, line) in own.prefix(Self.mostOfAnItem) { add(line, document) }
    if own.count > Self.mostOfAnItem {
      element(
        "p", class: "more",
        Phrase("and \(own.count - Self.mostOfAnItem) more", "另有 \(own.count - Self.mostOfAnItem) 件")(language))
    }
    markup("</article>\n")
  }

  private func absence(_ outcome: Scoring.Outcome) -> String {
    switch outcome {
    case .unknown:
      Phrase("cannot be told: pages could not be read, or it was not asked", "無法判定：有頁面無法讀取，或未詢問此題")(language)
    case .missed(.stated), .clear(.stated): Phrase("stated as not disclosed", "報告表明未揭露")(language)
    case .missed, .clear, .gained, .deducted, .notApplicable: Phrase("not found", "未找到")(language)
    }
  }

  private mutating func add(_ line: ReviewedReport.Line, _ document: Int) {
    let evidence = line.shown.evidence
    markup("<figure>")
    if let cut = cuts[line.id] { picture(cut) }
    markup("<figcaption>")
    if let value = evidence.value, !value.plain.isEmpty {
      let range = value.high.isEmpty ? value.plain : "\(value.plain)–\(value.high)"
      element("b", "\(range) \(value.unit)")
      markup(" ")
    }
    element("q", evidence.quote)
    markup("<span class=\"place\">")
    place(line, document)
    markup("</span></figcaption></figure>\n")
  }

  private mutating func place(_ line: ReviewedReport.Line, _ document: Int) {
    let evidence = line.shown.evidence
    let card = company.report.card
    let name = card.documents.indices.contains(document) ? card.documents[document].name : ""
    let page = evidence.page > 0 ? Phrase("p. \(evidence.page)", "第 \(evidence.page) 頁")(language) : ""
    let judged = line.entry.judgement == .open ? "" : line.entry.judgement.phrase(language)
    let words = [name, page, evidence.year, evidence.boundary, judged].filter { !$0.isEmpty }.joined(separator: " · ")
    let report = company.documents.first { $0.number == document }?.reviewed.report
    if let report, let address = links.review(report.document, line.id) {
      markup("<a href=\"")
      text(address)
      markup("\">")
      text(words)
      markup("</a>")
    } else {
      text(words)
    }
  }

  private mutating func picture(_ cut: EvidenceCuts.Cut) {
    let frame = cut.frame
    markup("<svg class=\"cut\" role=\"img\" viewBox=\"")
    for (number, value) in [frame.x0, frame.y0, frame.width, frame.height].enumerated() {
      if number > 0 { markup(" ") }
      buffer.append(points: value)
    }
    markup("\" width=\"")
    buffer.append(points: frame.width * 1.35)
    markup("\"><image")
    place(frame)
    markup(" href=\"data:image/png;base64,")
    buffer.append(base64: cut.png)
    markup("\"/>")
    for box in cut.boxes {
      markup("<rect class=\"light\"")
      place(box)
      markup("/>")
    }
    markup("</svg>")
  }

  private mutating func place(_ box: Box) {
    for (name, value) in [("x", box.x0), ("y", box.y0), ("width", max(0, box.width)), ("height", max(0, box.height))] {
      buffer.append(string: " \(name)=\"")
      buffer.append(points: value)
      markup("\"")
    }
  }

  // MARK: Documents

  private mutating func documents() {
    markup("<section><h2>")
    text(Phrase("Documents", "文件"))
    markup("</h2><ul class=\"documents\">")
    for document in company.report.card.documents {
      markup("<li>")
      text(document.name)
      markup(" <code>")
      text(document.sha256)
      markup("</code></li>")
    }
    markup("</ul></section>\n")
  }

  // MARK: Marks and text

  private mutating func markup(_ markup: StaticString) { buffer.append(markup) }
  private mutating func text(_ phrase: Phrase) { text(phrase(language)) }

  private mutating func element(_ name: StaticString, class style: StaticString = "", _ text: String) {
    markup("<")
    markup(name)
    if style.utf8CodeUnitCount > 0 {
      markup(" class=\"")
      markup(style)
      markup("\"")
    }
    markup(">")
    self.text(text)
    markup("</")
    markup(name)
    markup(">")
  }

  private mutating func text(_ text: String) { buffer.append(escaped: text) }
}

private let companyStyle: StaticString = """
  :root { --ink: #1f2328; --soft: #636b74; --line: #dfe2e6; --paper: #fff; --ground: #f6f6f3; --green: #1f7a3d;
    --red: #b3261e; --amber: #8a5a00; --blue: #1b5e9b;
    font: 15px/1.6 "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", sans-serif; }
  * { box-sizing: border-box; } body { margin: 0; background: var(--ground); color: var(--ink); }
  main { max-width: 62rem; margin: 0 auto; padding: 1.6rem 1.6rem 4rem; }
  h1 { font-size: 1.8rem; margin: .2rem 0 .2rem; line-height: 1.3; } h2 { font-size: 1.35rem; margin: 2.6rem 0 .4rem;
    padding-bottom: .3rem; border-bottom: 2px solid var(--ink); } h3 { font-size: 1.05rem; margin: 1.6rem 0 .5rem; }
  h4 { font-size: 1rem; margin: 0; } small { color: var(--soft); font-weight: normal; font-size: .85em; }
  .mark { background: #fff3d6; border: 1px solid #e5cf95; border-radius: 6px; padding: .3rem .8rem; font-size: .85rem; }
  .facts, .more, .none, .place { color: var(--soft); font-size: .85rem; } .facts { margin: 0 0 .8rem; }
  .total b { font-size: 2rem; font-variant-numeric: tabular-nums; } .total span { color: var(--soft); margin-left: 1rem; }
  .sums { border-collapse: collapse; width: 100%; font-size: .9rem; } .sums td { padding: .15rem .8rem .15rem 0;
    border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
  .sums td:nth-child(2), .sums td:nth-child(3) { text-align: right; white-space: nowrap; } .sums td:last-child { width: 34%; }
  .sums .group td { font-weight: 600; padding-top: .6rem; } .sums tr:not(.group) td:first-child { padding-left: 1rem; }
  .sums svg { width: 100%; height: .6rem; display: block; } .ground { fill: #e9ebee; } .range { fill: #b9d3ea; }
  .sure { fill: var(--blue); }
  article { background: var(--paper); border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 6px;
    padding: .6rem .9rem .7rem; margin: 0 0 .7rem; break-inside: avoid; }
  .gained { border-left-color: var(--green); } .deducted { border-left-color: var(--red); }
  .unknown { border-left-color: var(--amber); } .none, .more { margin: .2rem 0 0; }
  figure { margin: .6rem 0 0; } .cut { max-width: 100%; height: auto; display: block; border: 1px solid var(--line);
    border-radius: 4px; background: #fff; margin-bottom: .3rem; }
  .light { fill: #ffd84d; fill-opacity: .38; stroke: #b98900; stroke-width: .6; }
  figcaption b { color: var(--green); font-variant-numeric: tabular-nums; } q { quotes: none; overflow-wrap: anywhere; }
  .place { display: block; } .place a { color: var(--blue); }
  .documents code { color: var(--soft); font-size: .75rem; overflow-wrap: anywhere; }
  @media print { body { background: #fff; } article { border-color: #ccc; } }

  """
