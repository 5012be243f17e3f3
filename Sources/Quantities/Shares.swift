import ReportModel

extension Window {
  /// A share said in words that starts with a number: 九成, 七成五, 三分之一.
  func spokenShare(_ numeral: Numeral) -> Quantity? {
    let next = value(afterSpace(numeral.end))
    if next == 0x5206 { return parts(numeral) }
    return next == 0x6210 || rangeSign(at: numeral.end) != nil ? tenths(numeral) : nil
  }

  /// 九成, 七成五, 兩三成, 七至八成.
  private func tenths(_ numeral: Numeral) -> Quantity? {
    guard isTenth(numeral) else { return nil }
    let hasSign = isTenthSign(numeral.end)
    if let span = tenths(from: numeral, to: numeral.end + (hasSign ? 1 : 0)) { return span }
    guard hasSign else { return nil }
    return tenths(from: numeral, through: numeral, high: numeral.high.map { $0.scaled(by: 1) })
  }

  /// 七至八成, 三成至五成.
  private func tenths(from numeral: Numeral, to place: Int) -> Quantity? {
    guard let place = rangeSign(at: place)?.end, let upper = anyNumber(at: place), isTenth(upper),
      isTenthSign(upper.end), numeral.value.isLess(than: upper.value)
    else { return nil }
    return tenths(from: numeral, through: upper, high: upper.value.scaled(by: 1))
  }

  private func isTenth(_ numeral: Numeral) -> Bool {
    numeral.isSound && numeral.isPlain && !numeral.hasLeadingZero && (1...9).contains(numeral.value.whole ?? 0)
  }

  private func isTenthSign(_ place: Int) -> Bool {
    guard value(place) == 0x6210 else { return false }
    // 成員 and 成本 are words, but 三成員工 are three tenths of the staff.
    return Self.tenthWords.longest(in: self, at: place) == nil || has("成員工", at: place)
  }

  private func tenths(from first: Numeral, through last: Numeral, high: Figure?) -> Quantity {
    var end = last.end + 1
    var value = first.value.scaled(by: 1)
    if high == nil, let more = halfTenth(at: end), let sum = value.plus(Figure(digits: Int64(more))) {
      value = sum
      end += 1
    }
    return share(first.range.lowerBound..<end, number: first.range.lowerBound..<last.end, value, high)
  }

  /// The 五 of 七成五; not that of 三成五家.
  private func halfTenth(at place: Int) -> Int? {
    if value(place) == 0x534A { return 5 }
    guard let numeral = anyNumber(at: place), numeral.range.count == 1, let digit = numeral.value.whole,
      (1...9).contains(digit), unitName(at: numeral.end) == nil
    else { return nil }
    return digit
  }

  func share(
    _ range: Range<Int>, number: Range<Int>, _ value: Figure, _ high: Figure? = nil, unit: String = "%",
    inferred: Bool = true
  ) -> Quantity {
    let power = unit == "‰" ? -1 : 0
    return Quantity(
      range: range, number: number, kind: .share, value: value, valueHigh: high, unit: unit,
      normalized: .init(value: value.scaled(by: power), valueHigh: high?.scaled(by: power), unit: "%"),
      isInferred: inferred)
  }

  /// 三分之一, 3 分之 1.
  private func parts(_ numeral: Numeral) -> Quantity? {
    guard let whole = numeral.value.whole, numeral.isPlain, numeral.high == nil,
      let part = part(at: afterSpace(numeral.end)), let amount = part.value.whole,
      let value = Figure.percent(amount, of: whole)
    else { return nil }
    let range = numeral.range.lowerBound..<part.end
    return share(range, number: range, value)
  }

  /// 百分之六, 千分之三, 萬分之五.
  func hundredths(at start: Int) -> Quantity? {
    let powers: [UInt32: Int] = [0x767E: 2, 0x5343: 3, 0x842C: 4]
    guard let power = powers[value(start)], let part = part(at: start + 1) else { return nil }
    let range = start..<part.end
    switch power {
    case 2: return share(range, number: part.range, part.value, inferred: false)
    case 3: return share(range, number: part.range, part.value, unit: "‰", inferred: false)
    default: return share(range, number: part.range, part.value.scaled(by: 2 - power))
    }
  }

  /// The number after 分之; 百分之百 is 100.
  private func part(at place: Int) -> Numeral? {
    guard has("分之", at: place) else { return nil }
    let start = afterSpace(place + 2)
    if value(start) == 0x767E { return Numeral(range: start..<start + 1, value: Figure(digits: 100)) }
    guard let number = anyNumber(at: start), number.isSound, number.high == nil else { return nil }
    return number
  }

  /// 過半, 半數, 一半: half, and more than half.
  func half(at start: Int) -> Quantity? {
    guard !Self.halfWords.contains(value(start + 1)) else { return nil }
    let isMany = value(start + 1) == 0x6578
    let end = start + (isMany ? 2 : 1)
    let before = value(start - 1)
    let fifty = Figure(digits: 50)
    if before == 0x904E, !Self.halfGoers.contains(value(start - 2)) {
      var over = share(start - 1..<end, number: start..<end, fifty)
      over.qualifier = .moreThan
      return over
    }
    if before == 0x4E00 { return share(start - 1..<end, number: start - 1..<end, fifty) }
    return isMany ? share(start..<end, number: start..<end, fifty) : nil
  }

  private static let tenthWords = ScalarTrie(
    "成為 成立 成長 成本 成員 成果 成功 成績 成交 成效 成分 成份 成熟 成就 成年 成品 成不 成都 成人 成因 成形 成形 成套 成見 成員數 成立於".tableWords)
  /// 半導體, 半年 …
  private static let halfWords: ScalarSet = "導年天小日成個月自徑夜季島山場途世價票程"
  /// 超過半數 is said by 超過, 透過半 by nothing.
  private static let halfGoers: ScalarSet = "超透經通不"
}
