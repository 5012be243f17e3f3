import ReportModel

/// The characters of a block, as far as telling its role needs them: no spaces, ordinary width, radicals and all.
struct BlockText {
  let scalars: [UInt32]

  init(_ block: BlockDraft, _ ink: [InkGlyph], limit: Int = .max) {
    var scalars: [UInt32] = []
    for entry in block.lines {
      for run in entry.line.runs {
        for index in run.glyphs {
          scalars.append(BlockText.plain(ink[index].scalar))
        }
      }
      if scalars.count >= limit { break }
    }
    self.scalars = scalars
  }

  init(_ text: String) {
    scalars = text.unicodeScalars.compactMap { scalar in
      switch GlyphKind.of(scalar.value) {
      case .space, .control: nil
      case .ideograph, .wideSign, .letter, .digit, .bullet, .sign, .unknown: BlockText.plain(scalar.value)
      }
    }
  }

  private init(scalars: [UInt32]) { self.scalars = scalars }

  /// Past a leading bullet.
  var withoutBullet: BlockText {
    guard let first = scalars.first, GlyphKind.of(first) == .bullet else { return self }
    return BlockText(scalars: Array(scalars.dropFirst()))
  }

  /// Full-width letters, digits and signs in ordinary width, small letters for capitals.
  static func plain(_ scalar: UInt32) -> UInt32 {
    let narrow = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
    return (0x41...0x5A).contains(narrow) ? narrow + 0x20 : narrow
  }

  /// Equal for equal texts.
  var key: UInt64 { BlockText.key(scalars[...]) }

  static func key(_ scalars: ArraySlice<UInt32>) -> UInt64 {
    var hash = WordHash()
    for scalar in scalars { hash.add(scalar) }
    return hash.value
  }

  /// Past a leading counter, bullet or bracketed number.
  var withoutCounter: ArraySlice<UInt32> {
    scalars.drop { scalar in
      switch GlyphKind.of(scalar) {
      case .digit, .bullet, .sign, .space, .control: true
      case .wideSign: scalar == 0x3001 || scalar == 0x3002
      case .ideograph, .letter, .unknown: false
      }
    }
  }

  func starts(with text: String) -> Bool { scalars.starts(with: text.unicodeScalars.map(\.value)) }
}

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
      while at < s.count, isDigit(s[at]) { at += 1 }
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
    let formal = body.prefix { formalNumerals.contains($0) }.count
    let plain = body.prefix { numerals.contains($0) }.count
    let digits = body.prefix { isDigit($0) }.count
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

  private static func isDigit(_ s: UInt32) -> Bool { (0x30...0x39).contains(s) }
  private static let numerals = Set("一二三四五六七八九十".unicodeScalars.map(\.value))
  private static let formalNumerals = Set("壹貳參肆伍陸柒捌玖拾叁贰".unicodeScalars.map(\.value))
}
