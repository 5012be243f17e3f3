import Pipeline
import ReportModel
import RuleBook
import Scoring

/// By what a command line wants to score.
enum ScoreChoice {
  /// Nil where they are not said.
  static func activities(_ invocation: Invocation, _ pack: Pack) throws(WrongUse) -> Set<String>? {
    guard let list = invocation.values["--activities"] else { return nil }
    if list == "none" { return [] }
    let known = pack.activities.map(\.id)
    let named = list.split(separator: ",").map(String.init)
    for name in named where !known.contains(name) {
      let all = (known + ["none"]).joined(separator: ", ")
      throw WrongUse(
        message: .unknown("activity", "營運活動", name, hint: Suggestion.closest(to: name, among: known))
          + Phrase(" (any of \(all))", "（可用：\(all)）"),
        command: invocation.command)
    }
    return Set(named)
  }

  static func noIndustry(_ invocation: Invocation, _ pack: Pack) -> WrongUse {
    let list = pack.industries.map(\.id).joined(separator: ", ")
    return WrongUse(
      message: Phrase("score needs --industry (one of \(list))", "score 需要 --industry（可用：\(list)）"),
      command: invocation.command)
  }

  static func wrongUse(_ refusal: Scorer.Refusal, _ pack: Pack, _ invocation: Invocation) -> WrongUse {
    let message =
      switch refusal {
      case .noScoring:
        Phrase(
          "the pack “\(pack.id)” has no scoring part in its pack.yaml", "規則包「\(pack.id)」的 pack.yaml 沒有 scoring 部分")
      case .points(let item):
        Phrase("the points of “\(item)” cannot be reckoned with", "「\(item)」的配分無法計算")
      }
    return WrongUse(message: message, command: invocation.command)
  }

  /// The round or the year that is named; nil where neither is.
  static func scope(_ invocation: Invocation, _ pack: Pack) throws(WrongUse) -> ScoreScope? {
    switch (invocation.values["--round"], invocation.values["--year"]) {
    case (nil, nil): return nil
    case (_?, _?):
      throw WrongUse(
        message: Phrase(
          "a round has its year: either --round or --year", "評鑑輪次已含年度，--round 與 --year 擇一"),
        command: invocation.command)
    case (let id?, nil): return .round(try round(id, pack, invocation))
    case (nil, let text?): return .year(try year(text, "--year", invocation))
    }
  }

  static func round(_ text: String, _ pack: Pack, _ invocation: Invocation) throws(WrongUse) -> Round {
    guard let rating = pack.rating else {
      throw WrongUse(
        message: Phrase("the pack “\(pack.id)” has no rounds", "規則包「\(pack.id)」沒有評鑑輪次"), command: invocation.command)
    }
    let plan = RoundPlan(rating)
    if let round = RoundID(text).flatMap(plan.round) { return round }
    let list = plan.ids.map { "YEAR-\($0)" }.joined(separator: ", ")
    throw WrongUse(
      message: Phrase(
        "there is no round “\(text)” (they are called \(list))", "沒有輪次「\(text)」（格式：\(list)）"),
      command: invocation.command)
  }

  static func year(_ text: String, _ option: String, _ invocation: Invocation) throws(WrongUse) -> Int {
    guard let year = Placement.year(text) else {
      throw WrongUse(
        message: Phrase(
          "\(option) takes a year, as 2023 or 112; not “\(text)”", "\(option) 須為年度，例如 2023 或 112，不接受「\(text)」"),
        command: invocation.command)
    }
    return year
  }
}
