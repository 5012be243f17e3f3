import ReportModel
import RuleBook
import Scoring

/// What events take from a company's score in a month: the sums, and each event with its grounds.
struct EventTrace {
  let adjusted: AdjustedCard
  let pack: Pack
  let language: Language

  private var month: String { adjusted.adjustment.month.text }
  private var events: [CountedEvent] { adjusted.adjustment.events }

  /// The total and the dimensions that are lowered, before and after.
  var sums: [String] {
    guard !events.isEmpty else {
      return [Phrase("No event counts in \(month).", "\(month) 沒有計入的重大性事件。")(language)]
    }
    let count = events.count
    let head = Phrase(
      "With \(count == 1 ? "the event that counts" : "the \(count) events that count") in \(month):",
      "計入 \(month) 的 \(count) 個重大性事件後：")
    let total = line(Phrase("Total", "總分")(language), adjusted.card.score, adjusted.total)
    let parts = zip(adjusted.card.dimensions, adjusted.dimensions).filter { $0.score != $1.score }
    return [head(language), "  " + total] + parts.map { "    " + line($0.names(language), $0.score, $1.score) }
  }

  private func line(_ name: String, _ before: Score, _ after: Score) -> String {
    "\(name)  \(sum(before)) → \(sum(after))"
  }

  private func sum(_ score: Score) -> String {
    let rate = score.rate.text
    return score.pointsText + (rate.isEmpty ? "" : " = \(rate)%")
  }

  /// Each event, its factor, its months and its source.
  var lines: [String] {
    [Phrase("Events in \(month)", "\(month) 之重大性事件")(language)]
      + (events.isEmpty ? ["  " + Phrase("none", "無")(language)] : events.flatMap(lines))
  }

  private func lines(of counted: CountedEvent) -> [String] {
    let event = counted.event
    let facts = [event.law?.text.text, event.fine.map { "TWD \($0.dollars)" }, event.caseNumber?.text]
    let told = facts.compactMap(\.self).joined(separator: " · ")
    let months = "\(counted.months.lowerBound.text)–\(counted.months.upperBound.text)"
    let (day, source) = (event.days.counted.text, event.source.text)
    let head = "  - \(counted.id.text) \(kind(event.kind))\(told.isEmpty ? "" : " · \(told)")  \(effect(counted))"
    return [head]
      + [
        Phrase("of \(day), counts in \(months); source: \(source)", "\(day)，計入 \(months)；來源：\(source)")(language),
        response(to: counted), repetition(of: counted), event.item.map(item), event.text?.text,
      ].compactMap(\.self).map { "      " + $0 }
  }

  private func effect(_ counted: CountedEvent) -> String {
    switch counted.effect {
    case .takes(let points, _):
      let (whole, factor) = (counted.event.deduction.points.figure.plain, counted.level?.factor.plain ?? "1")
      return "-\(points.figure.plain) = \(whole) × \(factor)"
    case .unknownToThePack:
      return Phrase("takes nothing: the rules have no such kind", "未計入：規則沒有此類型")(language)
    }
  }

  private func response(to counted: CountedEvent) -> String {
    guard let response = counted.response else {
      return Phrase("no response is known", "未見因應措施")(language)
    }
    let level = level(response.level)
    return "\(level) (\(response.day.text)): \(response.evidence.text)"
  }

  private func repetition(of counted: CountedEvent) -> String? {
    counted.repeats.map { earlier in
      let level = level(counted.level?.id ?? "")
      return Phrase(
        "repeats \(earlier.text), and so counts as: \(level)", "再犯 \(earlier.text)，因此以「\(level)」計")(language)
    }
  }

  private func item(_ id: String) -> String {
    let name = pack.items.first { $0.id == id }?.names(language).onOneLine ?? id
    return Phrase("item: \(name) (\(id))", "題項：\(name)（\(id)）")(language)
  }

  private func kind(_ id: String) -> String { pack.rating?.events.kind(id)?.names(language) ?? id }

  private func level(_ id: String) -> String { pack.rating?.events.response(id)?.names(language) ?? id }
}
