import ReportModel

/// From what was read to what is said of it.
extension QuantityScanner {
  /// A date or share, with the words around it; the place to go on at.
  mutating func append(_ quantity: Quantity, _ lead: Lead) -> Int {
    var quantity = quantity
    quantity.range = min(lead.start, quantity.range.lowerBound)..<quantity.range.upperBound
    if lead.isNegative, quantity.kind != .year, quantity.kind != .date { quantity.negate() }
    qualify(&quantity, lead, isLoose: false)
    found.append(quantity)
    floor = quantity.range.upperBound
    labelEnd = -1
    return floor
  }

  mutating func append(_ measure: Measure, _ numeral: Numeral, _ lead: Lead) -> Int {
    var quantity = quantity(measure, lead)
    if quantity.kind == .number, measure.isBare, numeral.isYearLike { quantity.alternatives = [.year] }
    count(&quantity)
    qualify(&quantity, lead, isLoose: measure.isLoose)
    found.append(quantity)
    floor = quantity.range.upperBound
    labelEnd = -1
    return floor
  }

  /// 1,119、9,806及174公噸: what a list says once at its end is the unit of all.
  mutating func shareUnits() {
    for index in found.indices.dropLast().reversed() {
      let next = found[index + 1]
      guard found[index].kind == .number, found[index].unit.isEmpty, next.kind.sharesItsUnit,
        !found[index].alternatives.contains(.year), isList(found[index].range.upperBound..<next.range.lowerBound),
        let meaning = UnitTable.meaning(of: next.unit)
      else { continue }
      found[index].kind = next.kind
      found[index].alternatives = next.alternatives
      found[index].unit = next.unit
      guard !meaning.canonical.isEmpty else { continue }
      found[index].normalized = .init(
        value: found[index].value.scaled(by: meaning.power),
        valueHigh: found[index].valueHigh?.scaled(by: meaning.power),
        unit: meaning.canonical)
    }
  }

  private func isList(_ range: Range<Int>) -> Bool {
    let words = range.map { window.value($0) }.filter { $0 != 0x20 }
    return [[0x3001], [0x53CA], [0x8207], [0x548C]].contains(words)
  }

  private func quantity(_ measure: Measure, _ lead: Lead) -> Quantity {
    let unit = meaning(measure, lead)
    let start = lead.isNegative ? min(lead.start, measure.number.lowerBound) : measure.number.lowerBound
    var quantity = Quantity(
      range: lead.start..<measure.end, number: start..<measure.number.upperBound, kind: unit.kind,
      alternatives: unit.alternatives, value: measure.value, valueHigh: measure.high, unit: unitText(measure, lead))
    if !unit.canonical.isEmpty {
      let power = measure.scale + unit.power
      quantity.normalized = .init(
        value: measure.value.scaled(by: power), valueHigh: measure.high?.scaled(by: power), unit: unit.canonical)
    }
    return quantity
  }

  /// The unit's meaning, in the light of what stands before the number.
  private func meaning(_ measure: Measure, _ lead: Lead) -> Unit {
    guard var unit = measure.unit else {
      guard let currency = lead.currency else {
        return Unit(kind: .number, alternatives: measure.isBare ? [] : [.money, .count], canonical: "")
      }
      return Unit(kind: .money, canonical: currency == "$" ? "" : currency)
    }
    if let currency = lead.currency, currency != "$", unit.canonical == MoneyRows.home { unit.canonical = currency }
    if lead.isCelsius, unit.kind == .energy { unit = Unit(kind: .temperature, canonical: "°C") }
    return unit
  }

  /// What is printed behind the number; a currency before it is the unit where no other is, and says which 元 are meant.
  private func unitText(_ measure: Measure, _ lead: Lead) -> String {
    if let sign = lead.sign, let currency = lead.currency, currency != "$", currency != MoneyRows.home,
      measure.unit?.canonical == MoneyRows.home
    {
      return window.string(sign) + unitBehind(measure)
    }
    let behind = unitBehind(measure)
    guard measure.nameRange == nil, let sign = lead.sign else { return behind }
    let isWord = behind.unicodeScalars.first.map { $0.isASCII } ?? false
    return window.string(sign) + (isWord ? " " : "") + behind
  }

  private func unitBehind(_ measure: Measure) -> String {
    let scale = measure.scaleRange
    let name = measure.nameRange
    if let scale, let name, scale.upperBound <= name.lowerBound, measure.number.upperBound <= scale.lowerBound,
      !measure.isLoose
    {
      return window.string(scale.lowerBound..<name.upperBound)
    }
    return (scale.map(window.string) ?? "") + (name.map(window.string) ?? "")
  }

  /// After 每百萬元營收 an amount of emissions is an intensity.
  private mutating func count(_ quantity: inout Quantity) {
    guard let phrase = per else { return }
    let gap = quantity.range.lowerBound - phrase.end
    guard gap >= 0, gap <= Self.reach, !breaks(phrase.end..<quantity.range.lowerBound) else {
      per = nil
      return
    }
    guard quantity.kind.isMeasured, let normalized = quantity.normalized else { return }
    let unit = Unit(kind: quantity.kind, canonical: normalized.unit).divided(by: phrase.unit)
    quantity.kind = .intensity
    quantity.alternatives = []
    quantity.normalized = .init(
      value: normalized.value.scaled(by: unit.power), valueHigh: normalized.valueHigh?.scaled(by: unit.power),
      unit: unit.canonical)
    per = nil
  }

  private static let reach = 16

  /// A new clause begins in between.
  private func breaks(_ range: Range<Int>) -> Bool {
    range.contains { [0x0A, 0x09, 0x3002, 0xFF0C, 0xFF1B, 0x3B].contains(window.value($0)) }
  }

  /// A bound said behind the number is stronger than an 約 before it.
  private func qualify(_ quantity: inout Quantity, _ lead: Lead, isLoose: Bool) {
    if quantity.qualifier != nil { return }
    let tail = Tails.read(in: window, at: quantity.range.upperBound)
    quantity.qualifier = tail?.0 ?? (isLoose ? .moreThan : lead.qualifier)
    if quantity.qualifier == .nearly, quantity.isSpan { quantity.qualifier = nil }
    if quantity.qualifier == .all, ![.share, .count, .persons, .number].contains(quantity.kind) {
      quantity.qualifier = nil
    }
  }
}

extension Quantity.Kind {
  /// Whether a list may say its unit once at its end: before 家 or 次 a number in a list may count something else.
  fileprivate var sharesItsUnit: Bool {
    switch self {
    case .share, .money, .energy, .power, .mass, .volume, .emissions, .intensity, .hours, .area, .length, .temperature,
      .multiple:
      true
    case .count, .persons, .score, .date, .year, .number: false
    }
  }
}

extension Quantity {
  /// 近三年 are the last three years, no less.
  var isSpan: Bool { kind == .year || ["年", "個月", "天", "日", "週", "季"].contains(normalized?.unit ?? "") }

  mutating func negate() {
    guard valueHigh == nil else { return }
    value = value.negated
    if let old = normalized { normalized = .init(value: old.value.negated, unit: old.unit) }
  }
}
