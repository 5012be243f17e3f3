import ReportModel

/// Figures that are part of a name: ISO 14001, RCP8.5, 3TG, 305-1, 第3屆.
extension QuantityScanner {
  mutating func name(upTo end: Int, ordinal: Bool) -> Int {
    labelEnd = end
    isOrdinal = ordinal
    floor = max(floor, end)
    return end
  }

  /// Figures directly behind a letter.
  func isGlued(_ lead: Lead) -> Bool { window.isLatin(lead.start - 1) && lead.sign?.lowerBound != lead.start }

  /// 24hr, 24H: the service that never closes; 24/7 is no fraction already.
  func isAlwaysOpen(_ numeral: Numeral) -> Bool {
    numeral.value == Figure(digits: 24) && (window.value(numeral.end) | 0x20) == 0x68
  }

  /// Whether a number without a unit is no amount.
  func isName(_ numeral: Numeral, _ lead: Lead) -> Bool {
    if lead.currency != nil { return false }
    return lead.isLabel || numeral.hasLeadingZero || lead.era == .quarter || isListed(numeral.range.lowerBound)
      || window.isLatin(numeral.end) || isHyphenated(numeral, lead) || isBracketed(numeral, lead)
      || isListMark(numeral) || isEdition(numeral)
  }

  /// 305-1, 8729-9000, COVID-19, /2022.
  private func isHyphenated(_ numeral: Numeral, _ lead: Lead) -> Bool {
    let isBefore = Self.joints.contains(window.value(lead.start - 1)) && isWordy(lead.start - 2)
    let isAfter = window.value(numeral.end) == 0x2D && isWordy(numeral.end + 1)
    return isBefore || isAfter
  }

  /// ［1］, (2): a mark or the number of a list's entry.
  private func isBracketed(_ numeral: Numeral, _ lead: Lead) -> Bool {
    guard numeral.isPlain, numeral.range.count <= 2, let close = Self.brackets[window.value(lead.start - 1)] else {
      return false
    }
    return close.contains(window.value(numeral.end))
  }

  /// "1." or "2)" at the start of a block.
  private func isListMark(_ numeral: Numeral) -> Bool {
    guard numeral.isPlain, numeral.range.count <= 2 else { return false }
    let before = window.value(numeral.range.lowerBound - 1)
    if before == 0x20, window.value(numeral.end) == 0x2E { return isIdeograph(window.afterSpace(numeral.end + 1)) }
    return window.isAtBreak(numeral.range.lowerBound - 1)
      && [0x2E, 0x29, 0x3001, 0xFF0E, 0xFF09].contains(window.value(numeral.end))
  }

  /// "3.102年": the number of a list's entry, and then a year.
  func listMark(before numeral: Numeral) -> Int? {
    let start = numeral.range.lowerBound
    guard window.value(numeral.end) == 0x5E74, window.isAtBreak(start - 1) else { return nil }
    let mark = window.figureRun(at: start).end
    let year = window.figures(at: mark + 1)
    guard window.value(mark) == 0x2E, year.end == numeral.end, window.gregorian(year, nil) != nil else { return nil }
    return mark + 1
  }

  private func isIdeograph(_ index: Int) -> Bool { (0x4E00..<0xA000).contains(window.value(index)) }

  /// ISO 14064-1：2018, the year of an edition.
  private func isEdition(_ numeral: Numeral) -> Bool {
    numeral.isYearLike && labelEnd >= 0 && numeral.range.lowerBound == labelEnd + 1 && window.value(labelEnd) == 0xFF1A
  }

  private static let brackets: [UInt32: [UInt32]] = [
    0x28: [0x29, 0xFF09], 0xFF08: [0x29, 0xFF09], 0x5B: [0x5D, 0xFF3D], 0xFF3B: [0x5D, 0xFF3D], 0x3014: [0x3015],
  ]

  private func isWordy(_ index: Int) -> Bool { window.isLatin(index) || window.digit(index) != nil }

  private static let joints: ScalarSet = "-/._#@=&?"

  /// The end of a name of joined figures; 305-1 is read as one, but the 5% of 20-5% stands for itself.
  func nameEnd(_ numeral: Numeral) -> Int {
    guard let chain = Chain(in: window, at: numeral.range.lowerBound), chain.separator == 0x2D,
      window.measure(window.figures(at: chain.lastPart)).isBare
    else { return numeral.end }
    return chain.range.upperBound
  }

  /// Whether a number goes on with a list of names: ISO 14001、50001, Scope 1 & 2, 第1、2類.
  func isListed(_ start: Int) -> Bool {
    guard labelEnd >= 0, start - labelEnd <= 3, start > labelEnd else { return false }
    var hasSign = false
    for place in labelEnd..<start {
      let value = window.value(place)
      hasSign = hasSign || value != 0x20
      guard value == 0x20 || Self.listSigns.contains(value) else { return false }
    }
    return hasSign && !(window.value(labelEnd) == 0x3A && start > labelEnd + 1)
  }

  private static let listSigns: ScalarSet = "、,，&+和及與或~～-–/:至到"
}
