import ReportModel

/// Cuts a column of lines into paragraphs by the signs that a reader goes by.
struct ParagraphCutter {
  let ink: [InkGlyph]

  func cut(_ lines: [LineDraft]) -> [[LineDraft]] {
    guard lines.count > 1 else { return [lines] }
    let shape = ColumnShape(lines)
    var result: [[LineDraft]] = [[lines[0]]]
    for index in 1..<lines.count {
      if startsParagraph(index, lines, shape, item: result[result.count - 1]) {
        result.append([lines[index]])
      } else {
        result[result.count - 1].append(lines[index])
      }
    }
    return result
  }

  private func startsParagraph(_ index: Int, _ lines: [LineDraft], _ shape: ColumnShape, item: [LineDraft]) -> Bool {
    let upper = lines[index - 1]
    let line = lines[index]
    let em = line.size
    if line.baseline - upper.baseline > shape.usualLeading * 1.3 + 0.1 * em { return true }
    if ListMark.opens(line, ink) { return true }
    let isShort = upper.box.x1 < shape.right - 1.5 * em
    let ends = endsHere(upper)
    // An item that goes on would have filled its first line.
    let hangs = line.box.x0 > upper.box.x0 + 0.5 * em
    if item.count == 1, ListMark.opens(upper, ink) || ListMark.opensSection(upper, ink),
      upper.box.x1 < shape.right - 4 * em, shape.isEven || !hangs
    {
      return true
    }
    if changesLook(upper, line), isShort || ends { return true }
    if isShort || ends, ListMark.opensSection(line, ink) || ListMark.opensCaption(line, ink) { return true }
    if isShort, ends { return true }
    let isIndented = line.box.x0 > shape.left + 1.2 * em && line.box.x0 > upper.box.x0 + 1.2 * em
    if isIndented, !ListMark.opens(item[0], ink), item.count > 1 || ends { return ends || isShort }
    // A hanging item is over where a line goes back to the margin.
    if line.box.x0 < upper.box.x0 - 0.8 * em, ListMark.opens(item[0], ink), item.count > 1 { return ends || isShort }
    return isShort && shape.isEven && upper.box.x1 < shape.right - 4 * em && line.box.x0 <= upper.box.x0 + 0.5 * em
  }

  private func changesLook(_ upper: LineDraft, _ line: LineDraft) -> Bool {
    let a = upper.style
    let b = line.style
    if a.isOneColor, b.isOneColor, a.color != b.color { return true }
    return a.isAllBold != b.isAllBold && a.isBold != b.isBold && upper.glyphCount <= 30
  }

  private func endsHere(_ line: LineDraft) -> Bool {
    guard let end = LineText.lastSign(line, ink) else { return false }
    return endsSentence(end) || isColon(end)
  }
}

/// The margins and the usual leading of a column.
struct ColumnShape {
  let left: Float
  let right: Float
  let usualLeading: Float
  /// Whether most lines reach the right margin, so that a short one says something.
  let isEven: Bool

  init(_ lines: [LineDraft]) {
    left = lines.map(\.box.x0).min() ?? 0
    let right = lines.map(\.box.x1).max() ?? 0
    self.right = right
    let leadings = zip(lines, lines.dropFirst()).map { $1.baseline - $0.baseline }.sorted()
    usualLeading = leadings.isEmpty ? 0 : leadings[(leadings.count - 1) / 2]
    let full = lines.dropLast().filter { $0.box.x1 >= right - 1.5 * $0.size }.count
    isEven = full * 3 >= (lines.count - 1) * 2 && lines.count >= 3
  }
}

/// What opens a list item: a bullet, or a counter.
enum ListMark {
  static func opens(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    guard let run = line.runs.first, let first = run.glyphs.first else { return false }
    if ink[first].kind == .bullet { return line.glyphCount > 1 }
    if isPoint(ink[first].scalar), let next = second(line) {
      return ink[first].scalar == 0xFF0E || ink[next].kind == .ideograph || ink[next].kind == .letter
    }
    if isDash(ink[first].scalar), let next = second(line), ink[next].box.x0 - ink[first].box.x1 > 0.2 * line.size {
      return GlyphKind.of(ink[next].scalar) != .digit
    }
    var start: [UInt32] = []
    for run in line.runs {
      for index in run.glyphs {
        // "1. 2022年": the gap after the counter is part of it.
        if let last = start.last, isMark(last), ink[index].followsSpace { start.append(0x20) }
        start.append(ink[index].scalar)
        if start.count >= 6 { return counts(start) }
      }
    }
    return counts(start)
  }

  /// Whether a line opens as the title of a figure or table does: 圖1, 表2-1, 表A-1.
  static func opensCaption(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    let start = Array(line.runs.lazy.flatMap(\.glyphs).prefix(3).map { ink[$0].scalar })
    guard start.count == 3, start[0] == 0x5716 || start[0] == 0x8868 else { return false }
    return isCounter(start[1]) || (isLetter(start[1]) && (start[2] == 0x2D || isDigit(start[2])))
  }

  /// Whether a line opens with a counter of several parts: 4.2.1 and its like.
  static func opensSection(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    let start = line.runs.lazy.flatMap(\.glyphs).prefix(12).map { ink[$0].scalar }
    guard let first = start.first, isDigit(first) else { return false }
    return (SectionCounter.depth(Array(start)) ?? 0) >= 2
  }

  private static func isMark(_ s: UInt32) -> Bool { s == 0x2E || s == 0xFF0E || s == 0x29 || s == 0xFF09 }
  /// A full stop that opens a line is a bullet.
  private static func isPoint(_ s: UInt32) -> Bool { s == 0xFF0E || s == 0x2E || s == 0x3002 }
  private static func isDash(_ s: UInt32) -> Bool {
    s == 0x2D || s == 0x2013 || s == 0x2014 || s == 0x2012 || s == 0x2500
  }

  private static func second(_ line: LineDraft) -> Int? {
    guard let run = line.runs.first else { return nil }
    return run.glyphs.count > 1 ? run.glyphs.lowerBound + 1 : line.runs.dropFirst().first?.glyphs.first
  }

  /// Whether the text opens with a counter: `(1)`, `1.`, `1、`, `一、`, `(一)`, `①`, `A.`, `註1`.
  private static func counts(_ s: [UInt32]) -> Bool {
    guard let first = s.first, s.count > 2 else { return false }
    if (0x2460...0x2473).contains(first) || (0x2776...0x277F).contains(first) { return true }
    if first == 0x3010, s.count >= 4, s[1] == 0x8A3B { return true }
    if first == 0x8A3B, isDigit(s[1]) { return true }
    if first == 0x28 || first == 0xFF08 {
      let counter = s.dropFirst().prefix { isCounter($0) }
      // One letter or a counter, not "(CO2)".
      let inner = counter.isEmpty ? s.dropFirst().prefix { isLetter($0) } : counter
      guard !inner.isEmpty, inner.count <= (counter.isEmpty ? 1 : 3), s.count > inner.count + 1 else { return false }
      return s[inner.count + 1] == 0x29 || s[inner.count + 1] == 0xFF09
    }
    let number = s.prefix { isCounter($0) }
    let length = number.isEmpty && isLetter(first) ? 1 : number.count
    guard (1...3).contains(length), s.count > length + 1 else { return false }
    switch s[length] {
    case 0x3001: return true
    case 0x2E, 0xFF0E, 0x29, 0xFF09: return !isDigit(s[length + 1]) && (!isLetter(first) || !isLetter(s[length + 1]))
    default: return false
    }
  }

  private static func isDigit(_ s: UInt32) -> Bool { (0x30...0x39).contains(s) || (0xFF10...0xFF19).contains(s) }
  private static func isLetter(_ s: UInt32) -> Bool { (0x41...0x5A).contains(s) || (0x61...0x7A).contains(s) }

  /// Digits, Chinese numerals and the formal ones (壹貳參肆伍陸柒捌玖拾).
  private static func isCounter(_ s: UInt32) -> Bool {
    if isDigit(s) { return true }
    switch s {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: return true
    case 0x58F9, 0x8CB3, 0x53C3, 0x8086, 0x4F0D, 0x9678, 0x67D2, 0x634C, 0x7396, 0x62FE: return true
    default: return false
    }
  }
}
