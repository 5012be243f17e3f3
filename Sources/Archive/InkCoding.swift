import ReportModel

/// Places on a grid of a sixteenth of a point, which no eye tells apart from the exact ones.
struct GridBox: Equatable {
  var x0: Int
  var y0: Int
  var x1: Int
  var y1: Int

  private static let steps: Float = 16

  init(x0: Int, y0: Int, x1: Int, y1: Int) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  init(_ box: Box) {
    self.init(x0: Self.step(box.x0), y0: Self.step(box.y0), x1: Self.step(box.x1), y1: Self.step(box.y1))
  }

  private static func step(_ points: Float) -> Int {
    Int(exactly: (points * steps).rounded()) ?? 0
  }

  var box: Box {
    Box(
      x0: Float(x0) / Self.steps, y0: Float(y0) / Self.steps, x1: Float(x1) / Self.steps, y1: Float(y1) / Self.steps)
  }
}

extension InkMap {
  /// As it comes out of the archive, so that what is found now and what is found in the stored text is the same.
  package var onGrid: InkMap {
    var map = self
    for index in map.glyphs.indices { map.glyphs[index].box = GridBox(map.glyphs[index].box).box }
    return map
  }
}

/// The way from characters to their ink, as bytes: columns of differences, nearly all of them nought.
extension ByteWriter {
  private static let form: UInt8 = 1

  static func ink(_ map: InkMap) -> [UInt8] {
    var writer = ByteWriter(capacity: map.glyphs.count * 6 + map.spans.count * 2)
    writer.put(form)
    writer.putShort(map.spans.count)
    for span in map.spans { writer.put(span.count) }
    // A character's ink mostly begins where that of the last one ended.
    var next = 0
    for span in map.spans where span.count > 0 {
      writer.putShort(Int(span.first) - next)
      next = Int(span.first) + Int(span.count)
    }
    writer.putShort(map.glyphs.count)
    var page = 0
    for glyph in map.glyphs {
      writer.putShort((glyph.page - page) * 2 + (glyph.isOblique ? 1 : 0))
      page = glyph.page
    }
    let boxes = map.glyphs.map { GridBox($0.box) }
    writer.putColumn(boxes) { $0.x0 - $1.x1 }
    writer.putColumn(boxes) { ($0.x1 - $0.x0) - ($1.x1 - $1.x0) }
    writer.putColumn(boxes) { $0.y0 - $1.y0 }
    writer.putColumn(boxes) { ($0.y1 - $0.y0) - ($1.y1 - $1.y0) }
    return writer.bytes
  }

  private mutating func putColumn(_ boxes: [GridBox], _ difference: (GridBox, GridBox) -> Int) {
    var last = GridBox(x0: 0, y0: 0, x1: 0, y1: 0)
    for box in boxes {
      putShort(difference(box, last))
      last = box
    }
  }
}

extension ByteReader {
  static func ink(_ bytes: [UInt8]) throws(ByteFault) -> InkMap {
    var reader = ByteReader(bytes)
    guard try reader.take(UInt8.self) == 1 else { throw ByteFault() }
    var map = InkMap()
    map.spans = try reader.takeCounted { reader throws(ByteFault) in InkMap.Span(first: 0, count: try reader.take()) }
    var next = 0
    for index in map.spans.indices where map.spans[index].count > 0 {
      let first = next + (try reader.takeShort())
      guard first >= 0 else { throw ByteFault() }
      map.spans[index].first = UInt32(clamping: first)
      next = first + Int(map.spans[index].count)
    }
    var page = 0
    let nowhere = Box(x0: 0, y0: 0, x1: 0, y1: 0)
    map.glyphs = try reader.takeCounted { reader throws(ByteFault) in
      let code = try reader.takeShort()
      page += code >> 1
      return InkMap.Glyph(page: page, box: nowhere, isOblique: code & 1 == 1)
    }
    try reader.takeBoxes(into: &map.glyphs)
    guard reader.isAtEnd, map.spans.allSatisfy({ Int($0.first) + Int($0.count) <= map.glyphs.count }) else {
      throw ByteFault()
    }
    return map
  }

  private mutating func takeBoxes(into glyphs: inout [InkMap.Glyph]) throws(ByteFault) {
    var columns: [[Int]] = []
    for _ in 0..<4 {
      var column: [Int] = []
      column.reserveCapacity(glyphs.count)
      for _ in glyphs { column.append(try takeShort()) }
      columns.append(column)
    }
    var last = GridBox(x0: 0, y0: 0, x1: 0, y1: 0)
    for index in glyphs.indices {
      let x0 = last.x1 + columns[0][index]
      let width = last.x1 - last.x0 + columns[1][index]
      let y0 = last.y0 + columns[2][index]
      let height = last.y1 - last.y0 + columns[3][index]
      last = GridBox(x0: x0, y0: y0, x1: x0 + width, y1: y0 + height)
      glyphs[index].box = last.box
    }
  }
}
