import Archive
import Pipeline
import ReportModel
import RuleBook
import RuleMatching

/// What came of a trial: what is wrong with the rule, and for each passage what of its words stood there.
struct TrialResult {
  let visit: Visit
  let report: ReportRecord
  let trial: RuleTrial

  /// The others are counted.
  private static let mostCases = 60
  private static let longestQuote = 600

  @HTMLBuilder var html: HTML {
    if !trial.findings.isEmpty { findings }
    switch trial.outcome {
    case .tooLong: note(visit.say("This is longer than any rule: 32 kB are read.", "內容過長：最多 32 kB。"))
    case .unreadable:
      note(visit.say("It was not tried: first it has to be what it means.", "未試用：請先修正上列錯誤。"))
    case .noRule: note(visit.say("There is no rule in it.", "其中沒有規則。"))
    case .busy: note(visit.say("Other trials are at work; try again.", "其他試用仍在進行，請稍後再試。"))
    case .tookTooLong:
      note(visit.say("It took longer than ten seconds and was given up.", "超過十秒，已放棄。"))
    case .explained(let rules): rules.map(html)
    }
  }

  private func note(_ words: String) -> HTML { HTML(.p, .class("doubt")) { words } }

  private var findings: HTML {
    HTML(.ul, .class("reasons", "card")) {
      for finding in trial.findings {
        let isError = finding.code.severity == .error
        HTML(.li) {
          HTML(.span, .class("chip", isError ? "bad" : "doubt")) {
            isError ? visit.say("error", "錯誤") : visit.say("warning", "警告")
          }
          visit.say(" line \(finding.place.line): ", " 第 \(finding.place.line) 行：") + visit.say(finding.message)
          if let hint = finding.hint { HTML(.span, .class("soft")) { " → " + visit.say(hint) } }
        }
      }
    }
  }

  // MARK: Rules

  private func html(_ explanation: RuleExplanation) -> HTML {
    let cases = explanation.cases
    let evidence = cases.filter { if case .evidence = $0.outcome { true } else { false } }.count
    let refused = cases.filter { if case .refused = $0.outcome { true } else { false } }.count
    return HTML(.section, .class("card")) {
      HTML(.h2) { HTML(.code) { explanation.rule.id } }
      HTML(.p, .class("soft", "small")) {
        visit.say(
          "\(evidence) found, \(refused) refused; \(explanation.passages) passages looked at",
          "找到 \(evidence)、不採 \(refused)；共看了 \(explanation.passages) 段")
      }
      if cases.isEmpty {
        HTML(.p) { visit.say("Nothing: no passage has the words that must be there.", "無：沒有任何一段含有必要的字詞。") }
      }
      for one in cases.prefix(Self.mostCases) { html(one) }
      if cases.count > Self.mostCases {
        let more = cases.count - Self.mostCases
        HTML(.p, .class("soft")) { visit.say("and \(more) more", "另有 \(more) 筆") }
      }
    }
  }

  private func html(_ one: RuleExplanation.Case) -> HTML {
    HTML(.article, .class("case")) {
      HTML(.div, .class("head")) {
        outcome(one.outcome)
        HTML(.a, .href(.report(report.document.sha256, page: one.page)), .data("row")) {
          visit.say("p. \(one.page)", "第 \(one.page) 頁")
        }
      }
      HTML(.p, .class("quote")) {
        one.quote.count > Self.longestQuote ? String(one.quote.prefix(Self.longestQuote)) + "…" : one.quote
      }
      HTML(.ul, .class("tree")) { one.tree.map(line) }
    }
  }

  @HTMLBuilder private func outcome(_ outcome: RuleExplanation.Outcome) -> HTML {
    switch outcome {
    case .evidence(let value, let year, let source, let boundary):
      HTML(.span, .class("chip", "good")) { visit.say("evidence", "證據") }
      HTML(.strong) {
        [value, year.isEmpty ? "" : "\(year) (\(source))", boundary].filter { !$0.isEmpty }.joined(separator: " · ")
      }
    case .refused(let refusal, let words):
      HTML(.span, .class("chip", "bad")) { visit.say("refused", "不採") }
      HTML(.span) {
        visit.say(refusal.words) + (words.isEmpty ? "" : visit.say(" (“\(words)”)", "（「\(words)」）"))
      }
    case .near: HTML(.span, .class("chip", "doubt")) { visit.say("only in part", "僅部分符合") }
    }
  }

  private func line(_ node: RuleExplanation.Node) -> HTML {
    let words: String
    let style: StaticString
    switch node.state {
    case .met(let found):
      style = "met"
      words = node.words + (found.isEmpty || found == node.words ? "" : "  = \(found)")
    case .unmet: (style, words) = ("unmet", node.words)
    case .partly(let met, let all, let found):
      style = "partly"
      words = node.words + "  (" + visit.say("\(met) of \(all) steps: \(found)", "符合 \(met)/\(all) 步：\(found)") + ")"
    }
    return HTML(.li, .class(style, Self.depth(node.depth))) { words }
  }

  private static func depth(_ depth: Int) -> StaticString {
    switch depth {
    case ..<1: "d0"
    case 1: "d1"
    case 2: "d2"
    case 3: "d3"
    case 4: "d4"
    default: "d5"
    }
  }
}
