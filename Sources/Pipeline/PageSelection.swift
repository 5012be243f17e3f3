/// The pages a caller asked for: all, or a list such as `3-5,8,20-`.
package struct PageSelection: Sendable, Equatable {
  /// In the order given; an open end is `Int.max`.
  package let ranges: [ClosedRange<Int>]

  package static let all = PageSelection(ranges: [1...Int.max])

  init(ranges: [ClosedRange<Int>]) { self.ranges = ranges }

  /// Nil where the text is no such list.
  package init?(_ text: String) {
    var ranges: [ClosedRange<Int>] = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let range = Self.range(item) else { return nil }
      ranges.append(range)
    }
    self.ranges = ranges
  }

  package func contains(_ page: Int) -> Bool { ranges.contains { $0.contains(page) } }

  /// The first page that was asked for by number and is beyond the last.
  package func firstMissing(of pageCount: Int) -> Int? {
    ranges.lazy.map(\.lowerBound).first { $0 > pageCount && pageCount > 0 && $0 > 1 }
  }

  private static func range(_ item: Substring) -> ClosedRange<Int>? {
    let ends = item.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    switch ends.count {
    case 1: return number(ends[0]).map { $0...$0 }
    case 2:
      let first = ends[0].isEmpty ? 1 : number(ends[0])
      let last = ends[1].isEmpty ? Int.max : number(ends[1])
      guard let first, let last, first <= last, item != "-" else { return nil }
      return first...last
    default: return nil
    }
  }

  private static func number(_ digits: Substring) -> Int? {
    guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let page = Int(digits),
      page > 0
    else { return nil }
    return page
  }
}
