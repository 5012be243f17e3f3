import ReportModel

/// Runs that stand on one baseline close enough to be read in one go.
struct LineDraft {
  /// From left to right in the frame.
  var runs: [Run]
  /// In the frame of its direction.
  var box: Box
  var baseline: Float
  /// The size of most of its glyphs.
  var size: Float
  var direction: Direction
  var glyphCount: Int
  /// The earliest place in the stream.
  var stream: Int
  var style: LineStyle

  var pageBox: Box { Frame(direction: direction).turnBack(box) }
}

extension [LineDraft] {
  /// In the frame of their direction: by baseline, on one baseline from the left.
  var topToBottom: [LineDraft] {
    // Lines are large: their places are sorted, and each is moved once.
    indices.sorted { a, b in
      (self[a].baseline, self[a].box.x0, self[a].stream, a) < (self[b].baseline, self[b].box.x0, self[b].stream, b)
    }.map { self[$0] }
  }
}

/// How a line looks, as far as it is set in one look throughout.
struct LineStyle: Equatable {
  /// The colour of most glyphs.
  var color: UInt32
  var isOneColor: Bool
  /// The font of most glyphs.
  var font: UInt16
  var isBold: Bool
  var isAllBold: Bool
}

extension LineDraft {
  /// The line with another to its right as one.
  func followed(by other: LineDraft) -> LineDraft {
    var result = self
    result.runs += other.runs
    result.box = box.union(other.box)
    result.glyphCount += other.glyphCount
    return result
  }
}
