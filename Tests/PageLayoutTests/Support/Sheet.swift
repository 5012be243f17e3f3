import ReportModel

/// A page drawn by hand for a test: text with its baseline at a place, lines, areas, pictures.
///
/// Chinese characters are an em wide, Latin letters and digits half an em, spaces a quarter.
struct Sheet {
  private(set) var page: PageText
  private(set) var lastX: Float = 0

  static let plain: UInt16 = 0
  static let bold: UInt16 = 1

  init(number: Int = 1, width: Float = 595, height: Float = 842, draw: (inout Sheet) -> Void) {
    page = PageText(
      number: number, width: width, height: height,
      fonts: [FontFace(name: "Ming"), FontFace(name: "MingBold", isBold: true)])
    draw(&self)
  }

  /// Sets a text; `spacing` is added after each glyph, in ems. A space is drawn as a glyph.
  mutating func text(
    _ text: String, _ x: Float, _ y: Float, size: Float = 10, font: UInt16 = Sheet.plain, spacing: Float = 0,
    color: UInt32 = 0, traits: Glyph.Traits = []
  ) {
    var pen = x
    for scalar in text.unicodeScalars {
      let advance = Sheet.width(scalar) * size
      let box = Box(x0: pen, y0: y - 0.88 * size, x1: pen + advance, y1: y + 0.12 * size)
      add(scalar, box, x: pen, y: y, size: size, font: font, color: color, traits: traits)
      pen += advance + spacing * size
    }
    lastX = pen
  }

  /// Goes on where the last text ended, raised by a part of its own size.
  mutating func raised(_ text: String, _ y: Float, size: Float, by rise: Float = 0.6) {
    self.text(text, lastX, y - rise * size, size: size)
  }

  /// Lines of one paragraph, each at its own baseline.
  mutating func lines(_ lines: [String], _ x: Float, _ y: Float, size: Float = 10, leading: Float = 1.6) {
    for (index, line) in lines.enumerated() { text(line, x, y + Float(index) * leading * size, size: size) }
  }

  /// Writes downwards, as fonts for vertical text do.
  mutating func down(_ text: String, _ x: Float, _ y: Float, size: Float = 10) {
    var pen = y
    for scalar in text.unicodeScalars {
      let box = Box(x0: x - size / 2, y0: pen, x1: x + size / 2, y1: pen + size)
      add(scalar, box, x: x, y: pen, size: size, font: Sheet.plain, direction: .down, traits: .verticalWriting)
      pen += size
    }
  }

  mutating func glyph(_ glyph: Glyph) { page.glyphs.append(glyph) }

  mutating func ruling(_ x0: Float, _ y0: Float, _ x1: Float, _ y1: Float) {
    page.rulings.append(Ruling(box: Box(x0: x0, y0: y0, x1: max(x1, x0 + 0.5), y1: max(y1, y0 + 0.5))))
  }

  mutating func fill(_ x0: Float, _ y0: Float, _ x1: Float, _ y1: Float, color: UInt32 = 0xDDDDDD) {
    page.fills.append(Fill(box: Box(x0: x0, y0: y0, x1: x1, y1: y1), color: color))
  }

  mutating func picture(_ x0: Float, _ y0: Float, _ x1: Float, _ y1: Float) {
    page.pictures.append(Box(x0: x0, y0: y0, x1: x1, y1: y1))
  }

  mutating func outline(_ x0: Float, _ y0: Float, _ x1: Float, _ y1: Float) {
    page.outlines.append(Box(x0: x0, y0: y0, x1: x1, y1: y1))
  }

  mutating func fault(_ fault: PageFault) { page.faults.append(fault) }

  /// Draws the same glyphs in another order; a permutation of the lines as they were set, not of single glyphs.
  mutating func reverseStream() {
    var lines: [[Glyph]] = []
    for glyph in page.glyphs {
      if let last = lines.last?.last, last.originY == glyph.originY, glyph.originX >= last.originX {
        lines[lines.count - 1].append(glyph)
      } else {
        lines.append([glyph])
      }
    }
    page.glyphs = lines.reversed().flatMap { $0 }
  }

  /// A table's lines: all verticals at `columns`, all horizontals at `rows`.
  mutating func grid(columns: [Float], rows: [Float]) {
    for x in columns { ruling(x, rows[0], x, rows[rows.count - 1]) }
    for y in rows { ruling(columns[0], y, columns[columns.count - 1], y) }
  }

  private mutating func add(
    _ scalar: Unicode.Scalar, _ box: Box, x: Float, y: Float, size: Float, font: UInt16, direction: Direction = .right,
    color: UInt32 = 0, traits: Glyph.Traits
  ) {
    page.glyphs.append(
      Glyph(
        scalarValue: scalar.value, box: box, originX: x, originY: y, size: size, font: font,
        directionValue: direction.rawValue, traits: traits, color: color, code: scalar.value))
  }

  private static func width(_ scalar: Unicode.Scalar) -> Float {
    if scalar == " " { return 0.25 }
    return scalar.value < 0x2E80 ? 0.5 : 1
  }
}
