import ReportModel

/// Writes the glyphs of one page's lines into the text: the inner loop of the room.
///
/// It never changes; a class so that handing it on costs one reference, not one for each of its arrays.
final class LineWriter {
  let page: PageBlocks
  let glyphs: [Glyph]
  let number: Int32
  /// Which of the page's fonts draw symbols for letters (Wingdings and its like).
  let symbolFonts: [SymbolFont?]
  let words: WordEvidence
  let classes: [UInt8]
  private let hasSymbols: Bool

  init(page: PageBlocks, text: PageText, words: WordEvidence) {
    self.page = page
    glyphs = text.glyphs
    number = Int32(truncatingIfNeeded: page.number)
    symbolFonts = text.fonts.map { SymbolFont($0) }
    hasSymbols = symbolFonts.contains { $0 != nil }
    self.words = words
    classes = ScalarClasses.shared.bytes
  }

  /// Writes one line. `role` is that of its block; cells count as paragraphs.
  /// `hyphen` is the piece of a word break, to be dropped.
  func write(_ line: Line, role: BlockRole, hyphen: Int? = nil, into out: inout TextBuilder) {
    var atStart = true
    let leader = role == .tocEntry ? leader(in: line) : nil
    var ring: Box?
    for index in line.pieces {
      if let leader, leader.dropped.contains(index) {
        drop(page.pieces[index], value(index) == 0x20 ? .padding : .leader, &out)
        continue
      }
      if index == hyphen {
        drop(page.pieces[index], .hyphenation, &out)
        continue
      }
      if index == leader?.number { out.forceGap() }
      let piece = page.pieces[index]
      guard piece.glyph >= 0 else {
        out.gap()
        continue
      }
      let glyph = glyphs[Int(piece.glyph)]
      let value = glyph.scalarValue
      let byte = value < 0x10000 ? classes[Int(value)] : ScalarClasses.needsFolding
      let source = GlyphReference(page: number, glyph: piece.glyph)
      // A figure drawn into a ring is a counter: ①.
      if let box = ring, box.containsMiddle(of: glyph.box), out.compose(mark: value, from: source) {
        ring = nil
        continue
      }
      ring = value == 0x25CB ? glyph.box : nil
      if byte <= ScalarClass.space.rawValue, case .baseline = piece.position, !atStart,
        !hasSymbols || symbolFont(glyph) == nil,
        let kind = ScalarClass(rawValue: byte)
      {
        if case .space = kind { out.gap(value, from: source) } else { out.write(value, kind, from: source) }
        continue
      }
      writeClosely(FoldingPlace(line: line, index: index, role: role, atStart: atStart), into: &out)
      if byte & ~ScalarClasses.needsFolding != ScalarClass.space.rawValue { atStart = false }
    }
  }

  private func drop(_ piece: Piece, _ reason: DroppedSource.Reason, _ out: inout TextBuilder) {
    if piece.glyph >= 0 { out.drop(GlyphReference(page: number, glyph: piece.glyph), reason) }
  }

  /// The slow path: anything but a plain character inside a line.
  private func writeClosely(_ place: FoldingPlace, into out: inout TextBuilder) {
    let piece = page.pieces[place.index]
    let glyph = glyphs[Int(piece.glyph)]
    let source = GlyphReference(page: number, glyph: piece.glyph)
    let kind = ScalarClasses.shared.kind(glyph.scalarValue)
    switch kind {
    case .space: return out.gap(glyph.scalarValue, from: source)
    case .nothing: return out.drop(source, .zeroWidth)
    case .mark: if out.compose(mark: glyph.scalarValue, from: source) { return }
    case .wide, .letter, .digit, .opening, .closing, .sign, .symbol: break
    }
    if let letters = Folding.expansion(glyph.scalarValue) {
      out.write(letters[0], .letter, from: source, change: .presentationForm)
      for letter in letters.dropFirst() { out.writeMore(letter, .letter, change: .presentationForm) }
      return
    }
    if isOrnament(glyph, place) { return out.drop(source, .ornament) }
    let (value, change) = fold(glyph, piece.position, place)
    // A mark before the text of its line stands close to it, whatever follows.
    let isMark = place.atStart && (0x25A0...0x25FF).contains(value)
    out.write(value, isMark ? .opening : ScalarClasses.shared.kind(value), from: source, change: change)
  }
}

/// Where a glyph stands, for the rules that look around it.
struct FoldingPlace {
  var line: Line
  /// Into the page's pieces.
  var index: Int
  var role: BlockRole
  /// Whether nothing but spaces precedes it in its line.
  var atStart: Bool
}
