import ReportModel

/// A unit that a header or caption names without a number: 用電量（kWh）, 單位：仟元.
package struct UnitMention: Sendable, Equatable {
  package var range: Range<Int>
  /// As printed, after folding.
  package var unit: String
  package var kind: Quantity.Kind
  package var alternatives: [Quantity.Kind]

  package init(range: Range<Int>, unit: String, kind: Quantity.Kind, alternatives: [Quantity.Kind] = []) {
    self.range = range
    self.unit = unit
    self.kind = kind
    self.alternatives = alternatives
  }
}

/// The units named in a header or caption, in order.
///
/// A unit is named where it stands alone: in brackets, behind 單位：, or as a word of its own between spaces.
/// Short counters (人, 次, 件) are words of every sentence and are taken only in brackets and behind 單位.
package func unitsMentioned(in text: [Unicode.Scalar], range: Range<Int>) -> [UnitMention] {
  let window = Window(text, range)
  return window.mentions().map { mention in
    UnitMention(
      range: mention.phrase.range, unit: window.string(mention.phrase.range), kind: mention.phrase.unit.kind,
      alternatives: mention.phrase.unit.alternatives)
  }
}

/// How clearly a place is meant for a unit.
private enum Place {
  /// In brackets, or behind 單位.
  case named
  /// Between spaces, or alone.
  case open
}

extension Window {
  func mentions() -> [(phrase: UnitPhrase, isNamed: Bool)] {
    var mentions: [(phrase: UnitPhrase, isNamed: Bool)] = []
    var index = start
    while index < end {
      guard let place = place(at: index), let phrase = mention(at: index, place) else {
        index += 1
        continue
      }
      mentions.append((phrase, place == .named))
      index = phrase.end
    }
    return mentions
  }

  private func place(at index: Int) -> Place? {
    let before = value(index - 1)
    if Self.openers.contains(before) || isBehindUnitWord(index) { return .named }
    // 單位：每百萬元 says no more than 百萬元.
    if before == 0x6BCF, isBehindUnitWord(index - 1) { return .named }
    if index == start || Self.gaps.contains(before) { return .open }
    // 佔比%, 比率%
    return value(index) == 0x25 && digit(index - 1) == nil ? .open : nil
  }

  /// 單位：, 單位, Unit:
  private func isBehindUnitWord(_ index: Int) -> Bool {
    var place = beforeSpace(index)
    if value(place - 1) == 0xFF1A || value(place - 1) == 0x3A { place -= 1 }
    return Self.unitWords.longest(in: self, endingAt: beforeSpace(place)) != nil
  }

  private func mention(at index: Int, _ place: Place) -> UnitPhrase? {
    guard digit(index) == nil, !isBehindNumber(index), let phrase = unitPhrase(at: index),
      ![.number, .glued].contains(phrase.unit.use),
      isEnd(phrase.end), place == .named || isTelling(phrase)
    else { return nil }
    return phrase
  }

  /// Whether a number stands right before it, which then has the unit; a footnote's mark is none.
  private func isBehindNumber(_ index: Int) -> Bool {
    var place = beforeSpace(index)
    guard digit(place - 1) != nil else { return false }
    while digit(place - 1) != nil { place -= 1 }
    return value(place - 1) != 0x8A3B
  }

  private func isEnd(_ place: Int) -> Bool {
    place >= end || Self.closers.contains(value(place)) || Self.gaps.contains(value(place))
  }

  /// Whether a name says unit by itself: 公噸CO2e, 仟元, %, kWh; not 人 or 家 between two spaces.
  private func isTelling(_ phrase: UnitPhrase) -> Bool {
    // 員工 as a header says who they are, not what is counted.
    if phrase.range == start..<end { return phrase.unit.canonical != "人" || phrase.range.count == 1 }
    switch phrase.unit.kind {
    case .count, .persons, .score, .hours, .number: return false
    default: return phrase.range.count > 1 || phrase.unit.kind == .share || phrase.unit.canonical == MoneyRows.home
    }
  }

  private static let openers: ScalarSet = "(（[［【〔"
  private static let closers: ScalarSet = ")）]］】〕、，,；;。/"
  private static let gaps: ScalarSet = " \n\t：:、；/／"
  private static let unitWords = ScalarTrie(
    ["單位", "Unit", "unit", "Units", "units", "幣別"].map { $0.unicodeScalars.map(\.value).reversed() })
}
