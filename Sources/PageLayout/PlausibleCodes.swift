import ReportModel

/// Tells fonts whose code points cannot be what they draw.
///
/// A font without a map from its codes to characters yields its glyph numbers: control characters, rare ideographs
/// and scripts that nobody writes here, in a random mixture. Each font of a page is judged by all its glyphs there.
enum PlausibleCodes {
  struct Doubt: Equatable {
    var font: String
    var glyphs: Int
  }

  /// The fonts in doubt, and how many glyphs of any font the page has, without spaces.
  static func doubtful(_ page: PageText) -> (fonts: [Doubt], total: Int) {
    var tallies = [CodeTally](repeating: CodeTally(), count: page.fonts.count)
    var lastPrivate = -1
    for (index, glyph) in page.glyphs.enumerated() where Int(glyph.font) < tallies.count {
      let kind = CodeKind.of(glyph.scalarValue)
      tallies[Int(glyph.font)].add(glyph, kind)
      guard kind == .privateUse else { continue }
      if lastPrivate == index - 1, index > 0, isBeside(page.glyphs[index - 1], glyph) {
        tallies[Int(glyph.font)].privatePairs += 1
      }
      lastPrivate = index
    }
    let fonts = zip(page.fonts, tallies).compactMap { font, tally in
      let count = tally.doubtful(font)
      return count > 0 ? Doubt(font: font.name, glyphs: count) : nil
    }
    return (fonts, tallies.reduce(0) { $0 + $1.total })
  }

  private static func isBeside(_ a: Glyph, _ b: Glyph) -> Bool {
    a.font == b.font && abs(a.originY - b.originY) <= 0.1 * a.size && abs(b.box.x0 - a.box.x1) <= 0.5 * a.size
  }
}

/// What was counted of one font on one page.
struct CodeTally {
  private(set) var total = 0
  private(set) var guessed = 0
  private(set) var ideographs = 0
  private(set) var rare = 0
  private(set) var frequent = 0
  private(set) var letters = 0
  private(set) var usualLetters = 0
  private(set) var unknown = 0
  private(set) var unknownCodes: UInt64 = 0
  private(set) var strange = 0
  /// A bit for each block of 256 that strange characters come from (folded to 64).
  private(set) var strangeBlocks: UInt64 = 0
  private(set) var controls = 0
  private(set) var controlValues: UInt64 = 0
  private(set) var privateUse = 0
  private(set) var privateValues: UInt64 = 0
  var privatePairs = 0

  private static let fewestToJudge = 8
  /// Real Chinese text stays above 0.9 common and 0.6 frequent; glyph numbers come to 0.4, shuffled codes to 0.2.
  private static let leastCommon = 0.7
  private static let leastFrequent = 0.25
  private static let enoughForFrequent = 60
  private static let mostBad = 0.3
  /// In English, eight letters make up 0.62 of all; shifted codes come to less than half of that.
  private static let leastUsualLetters = 0.4
  private static let enoughLetters = 40

  mutating func add(_ glyph: Glyph, _ kind: CodeKind) {
    if kind == .space { return }
    total += 1
    if glyph.traits.contains(.guessed) { guessed += 1 }
    let value = glyph.scalarValue
    switch kind {
    case .space, .usual: break
    case .letter:
      letters += 1
      if CodeKind.isUsualLetter(value) { usualLetters += 1 }
    case .ideograph:
      ideographs += 1
      if CodeKind.isFrequent(value) { frequent += 1 }
    case .rareIdeograph:
      ideographs += 1
      rare += 1
    case .unknown:
      unknown += 1
      unknownCodes |= 1 << UInt64(glyph.code & 63)
    case .strange:
      strange += 1
      strangeBlocks |= 1 << UInt64((value >> 8) & 63)
    case .control:
      controls += 1
      controlValues |= 1 << UInt64(value & 63)
    case .privateUse:
      privateUse += 1
      privateValues |= 1 << UInt64(value & 63)
    }
  }

  /// How many of the font's glyphs are not what their code points say: all where the font as a whole is in doubt.
  func doubtful(_ font: FontFace) -> Int {
    let bad = surelyBad(font)
    guard total >= Self.fewestToJudge else { return bad }
    return isChaos(bad, font) ? total : bad
  }

  private func surelyBad(_ font: FontFace) -> Int {
    // One control character throughout is a space or a joint that the font draws as nothing.
    let control = controlValues.nonzeroBitCount >= 2 ? controls : 0
    // A language of its own has a block or two; chaos has many.
    let isMixture = strangeBlocks.nonzeroBitCount >= 3 || isGuessed(font)
    // Bullets and icons stand alone; text in private codes stands in rows.
    let isPrivateText = privatePairs * 2 >= privateUse && privateValues.nonzeroBitCount >= 6
    // So may a glyph without a name, over and over, be a bullet; several are words.
    let nameless = unknownCodes.nonzeroBitCount >= 3 ? unknown : 0
    return nameless + control + (isMixture ? strange : 0) + (isPrivateText ? privateUse : 0)
  }

  private func isChaos(_ bad: Int, _ font: FontFace) -> Bool {
    let rareAmong = ideographs >= Self.fewestToJudge ? rare : 0
    if Double(bad + rareAmong) >= Self.mostBad * Double(total) { return true }
    if ideographs >= Self.fewestToJudge {
      if Double(ideographs - rare) < Self.leastCommon * Double(ideographs) { return true }
      if ideographs >= Self.enoughForFrequent, Double(frequent) < Self.leastFrequent * Double(ideographs) {
        return true
      }
    }
    return isGuessed(font) && letters >= Self.enoughLetters
      && Double(usualLetters) < Self.leastUsualLetters * Double(letters)
  }

  private func isGuessed(_ font: FontFace) -> Bool { !font.hasUnicodeMap || guessed * 2 > total }
}
