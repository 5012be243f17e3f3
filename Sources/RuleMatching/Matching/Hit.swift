import Quantities
import ReportModel

/// Where a condition is met, and what was read off there.
struct Hit: Sendable {
  /// From the first thing found to the last.
  var span: Range<Int>
  /// The things found, in order.
  var pieces: [Range<Int>]
  var value: Found?
  var year: Quantity?
  var name: Range<Int>?
  /// Whether a pattern says which number is the value, of several that a sentence deals out.
  var isValueNamed = false

  init(_ range: Range<Int>) {
    span = range
    pieces = [range]
  }

  /// What stands for the value.
  enum Found: Sendable {
    case quantity(Quantity)
    case words(Range<Int>, WordOfExtent.Meaning)

    var range: Range<Int> {
      switch self {
      case .quantity(let quantity): quantity.range
      case .words(let range, _): range
      }
    }
  }

  /// The hit, and another beside it whose readings fill what this one has not.
  func joined(with other: Hit) -> Hit {
    var hit = self
    hit.pieces += other.pieces
    hit.value = value ?? other.value
    hit.year = year ?? other.year
    hit.name = name ?? other.name
    hit.isValueNamed = isValueNamed || other.isValueNamed
    return hit
  }

  /// How many characters lie between the two.
  func distance(to other: Hit) -> Int {
    max(0, span.lowerBound - other.span.upperBound, other.span.lowerBound - span.upperBound)
  }
}
