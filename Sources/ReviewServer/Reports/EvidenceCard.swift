import Pipeline
import ReportModel
import Review

/// One piece of evidence with all that is known of it.
struct EvidenceCard {
  let visit: Visit
  let line: ReviewedReport.Line
  let rubric: RubricNames
  /// To a page of the same report.
  let link: (Int) -> Link

  private var evidence: Evidence { line.shown.evidence }

  /// Value, unit and year in short.
  static func value(_ evidence: Evidence) -> String {
    [number(evidence), evidence.year].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// With its unit; where there is no number, the name that was read.
  static func number(_ evidence: Evidence) -> String {
    guard let value = evidence.value else { return evidence.name }
    let plain = value.high.isEmpty ? value.plain : "\(value.plain)–\(value.high)"
    return plain.isEmpty ? value.printed : plain + (value.unit.isEmpty ? "" : " " + value.unit)
  }

  var html: HTML {
    HTML(.div, .class("card-body"), .data("mark", line.id.text)) {
      HTML(.p, .class("card-value")) {
        HTML(.strong) { Self.value(evidence) }
        line.entry.judgement.chip(visit)
        origin
      }
      HTML(.blockquote) { evidence.quote }
      HTML(.dl, .class("facts")) {
        for (name, words) in facts where !words.isEmpty {
          HTML(.dt) { visit.say(name) }
          HTML(.dd) { words }
        }
        if !evidence.alsoOn.isEmpty {
          HTML(.dt) { visit.say("also on", "亦見於") }
          HTML(.dd) {
            for page in evidence.alsoOn.prefix(20) {
              HTML(.a, .href(link(page))) { String(page) }
              " "
            }
          }
        }
      }
      line.entry.judgement.opinionList(visit)
    }
  }

  private var facts: [(Phrase, String)] {
    [
      (Phrase("printed", "原文數值"), evidence.value?.printed ?? ""),
      (Phrase("year", "年度"), evidence.year + (evidence.yearSource.map { " (\(visit.say($0.name)))" } ?? "")),
      (Phrase("covers", "範圍"), evidence.boundary),
      (Phrase("level", "層級"), evidence.level.isEmpty ? "" : visit.say(rubric.level(evidence.level))),
      (Phrase("under", "章節"), evidence.headings.joined(separator: " › ")),
      (Phrase("page", "頁"), evidence.page > 0 ? String(evidence.page) : ""), (Phrase("rule", "規則"), evidence.rule),
      (Phrase("id", "代號"), line.id.text),
    ]
  }

  @HTMLBuilder private var origin: HTML {
    switch line.entry.origin {
    case .found: HTML()
    case .kept:
      HTML(.span, .class("chip", "dashed")) { visit.say("no rule finds it any more", "已無規則找到") }
    case .added(let addition, let step):
      HTML(.span, .class("chip", "line")) { visit.say("added, step #\(step)", "人工新增，步驟 #\(step)") }
      if case .web(let address, _) = addition.source, let web = WebAddress(address.text) {
        HTML(.a, .href(web), .goesOutside, .opensNewTab) { visit.say("web page", "網頁") }
      }
    }
  }
}

extension Evidence.YearSource {
  var name: Phrase {
    switch self {
    case .pattern: Phrase("said with it", "同句指明")
    case .column: Phrase("of its column", "依欄位")
    case .clause: Phrase("of its clause", "依子句")
    case .series: Phrase("of its series", "依數列")
    case .sentence: Phrase("of its sentence", "依句子")
    case .paragraph: Phrase("of its paragraph", "依段落")
    case .heading: Phrase("of its heading", "依標題")
    case .rule: Phrase("by its rule", "依規則")
    case .report: Phrase("the report's", "報告年度")
    }
  }
}
