import ReportModel
import Review

extension Verdict {
  /// What was done.
  var name: Phrase {
    switch self {
    case .accept: Phrase("accepted", "已接受")
    case .reject: Phrase("rejected", "已拒絕")
    case .correct: Phrase("corrected", "已更正")
    case .postpone: Phrase("put off", "已擱置")
    }
  }

  var look: StaticString {
    switch self {
    case .accept: "good"
    case .reject: "bad"
    case .correct: "changed"
    case .postpone: "soft"
    }
  }
}

extension Judgement {
  /// As one word beside what it is about; nil where nobody said anything.
  func chip(_ visit: Visit) -> HTML? {
    switch self {
    case .open: nil
    case .postponed: HTML(.span, .class("chip", "dashed")) { visit.say(Verdict.postpone.name) }
    case .agreed(let verdict, _):
      HTML(.span, .classes(["chip", verdict.look])) { visit.say(verdict.name) }
    case .disputed: HTML(.span, .class("chip", "doubt")) { visit.say("reviewers differ", "覆核者意見不一") }
    }
  }

  /// Who said what.
  func opinionList(_ visit: Visit) -> HTML? {
    guard !opinions.isEmpty else { return nil }
    return HTML(.ul, .class("opinions")) {
      for opinion in opinions {
        HTML(.li) {
          HTML(.strong) { opinion.who.text }
          " " + visit.say(opinion.verdict.name)
          if case .correct(let correction) = opinion.verdict { "：" + correction.words(visit.language) }
          if let note = opinion.note { HTML(.span, .class("soft")) { " — " + note.text } }
          HTML(.span, .class("soft")) { " #\(opinion.step)" }
        }
      }
    }
  }
}

extension Correction {
  func words(_ language: Language) -> String {
    let parts: [(Phrase, String?)] = [
      (Phrase("value", "數值"), value), (Phrase("unit", "單位"), unit), (Phrase("year", "年度"), year),
      (Phrase("page", "頁碼"), page.map { String($0) }), (Phrase("level", "層級"), level),
    ]
    return parts.compactMap { name, value in
      value.map { "\(name(language)) \($0.isEmpty ? "∅" : $0)" }
    }.joined(separator: ", ")
  }
}

extension ItemState.State {
  var name: Phrase {
    switch self {
    case .found: Phrase("found", "已找到")
    case .statedNonDisclosure: Phrase("stated as not disclosed", "自陳未揭露")
    case .notFound: Phrase("not found", "未找到")
    case .unreadable: Phrase("unreadable", "無法讀取")
    case .notApplicable: Phrase("not applicable", "不適用")
    }
  }

  var look: StaticString {
    switch self {
    case .found: "good"
    case .statedNonDisclosure, .unreadable: "doubt"
    case .notFound: "line"
    case .notApplicable: "dashed"
    }
  }

  func chip(_ visit: Visit) -> HTML { HTML(.span, .classes(["chip", look])) { visit.say(name) } }
}

extension Judgement {
  /// As what it is about is marked on a page.
  var markLook: StaticString {
    switch self {
    case .open, .postponed: "open"
    case .agreed(.reject, _): "rejected"
    case .agreed: "accepted"
    case .disputed: "disputed"
    }
  }
}
