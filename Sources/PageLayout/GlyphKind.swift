/// What a scalar is to the layout: enough to tell words, bullets and sentence ends apart, no more.
enum GlyphKind: UInt8 {
  case ideograph
  /// Chinese punctuation and full-width signs: takes a whole em, never wants a space.
  case wideSign
  case letter
  case digit
  case bullet
  case sign
  case space
  case control
  /// No Unicode value, or one that no font should draw as itself.
  case unknown
}

extension GlyphKind {
  /// Kinds of the scalars below U+0100; the rest is told by range.
  private static let latin: [GlyphKind] = (0..<256).map { value in
    switch UInt32(value) {
    case 0x09, 0x20, 0xA0: .space
    case 0..<0x20, 0x7F..<0xA0, 0xAD: .control
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF: .letter
    case 0xB7: .bullet
    default: .sign
    }
  }

  static func of(_ scalar: UInt32) -> GlyphKind {
    if scalar < 0x100 { return latin[Int(scalar)] }
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0xF900...0xFAFF, 0x2E80...0x2FDF, 0x3005...0x3007,
      0x3021...0x3029, 0x3040...0x30FF, 0x3105...0x312F:
      return .ideograph
    case 0x3000, 0x2000...0x200A, 0x202F, 0x205F: return .space
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: return .control
    case 0xFF10...0xFF19: return .digit
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return .letter
    case 0x3001...0x303F, 0xFE30...0xFE6F, 0xFF01...0xFFEF: return .wideSign
    // The private block at 0xF000 is where symbol fonts have their shapes.
    case 0x2022, 0x2023, 0x2027, 0x2043, 0x2219, 0x25A0...0x25FF, 0x2605, 0x2606, 0x2700...0x2767, 0x2794...0x27BF,
      0x2B1B...0x2B1C, 0xF000...0xF0FF:
      return .bullet
    case 0xFFFD, 0xE000...0xEFFF, 0xF100...0xF8FF: return .unknown
    case 0x0100...0x024F, 0x0370...0x03FF, 0x0400...0x04FF, 0x1E00...0x1EFF, 0xFB00...0xFB06: return .letter
    case 0x2160...0x217F, 0x2460...0x24FF, 0x3200...0x33FF: return .wideSign
    default: return .sign
    }
  }

  /// Set on a square body: written without spaces between.
  var isWide: Bool { self == .ideograph || self == .wideSign }
}

/// Scalars that end a sentence or a clause list, so that a line ending in one may end its paragraph.
func endsSentence(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x2E, 0xFF0E, 0xFF61, 0xFE52: true
  default: false
  }
}

func isColon(_ scalar: UInt32) -> Bool { scalar == 0x3A || scalar == 0xFF1A }

/// Closing quotes and brackets that may follow a sentence's full stop.
func closesBracket(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x29, 0xFF09, 0x300D, 0x300F, 0x3011, 0x300B, 0x3015, 0x201D, 0x2019, 0x5D, 0xFF3D: true
  default: false
  }
}
