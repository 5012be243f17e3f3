import ReportModel

/// A text cut at ends of lines into stretches that are not too short. Nothing that is looked for in a text runs over
/// the end of a line, so each stretch can be searched by itself.
struct LineStretches {
  /// Where each stretch starts, and where the last one ends.
  private let bounds: [Int]

  private static let leastLength = 64

  init(_ scalars: [Unicode.Scalar]) {
    var bounds = [0]
    scalars.withUnsafeBufferPointer { scalars in
      var next = Self.leastLength
      while next < scalars.count {
        if scalars[next] == "\n" {
          bounds.append(next + 1)
          next += Self.leastLength
        }
        next += 1
      }
    }
    if bounds.last != scalars.count { bounds.append(scalars.count) }
    self.bounds = bounds
  }

  var count: Int { bounds.count - 1 }

  subscript(number: Int) -> Range<Int> { bounds[number]..<bounds[number + 1] }

  /// Those that a range begins in, runs over and ends in.
  func touching(_ range: Range<Int>) -> Range<Int> {
    let first = max(0, firstIndex(bounds) { $0 > range.lowerBound } - 1)
    guard first < count else { return count..<count }
    if range.upperBound <= bounds[first + 1] { return first..<first + 1 }
    return first..<min(count, firstIndex(bounds) { $0 >= range.upperBound })
  }
}

/// Something that stands in a text.
protocol InText {
  var range: Range<Int> { get }
}

/// What is found in a text, a stretch of lines at a time and only where somebody asks: few rules over a long report
/// look at little of it.
///
/// Belongs to one thread.
final class LazyFinds<Find: InText> {
  private let stretches: LineStretches
  private let find: (Range<Int>) -> [Find]
  private var found: [[Find]?]

  /// - Parameter find: all that stands in a stretch, by start.
  init(in scalars: [Unicode.Scalar], find: @escaping (Range<Int>) -> [Find]) {
    stretches = LineStretches(scalars)
    self.find = find
    found = Array(repeating: nil, count: stretches.count)
  }

  var all: [Find] { found.indices.flatMap(stretch) }

  /// Those that stand wholly within a range, by start.
  func within(_ range: Range<Int>) -> ArraySlice<Find> {
    part(of: range) { finds in
      let first = firstIndex(finds) { $0.range.lowerBound >= range.lowerBound }
      let last = firstIndex(finds) { $0.range.upperBound > range.upperBound }
      return first..<max(first, last)
    }
  }

  /// Those that start within a range, by start.
  func starting(in range: Range<Int>) -> ArraySlice<Find> {
    part(of: range) { finds in
      let first = firstIndex(finds) { $0.range.lowerBound >= range.lowerBound }
      let last = firstIndex(finds) { $0.range.lowerBound >= range.upperBound }
      return first..<max(first, last)
    }
  }

  private func part(of range: Range<Int>, _ part: ([Find]) -> Range<Int>) -> ArraySlice<Find> {
    let touched = stretches.touching(range)
    guard let first = touched.first else { return [] }
    if touched.count == 1 {
      let finds = stretch(first)
      return finds[part(finds)]
    }
    var all: [Find] = []
    for number in touched {
      let finds = stretch(number)
      all += finds[part(finds)]
    }
    return all[...]
  }

  private func stretch(_ number: Int) -> [Find] {
    if let known = found[number] { return known }
    let finds = find(stretches[number])
    found[number] = finds
    return finds
  }
}

extension LiteralHit: InText {}
extension Quantity: InText {}
