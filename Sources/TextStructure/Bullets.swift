import ReportModel

/// Which glyphs at the start of a line are its bullet.
enum Bullets {
  /// Whether the glyph is a bullet where text follows it: what symbol fonts draw but figures and ticks, private
  /// code points, and in list items the ordinary characters that are set as bullets.
  static func isBullet(_ value: UInt32, font: SymbolFont?, role: BlockRole) -> Bool {
    if let shown = font?.shown(value) { return ordinary.contains(shown) }
    if let font, font.drawsForLetters, SymbolFont.code(value) != nil { return true }
    if (0xE000...0xF8FF).contains(value) { return true }
    return role == .listItem && ordinary.contains(value)
  }

  private static let ordinary: Set<UInt32> = [
    0x00B7, 0x2022, 0x2027, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B7, 0x25C6, 0x25C7, 0x25CB, 0x25CF, 0x25E6,
    0x25FC, 0x25FE, 0x26AB, 0x2751, 0x2756, 0x27A2, 0x2794, 0x2B25, 0x30FB, 0xFF0E, 0xFFED,
  ]
}
