import ReportModel

/// A page written down as text, for tests: each scalar a glyph 10 points wide on lines 12 points apart.
///
/// In a line, `¦` is a gap without a glyph, `^x` a raised and `_x` a lowered glyph.
struct PageSketch {
  var number = 1
  private(set) var text: PageText
  private(set) var page: PageBlocks
  private var y: Float = 10

  init(number: Int = 1, fonts: [FontFace] = [FontFace(name: "Ming")]) {
    self.number = number
    text = PageText(number: number, width: 600, height: 800, fonts: fonts)
    page = PageBlocks(number: number, width: 600, height: 800)
  }

  mutating func block(
    _ lines: [String], _ role: BlockRole = .paragraph, level: Int? = nil, continues: Bool = false,
    ends: Set<Int> = [], font: UInt16 = 0
  ) {
    let first = page.lines.count
    for (index, line) in lines.enumerated() { addLine(line, ends: ends.contains(index), font: font) }
    let added = page.lines[first...]
    let box = added.dropFirst().reduce(added.first?.box ?? Box(x0: 0, y0: y, x1: 0, y1: y)) { $0.union($1.box) }
    page.blocks.append(
      Block(role: role, level: level, box: box, lines: first..<page.lines.count, continuesEarlier: continues))
  }

  mutating func table(_ rows: [[String]], headerRows: Int = 1, continues: Bool = false) {
    let first = page.lines.count
    var cells: [TableGrid.Cell] = []
    for (r, row) in rows.enumerated() {
      for (c, cell) in row.enumerated() {
        let start = page.lines.count
        for line in cell.split(separator: "\n") { addLine(String(line), ends: false, font: 0) }
        let box = page.lines[start...].first?.box ?? Box(x0: 0, y0: y, x1: 0, y1: y)
        cells.append(TableGrid.Cell(rows: r..<r + 1, columns: c..<c + 1, box: box, lines: start..<page.lines.count))
      }
    }
    let grid = TableGrid(
      rowCount: rows.count, columnCount: rows.first?.count ?? 0, headerRows: headerRows, headerColumns: 1,
      cells: cells)
    page.blocks.append(
      Block(
        role: .table, box: Box(x0: 10, y0: 10, x1: 300, y1: y), lines: first..<page.lines.count, table: grid,
        continuesEarlier: continues))
  }

  mutating func label(_ label: String) {
    page.label = label
  }

  mutating func drop(_ scalar: Unicode.Scalar, _ reason: DroppedGlyph.Reason) {
    page.dropped.append(DroppedGlyph(glyph: addGlyph(scalar, x: 0, font: 0), reason: reason))
  }

  private mutating func addLine(_ line: String, ends: Bool, font: UInt16) {
    let first = page.pieces.count
    var x: Float = 10
    var position = Piece.Position.baseline
    for scalar in line.unicodeScalars {
      switch scalar {
      case "¦": page.pieces.append(Piece(glyph: Piece.gap))
      case "^": position = .superscript
      case "_": position = .subscript
      default:
        page.pieces.append(Piece(glyph: addGlyph(scalar, x: x, font: font), position: position))
        position = .baseline
      }
      x += 10
    }
    page.lines.append(
      Line(
        pieces: first..<page.pieces.count, box: Box(x0: 10, y0: y, x1: x, y1: y + 10), endsParagraph: ends))
    y += 12
  }

  private mutating func addGlyph(_ scalar: Unicode.Scalar, x: Float, font: UInt16) -> Int32 {
    let box = Box(x0: x, y0: y, x1: x + 10, y1: y + 10)
    text.glyphs.append(
      Glyph(scalarValue: scalar.value, box: box, originX: x, originY: y + 8, size: 10, font: font))
    return Int32(text.glyphs.count - 1)
  }
}

extension ReportText {
  var whole: String { string(0..<text.count) }
}
