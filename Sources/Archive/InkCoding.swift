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
    writer.put(map.spans.map(\.count))
    // A character's ink mostly begins where that of the last one ended.
    var next = 0
    writer.putShorts(
      map.spans.filter { $0.count > 0 }.map { span in
        defer { next = Int(span.first) + Int(span.count) }
        return Int(span.first) - next
      })
    var page = 0
    writer.putShorts(
      map.glyphs.map { glyph in
        defer { page = glyph.page }
        return (glyph.page - page) * 2 + (glyph.isOblique ? 1 : 0)
      })
    let boxes = map.glyphs.map { GridBox($0.box) }
    writer.putColumn(boxes) { $0.x0 - $1.x1 }
    writer.putColumn(boxes) { ($0.x1 - $0.x0) - ($1.x1 - $1.x0) }
    writer.putColumn(boxes) { $0.y0 - $1.y0 }
    writer.putColumn(boxes) { ($0.y1 - $0.y0) - ($1.y1 - $1.y0) }
    return writer.bytes
  }

  private mutating func putColumn(_ boxes: [GridBox], _ difference: (GridBox, GridBox) -> Int) {
    var last = GridBox(x0: 0, y0: 0, x1: 0, y1: 0)
    putShorts(
      boxes.map { box in
        defer { last = box }
        return difference(box, last)
      })
  }
}

extension ByteReader {
  static func ink(_ bytes: [UInt8]) throws(ByteFault) -> InkMap {
    var reader = ByteReader(bytes)
    guard try reader.take(UInt8.self) == 1 else { throw ByteFault() }
    let counts = try reader.takeList(of: UInt8.self)
    let steps = try reader.takeShorts()
    let pages = try reader.takeShorts()
    let columns = (
      x: try reader.takeShorts(), width: try reader.takeShorts(), y: try reader.takeShorts(),
      height: try reader.takeShorts()
    )
    let sizes = [columns.x.count, columns.width.count, columns.y.count, columns.height.count]
    guard reader.isAtEnd, sizes.allSatisfy({ $0 == pages.count }) else { throw ByteFault() }
    var glyphs: [InkMap.Glyph] = []
    glyphs.reserveCapacity(pages.count)
    var page = 0
    var last = GridBox(x0: 0, y0: 0, x1: 0, y1: 0)
    for index in pages.indices {
      page &+= pages[index] >> 1
      let x0 = last.x1 &+ columns.x[index]
      let width = last.x1 &- last.x0 &+ columns.width[index]
      let y0 = last.y0 &+ columns.y[index]
      let height = last.y1 &- last.y0 &+ columns.height[index]
      last = GridBox(x0: x0, y0: y0, x1: x0 &+ width, y1: y0 &+ height)
      glyphs.append(InkMap.Glyph(page: page, box: last.box, isOblique: pages[index] & 1 == 1))
    }
    return InkMap(spans: try spans(counts, steps, glyphs: glyphs.count), glyphs: glyphs)
  }

  private static func spans(_ counts: [UInt8], _ steps: [Int], glyphs: Int) throws(ByteFault) -> [InkMap.Span] {
    var spans: [InkMap.Span] = []
    spans.reserveCapacity(counts.count)
    var next = 0
    var taken = 0
    for count in counts {
      guard count > 0 else {
        spans.append(InkMap.Span(first: 0, count: 0))
        continue
      }
      guard taken < steps.count else { throw ByteFault() }
      let first = next &+ steps[taken]
      taken += 1
      next = first &+ Int(count)
      guard first >= 0, next <= glyphs else { throw ByteFault() }
      spans.append(InkMap.Span(first: UInt32(first), count: count))
    }
    return spans
  }
}
