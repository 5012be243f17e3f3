/// What a code point is to a reader of Taiwanese reports: something that stands in them, or hardly ever.
enum CodeKind {
  case space, usual, letter, ideograph, rareIdeograph, privateUse, control, unknown
  /// Of a script, or a corner of one, that these reports do not use.
  case strange
}

extension CodeKind {
  static func of(_ scalar: UInt32) -> CodeKind {
    if scalar < 0x80 { return ascii[Int(scalar)] }
    if scalar >= 0x4E00, scalar <= 0x9FFF {
      return isSet(CommonIdeographs.bits, scalar) ? .ideograph : .rareIdeograph
    }
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].last < scalar { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count && blocks[low].first <= scalar ? blocks[low].kind : .strange
  }

  private static let ascii: [CodeKind] = (0..<0x80).map { value in
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20: .space
    case 0..<0x20, 0x7F: .control
    case 0x41...0x5A, 0x61...0x7A: .letter
    default: .usual
    }
  }

  /// Beyond ASCII and the first block of ideographs, in order; what lies between is strange.
  private static let blocks: [(first: UInt32, last: UInt32, kind: CodeKind)] = [
    (0x0080, 0x009F, .control), (0x00A0, 0x00A0, .space), (0x00A1, 0x017F, .usual), (0x0192, 0x0192, .usual),
    (0x02C6, 0x02DD, .usual), (0x0370, 0x03FF, .usual), (0x0400, 0x045F, .usual), (0x1E00, 0x1EFF, .usual),
    (0x2000, 0x200F, .space), (0x2010, 0x2027, .usual), (0x2028, 0x202F, .space), (0x2030, 0x205E, .usual),
    (0x205F, 0x206F, .space), (0x2070, 0x218B, .usual), (0x2190, 0x23FF, .usual), (0x2460, 0x27FF, .usual),
    (0x2900, 0x297F, .usual), (0x2B00, 0x2BFF, .usual), (0x2E80, 0x2FDF, .ideograph), (0x2FF0, 0x2FFF, .strange),
    (0x3000, 0x3000, .space), (0x3001, 0x312F, .usual), (0x31A0, 0x31EF, .usual), (0x3200, 0x33FF, .usual),
    (0x3400, 0x4DBF, .rareIdeograph), (0xAC00, 0xD7A3, .usual), (0xE000, 0xF8FF, .privateUse),
    (0xF900, 0xFAFF, .ideograph), (0xFB00, 0xFB06, .usual), (0xFE00, 0xFE0F, .space), (0xFE10, 0xFE6F, .usual),
    (0xFEFF, 0xFEFF, .space), (0xFF01, 0xFFEF, .usual), (0xFFF0, 0xFFFF, .unknown), (0x1D400, 0x1D7FF, .usual),
    (0x1F000, 0x1FAFF, .usual), (0x20000, 0x3FFFF, .rareIdeograph), (0xE0100, 0xE01EF, .space),
    (0xF0000, 0x10FFFF, .privateUse),
  ]

  /// The eight letters that English uses most.
  static func isUsualLetter(_ scalar: UInt32) -> Bool {
    switch scalar | 0x20 {
    case 0x65, 0x74, 0x61, 0x6F, 0x69, 0x6E, 0x73, 0x72: true
    default: false
    }
  }

  static func isFrequent(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x4E00, scalar <= 0x9FFF else { return false }
    return isSet(FrequentIdeographs.bits, scalar)
  }

  /// Whether the table has an ideograph from U+4E00 on.
  private static func isSet(_ bits: [UInt64], _ scalar: UInt32) -> Bool {
    let place = Int(scalar) - 0x4E00
    return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }
}
