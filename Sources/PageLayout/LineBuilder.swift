import ReportModel

/// Joins runs into lines.
struct LineBuilder {
  let ink: [InkGlyph]
  let fonts: [FontFace]
  /// The usual type size of the page.
  let em: Float
  /// Vertical borders that no line crosses, in the frame of the runs.
  let walls: [Edge]

  /// How far apart (in ems) runs of one line may stand.
  private enum Reach {
    static let strangers: Float = 0.55
    static let neighboursInStream: Float = 1.0
    static let afterDrawnSpace: Float = 1.5
    /// Latin words in a narrow justified column.
    static let justifiedWords: Float = 1.9
    static let letterSpaced: Float = 4
    static let letterSpacedBody: Float = 2.2
    static let leadMark: Float = 5
  }

  /// Joins the runs, all of one direction; `reachFactor` widens all reaches (inside a table cell nothing else is near).
  func lines(_ runs: [Run], reachFactor: Float = 1) -> [LineDraft] {
    guard !runs.isEmpty else { return [] }
    let sorted = runs.sorted {
      ($0.baseline, $0.box.x0, $0.glyphs.lowerBound) < ($1.baseline, $1.box.x0, $1.glyphs.lowerBound)
    }
    let next = rightNeighbours(sorted, reachFactor)
    var hasLeft = [Bool](repeating: false, count: sorted.count)
    for case let right? in next { hasLeft[right] = true }
    var result: [LineDraft] = []
    for start in sorted.indices where !hasLeft[start] {
      var chain = [sorted[start]]
      var at = start
      while let right = next[at] {
        chain.append(sorted[right])
        at = right
      }
      result.append(line(chain))
    }
    return result
  }

  /// For each run the run that continues it to the right: each other's nearest.
  private func rightNeighbours(_ runs: [Run], _ factor: Float) -> [Int?] {
    var right = [Int?](repeating: nil, count: runs.count)
    var left = [Int?](repeating: nil, count: runs.count)
    var rightGap = [Float](repeating: .infinity, count: runs.count)
    var leftGap = [Float](repeating: .infinity, count: runs.count)
    for i in runs.indices {
      let a = runs[i]
      var j = i + 1
      while j < runs.count, runs[j].baseline - a.baseline <= 0.65 * max(a.size, 8) {
        let b = runs[j]
        let aIsLeft = a.box.midX <= b.box.midX
        let (l, r) = aIsLeft ? (a, b) : (b, a)
        let (li, ri) = aIsLeft ? (i, j) : (j, i)
        let gap = r.box.x0 - l.box.x1
        if gap < rightGap[li] || gap < leftGap[ri], isOneLine(l, r, gap: gap, factor) {
          if gap < rightGap[li] { (right[li], rightGap[li]) = (ri, gap) }
          if gap < leftGap[ri] { (left[ri], leftGap[ri]) = (li, gap) }
        }
        j += 1
      }
    }
    return right.enumerated().map { i, r in r.flatMap { left[$0] == i ? $0 : nil } }
  }

  private func isOneLine(_ a: Run, _ b: Run, gap: Float, _ factor: Float) -> Bool {
    let small = min(a.size, b.size)
    let large = max(a.size, b.size)
    let endsInSign = a.glyphs.last.map { ink[$0].kind == .wideSign } ?? false
    guard gap >= (endsInSign ? -0.8 : -0.5) * small else { return false }
    let shift = abs(a.baseline - b.baseline)
    let reach: Float
    if shift <= 0.2 * small, large <= 1.6 * small {
      reach = self.reach(a, b) * (large <= 1.25 * small ? large : small)
    } else if shift <= 0.35 * large, a.box.overlapY(b.box) >= 0.7 * min(a.box.height, b.box.height) {
      reach = 0.6 * large
    } else if large > 1.15 * small, a.box.overlapY(b.box) >= 0.35 * small, shift <= 0.65 * large {
      reach = 0.4 * small
    } else {
      return false
    }
    guard gap <= reach * factor else { return false }
    return gap < 0.1 * small || !isWalled(a, b)
  }

  private func reach(_ a: Run, _ b: Run) -> Float {
    let inStream = b.glyphs.lowerBound == a.glyphs.upperBound
    if inStream, areCells(a, b) { return Reach.strangers }
    if isLeadMark(a, before: b) || endsInLeader(a), a.box.overlapY(b.box) > 0 { return Reach.leadMark }
    if inStream, startsWithLeader(b) { return Reach.leadMark }
    if inStream, let reach = spacedOut(a, b) { return reach }
    guard inStream else { return Reach.strangers }
    if isWord(a.glyphs.upperBound - 1), isWord(b.glyphs.lowerBound) {
      return isSetClose(a) || isSetClose(b) ? Reach.neighboursInStream : Reach.justifiedWords
    }
    return ink[b.glyphs.lowerBound].followsSpace ? Reach.afterDrawnSpace : Reach.neighboursInStream
  }

  /// Single characters set apart: a spaced title (目　錄), or a label filled out to the width of others (地　址：…).
  private func spacedOut(_ a: Run, _ b: Run) -> Float? {
    guard isWide(a), a.glyphs.count == 1, a.font == b.font else { return nil }
    // In body size single characters well apart are the heads of narrow columns.
    if b.glyphs.count == 1, isWide(b) { return a.size >= 1.1 * em ? Reach.letterSpaced : Reach.letterSpacedBody }
    guard let first = b.glyphs.first, ink[first].kind == .ideograph, first + 1 < b.glyphs.upperBound else { return nil }
    let second = ink[first + 1].scalar
    return isColon(second) ? Reach.letterSpaced : nil
  }

  /// The dots of a contents page, which lead to a number.
  private func endsInLeader(_ run: Run) -> Bool {
    run.glyphs.count >= 4 && run.glyphs.suffix(3).allSatisfy { TocFinder.isLeader(ink[$0].scalar) }
  }

  private func startsWithLeader(_ run: Run) -> Bool {
    run.glyphs.count >= 4 && run.glyphs.prefix(3).allSatisfy { TocFinder.isLeader(ink[$0].scalar) }
  }

  /// Whether two runs well apart are cells of a row: figures, a dash for none, or years that say of what they are, as
  /// 2022年件數 does.
  private func areCells(_ a: Run, _ b: Run) -> Bool {
    if isFigure(b) { return isFigure(a) || isDash(a) }
    if isDash(b) { return isFigure(a) }
    return startsWithDigit(a) && a.glyphs.map { ink[$0].kind } == b.glyphs.map { ink[$0].kind }
  }

  private func isDash(_ run: Run) -> Bool {
    run.glyphs.count == 1 && run.glyphs.allSatisfy { Self.dashes.contains(ink[$0].scalar) }
  }

  private static let dashes: Set<UInt32> = [0x2D, 0x2010, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2500, 0xFF0D]

  private func startsWithDigit(_ run: Run) -> Bool { run.glyphs.first.map { ink[$0].kind == .digit } ?? false }

  /// A number with its signs, or a year.
  private func isFigure(_ run: Run) -> Bool {
    var (digits, ideographs) = (0, 0)
    for index in run.glyphs {
      switch ink[index].kind {
      case .digit: digits += 1
      case .sign, .wideSign: break
      case .ideograph: ideographs += 1
      case .letter, .bullet, .space, .control, .unknown: return false
      }
    }
    return digits > 0 && ideographs <= min(2, digits)
  }

  /// Whether words of a run stand as close as spaces set them: no line was stretched there.
  private func isSetClose(_ run: Run) -> Bool {
    run.glyphs.dropFirst().contains { index in
      ink[index].followsSpace && ink[index].box.x0 - ink[index - 1].box.x1 <= Self.plainSpace * run.size
    }
  }

  /// In ems.
  private static let plainSpace: Float = 0.36

  private func isWord(_ index: Int) -> Bool { ink[index].kind == .letter }

  private func isWide(_ run: Run) -> Bool { run.glyphs.allSatisfy { ink[$0].kind.isWide } }

  /// A bullet or a section number, which may stand well apart from what it counts.
  private func isLeadMark(_ run: Run, before next: Run) -> Bool {
    guard run.glyphs.count <= 6, let first = run.glyphs.first else { return false }
    if run.glyphs.count == 1, ink[first].kind == .bullet { return true }
    // Words follow what counts them: 41.2 before 28.8 are figures of a row.
    guard ink[first].kind == .digit, run.glyphs.count >= 2, let second = next.glyphs.first, ink[second].kind != .digit
    else { return false }
    var dots = 0
    for index in run.glyphs {
      if ink[index].scalar == 0x2E || ink[index].scalar == 0x3001 || ink[index].scalar == 0xFF0E {
        dots += 1
      } else if ink[index].kind != .digit {
        return false
      }
    }
    // 81.25 is a number, 3.2 and 3.2.1 may count sections, "2." counts items.
    let digitsAfter = run.glyphs.reversed().prefix { ink[$0].kind == .digit }.count
    return dots >= 2 || (dots == 1 && digitsAfter <= 1)
  }

  private func isWalled(_ a: Run, _ b: Run) -> Bool {
    let middle = (max(a.box.y0, b.box.y0) + min(a.box.y1, b.box.y1)) / 2
    let slack: Float = 0.5
    for wall in walls
    where wall.position > a.box.x1 - slack && wall.position < b.box.x0 + slack && wall.start <= middle
      && middle <= wall.end
    {
      return true
    }
    return false
  }

  private func line(_ runs: [Run]) -> LineDraft {
    var box = runs[0].box
    var count = 0
    var stream = Int.max
    for run in runs {
      box = box.union(run.box)
      count += run.glyphs.count
      stream = min(stream, run.glyphs.lowerBound)
    }
    let (size, style) = look(runs)
    let main = runs.first { abs($0.size - size) <= 0.1 * size } ?? runs[0]
    return LineDraft(
      runs: runs, box: box, baseline: main.baseline, size: size, direction: runs[0].direction, glyphCount: count,
      stream: stream, style: style)
  }

  private func look(_ runs: [Run]) -> (size: Float, style: LineStyle) {
    var sizes = Tally<Float>()
    var colors = Tally<UInt32>()
    var faces = Tally<UInt16>()
    var bold = 0
    var total = 0
    for run in runs {
      for index in run.glyphs {
        let glyph = ink[index]
        sizes.add(glyph.size)
        colors.add(glyph.color)
        faces.add(glyph.font)
        if Int(glyph.font) < fonts.count, fonts[Int(glyph.font)].isBold { bold += 1 }
        total += 1
      }
    }
    let style = LineStyle(
      color: colors.most ?? 0, isOneColor: colors.isSingle, font: faces.most ?? 0, isBold: bold * 2 > total,
      isAllBold: bold == total)
    return (sizes.most ?? runs[0].size, style)
  }
}
