import ReportModel

/// A line of a text file and what it looks like; offsets count the page's scalars.
struct PlainLine {
  /// Without white space at its ends.
  var range: Range<Int>
  /// In columns: ideographs count two.
  var width: Int
  /// Blank lines before it.
  var blanksBefore: Int
  var first: UInt32
  var last: UInt32
  /// Whether it reads as running text.
  var hasComma: Bool
  var numbering: Numbering?
  /// How the line is told from others of the same words.
  var key: TitleKey

  init?(_ scalars: [Unicode.Scalar], _ whole: Range<Int>, blanksBefore: Int) {
    let classes = ScalarClasses.shared
    func isBlank(_ index: Int) -> Bool {
      let kind = classes.kind(scalars[index].value)
      return kind == .space || kind == .nothing
    }
    guard let low = whole.first(where: { !isBlank($0) }), let high = whole.last(where: { !isBlank($0) }) else {
      return nil
    }
    range = low..<high + 1
    self.blanksBefore = blanksBefore
    first = scalars[low].value
    last = scalars[high].value
    width = range.reduce(0) { $0 + (classes.kind(scalars[$1].value) == .wide ? 2 : 1) }
    hasComma = scalars[range].contains { [0xFF0C, 0x3001, 0x3002].contains($0.value) }
    numbering = width <= 80 ? Numbering(scalars[range]) : nil
    key = width <= 60 ? TitleKey(scalars[range]) : TitleKey([])
  }

  var isBullet: Bool {
    (0x2022...0x2023).contains(first) || (0x25A0...0x25FF).contains(first) || (0xE000...0xF8FF).contains(first)
      || [0x30FB, 0x2027, 0xFF0E, 0xB7, 0x2713, 0x2714, 0x27A2, 0xFFED, 0x26AB].contains(first)
  }

  var endsSentence: Bool { [0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A].contains(last) }

  /// Digits alone, with nothing but dashes around them.
  var isPageNumber: Bool { width <= 7 && !key.scalars.isEmpty && key.scalars.allSatisfy { (0x30...0x39).contains($0) } }

  /// Lines of one page.
  static func all(_ scalars: [Unicode.Scalar]) -> [PlainLine] {
    var lines: [PlainLine] = []
    var blanks = 0
    var start = 0
    for index in 0...scalars.count {
      guard index == scalars.count || scalars[index] == "\n" else { continue }
      if let line = PlainLine(scalars, start..<index, blanksBefore: blanks) {
        lines.append(line)
        blanks = 0
      } else {
        blanks += 1
      }
      start = index + 1
    }
    return lines
  }
}
