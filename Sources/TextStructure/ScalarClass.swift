/// How a scalar behaves beside its neighbours: whether the gap between two of them is a space a person would type.
enum ScalarClass: UInt8, CaseIterable {
  /// Ideographs, kana, Chinese punctuation: no space on either side.
  case wide
  case letter
  case digit
  /// Binds to what follows: ( [ “ •.
  case opening
  /// Binds to what precedes: ) ] , . : % ℃ ².
  case closing
  /// Other narrow signs: + - / & =.
  case sign
  /// Arrows, ticks, circled figures.
  case symbol
  case space
  /// Zero-width marks and controls: dropped.
  case nothing
  /// Combining marks.
  case mark

  /// Which classes of the scalar before a gap (rows) and after it (columns) keep a space between them.
  static let spacing: [UInt16] = {
    let words: Set<ScalarClass> = [.letter, .digit, .opening, .sign, .symbol]
    let row = words.reduce(UInt16(0)) { $0 | 1 << UInt16($1.rawValue) }
    return allCases.map { before in
      switch before {
      case .letter, .digit, .closing, .sign, .symbol, .mark: row
      case .wide, .opening, .space, .nothing: 0
      }
    }
  }()
}

/// Classes of all scalars of the basic plane, one byte each: a class, and whether folding has to look closer.
struct ScalarClasses: Sendable {
  let bytes: [UInt8]

  static let needsFolding: UInt8 = 0x80

  static let shared = ScalarClasses()

  private init() {
    var bytes = [UInt8](repeating: ScalarClass.letter.rawValue, count: 0x10000)
    for (range, kind) in Self.ranges {
      for value in range { bytes[Int(value)] = kind.rawValue }
    }
    for key in FoldingTables.foldKeys + FoldingTables.expansionKeys where key < 0x10000 {
      bytes[Int(key)] |= Self.needsFolding
    }
    for range in Self.contextual {
      for value in range { bytes[Int(value)] |= Self.needsFolding }
    }
    self.bytes = bytes
  }

  /// The class of any scalar, for use outside the inner loop.
  func kind(_ value: UInt32) -> ScalarClass {
    if value < 0x10000 { return ScalarClass(rawValue: bytes[Int(value)] & ~Self.needsFolding) ?? .letter }
    return Self.astralKind(value)
  }

  static func astralKind(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x1F000...0x1FAFF: .symbol
    case 0x20000...0x3FFFF: .wide
    case 0xE0000...0xE0FFF: .nothing
    case 0xF0000...0x10FFFF: .symbol
    default: .letter
    }
  }

  /// Scalars whose folding depends on their neighbours, font or place.
  private static let contextual: [ClosedRange<UInt32>] = [
    0xE000...0xF8FF, 0xFF01...0xFF5E, 0x2080...0x2089, 0x2212...0x2212, 0x3127...0x3127, 0x00AD...0x00AD,
    0x25A0...0x25A0, 0x25AA...0x25AB, 0x25B6...0x25B6, 0x25C6...0x25C7, 0x25CF...0x25CF, 0x25E6...0x25E6,
    0x25FC...0x25FE, 0x26AB...0x26AB, 0x27A2...0x27A2, 0x2027...0x2027, 0x30FB...0x30FB, 0x00B7...0x00B7,
    0x2B25...0x2B25, 0xFFED...0xFFED,
  ]

  /// Later rows override earlier ones.
  private static let ranges: [(ClosedRange<UInt32>, ScalarClass)] = [
    (0x0000...0x001F, .nothing), (0x0009...0x000D, .space), (0x0020...0x0020, .space),
    (0x0021...0x002F, .sign), (0x0030...0x0039, .digit), (0x003A...0x0040, .sign), (0x005B...0x0060, .sign),
    (0x007B...0x007E, .sign), (0x007F...0x009F, .nothing),
    (0x0021...0x0021, .closing), (0x0025...0x0025, .closing), (0x0028...0x0028, .opening),
    (0x0029...0x0029, .closing), (0x002C...0x002C, .closing), (0x002E...0x002E, .closing),
    (0x003A...0x003B, .closing), (0x003F...0x003F, .closing), (0x005B...0x005B, .opening),
    (0x005D...0x005D, .closing), (0x007B...0x007B, .opening), (0x007D...0x007D, .closing),
    (0x00A0...0x00A0, .space), (0x00A1...0x00BF, .sign), (0x00AA...0x00AA, .letter), (0x00AD...0x00AD, .nothing),
    (0x00B0...0x00B0, .closing), (0x00B2...0x00B3, .closing), (0x00B5...0x00B5, .letter), (0x00B9...0x00BA, .closing),
    (0x00BC...0x00BE, .digit), (0x00D7...0x00D7, .sign), (0x00F7...0x00F7, .sign),
    (0x02B0...0x02FF, .sign), (0x0300...0x036F, .mark),
    (0x2000...0x200A, .space), (0x200B...0x200F, .nothing), (0x2010...0x2027, .sign), (0x2018...0x2018, .opening),
    (0x2019...0x2019, .closing), (0x201C...0x201C, .opening), (0x201D...0x201D, .closing),
    (0x2022...0x2023, .opening), (0x2025...0x2026, .wide), (0x2027...0x2027, .wide),
    (0x2028...0x202E, .nothing), (0x202F...0x202F, .space), (0x2030...0x2031, .closing), (0x2032...0x205E, .sign),
    (0x203B...0x203B, .wide), (0x2043...0x2043, .opening), (0x205F...0x205F, .space), (0x2060...0x206F, .nothing),
    (0x2070...0x209F, .closing), (0x20A0...0x20CF, .sign), (0x20D0...0x20FF, .mark),
    (0x2103...0x2103, .closing), (0x2109...0x2109, .closing), (0x2122...0x2122, .closing),
    (0x2150...0x218F, .digit), (0x2190...0x21FF, .symbol), (0x2200...0x22FF, .sign), (0x2300...0x23FF, .symbol),
    (0x2460...0x24FF, .symbol), (0x2500...0x257F, .wide), (0x2580...0x27BF, .symbol), (0x27C0...0x27EF, .sign),
    (0x27F0...0x27FF, .symbol), (0x2900...0x297F, .symbol), (0x2980...0x2AFF, .sign), (0x2B00...0x2BFF, .symbol),
    (0x2E00...0x2E7F, .sign), (0x2E80...0xA4CF, .wide), (0x3000...0x3000, .space), (0x302A...0x302F, .mark),
    (0x3099...0x309A, .mark), (0xD800...0xDFFF, .nothing), (0xE000...0xF8FF, .symbol), (0xF900...0xFAFF, .wide),
    (0xFE00...0xFE0F, .nothing), (0xFE10...0xFE19, .wide), (0xFE20...0xFE2F, .mark), (0xFE30...0xFE6F, .wide),
    (0xFEFF...0xFEFF, .nothing), (0xFF00...0xFFEF, .wide), (0xFFF9...0xFFFB, .nothing), (0xFFFC...0xFFFC, .nothing),
    (0xFFFD...0xFFFD, .wide),
  ]
}
