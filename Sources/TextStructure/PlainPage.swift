import ReportModel

/// A page of a text file: its lines, and which of them go on in the next.
struct PlainPage {
  var number: Int
  var scalars: [Unicode.Scalar]
  var lines: [PlainLine]
  /// For each line, whether the next one goes on with its sentence.
  private(set) var goesOn: [Bool] = []

  /// Lines narrower than this (in columns) are labels, not wrapped text.
  private static let narrowest = 20
  /// How far around a line the width of its column is looked for.
  private static let reach = 4

  init(number: Int, scalars: [Unicode.Scalar]) {
    self.number = number
    self.scalars = scalars
    lines = PlainLine.all(scalars)
    let unfinished = lines.indices.map { isUnfinished($0) }
    let blanks = blankLinesInside(unfinished)
    goesOn = lines.indices.map { unfinished[$0] && lines[$0 + 1].blanksBefore <= blanks }
  }

  /// Whether a line reads as cut off by the width of its column.
  private func isUnfinished(_ index: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    let line = lines[index]
    let next = lines[index + 1]
    guard !line.endsSentence, line.width >= Self.narrowest, !next.isBullet, !next.isPageNumber, !startsAnew(next),
      !(startsAnew(line) && line.width < 2 * Self.narrowest)
    else { return false }
    if [0xFF0C, 0x3001].contains(line.last) { return true }
    let around = lines[max(0, index - Self.reach)...min(lines.count - 1, index + Self.reach)]
    let column = around.map(\.width).max() ?? 0
    return 4 * line.width >= 3 * column || isOfColumn(index)
  }

  /// Whether a neighbour of nearly the same width shows a narrow column of running text beside wider lines.
  private func isOfColumn(_ index: Int) -> Bool {
    let neighbours = lines[max(0, index - 1)...min(lines.count - 1, index + 1)]
    let alike = neighbours.filter { 8 * abs($0.width - lines[index].width) <= lines[index].width }
    return alike.count > 1 && alike.contains(where: \.hasComma)
  }

  private func startsAnew(_ line: PlainLine) -> Bool {
    if [0x3010, 0x203B].contains(line.first) { return true }
    guard let numbering = line.numbering else { return false }
    switch numbering.style {
    // A line may well start with a figure that belongs to its sentence.
    case .decimal(1): return false
    case .chapter, .section, .formal, .chinese, .bracketedChinese, .decimal, .bracketedArabic, .circled, .letter:
      return true
    }
  }

  /// How many blank lines stand between two lines of one paragraph: none, or one where the file is set with
  /// a blank line after every line.
  private func blankLinesInside(_ unfinished: [Bool]) -> Int {
    let gaps = lines.indices.dropLast().filter { unfinished[$0] }.map { lines[$0 + 1].blanksBefore }
    return gaps.count > 3 && 5 * gaps.filter { $0 == 1 }.count >= 3 * gaps.count ? 1 : 0
  }

  /// The paragraphs, as runs of lines.
  var paragraphs: [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for index in lines.indices where !goesOn[index] {
      found.append(start..<index + 1)
      start = index + 1
    }
    return found
  }
}
