import ReportModel

/// Units in brackets beside a number without one: 240.15(公噸CO2e), 排放強度(公噸CO2e/人)：2.1045.
extension Window {
  /// The unit that a number is followed by, and the place behind its bracket.
  func bracketedUnit(behind end: Int) -> (phrase: UnitPhrase, end: Int)? {
    let open = afterSpace(end)
    guard Self.opening.contains(value(open)), let phrase = unit(in: open) else { return nil }
    return (phrase, phrase.end + 1)
  }

  /// The unit that a label ends with, where a colon stands between it and the number.
  func announcedUnit(before start: Int) -> UnitPhrase? {
    let colon = beforeSpace(start) - 1
    guard value(colon) == 0xFF1A || value(colon) == 0x3A, Self.closing.contains(value(colon - 1)) else { return nil }
    for open in stride(from: colon - 2, to: max(self.start, colon - Self.longest), by: -1)
    where Self.opening.contains(value(open)) {
      guard let phrase = unit(in: open), phrase.end == colon - 1 else { return nil }
      return phrase
    }
    return nil
  }

  /// The unit that fills the bracket which opens here.
  private func unit(in open: Int) -> UnitPhrase? {
    guard digit(open + 1) == nil, let phrase = unitPhrase(at: open + 1), phrase.unit.use != .glued,
      Self.closing.contains(value(phrase.end))
    else {
      return nil
    }
    return phrase
  }

  private static let opening: ScalarSet = "(（"
  private static let closing: ScalarSet = ")）"
  /// Scalars of the longest unit that is looked for before a number.
  private static let longest = 32
}
