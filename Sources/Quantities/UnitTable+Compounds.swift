import ReportModel

extension Window {
  /// Adds what follows a unit's name and belongs to it: the same unit in brackets, and what it is counted for.
  func extend(_ phrase: inout UnitPhrase) {
    if phrase.unit.kind == .emissions { takeSynonym(&phrase) }
    if let slash = perSign(at: phrase.end), let per = denominator(at: slash, of: phrase.unit) {
      phrase.range = phrase.range.lowerBound..<per.end
      phrase.echo = 0
      phrase.unit = phrase.unit.divided(by: per.unit)
    }
  }

  /// 公噸二氧化碳約當量(tCO2e): one unit, said twice.
  private func takeSynonym(_ phrase: inout UnitPhrase) {
    guard value(phrase.end) == 0x28 || value(phrase.end) == 0xFF08 else { return }
    guard let inside = unitName(at: phrase.end + 1), inside.unit.kind == .emissions else { return }
    guard value(inside.end) == 0x29 || value(inside.end) == 0xFF09 else { return }
    phrase.echo = inside.end + 1 - phrase.range.upperBound
  }

  /// The place after "/", "每" or "per".
  private func perSign(at end: Int) -> Int? {
    let sign = afterSpace(end)
    switch value(sign) {
    case 0x2F, 0xFF0F, 0x2215, 0x2044:
      let next = afterSpace(sign + 1)
      return value(next) == 0x6BCF ? next + 1 : next
    case 0x6BCF: return sign == end ? sign + 1 : nil
    case 0x70: return has("per ", at: sign) ? sign + 4 : nil
    default: return nil
    }
  }

  /// What a unit is counted for: 人, m2, 新臺幣佰萬元營收, 千元淨收益, TWD MM.
  func denominator(at start: Int, of numerator: Unit) -> UnitPhrase? {
    var place = start
    var power = 0
    if numerator.kind.isMeasured, let figures = roundFigures(at: start) {
      place = afterSpace(figures.end)
      power = figures.power
    }
    guard var phrase = money(at: place) ?? scaledOrNamed(at: place) ?? revenue(at: place) else { return nil }
    takeJoint(&phrase)
    phrase.unit.power += power
    if let (_, end) = Self.perNouns.longest(in: self, at: phrase.end) { phrase.range = start..<end }
    phrase.range = start..<phrase.end
    return phrase
  }

  /// wafer-m2, 人-小時: counted for two things at once.
  private func takeJoint(_ phrase: inout UnitPhrase) {
    guard Self.joints.contains(value(phrase.end)), let other = scaledOrNamed(at: phrase.end + 1) else { return }
    phrase.range = phrase.range.lowerBound..<other.end
    phrase.unit.canonical += "-" + other.unit.canonical
    phrase.unit.power += other.unit.power
    phrase.unit.kind = .count
  }

  private static let joints: Set<UInt32> = [0x2D, 0xB7, 0x2010, 0x2011]

  private func scaledOrNamed(at place: Int) -> UnitPhrase? {
    if let (_, end) = Self.perWords.longest(in: self, at: place) {
      let unit = Unit(kind: .count, canonical: string(place..<end))
      return UnitPhrase(range: place..<end, unit: unit)
    }
    let scale = scale(at: place, isSpoken: false)
    guard var phrase = unitName(at: scale?.range.upperBound ?? place), phrase.unit.use != .label else { return nil }
    phrase.unit.power += scale?.power ?? 0
    return phrase
  }

  /// 百萬營收: money that need not be said; 營收百萬元: or is said behind.
  private func revenue(at place: Int) -> UnitPhrase? {
    let scale = scale(at: place, isSpoken: false)
    guard let (_, end) = Self.perNouns.longest(in: self, at: scale?.range.upperBound ?? place) else { return nil }
    if scale == nil, let said = money(at: afterSpace(end)) {
      return UnitPhrase(range: place..<said.end, unit: said.unit)
    }
    return UnitPhrase(range: place..<end, unit: Unit(kind: .money, canonical: MoneyRows.home, power: scale?.power ?? 0))
  }

  /// 1, 100, 1,000: the figure before what is counted for, if it is a power of ten.
  private func roundFigures(at start: Int) -> (power: Int, end: Int)? {
    guard digit(start) == 1 else { return nil }
    let number = figures(at: start)
    guard number.isSound, number.value.digits == 1, number.value.exponent >= 0 else { return nil }
    return (number.value.exponent, number.end)
  }

  /// What money in a denominator was made or spent with.
  private static let perNouns = ScalarTrie(
    """
    營收 營業額 營業收入 營收淨額 淨收益 淨營收 產值 收入 收益 投資 投融資 投資額 銷售額 資產 合併營收 之營收 的營收 營業收益 投資金額 部位 生產總值 _revenue _Revenue \
    _sales _of_revenue
    """.tableWords)

  private static let perWords = ScalarTrie(
    "單位產品 產品 片 員工 單位面積 樓地板面積 FTE 單位 unit employee product 公噸產品 噸產品 公噸鋼 人年 wafer".tableWords)
}

extension Unit {
  /// Emissions, energy and the like for something are an intensity; hours, money and counts stay what they are.
  func divided(by per: Unit) -> Unit {
    var result = self
    if Self.spans.contains(per.canonical), per.canonical == "年" { return result }
    result.canonical = canonical.isEmpty || per.canonical.isEmpty ? "" : canonical + "/" + per.canonical
    result.power = power - per.power
    if Self.spans.contains(per.canonical) { return result }
    if kind.isMeasured {
      result.kind = .intensity
      result.alternatives = []
    } else if kind != .intensity {
      result.alternatives = [.intensity]
    }
    return result
  }

  private static let spans: Set<String> = ["年", "個月", "天", "日", "週", "季", "h", "min", "次"]
}

extension Quantity.Kind {
  /// Whether an amount of it for something else is an intensity.
  var isMeasured: Bool {
    switch self {
    case .emissions, .energy, .mass, .volume, .power: true
    default: false
    }
  }
}

extension Unit {
  /// Things and hours are counted from nought.
  var isTally: Bool { kind == .count || kind == .persons || kind == .hours }
}
