import Quantities
import ReportModel

/// The quantities of a text, found a stretch of lines at a time and only where somebody asks: few rules over a long
/// report look at little of it. No quantity runs over the end of a line.
///
/// Belongs to one thread.
final class LazyQuantities {
  private let scalars: [Unicode.Scalar]
  /// Where each stretch starts, and where the last one ends.
  private let bounds: [Int]
  private var found: [[Quantity]?]

  private static let leastStretch = 64

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var bounds = [0]
    var next = Self.leastStretch
    while next < scalars.count {
      guard let line = scalars[next...].firstIndex(of: "\n") else { break }
      bounds.append(line + 1)
      next = line + 1 + Self.leastStretch
    }
    if bounds.last != scalars.count { bounds.append(scalars.count) }
    self.bounds = bounds
    found = Array(repeating: nil, count: max(0, bounds.count - 1))
  }

  var all: [Quantity] { found.indices.flatMap(stretch) }

  /// Those that stand wholly within a range, by start.
  func within(_ range: Range<Int>) -> ArraySlice<Quantity> {
    let first = max(0, firstIndex(bounds) { $0 > range.lowerBound } - 1)
    guard first < found.count else { return [] }
    if range.upperBound <= bounds[first + 1] { return Self.part(of: stretch(first), within: range) }
    var all: [Quantity] = []
    for place in first..<found.count where bounds[place] < range.upperBound {
      all += Self.part(of: stretch(place), within: range)
    }
    return all[...]
  }

  private func stretch(_ place: Int) -> [Quantity] {
    if let known = found[place] { return known }
    let quantities = findQuantities(in: scalars, range: bounds[place]..<bounds[place + 1])
    found[place] = quantities
    return quantities
  }

  private static func part(of quantities: [Quantity], within range: Range<Int>) -> ArraySlice<Quantity> {
    let first = firstIndex(quantities) { $0.range.lowerBound >= range.lowerBound }
    let last = firstIndex(quantities) { $0.range.upperBound > range.upperBound }
    return quantities[first..<max(first, last)]
  }
}
