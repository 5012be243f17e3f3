/// A power of ten said as a word between number and unit: 仟, 百萬, 億, million.
struct Scale {
  var power: Int
  var range: Range<Int>
}

extension Window {
  /// After figures any of them; after a Chinese number, which has its own 十 百 千, only from 萬 on.
  func scale(at start: Int, isSpoken: Bool) -> Scale? {
    chineseScale(at: start, isSpoken: isSpoken) ?? latinScale(at: start)
  }

  /// At most one of each rank, in this order: 仟, 萬, 億.
  private func chineseScale(at start: Int, isSpoken: Bool) -> Scale? {
    var index = start
    var power = 0
    if !isSpoken, case .small(let small)? = NumeralSign.of(value(index)) {
      power += small
      index += 1
    }
    if value(index) == 0x842C {  // 萬
      power += 4
      index += 1
    }
    if value(index) == 0x5104 || value(index) == 0x5146 {  // 億, 兆
      power += value(index) == 0x5104 ? 8 : 12
      index += 1
    }
    guard index > start, !isWord(from: start, to: index) else { return nil }
    return Scale(power: power, range: start..<index)
  }

  /// 百大, 千禧, 兆豐: the sign is part of a name.
  private func isWord(from start: Int, to end: Int) -> Bool {
    guard end == start + 1, let followers = Self.scaleWords[value(start)] else { return false }
    return followers.contains(value(end))
  }

  private static let scaleWords: [UInt32: Set<UInt32>] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("百", "大分貨年"), ("千", "禧里分"), ("兆", "豐赫"), ("萬", "一華分國里"), ("十", "分足字"), ("億", "光"),
    ]
    return Dictionary(
      rows.map { ($0.0.value, Set($0.1.unicodeScalars.map(\.value))) }, uniquingKeysWith: { first, _ in first })
  }()

  private func latinScale(at start: Int) -> Scale? {
    guard isLatin(start), let (word, end) = Self.latinScales.longest(in: self, at: start) else { return nil }
    return Scale(power: Self.latinPowers[word], range: start..<end)
  }

  /// M and B are a scale only beside a currency.
  func moneyScale(at start: Int) -> Scale? {
    guard isLatin(start), let (word, end) = Self.moneyScales.longest(in: self, at: start) else { return nil }
    return Scale(power: Self.moneyPowers[word], range: start..<end)
  }

  private static let latinScales = ScalarTrie("thousand million billion trillion Thousand Million Billion".tableWords)
  private static let latinPowers = [3, 6, 9, 12, 3, 6, 9]
  private static let moneyScales = ScalarTrie(
    "thousand million billion trillion thousands millions billions trillions MM mn Mn M bn Bn B K k m".tableWords)
  private static let moneyPowers = [3, 6, 9, 12, 3, 6, 9, 12, 6, 6, 6, 6, 9, 9, 9, 3, 3, 6]
}
