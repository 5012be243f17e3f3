import ReportModel

/// Counts the characters that are drawn as shapes instead of set as text.
///
/// A row of shapes reads as a string of characters where they are of the height of type, stand close together on a
/// common foot, and none is much wider than high. Icons stand too far apart, maps and drawings have no foot.
struct OutlinedText {
  /// In points.
  private static let heights: ClosedRange<Float> = 4...40
  private static let largestShape: Float = 60
  private static let tallestShape: Float = 48
  private static let fewestShapes = 8
  /// Shapes nearer than this are drawn twice, for weight or a shadow.
  private static let sameSpot: Float = 1.5
  /// In heights of the row: how far apart characters of one string stand.
  private static let widestGap: Float = 0.8
  private static let fewestCharacters = 4
  /// A page has outlined text where one string is at least this long: wordmarks are shorter.
  private static let fewestInLongest = 8

  static func count(_ page: PageText, _ ink: [InkGlyph]) -> Int {
    guard page.outlines.count >= fewestShapes else { return 0 }
    let shapes = distinct(page.outlines)
    guard shapes.count >= fewestShapes else { return 0 }
    let free = beside(ink.map { page.glyphs[Int($0.glyph)].box }, shapes)
    guard free.count >= fewestShapes else { return 0 }
    let counts = rows(free).flatMap(strings).map(characters)
    guard let longest = counts.max(), longest >= fewestInLongest else { return 0 }
    return counts.reduce(0, +)
  }

  private static func distinct(_ outlines: [Box]) -> [Box] {
    var seen: Set<Box> = []
    return outlines.filter { box in
      let side = max(box.width, box.height)
      guard side >= 0.8, side <= largestShape, box.height <= tallestShape else { return false }
      let spot = Box(
        x0: (box.x0 / sameSpot).rounded(), y0: (box.y0 / sameSpot).rounded(), x1: (box.x1 / sameSpot).rounded(),
        y1: (box.y1 / sameSpot).rounded())
      return seen.insert(spot).inserted
    }
  }

  /// The shapes that have no glyph over their middle: underlays and bullets belong to text that is read.
  private static func beside(_ glyphs: [Box], _ shapes: [Box]) -> [Box] {
    var taken: Set<Square> = []
    for glyph in glyphs {
      for row in Square.range(glyph.y0, glyph.y1) {
        for column in Square.range(glyph.x0, glyph.x1) { taken.insert(Square(column: column, row: row)) }
      }
    }
    return shapes.filter { !taken.contains(Square(column: Square.place($0.midX), row: Square.place($0.midY))) }
  }

  private struct Square: Hashable {
    var column: Int
    var row: Int

    private static let side: Float = 4
    static func place(_ value: Float) -> Int { Int(max(-1, min(5000, value / side)).rounded(.down)) }

    /// Of an extent no longer than any glyph that text is set in.
    static func range(_ low: Float, _ high: Float) -> ClosedRange<Int> {
      let first = place(low)
      return first...max(first, min(place(high), first + 50))
    }
  }

  /// Tall shapes span rows; lower ones join the row that they lie in.
  private static func rows(_ shapes: [Box]) -> [[Box]] {
    var rows: [[Box]] = []
    var rowsAt: [Int: [Int]] = [:]
    for shape in shapes.sorted(by: { ($1.height, $0.y0, $0.x0) < ($0.height, $1.y0, $1.x0) }) {
      let near = rowsAt[band(shape.midY)] ?? []
      if let row = near.first(where: { shape.overlapY(rows[$0][0]) >= 0.6 * shape.height }) {
        rows[row].append(shape)
      } else {
        for at in band(shape.y0)...band(shape.y1) { rowsAt[at, default: []].append(rows.count) }
        rows.append([shape])
      }
    }
    return rows
  }

  private static func band(_ y: Float) -> Int { Int(max(-1, min(5000, y / 8)).rounded(.down)) }

  /// Cuts a row where the gaps are wider than between characters.
  private static func strings(_ row: [Box]) -> [[Box]] {
    let height = row[0].height
    var result: [[Box]] = []
    var right = -Float.infinity
    for shape in row.sorted(by: { ($0.x0, $0.x1, $0.y0, $0.y1) < ($1.x0, $1.x1, $1.y0, $1.y1) }) {
      if result.isEmpty || shape.x0 - right > widestGap * height {
        result.append([shape])
        right = shape.x1
      } else {
        result[result.count - 1].append(shape)
        right = max(right, shape.x1)
      }
    }
    return result
  }

  /// Shapes of a string that lie over one another: a character or several that touch.
  private struct Piece {
    var box: Box
    var widest: Float
  }

  /// How many characters a string has; 0 where it does not look like text.
  private static func characters(_ string: [Box]) -> Int {
    guard let whole = Box(around: string) else { return 0 }
    let height = whole.height
    guard heights.contains(height), whole.width >= 2.5 * height else { return 0 }
    let pieces = pieces(string, height)
    // A line drawn as one shape is a piece; a single arrow is no string.
    guard pieces.count >= fewestCharacters || string.count >= 2 * fewestCharacters else { return 0 }
    let feet = pieces.map(\.box.y1).sorted()
    let foot = feet[feet.count / 2]
    guard share(pieces, { abs($0.box.y1 - foot) <= 0.15 * height }) >= 0.6 else { return 0 }
    let tallness = pieces.map(\.box.height).sorted()
    guard tallness[tallness.count / 2] >= 0.5 * height else { return 0 }
    let isDrawing: (Piece) -> Bool = { $0.box.width > 1.7 * height && $0.widest < 0.8 * $0.box.width }
    guard share(pieces, isDrawing) <= 0.15, pieces.allSatisfy({ $0.box.width <= 5.5 * height }) else { return 0 }
    let count = pieces.reduce(0) { $0 + max(1, Int(($1.box.width / height).rounded())) }
    return count >= fewestCharacters ? count : 0
  }

  private static func pieces(_ string: [Box], _ height: Float) -> [Piece] {
    var result: [Piece] = []
    for shape in string {
      if let last = result.last, shape.x0 <= last.box.x1 + 0.03 * height {
        result[result.count - 1] = Piece(box: last.box.union(shape), widest: max(last.widest, shape.width))
      } else {
        result.append(Piece(box: shape, widest: shape.width))
      }
    }
    return result
  }

  private static func share(_ pieces: [Piece], _ holds: (Piece) -> Bool) -> Double {
    Double(pieces.filter(holds).count) / Double(pieces.count)
  }
}
