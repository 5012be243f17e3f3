import Foundation
import ReportModel

/// Says by Unicode's own rules, as Foundation has them, whether a change follows from its source.
///
/// It shares no table with the room that makes the changes.
struct ChangeOracle {
  let report: OriginReport
  /// Which glyphs stand raised or lowered, for each page.
  private let positions: [[Int32: Piece.Position]]
  private var compatible: [UInt32: String] = [:]

  init(_ report: OriginReport) {
    self.report = report
    positions = report.blocks.map { page in
      var raised: [Int32: Piece.Position] = [:]
      for piece in page.pieces {
        switch piece.position {
        case .baseline: continue
        case .superscript, .subscript: raised[piece.glyph] = piece.position
        }
      }
      return raised
    }
  }

  static func isInserted(_ scalar: Unicode.Scalar, _ change: TextChange) -> Bool {
    switch change {
    case .insertedSpace: scalar == " "
    case .separator: scalar == "\n" || scalar == "\t"
    case .none, .radical, .compatibilityIdeograph, .width, .presentationForm, .bullet, .raised, .lowered, .composed,
      .variant:
      false
    }
  }

  mutating func follows(
    _ scalar: Unicode.Scalar, from sources: ArraySlice<GlyphReference>, by change: TextChange, letter: Int
  ) -> Bool {
    let glyphs = sources.compactMap { report.glyph($0) }
    guard glyphs.count == sources.count, let glyph = glyphs.first, let source = sources.first else { return false }
    if case .composed = change {
      let whole = String(String.UnicodeScalarView(glyphs.map(\.scalar))).precomposedStringWithCanonicalMapping
      return Array(whole.unicodeScalars) == [scalar] || isCounter(scalar, glyphs)
    }
    guard glyphs.count == 1 else { return false }
    switch change {
    case .radical: return isRadical(glyph.scalarValue) && isTyped(scalar, for: glyph.scalar)
    case .compatibilityIdeograph:
      return !glyph.scalar.properties.isUnifiedIdeograph && isTyped(scalar, for: glyph.scalar)
    case .width: return glyph.scalar != scalar && isWidth(scalar, of: glyph.scalar)
    case .presentationForm: return isForm(scalar, of: glyph, source, letter)
    case .bullet: return scalar == "•" && isBulletSource(glyph, source)
    case .raised: return position(source) == .superscript && isRaised(scalar, glyph.scalar)
    case .lowered: return plain(glyph.scalar) == plain(scalar)
    case .variant: return VariantTable.typed[glyph.scalar] == scalar
    case .none, .composed, .insertedSpace, .separator: return false
    }
  }

  /// A figure drawn into a ring: ① is both of them.
  private mutating func isCounter(_ scalar: Unicode.Scalar, _ glyphs: [Glyph]) -> Bool {
    guard glyphs.count == 2, glyphs[0].scalar == "○", plain(scalar) == String(glyphs[1].scalar) else { return false }
    return glyphs[0].box.contains(x: glyphs[1].box.midX, y: glyphs[1].box.midY)
  }

  private func position(_ source: GlyphReference) -> Piece.Position? {
    report.places[source.page].flatMap { positions[$0][source.glyph] }
  }

  private func isRadical(_ value: UInt32) -> Bool {
    (0x2E80...0x2FDF).contains(value) || (0x31C0...0x31EF).contains(value)
  }

  /// What compatibility decomposition makes of a scalar.
  private mutating func plain(_ scalar: Unicode.Scalar) -> String {
    if let known = compatible[scalar.value] { return known }
    let found = String(scalar).precomposedStringWithCompatibilityMapping
    compatible[scalar.value] = found
    return found
  }

  /// An ordinary ideograph for one that is not: by Unicode's mapping, and then in the form that is typed.
  private mutating func isTyped(_ scalar: Unicode.Scalar, for source: Unicode.Scalar) -> Bool {
    guard scalar.properties.isUnifiedIdeograph else { return false }
    let mapped = RadicalTable.typed[source] ?? plain(source).unicodeScalars.first ?? source
    return mapped == scalar || VariantTable.typed[mapped] == scalar
  }

  private func isWidth(_ scalar: Unicode.Scalar, of source: Unicode.Scalar) -> Bool {
    switch source.value {
    case 0x3000: scalar == " "
    case 0xFF01...0xFF5E: scalar.value + 0xFEE0 == source.value
    case 0xFF61...0xFF65: "。「」、・".unicodeScalars.contains(scalar)
    case 0xFF70: scalar == "ー"
    default: false
    }
  }

  private mutating func isForm(
    _ scalar: Unicode.Scalar, of glyph: Glyph, _ source: GlyphReference, _ letter: Int
  ) -> Bool {
    if let font = report.page(source)?.fonts[Int(glyph.font)], SymbolFont(font) != nil {
      return scalar != glyph.scalar && !CleanText.isLeftOver(scalar)
    }
    if Self.dashes.contains(glyph.scalarValue) { return scalar == "-" }
    let letters = Array(plain(glyph.scalar).unicodeScalars)
    if (0xFE10...0xFE6F).contains(glyph.scalarValue) {
      // Small and upright forms of Chinese marks: the Chinese mark, where NFKC gives the narrow one.
      return letters == Array(plain(scalar).unicodeScalars) || scalar == "。" && letters == ["."]
    }
    return letters.indices.contains(letter) && letters[letter] == scalar
  }

  private static let dashes: Set<UInt32> = [0x2010, 0x2011, 0x2212]

  /// Private code points, letters of symbol fonts, and signs that lists are set with.
  private func isBulletSource(_ glyph: Glyph, _ source: GlyphReference) -> Bool {
    if let font = report.page(source)?.fonts[Int(glyph.font)], SymbolFont(font) != nil { return true }
    switch glyph.scalar.properties.generalCategory {
    case .privateUse, .otherSymbol, .mathSymbol: return true
    default: return "•·‧・．￭◦".unicodeScalars.contains(glyph.scalar)
    }
  }

  /// The same figure as an exponent, or as it is in marks that are no exponents.
  private mutating func isRaised(_ scalar: Unicode.Scalar, _ source: Unicode.Scalar) -> Bool {
    let minus = "\u{2212}"
    let shown = plain(source) == "-" && scalar == "⁻" ? minus : plain(source)
    return plain(scalar) == shown || VariantTable.typed[source] == scalar
  }
}
