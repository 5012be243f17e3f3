/// How a title counts its section, and how deep that makes it.
enum SectionCounter {
  /// The depth that the counter speaks of, or nil where the text has none: 1.2.3 → 3, 第一章 → 1, 一、 → 2, (一) → 3.
  static func depth(_ s: [UInt32]) -> Int? {
    dotted(s) ?? chapter(s) ?? listed(s)
  }

  /// 1.2, 3.2.1, 4-1: two parts or more; a lone number only before a wide character.
  private static func dotted(_ s: [UInt32]) -> Int? {
    var parts = 0
    var at = 0
    while at < s.count {
      let start = at
      while at < s.count, Numeral.isDigit(s[at]) { at += 1 }
      guard at > start, at - start <= 2 else { return parts >= 2 ? parts : nil }
      parts += 1
      guard at < s.count, s[at] == 0x2E || s[at] == 0x2D else { break }
      at += 1
    }
    guard at < s.count else { return nil }
    let next = GlyphKind.of(s[at])
    guard next == .ideograph || next == .letter || next == .wideSign else { return nil }
    if parts == 1 { return s[at - 1] == 0x2E ? 1 : nil }
    return parts
  }

  /// 第一章, 第2節.
  private static func chapter(_ s: [UInt32]) -> Int? {
    guard s.first == 0x7B2C, let at = s.prefix(6).firstIndex(where: { $0 == 0x7AE0 || $0 == 0x7BC0 || $0 == 0x7BC7 })
    else {
      return nil
    }
    return s[at] == 0x7BC0 ? 2 : 1
  }

  /// 壹、 → 1, 一、 → 2, (一) → 3, 1、 → 4.
  private static func listed(_ s: [UInt32]) -> Int? {
    let open = s.first == 0x28 || s.first == 0xFF08
    let body = s.dropFirst(open ? 1 : 0)
    let formal = body.prefix { isFormal($0) }.count
    let plain = body.prefix { Numeral.isChinese($0) }.count
    let digits = body.prefix { Numeral.isDigit($0) }.count
    let length = max(formal, plain, digits)
    guard (1...3).contains(length), body.count > length + 1 else { return nil }
    let mark = body[body.startIndex + length]
    if open {
      guard mark == 0x29 || mark == 0xFF09 else { return nil }
      return digits > 0 ? 5 : 3
    }
    guard mark == 0x3001 else { return nil }
    if formal > 0 { return 1 }
    return plain > 0 ? 2 : 4
  }

  /// The simplified forms of 參 and 貳 too, which some typists use.
  private static func isFormal(_ s: UInt32) -> Bool { Numeral.isFormal(s) || s == 0x53C1 || s == 0x8D30 }
}

/// The characters that count.
enum Numeral {
  static func isDigit(_ s: UInt32) -> Bool { (0x30...0x39).contains(s) }

  static func isDigitOfAnyWidth(_ s: UInt32) -> Bool { isDigit(s) || (0xFF10...0xFF19).contains(s) }

  /// 一二三四五六七八九十.
  static func isChinese(_ s: UInt32) -> Bool {
    switch s {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: false
    }
  }

  /// 壹貳參肆伍陸柒捌玖拾.
  static func isFormal(_ s: UInt32) -> Bool {
    switch s {
    case 0x58F9, 0x8CB3, 0x53C3, 0x8086, 0x4F0D, 0x9678, 0x67D2, 0x634C, 0x7396, 0x62FE: true
    default: false
    }
  }

  /// ① to ⑳, ❶ to ❿.
  static func isRinged(_ s: UInt32) -> Bool { (0x2460...0x2473).contains(s) || (0x2776...0x277F).contains(s) }
}
