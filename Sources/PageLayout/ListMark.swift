import ReportModel

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
    return isCounter(start[1]) || (isLetter(start[1]) && (start[2] == 0x2D || Numeral.isDigitOfAnyWidth(start[2])))
  }

  /// Whether a line opens with a counter of several parts: 4.2.1 and its like.
  static func opensSection(_ line: LineDraft, _ ink: [InkGlyph]) -> Bool {
    let start = line.runs.lazy.flatMap(\.glyphs).prefix(12).map { ink[$0].scalar }
    guard let first = start.first, Numeral.isDigitOfAnyWidth(first) else { return false }
    return (SectionCounter.depth(Array(start)) ?? 0) >= 2
  }

  private static func isMark(_ s: UInt32) -> Bool { s == 0x2E || s == 0xFF0E || s == 0x29 || s == 0xFF09 }
  /// A full stop or a middle dot (・) that opens a line is a bullet.
  private static func isPoint(_ s: UInt32) -> Bool { s == 0xFF0E || s == 0x2E || s == 0x3002 || s == 0x30FB }
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
    if Numeral.isRinged(first) { return true }
    if first == 0x3010, s.count >= 4, s[1] == 0x8A3B { return true }
    if first == 0x8A3B, Numeral.isDigitOfAnyWidth(s[1]) { return true }
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
    case 0x2E, 0xFF0E, 0x29, 0xFF09:
      return !Numeral.isDigitOfAnyWidth(s[length + 1]) && (!isLetter(first) || !isLetter(s[length + 1]))
    default: return false
    }
  }

  private static func isLetter(_ s: UInt32) -> Bool { (0x41...0x5A).contains(s) || (0x61...0x7A).contains(s) }

  private static func isCounter(_ s: UInt32) -> Bool {
    Numeral.isDigitOfAnyWidth(s) || Numeral.isChinese(s) || Numeral.isFormal(s)
  }
}
