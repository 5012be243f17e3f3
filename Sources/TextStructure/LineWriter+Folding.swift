import ReportModel

/// The rules of folding that look at a glyph's neighbours, font or place.
extension LineWriter {
  func fold(_ glyph: Glyph, _ position: Piece.Position, _ place: FoldingPlace) -> (UInt32, TextChange) {
    let font = symbolFont(glyph)
    let value = font == nil ? glyph.scalarValue : SymbolFont.value(of: glyph)
    if isBullet(glyph, place) { return (0x2022, .bullet) }
    if let shown = font?.shown(value) { return (shown, .presentationForm) }
    // A mark that stands alone: that it is there is all that can be said.
    if let font, font.draws(value) { return (0x2022, .bullet) }
    let (plain, change) = foldAlone(value, place)
    switch position {
    case .baseline: return (plain, change)
    case .superscript: return (raise(plain, place), .raised)
    case .subscript: return (plain, .lowered)
    }
  }

  func symbolFont(_ glyph: Glyph) -> SymbolFont? {
    Int(glyph.font) < symbolFonts.count ? symbolFonts[Int(glyph.font)] : nil
  }

  private func isBullet(_ glyph: Glyph, _ place: FoldingPlace) -> Bool {
    place.atStart && !holdsFigure(glyph, place)
      && Bullets.isBullet(glyph.scalarValue, font: symbolFont(glyph), role: place.role)
      && hasNeighbour(place)
  }

  /// Whether a ring has a figure drawn into it.
  private func holdsFigure(_ glyph: Glyph, _ place: FoldingPlace) -> Bool {
    guard glyph.scalarValue == 0x25CB, place.line.pieces.contains(place.index + 1) else { return false }
    let next = page.pieces[place.index + 1].glyph
    guard next >= 0 else { return false }
    let box = glyphs[Int(next)].box
    return glyph.box.containsMiddle(of: box)
  }

  /// An arrow or flower of a symbol font inside a line, with no character of its own: nobody would type it.
  func isOrnament(_ glyph: Glyph, _ place: FoldingPlace) -> Bool {
    guard !place.atStart, let font = symbolFont(glyph) else { return false }
    let value = SymbolFont.value(of: glyph)
    return font.draws(value) && font.shown(value) == nil
  }

  private func foldAlone(_ value: UInt32, _ place: FoldingPlace) -> (UInt32, TextChange) {
    if let rule = WidthRule.of(value) {
      return appliesHere(rule, place) ? (value - 0xFEE0, .width) : (value, .none)
    }
    switch value {
    case 0x2080...0x2089: return (value - 0x2080 + 0x30, .lowered)
    // A minus sign before a figure is typed as a hyphen.
    case 0x2212: return neighbour(place, 1).map(isDigit) == true ? (0x2D, .presentationForm) : (value, .none)
    // The bopomofo letter that input methods give for 一.
    case 0x3127:
      return [-1, 1].contains { neighbour(place, $0).map(isIdeograph) == true } ? (0x4E00, .variant) : (value, .none)
    default: return Folding.single(value) ?? (value, .none)
    }
  }

  private func appliesHere(_ rule: WidthRule, _ place: FoldingPlace) -> Bool {
    let before = neighbour(place, -1)
    let after = neighbour(place, 1)
    switch rule {
    case .keep: return false
    case .always: return true
    case .inWords: return before.map(isWord) == true || after.map(isWord) == true
    case .betweenNarrow: return before.map(isNarrow) == true && after.map(isNarrow) == true
    case .beforeNumbers:
      return after.map(isDigit) == true && before.map { !isIdeograph($0) } ?? true
        || before.map(isNarrow) == true && after.map(isNarrow) == true
    }
  }

  /// Raised figures become exponents, but in marks such as 註2 and ［1］ the figure is an ordinary one.
  private func raise(_ value: UInt32, _ place: FoldingPlace) -> UInt32 {
    guard let raised = Folding.raised(value) else { return value }
    for step in [-1, 1] {
      let index = place.index + step
      guard place.line.pieces.contains(index), page.pieces[index].position == .superscript,
        page.pieces[index].glyph >= 0
      else { continue }
      let beside = glyphs[Int(page.pieces[index].glyph)].scalarValue
      if isIdeograph(beside) || Self.brackets.contains(beside) { return value }
    }
    return raised
  }

  private static let brackets = Set("[]()［］（）〔〕【】".unicodeScalars.map(\.value))

  /// The scalar drawn right beside, in the same line; nil at its ends and at gaps.
  private func neighbour(_ place: FoldingPlace, _ step: Int) -> UInt32? {
    let index = place.index + step
    guard place.line.pieces.contains(index), page.pieces[index].glyph >= 0 else { return nil }
    let value = glyphs[Int(page.pieces[index].glyph)].scalarValue
    return ScalarClasses.shared.kind(value) == .space ? nil : value
  }

  /// Whether anything to read follows in the line.
  private func hasNeighbour(_ place: FoldingPlace) -> Bool {
    page.pieces[place.index + 1..<place.line.pieces.upperBound].contains { piece in
      piece.glyph >= 0 && ScalarClasses.shared.kind(glyphs[Int(piece.glyph)].scalarValue) != .space
    }
  }

  private func isDigit(_ value: UInt32) -> Bool {
    (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
  }

  private func isIdeograph(_ value: UInt32) -> Bool {
    (0x2E80...0x2FDF).contains(value) || (0x3400...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
      || value >= 0x20000
  }

  /// Letters and digits of either width.
  private func isWord(_ value: UInt32) -> Bool {
    switch ScalarClasses.shared.kind(WidthRule.of(value) == nil ? value : value - 0xFEE0) {
    case .letter, .digit: true
    case .wide, .opening, .closing, .sign, .symbol, .space, .nothing, .mark: false
    }
  }

  /// Anything of ordinary width, or that will be.
  private func isNarrow(_ value: UInt32) -> Bool {
    if let rule = WidthRule.of(value) { return rule != .keep && rule != .betweenNarrow }
    switch ScalarClasses.shared.kind(value) {
    case .letter, .digit, .opening, .closing, .sign: return true
    case .wide, .symbol, .space, .nothing, .mark: return false
    }
  }
}
