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

  func starts(with opening: [UInt32]) -> Bool { scalars.starts(with: opening) }
}
