import Archive
import ReportModel
import Review
import RuleBook
import Scoring

/// What is said of a queue's entries, for pages as for the terminal.
package struct QueueWording {
  private let pack: Pack
  private let language: Language

  package init(_ pack: Pack, in language: Language) {
    self.pack = pack
    self.language = language
  }

  /// Why it is to be looked at, in a few words.
  package func text(_ reason: QueueEntry.Reason) -> String {
    switch reason {
    case .change(let change, let cause): text(change) + Phrase(" · by ", " · 原因：")(language) + cause.words(language)
    case .dispute(let steps):
      Phrase("reviewers differ (steps \(list(steps)))", "覆核意見不一（第 \(list(steps)) 步）")(language)
    case .confirmation(let step):
      Phrase("does the decision of step \(step) hold for these words?", "第 \(step) 步的決定是否適用於此處文字？")(language)
    case .sample(let place, let count):
      Phrase("sample: \(place) of \(count) drawn", "抽樣：第 \(place) 件，共抽 \(count) 件")(language)
    case .ambiguous(let doubts):
      doubts.all.map { text($0) }.joined(separator: Phrase("; ", "；")(language))
    case .unreadable(let pages):
      pages.isEmpty
        ? Phrase("cannot be read", "無法讀取")(language)
        : Phrase("pages without text: \(list(pages))", "沒有文字的頁：\(list(pages))")(language)
    case .edge(let edge): text(edge)
    }
  }

  private func text(_ change: Change) -> String {
    switch change {
    case .appeared: Phrase("new evidence", "新增證據")(language)
    case .vanished: Phrase("evidence is gone", "證據消失")(language)
    case .altered(_, _, let differences):
      Phrase("changed: ", "變動：")(language)
        + differences.sorted().map { $0.words(language) }.joined(separator: Phrase(", ", "、")(language))
    case .state(let from, let to):
      Phrase("state: ", "狀態：")(language) + "\(from?.rawValue ?? "–") → \(to?.rawValue ?? "–")"
    }
  }

  private func text(_ doubt: QueueEntry.Doubt) -> String {
    switch doubt {
    case .kinds(let kinds):
      Phrase("the number may also be: ", "數字也可能是：")(language) + kinds.map(\.rawValue).joined(separator: ", ")
    case .rivals(let values):
      Phrase("two numbers for the same: ", "同一事項有兩個數字：")(language) + values.joined(separator: " / ")
    }
  }

  private func text(_ edge: ListEdge) -> String {
    let measure = name(edge.measure)
    let points = edge.distance.figure.plain
    return switch edge.side {
    case .above: Phrase("\(measure): \(points) points above the line", "\(measure)：高於門檻 \(points) 分")(language)
    case .below: Phrase("\(measure): \(points) points below the line", "\(measure)：低於門檻 \(points) 分")(language)
    }
  }

  package func text(_ move: ListMove) -> String {
    let list =
      switch move.list {
      case .watch: Phrase("watch list", "觀察名單")
      case .black: Phrase("black list", "黑名單")
      }
    return switch move.direction {
    case .onto: Phrase("→ \(list.english)", "→ 列入\(list.chinese)")(language)
    case .off: Phrase("off the \(list.english)", "移出\(list.chinese)")(language)
    }
  }

  /// What it does to the score, or may do.
  package func text(_ effect: QueueEffect) -> String {
    let (before, after) = (effect.before.text, effect.after.text)
    let item =
      before == after
      ? Phrase("item worth \(after)", "題項得分 \(after)")
      : Phrase("item worth \(before) → \(after)", "題項得分 \(before) → \(after)")
    let (rateBefore, rateAfter) = (effect.rateBefore.text, effect.rateAfter.text)
    let rate =
      rateAfter.isEmpty
      ? Phrase("", "")
      : rateBefore == rateAfter || rateBefore.isEmpty
        ? Phrase("; total \(rateAfter) %", "；總分 \(rateAfter)%")
        : Phrase("; total \(rateBefore) → \(rateAfter) %", "；總分 \(rateBefore) → \(rateAfter)%")
    return ((item + rate)(language)) + effect.moves.map { "; " + text($0) }.joined()
  }

  /// What a sample shows.
  package func text(_ sample: SampledItem) -> String {
    let drawn = Phrase(
      "\(sample.population) found, \(sample.drawn) drawn, \(sample.reviewed) reviewed, \(sample.right) right",
      "找到 \(sample.population) 件，抽 \(sample.drawn) 件，已覆核 \(sample.reviewed) 件，正確 \(sample.right) 件")
    guard sample.reviewed > 0 else { return drawn(language) }
    let share = sample.leastRight * 1000 / max(1, sample.population)
    return drawn(language)
      + Phrase(
        ": at least \(sample.leastRight) of \(sample.population) are right (\(share / 10).\(share % 10) %), at 95 % confidence",
        "：\(sample.population) 件中至少 \(sample.leastRight) 件正確（\(share / 10).\(share % 10)%），信心水準 95%")(language)
  }

  package func text(_ kind: QueueEntry.Kind) -> String {
    switch kind {
    case .change: Phrase("changes", "變動")(language)
    case .dispute: Phrase("disputes", "意見不一")(language)
    case .confirmation: Phrase("to confirm", "待確認")(language)
    case .sample: Phrase("sample", "抽樣")(language)
    case .ambiguous: Phrase("ambiguous", "有疑義")(language)
    case .unreadable: Phrase("unreadable", "無法讀取")(language)
    case .edge: Phrase("at a list's edge", "名單邊緣")(language)
    }
  }

  package func name(ofItem id: String) -> String { pack.items.first { $0.id == id }?.names(language) ?? id }

  private func name(_ measure: Measure) -> String {
    switch measure {
    case .total: Phrase("Total", "總分")(language)
    case .dimension(let id): pack.dimensions.first { $0.id == id }?.names(language) ?? id
    }
  }

  private static let most = 8

  private func list(_ numbers: [Int]) -> String {
    let shown = numbers.prefix(Self.most).map(String.init).joined(separator: ", ")
    return numbers.count > Self.most ? shown + " …" : shown
  }
}
