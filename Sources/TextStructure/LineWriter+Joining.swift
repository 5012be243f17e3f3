import ReportModel

/// The rules of joining that look at the end of one line and the start of the next.
extension LineWriter {
  /// What happens to the text between two lines of one paragraph.
  enum Join {
    /// A space where both sides are narrow.
    case gap
    /// Nothing: the line ends in a hyphen, a slash, or in the middle of a number.
    case close
    /// Nothing, and the hyphen at the line's end (this piece) goes too.
    case unhyphenate(Int)
    case paragraph
  }

  func join(_ line: Line, _ next: Line, of nextWriter: LineWriter) -> Join {
    guard let end = lastPiece(line), let start = nextWriter.firstPiece(next) else { return .gap }
    let before = value(end)
    let after = nextWriter.value(start)
    if WordEvidence.isHyphen(before) {
      let first = wordBefore(end, in: line)
      guard !first.isEmpty, (0x61...0x7A).contains(after) else { return before == 0xAD ? .unhyphenate(end) : .close }
      let second = nextWriter.wordFrom(start, in: next)
      if before != 0xAD, words.keepsHyphen(first, second) { return .close }
      return .unhyphenate(end)
    }
    switch before {
    case 0x2F, 0x5F, 0x2013: return .close
    case 0x2C: return isThousands(end, line, start, next, nextWriter) ? .close : .gap
    case 0x30...0x39: return isCutNumber(end, line, start, next, nextWriter) ? .close : .gap
    default: return .gap
    }
  }

  /// Whether punctuation shows that the sentence goes on in the next line, whatever the layout says: no paragraph
  /// starts with a comma, and none ends in an opening bracket.
  func runsOn(_ line: Line, _ next: Line, of nextWriter: LineWriter) -> Bool {
    guard let end = lastPiece(line), let start = nextWriter.firstPiece(next) else { return false }
    return Self.neverFirst.contains(nextWriter.value(start)) || Self.neverLast.contains(value(end))
  }

  private static let neverFirst = Set("，、。；：？！）」』》〉】〕".unicodeScalars.map(\.value))
  private static let neverLast = Set("、（「『《〈【〔".unicodeScalars.map(\.value))

  /// "1,234," and "567" are one number.
  private func isThousands(_ end: Int, _ line: Line, _ start: Int, _ next: Line, _ nextWriter: LineWriter) -> Bool {
    guard line.pieces.contains(end - 1), isPlainDigit(value(end - 1)) else { return false }
    let digits = next.pieces.suffix(from: start).prefix { nextWriter.isPlainDigit(nextWriter.value($0)) }
    return digits.count == 3
  }

  /// "於20" and "23年" are one number: digits that Chinese text encloses on both sides of a line's end.
  private func isCutNumber(_ end: Int, _ line: Line, _ start: Int, _ next: Line, _ nextWriter: LineWriter) -> Bool {
    var before = end
    while before > line.pieces.lowerBound, isPlainDigit(value(before)) { before -= 1 }
    var after = start
    while after < next.pieces.upperBound - 1, nextWriter.isPlainDigit(nextWriter.value(after)) { after += 1 }
    guard ScalarClasses.shared.kind(value(before)) == .wide, after > start else { return false }
    let follower = nextWriter.value(after)
    return follower == 0x25 || ScalarClasses.shared.kind(follower) == .wide
  }

  func isPlainDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

  /// The scalar of a piece; a gap counts as a space.
  func value(_ index: Int) -> UInt32 {
    page.pieces[index].glyph < 0 ? 0x20 : glyphs[Int(page.pieces[index].glyph)].scalarValue
  }

  private func lastPiece(_ line: Line) -> Int? { line.pieces.last { isInk(value($0)) } }

  private func firstPiece(_ line: Line) -> Int? { line.pieces.first { isInk(value($0)) } }

  private func isInk(_ value: UInt32) -> Bool {
    if value == 0xAD { return true }
    switch ScalarClasses.shared.kind(value) {
    case .space, .nothing: return false
    case .wide, .letter, .digit, .opening, .closing, .sign, .symbol, .mark: return true
    }
  }

  /// The letters right before a hyphen.
  private func wordBefore(_ end: Int, in line: Line) -> [UInt32] {
    var word: [UInt32] = []
    var index = end - 1
    while index >= line.pieces.lowerBound, let letter = WordEvidence.lowerCase(value(index)) {
      word.append(letter)
      index -= 1
    }
    return word.reversed()
  }

  private func wordFrom(_ start: Int, in line: Line) -> [UInt32] {
    line.pieces.suffix(from: start).prefix { WordEvidence.lowerCase(value($0)) != nil }
      .compactMap { WordEvidence.lowerCase(value($0)) }
  }

  /// The dots of a contents entry, and where its page number starts.
  func leader(in line: Line) -> (dropped: Range<Int>, number: Int)? {
    guard let end = lastPiece(line) else { return nil }
    var start = end + 1
    while start > line.pieces.lowerBound, isPlainDigit(value(start - 1)) { start -= 1 }
    let isRoman = start > end
    while isRoman, start > line.pieces.lowerBound, PageNumber.isRoman(value(start - 1)) { start -= 1 }
    var dots = start
    var count = 0
    while dots > line.pieces.lowerBound, isLeader(value(dots - 1)) || !isInk(value(dots - 1)) {
      dots -= 1
      if isLeader(value(dots)) { count += value(dots) == 0x2026 ? 3 : 1 }
    }
    guard dots > line.pieces.lowerBound, dots < start, count > 2 || count == 0 && start <= end && !isRoman else {
      return nil
    }
    return (dots..<start, start)
  }

  private func isLeader(_ value: UInt32) -> Bool {
    [0x2E, 0x2026, 0x2025, 0xB7, 0x2027, 0x30FB, 0xFF0E, 0x2E3A, 0x22EF, 0x2500, 0x5F].contains(value)
  }
}
