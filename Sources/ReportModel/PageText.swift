/// One page as the PDF draws it: glyphs in content-stream order, and the plain geometry around them.
///
/// Nothing is interpreted yet: no lines, no words, no reading order.
package struct PageText: Sendable, Equatable {
  /// 1-based place in the file.
  package var number: Int
  /// The page's printed label where the file states one ("iv", "12").
  package var label: String?
  /// Size as displayed: crop box and rotation applied.
  package var width: Float
  package var height: Float
  /// In content-stream order.
  package var glyphs: [Glyph]
  package var fonts: [FontFace]
  /// Straight axis-parallel strokes and fills, thinner than `Ruling.thickest`.
  package var rulings: [Ruling]
  /// Axis-parallel filled rectangles that are not rulings: shaded cells, cards, bars of charts, backgrounds.
  package var fills: [Fill]
  /// Where pictures (images, shadings) stand.
  package var pictures: [Box]
  /// Boxes of filled shapes that are neither rulings nor rectangles; glyph-sized ones may be text as outlines.
  package var outlines: [Box]
  /// What could not be read as the file has it.
  package var faults: [PageFault]

  package init(
    number: Int, label: String? = nil, width: Float, height: Float, glyphs: [Glyph] = [], fonts: [FontFace] = [],
    rulings: [Ruling] = [], fills: [Fill] = [], pictures: [Box] = [], outlines: [Box] = [], faults: [PageFault] = []
  ) {
    self.number = number
    self.label = label
    self.width = width
    self.height = height
    self.glyphs = glyphs
    self.fonts = fonts
    self.rulings = rulings
    self.fills = fills
    self.pictures = pictures
    self.outlines = outlines
    self.faults = faults
  }

  package var box: Box { Box(x0: 0, y0: 0, x1: width, y1: height) }
}

/// One Unicode scalar where the page draws it.
///
/// A PDF glyph that spells several scalars (a ligature) becomes several glyphs that share its width evenly;
/// all but the first carry `.continuesLigature`. A glyph without any known Unicode value has scalar U+FFFD.
/// Plain stored numbers only: a page's glyphs cross the process border as raw memory.
package struct Glyph: Sendable, BitwiseCopyable, Equatable {
  package var scalarValue: UInt32
  /// The glyph's cell: advance wide, ascent to descent high.
  package var box: Box
  /// The pen position on the baseline where the glyph was drawn.
  package var originX: Float
  package var originY: Float
  /// The font size as displayed.
  package var size: Float
  /// Index into the page's `fonts`.
  package var font: UInt16
  package var directionValue: UInt8
  package var traits: Traits
  /// Fill (or stroke) colour as 0xRRGGBB.
  package var color: UInt32
  /// The character code in the font, to tell how the scalar was found.
  package var code: UInt32
  /// The marked-content id of the tagged structure, or -1.
  package var mark: Int32

  package init(
    scalarValue: UInt32, box: Box, originX: Float, originY: Float, size: Float, font: UInt16 = 0,
    directionValue: UInt8 = 0, traits: Traits = [], color: UInt32 = 0, code: UInt32 = 0, mark: Int32 = -1
  ) {
    self.scalarValue = scalarValue
    self.box = box
    self.originX = originX
    self.originY = originY
    self.size = size
    self.font = font
    self.directionValue = directionValue
    self.traits = traits
    self.color = color
    self.code = code
    self.mark = mark
  }

  @inlinable
  package var scalar: Unicode.Scalar { Unicode.Scalar(scalarValue) ?? "\u{FFFD}" }

  /// Which way the text runs, as displayed.
  @inlinable
  package var direction: Direction { Direction(rawValue: directionValue) ?? .oblique }

  package struct Traits: OptionSet, Sendable, BitwiseCopyable, Hashable {
    package let rawValue: UInt8
    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Drawn with render mode 3: there but not shown (a text layer under a scan).
    package static let invisible = Traits(rawValue: 1 << 0)
    /// Outside the clip path when drawn: there but not shown.
    package static let clipped = Traits(rawValue: 1 << 1)
    /// Not the first scalar of a PDF glyph that spells several.
    package static let continuesLigature = Traits(rawValue: 1 << 2)
    /// The font writes downwards (vertical writing mode).
    package static let verticalWriting = Traits(rawValue: 1 << 3)
    /// The file marks this content as an artifact (tagged PDFs: headers, footers, ornaments).
    package static let artifact = Traits(rawValue: 1 << 4)
    /// The scalar is a guess: the font has no map from codes to Unicode.
    package static let guessed = Traits(rawValue: 1 << 5)
    /// Stands in for the file's own replacement text (/ActualText).
    package static let actualText = Traits(rawValue: 1 << 6)
  }
}

/// Which way the pen moves from glyph to glyph, as displayed.
package enum Direction: UInt8, Sendable, Codable {
  case right, down, left, up
  /// Neither: text on a slant.
  case oblique
}

package struct FontFace: Sendable, Equatable, Codable {
  /// The PostScript name without its subset prefix.
  package var name: String
  package var isBold: Bool
  package var isItalic: Bool
  package var isType3: Bool
  /// Whether the file says which characters the codes mean (a ToUnicode map or a known encoding).
  package var hasUnicodeMap: Bool
  package var isEmbedded: Bool

  package init(
    name: String, isBold: Bool = false, isItalic: Bool = false, isType3: Bool = false, hasUnicodeMap: Bool = true,
    isEmbedded: Bool = true
  ) {
    self.name = name
    self.isBold = isBold
    self.isItalic = isItalic
    self.isType3 = isType3
    self.hasUnicodeMap = hasUnicodeMap
    self.isEmbedded = isEmbedded
  }
}

/// A straight line on the page, as a thin box.
package struct Ruling: Sendable, BitwiseCopyable, Equatable {
  package var box: Box
  package var color: UInt32

  /// A filled rectangle up to this thin (points) counts as a line.
  package static let thickest: Float = 3

  package init(box: Box, color: UInt32 = 0) {
    self.box = box
    self.color = color
  }

  @inlinable
  package var isHorizontal: Bool { box.width >= box.height }
}

/// A filled rectangle.
package struct Fill: Sendable, BitwiseCopyable, Equatable {
  package var box: Box
  package var color: UInt32

  package init(box: Box, color: UInt32) {
    self.box = box
    self.color = color
  }
}

/// Something on a page that could not be read as the file has it.
package enum PageFault: Sendable, Equatable, Codable {
  /// More glyphs than a page may have; the rest is lost.
  case tooManyGlyphs(limit: Int)
  /// More lines and shapes than are kept; tables may be missed.
  case tooManyShapes(limit: Int)
  /// The page's content could not be parsed to its end.
  case damaged(String)
  /// The worker died or was stopped on this page.
  case abandoned(String)
}
