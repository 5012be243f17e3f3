import ReportModel

/// Measures how much of a page lies under pictures that have no text on or near them.
///
/// Text over a picture means that the picture is a background, a shadow or a drawing with labels of its own; so does
/// an area filled within it. The page is looked at through a coarse net, whose meshes are about two lines high.
enum BarePictures {
  private static let mesh: Float = 18
  /// Meshes along a page of any size.
  private static let most = 120
  /// Smaller shares of the page are icons; only larger pictures may have areas filled over them.
  private static let backdrop: Float = 0.02
  private static let mostBackdrops = 64

  /// Per cent of the page, rounded.
  static func percent(_ page: PageText, _ ink: [InkGlyph]) -> Int {
    guard !page.pictures.isEmpty, page.width > 0, page.height > 0 else { return 0 }
    var net = Net(page)
    for picture in page.pictures { net.cover(picture) }
    for glyph in ink { net.clear(around: page.glyphs[Int(glyph.glyph)].box) }
    let large = page.pictures.lazy.filter { $0.area >= backdrop * page.box.area }.prefix(mostBackdrops)
    for picture in large {
      for fill in page.fills where fill.box.area < 0.95 * picture.area && picture.contains(fill.box, slack: 4) {
        net.clear(fill.box)
      }
    }
    return net.percent
  }

  private struct Net {
    let columns: Int
    let rows: Int
    let width: Float
    let height: Float
    var isBare: [Bool]

    init(_ page: PageText) {
      columns = max(1, min(most, Int(min(page.width, 1e6) / mesh)))
      rows = max(1, min(most, Int(min(page.height, 1e6) / mesh)))
      width = page.width / Float(columns)
      height = page.height / Float(rows)
      isBare = [Bool](repeating: false, count: columns * rows)
    }

    var percent: Int {
      let bare = isBare.reduce(0) { $0 + ($1 ? 1 : 0) }
      return (bare * 200 + isBare.count) / (2 * isBare.count)
    }

    /// The meshes whose middle lies between two coordinates.
    private func middles(_ low: Float, _ high: Float, _ step: Float, _ count: Int) -> Range<Int> {
      let first = Self.place(low / step + 0.5, count)
      let end = Self.place(high / step + 0.5, count)
      return first..<max(first, end)
    }

    /// Down to a whole number, kept on the page; also where a coordinate is not a number.
    private static func place(_ value: Float, _ count: Int) -> Int { Int(max(0, min(Float(count), value))) }

    mutating func cover(_ box: Box) { set(box, true) }
    mutating func clear(_ box: Box) { set(box, false) }

    private mutating func set(_ box: Box, _ value: Bool) {
      for row in middles(box.y0, box.y1, height, rows) {
        for column in middles(box.x0, box.x1, width, columns) { isBare[row * columns + column] = value }
      }
    }

    /// Clears the mesh in which a glyph stands, and those around it.
    mutating func clear(around box: Box) {
      let row = min(rows - 1, Self.place(box.midY / height, rows))
      let column = min(columns - 1, Self.place(box.midX / width, columns))
      for y in max(0, row - 1)...min(rows - 1, row + 1) {
        for x in max(0, column - 1)...min(columns - 1, column + 1) { isBare[y * columns + x] = false }
      }
    }
  }
}
