/// A rectangle on a page, in points, origin at the top left of the page as displayed.
///
/// An empty box (`x1 <= x0` or `y1 <= y0`) is a valid value: a space or a zero-width mark has one.
package struct Box: Sendable, BitwiseCopyable, Equatable, Hashable, Codable {
  package var x0: Float
  package var y0: Float
  package var x1: Float
  package var y1: Float

  @inlinable
  package init(x0: Float, y0: Float, x1: Float, y1: Float) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  @inlinable package var width: Float { x1 - x0 }
  @inlinable package var height: Float { y1 - y0 }
  @inlinable package var midX: Float { (x0 + x1) / 2 }
  @inlinable package var midY: Float { (y0 + y1) / 2 }
  @inlinable package var area: Float { max(0, width) * max(0, height) }

  /// The smallest box around both.
  @inlinable
  package func union(_ other: Box) -> Box {
    Box(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }

  /// The smallest box around all; nil around none.
  package init?(around boxes: some Sequence<Box>) {
    var rest = boxes.makeIterator()
    guard var all = rest.next() else { return nil }
    while let box = rest.next() { all = all.union(box) }
    self = all
  }

  /// The part that both cover; may be empty or inverted where they do not touch.
  @inlinable
  package func intersection(_ other: Box) -> Box {
    Box(x0: max(x0, other.x0), y0: max(y0, other.y0), x1: min(x1, other.x1), y1: min(y1, other.y1))
  }

  @inlinable
  package func intersects(_ other: Box) -> Bool {
    x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1
  }

  @inlinable
  package func contains(x: Float, y: Float) -> Bool {
    x0 <= x && x <= x1 && y0 <= y && y <= y1
  }

  @inlinable
  package func containsMiddle(of other: Box) -> Bool { contains(x: other.midX, y: other.midY) }

  /// Whether `other` lies within this box, give or take `slack`.
  @inlinable
  package func contains(_ other: Box, slack: Float = 0) -> Bool {
    x0 - slack <= other.x0 && other.x1 <= x1 + slack && y0 - slack <= other.y0 && other.y1 <= y1 + slack
  }

  @inlinable
  package func insetBy(_ d: Float) -> Box { Box(x0: x0 + d, y0: y0 + d, x1: x1 - d, y1: y1 - d) }

  /// How much of the x extents the two share; negative is the gap between them.
  @inlinable
  package func overlapX(_ other: Box) -> Float { min(x1, other.x1) - max(x0, other.x0) }

  /// How much of the y extents the two share; negative is the gap between them.
  @inlinable
  package func overlapY(_ other: Box) -> Float { min(y1, other.y1) - max(y0, other.y0) }
}
