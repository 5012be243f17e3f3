import ReportModel

/// Where one is, as the navigation shows it. The key leads there after `g`.
enum SiteSection: CaseIterable, Sendable {
  case review, reports, scores, rounds, lists, events, rubric, runs

  var name: Phrase {
    switch self {
    case .review: Phrase("Review", "覆核")
    case .reports: Phrase("Reports", "報告書")
    case .scores: Phrase("Scores", "評分")
    case .rounds: Phrase("Rounds", "評鑑輪次")
    case .lists: Phrase("Lists", "名單")
    case .events: Phrase("Events", "重大事件")
    case .rubric: Phrase("Rubric", "評分標準")
    case .runs: Phrase("Runs", "執行")
    }
  }

  var link: Link {
    switch self {
    case .review: Link("review")
    case .reports: Link("reports")
    case .scores: Link("scores")
    case .rounds: Link("rounds")
    case .lists: Link("lists")
    case .events: Link("events")
    case .rubric: Link("rubric")
    case .runs: Link("runs")
    }
  }

  var key: String {
    switch self {
    case .review: "q"
    case .reports: "r"
    case .scores: "s"
    case .rounds: "b"
    case .lists: "l"
    case .events: "e"
    case .rubric: "u"
    case .runs: "h"
    }
  }
}
