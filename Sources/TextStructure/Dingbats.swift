import ReportModel

/// Bullets and ticks that fonts draw for letters or private code points.
enum Dingbats {
  static func isDingbatFont(_ font: FontFace) -> Bool {
    let name = font.name.lowercased()
    return ["wingdings", "webdings", "dingbats"].contains { name.contains($0) }
  }

  /// "•" where the glyph is a bullet: any private-use or dingbat glyph before text, and in list items
  /// the ordinary characters that are set as bullets.
  static func bullet(_ glyph: Glyph, isDingbat: Bool, role: BlockRole) -> UInt32? {
    let value = glyph.scalarValue
    if sign(value, isDingbat: isDingbat) != nil { return nil }
    if (0xE000...0xF8FF).contains(value) { return 0x2022 }
    if isDingbat, (0x21...0xFF).contains(value) { return 0x2022 }
    return role == .listItem && listBullets.contains(value) ? 0x2022 : nil
  }

  /// What a Wingdings glyph other than a bullet shows.
  static func sign(_ value: UInt32, isDingbat: Bool) -> UInt32? {
    guard isDingbat, value <= 0xFF || (0xF020...0xF0FF).contains(value) else { return nil }
    return wingdings[value & 0xFF]
  }

  private static let wingdings: [UInt32: UInt32] = [
    0xE0: 0x2192, 0xDF: 0x2190, 0xE1: 0x2191, 0xE2: 0x2193, 0xFB: 0x2717, 0xFC: 0x2713, 0xFD: 0x2612, 0xFE: 0x2611,
  ]

  private static let listBullets: Set<UInt32> = [
    0x00B7, 0x2027, 0x25A0, 0x25AA, 0x25AB, 0x25B6, 0x25C6, 0x25C7, 0x25CF, 0x25E6, 0x25FC, 0x25FE, 0x26AB, 0x27A2,
    0x2B25, 0x30FB, 0xFF0E, 0xFFED,
  ]
}
