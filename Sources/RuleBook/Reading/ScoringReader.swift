import ReportModel

/// Makes the rules of scoring of their part of a pack file.
struct ScoringReader {
  let log: FindingLog

  func scoring(_ node: YAMLNode) -> ScoringRules? {
    guard let map = MapReader(node, as: .scoring, log: log), let positive = shares(map, "positive"),
      let negative = shares(map, "negative"), let floor = map.choice("floor", of: ScoringRules.Floor.self)
    else { return nil }
    return ScoringRules(
      notes: map.names("notes") ?? Phrase("", ""),
      precedence: map.choices("precedence", of: ScoringRules.Answer.self), positive: positive, negative: negative,
      deductions: map.choice("deductions", of: ScoringRules.Deductions.self) ?? .anyYear,
      inWords: map.list("in-words").compactMap(inWords), floor: floor, place: map.place)
  }

  private func shares(_ map: MapReader, _ key: String) -> ScoringRules.Shares? {
    guard let node = map.node(key), let shares = MapReader(node, as: .shares, log: log),
      let found = shares.decimal("found")
    else { return nil }
    return ScoringRules.Shares(found: found, statedNonDisclosure: shares.decimal("stated-non-disclosure") ?? .zero)
  }

  private func inWords(_ node: YAMLNode) -> ScoringRules.InWords? {
    guard let map = MapReader(node, as: .inWords, log: log), let level = map.text("level"),
      let share = map.decimal("share")
    else { return nil }
    return ScoringRules.InWords(level: level, share: share, place: map.place)
  }
}
