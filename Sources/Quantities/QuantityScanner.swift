import ReportModel

/// Goes once over the text and reads a quantity wherever a number begins.
struct QuantityScanner {
  let window: Window
  var found: [Quantity] = []
  /// The end of what was read as a quantity or a name; nothing later reaches before it.
  var floor: Int
  /// The end of the last name in figures (ISO 14064-1), whose list may go on (:2018, 、50001).
  var labelEnd = -1
  var isOrdinal = false
  /// What the next amount is counted for: 每百萬元營收.
  var per: UnitPhrase?

  init(_ text: [Unicode.Scalar], _ range: Range<Int>) {
    window = Window(text, range)
    floor = window.start
  }

  mutating func scan() {
    let triggers = Triggers.shared.bytes
    var index = window.start
    while index < window.end {
      let value = window.text[index].value
      let trigger = value < 0x10000 ? triggers[Int(value)] : 0
      index = trigger == 0 ? index + 1 : max(index + 1, read(trigger, at: index))
    }
  }

  /// Reads what begins here; the place to go on at.
  private mutating func read(_ trigger: UInt8, at index: Int) -> Int {
    switch trigger {
    case Triggers.figure: figure(at: index)
    case Triggers.numeral: spoken(at: index)
    case Triggers.half: half(at: index)
    default: every(at: index)
    }
  }

  // MARK: In figures

  private mutating func figure(at index: Int) -> Int {
    let numeral = window.figures(at: index)
    let lead = Lead(in: window, before: index, floor: floor)
    if let chain = Chain(in: window, at: index), let end = read(chain, lead, numeral) { return end }
    if let mark = listMark(before: numeral) { return name(upTo: mark, ordinal: false) }
    guard numeral.isSound, !isGlued(lead) else { return name(upTo: numeral.end, ordinal: lead.isOrdinal) }
    let isOneOfRow = lead.isOrdinal || isOrdinal && isListed(index)
    guard !isOneOfRow, !isAlwaysOpen(numeral) else { return name(upTo: numeral.end, ordinal: isOneOfRow) }
    if let date = window.date(numeral, lead) ?? window.englishDate(numeral, floor: floor) { return append(date, lead) }
    if let share = window.spokenShare(numeral) { return append(share, lead) }
    return measured(numeral, lead)
  }

  /// Joined figures are a date, a fraction or a name; nil where they are to be read one by one.
  private mutating func read(_ chain: Chain, _ lead: Lead, _ numeral: Numeral) -> Int? {
    let isName = isGlued(lead) || lead.isOrdinal || isListed(chain.range.lowerBound) && !chain.isSlash
    if !isName, let quantity = chain.quantity(in: window) {
      var reached = quantity
      reached.range = chain.range
      return append(reached, lead)
    }
    let isClock =
      chain.separator == 0x3A && chain.count == 2 && window.measure(window.figures(at: chain.lastPart)).isBare
    guard chain.count > 2 || chain.isSlash || isClock else { return nil }
    return name(upTo: chain.range.upperBound, ordinal: false)
  }

  private mutating func measured(_ printed: Numeral, _ words: Lead) -> Int {
    if window.isNoteMark(printed) { return name(upTo: printed.end, ordinal: false) }
    let numeral = window.spacedFigures(printed) ?? printed
    var lead = words
    var measure = window.measure(numeral)
    takeMoneyScale(&measure, lead)
    takeMinus(&measure, &lead)
    if let span = window.span(measure, numeral, isAmount: lead.currency != nil),
      span.unit != nil || !isListed(numeral.range.lowerBound)
    {
      measure = span
    }
    if measure.unit?.use == .label { return name(upTo: measure.end, ordinal: false) }
    guard !measure.isBare || measure.high != nil else { return bare(measure, numeral, lead) }
    return append(measure, numeral, lead)
  }

  /// A number without a unit: part of a name, a month (2021.05), or a number.
  private mutating func bare(_ measure: Measure, _ numeral: Numeral, _ lead: Lead) -> Int {
    guard !isName(numeral, lead) else { return name(upTo: nameEnd(numeral), ordinal: false) }
    if lead.currency == nil, let chain = Chain(in: window, at: numeral.range.lowerBound),
      let month = chain.pointedMonth(in: window)
    {
      return append(month, lead)
    }
    var measure = measure
    if !numeral.isYearLike, lead.currency == nil { takeBracketed(&measure, lead) }
    return append(measure, numeral, lead)
  }

  private func takeBracketed(_ measure: inout Measure, _ lead: Lead) {
    if let (phrase, end) = window.bracketedUnit(behind: measure.end) {
      (measure.unit, measure.nameRange, measure.end) = (phrase.unit, phrase.range, end)
    } else if let phrase = window.announcedUnit(before: lead.start) {
      (measure.unit, measure.nameRange) = (phrase.unit, phrase.range)
    }
  }

  /// A minus behind a word is none before things that are counted.
  private func takeMinus(_ measure: inout Measure, _ lead: inout Lead) {
    if lead.isMinusBehindWord, measure.unit?.isTally ?? false { lead.dropMinus() }
    if lead.isNegative { measure.value = measure.value.negated }
  }

  /// US$3M: a letter for a power of ten, only beside a currency.
  private func takeMoneyScale(_ measure: inout Measure, _ lead: Lead) {
    guard measure.isBare, lead.currency != nil, let scale = window.moneyScale(at: window.afterSpace(measure.end)) else {
      return
    }
    measure.scale = scale.power
    measure.scaleRange = scale.range
    measure.end = scale.range.upperBound
  }

  // MARK: In words

  private mutating func spoken(at index: Int) -> Int {
    if let share = window.hundredths(at: index) {
      return append(share, Lead(in: window, before: index, floor: floor))
    }
    guard let numeral = window.spokenNumber(at: index), !numeral.range.isEmpty else { return index + 1 }
    guard numeral.isSound, !Self.isInWord(window, numeral) else { return numeral.end }
    let lead = Lead(in: window, before: index, floor: floor)
    guard !lead.isOrdinal, !isListed(index) else { return name(upTo: numeral.end, ordinal: lead.isOrdinal) }
    if lead.isLabel { (labelEnd, isOrdinal) = (numeral.end, false) }
    if let date = window.date(numeral, lead) { return append(date, lead) }
    if let share = window.spokenShare(numeral) { return append(share, lead) }
    return counted(numeral, lead) ?? numeral.end
  }

  /// A Chinese numeral is a number only before a unit: 一般, 唯一 are words.
  private mutating func counted(_ numeral: Numeral, _ lead: Lead) -> Int? {
    var measure = window.measure(numeral)
    if lead.isNegative { measure.value = measure.value.negated }
    if let span = window.span(measure, numeral) { measure = span }
    let isAmount = measure.scaleRange != nil && (lead.currency != nil || measure.unit != nil)
    guard isAmount || measure.unit?.use == .anywhere else { return nil }
    if measure.unit?.use == .label { return name(upTo: measure.end, ordinal: false) }
    return append(measure, numeral, lead)
  }

  /// 數十, 幾百, 唯一, 之一: the sign belongs to the word before it.
  private static func isInWord(_ window: Window, _ numeral: Numeral) -> Bool {
    let start = numeral.range.lowerBound
    let before = window.value(start - 1)
    if before == 0x6578 || before == 0x5E7E { return true }
    guard numeral.range.count == 1 else { return false }
    if formal.contains(window.value(start)) { return !amounts.contains(window.value(start + 1)) }
    if window.value(start) == 0x4E00 { return oneWords.contains(before) || isArticle(window, start + 1) }
    return window.value(start) == 0x96F6 && zeroWords.contains(window.value(start + 1))
  }

  /// 一個, 一種: "a"; but 一個月.
  private static func isArticle(_ window: Window, _ next: Int) -> Bool {
    guard window.value(next) == 0x500B || window.value(next) == 0x7A2E else { return false }
    return window.unitName(at: next)?.range.count == 1
  }

  /// 大陸, 參加, 隊伍: the signs of deeds are numbers before 億, 萬 and 元 only.
  private static let formal: ScalarSet = "壹貳參叁肆伍陸柒捌玖"
  private static let amounts: ScalarSet = "億萬兆元圓"

  private static let oneWords: ScalarSet = "唯統專進逐單任某另其之同劃擇歸萬合首百上下前後每"
  /// 零件, 零組件 are parts of a machine.
  private static let zeroWords: ScalarSet = "件組售星時分散用食"

  private mutating func half(at index: Int) -> Int {
    guard let share = window.half(at: index), share.range.lowerBound >= floor else { return index + 1 }
    return append(share, Lead(in: window, before: share.range.lowerBound, floor: floor))
  }

  /// 每百萬元營收: no amount of its own, but what the next one is counted for.
  private mutating func every(at index: Int) -> Int {
    let measured = Unit(kind: .emissions, canonical: "")
    guard let phrase = window.denominator(at: window.afterSpace(index + 1), of: measured) else { return index + 1 }
    guard ![.hours, .share].contains(phrase.unit.kind), !Self.spans.contains(phrase.unit.canonical) else {
      return index + 1
    }
    per = phrase
    return phrase.end
  }

  private static let spans: Set<String> = ["年", "個月", "天", "日", "週", "季", "次", "場", "項", "個", "家"]
}

extension Window {
  /// The number of a footnote's mark: 註3, whatever unit follows it in the next column.
  func isNoteMark(_ numeral: Numeral) -> Bool {
    numeral.isPlain && numeral.range.count <= 2 && value(beforeSpace(numeral.range.lowerBound) - 1) == 0x8A3B
  }
}
