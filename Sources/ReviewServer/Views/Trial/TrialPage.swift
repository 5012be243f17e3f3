import Archive
import Pipeline
import ReportModel
import RuleBook
import RuleMatching

/// A box in which a rule is written and tried on a report of the archive. Nothing of it is kept.
struct TrialPage {
  private let visit: Visit
  private let state: ViewState
  private let report: ReportRecord?
  private let candidates: [ReportRecord]
  private let yaml: String
  private let trial: RuleTrial?

  /// As it is opened: with a rule of the book to begin with, or with an empty one.
  init(_ visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    let state = try reader.state()
    self.init(visit, state, report: visit.asked("report"), yaml: Self.start(visit.asked("rule"), state), trial: nil)
  }

  /// With what came of the form.
  init(trying visit: Visit, _ reader: ViewReader) throws(ViewFailure) {
    let state = try reader.state()
    let yaml = String(decoding: visit.field("yaml").utf8.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    let named = visit.field("report")
    var trial: RuleTrial?
    if let report = Self.report(named, state) {
      let text = try ViewFailure.archive { () throws(ArchiveFailure) in try reader.archive.storedText(report.text) }
      let hints = DocumentHints(
        name: report.document.name, reportYear: report.year, industry: report.placement.industry?.value)
      trial = RuleTrial(yaml, over: state.book, on: text, hints: hints)
    }
    self.init(visit, state, report: named, yaml: yaml, trial: trial)
  }

  private init(_ visit: Visit, _ state: ViewState, report: String, yaml: String, trial: RuleTrial?) {
    self.visit = visit
    self.state = state
    self.yaml = yaml
    self.trial = trial
    self.report = Self.report(report, state)
    let words = visit.asked("q").comparable
    candidates = state.companies.flatMap(\.reports).filter { report in
      report.status != .failed
        && [report.document.name, report.placement.company?.value ?? "", report.placement.ticker?.value ?? ""].contains
        {
          $0.comparable.contains(words)
        }
    }
  }

  private static func report(_ sha256: String, _ state: ViewState) -> ReportRecord? {
    state.companies.lazy.flatMap(\.reports).first { $0.document.sha256 == sha256 }
  }

  // MARK: What it begins with

  private static func start(_ rule: String, _ state: ViewState) -> String {
    state.book.rules.first { $0.id == rule }.flatMap { RuleSource(of: $0, in: state.book) }?.text
      ?? """
      rules:
        - id: my-rule
          topics: []
          find:
            - ''
          value: {kind: any}
          examples:
            hits:
              - text: ''

      """
  }

  // MARK: The page

  var page: Page {
    Page(
      visit.say("Try a rule", "試用規則"), in: .rubric, isWide: true,
      keys: [KeyHint("Ctrl ↵", Phrase("try it", "試用"))]
    ) {
      HTML(.p, .class("crumbs")) {
        HTML(.a, .href(SiteSection.rubric.link), .data("key", "u")) { visit.say("Rubric", "評分標準") }
      }
      HTML(.h1) { visit.say("Try a rule", "試用規則") }
      HTML(.p, .class("lead")) {
        visit.say(
          "The rule is put to the stored text of one report; nothing of it is kept. A rule with the id of another takes its place here.",
          "將規則套用於一份報告書的已存文字；不會保存任何內容。與既有規則同 id 者在此取代之。")
      }
      if let report { tryOn(report) } else { choose }
    }
  }

  private var choose: HTML {
    HTML(.section) {
      HTML(.h2) { visit.say("On which report?", "要用哪一份報告書？") }
      visit.choosing(Link("trial"), keeping: [(name: "rule", value: visit.asked("rule"))]) {
        visit.search("q", Phrase("number, name or file", "代號、名稱或檔名"))
      }
      HTML.sheet {
        HTML(.tbody) {
          for report in candidates.prefix(Self.mostCandidates) {
            HTML(.tr) {
              HTML(.td, .class("name")) {
                HTML(.a, .href(visit.here.with("report", report.document.sha256)), .data("row")) {
                  report.document.name
                }
              }
              HTML.cell(
                [report.placement.ticker?.value, report.placement.company?.value].compactMap(\.self).joined(
                  separator: " "))
              HTML.figure(report.placement.year.map { String($0.value) } ?? "")
            }
          }
        }
      }
      if candidates.count > Self.mostCandidates {
        let more = candidates.count - Self.mostCandidates
        HTML(.p, .class("soft", "small")) { visit.say("and \(more) more", "另有 \(more) 份") }
      }
    }
  }

  private static let mostCandidates = 30

  private func tryOn(_ report: ReportRecord) -> HTML {
    HTML(.div, .class("trial")) {
      HTML(.form, .isPost, .action(Link("trial")), .id("trial")) {
        visit.hiddenFields
        HTML(.input, .type("hidden"), .name("report"), .value(report.document.sha256))
        HTML(.p) {
          visit.say("On ", "套用於 ")
          HTML(.a, .href(.report(report.document.sha256))) { report.document.name }
          " · "
          HTML(.a, .href(Link("trial", query: [("rule", visit.asked("rule"))]))) { visit.say("another report", "換一份") }
        }
        HTML(
          .textarea, .class("code"), .name("yaml"), .rows(26), .label(visit.say("The rule as YAML", "規則（YAML）")),
          .data("submit"), .hasFocus
        ) { "\n" + yaml }
        HTML(.p) { HTML(.button, .class("main"), .type("submit")) { visit.say("Try", "試用") } }
      }
      HTML(.section, .live("polite")) {
        if let trial { TrialResult(visit: visit, report: report, trial: trial).html }
      }
    }
  }
}

/// A rule's own lines in its file, with the head that makes a file of them.
struct RuleSource {
  let text: String

  init?(of rule: Rule, in book: RuleBook) {
    guard let source = book.sources.first(where: { $0.path == rule.place.file }) else { return nil }
    let lines = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let next = book.rules.filter { $0.place.file == rule.place.file && $0.place.line > rule.place.line }
      .map(\.place.line).min()
    let start = rule.place.line - 1
    let end = min((next ?? lines.count + 1) - 1, lines.count)
    guard start >= 0, start < end else { return nil }
    var own = lines[start..<end]
    while let last = own.last, last.allSatisfy(\.isWhitespace) || last.drop(while: \.isWhitespace).hasPrefix("#") {
      own.removeLast()
    }
    text = "rules:\n" + own.map { $0 + "\n" }.joined()
  }
}
