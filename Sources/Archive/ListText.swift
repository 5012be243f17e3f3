import ReportModel

/// Lists as the archive writes them into one column: plain enough to be read in any database browser.
enum ListText {
  /// One on each line. An entry that has line breaks of its own keeps them as blanks.
  static func lines(_ entries: [String]) -> String {
    entries.map { $0.contains("\n") ? $0.split(separator: "\n").joined(separator: " ") : $0 }.joined(separator: "\n")
  }

  static func lines(_ text: String) -> [String] {
    text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  static func numbers(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: " ") }

  static func numbers(_ text: String) -> [Int] { text.split(separator: " ").compactMap { Int($0) } }

  /// `12+5`: five characters from the twelfth on.
  static func ranges(_ ranges: [Range<Int>]) -> String {
    ranges.map { "\($0.lowerBound)+\($0.count)" }.joined(separator: " ")
  }

  static func ranges(_ text: String) -> [Range<Int>] {
    text.split(separator: " ").compactMap { entry in
      let parts = entry.split(separator: "+").compactMap { Int($0) }
      guard parts.count == 2, parts[1] >= 0 else { return nil }
      return parts[0]..<parts[0] + parts[1]
    }
  }

  /// `page:x0,y0,x1,y1` in sixteenths of a point.
  static func boxes(_ boxes: [PlacedBox]) -> String {
    boxes.map { placed in
      let grid = GridBox(placed.box)
      return "\(placed.page):\(grid.x0),\(grid.y0),\(grid.x1),\(grid.y1)"
    }.joined(separator: " ")
  }

  static func boxes(_ text: String) -> [PlacedBox] {
    text.split(separator: " ").compactMap { entry in
      let numbers = entry.split { $0 == ":" || $0 == "," }.compactMap { Int($0) }
      guard numbers.count == 5 else { return nil }
      let grid = GridBox(x0: numbers[1], y0: numbers[2], x1: numbers[3], y1: numbers[4])
      return PlacedBox(page: numbers[0], box: grid.box)
    }
  }
}
