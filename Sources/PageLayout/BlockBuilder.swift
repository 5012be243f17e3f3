import ReportModel

/// A block in the making: lines that are read one after another, before it has a role for sure.
struct BlockDraft {
  var lines: [Entry]
  /// On the page.
  var box: Box
  var role: BlockRole = .paragraph
  var level: Int?
  var table: TableDraft?
  var target: Int?
  var region = 0
  var continuesEarlier = false
  /// The earliest place in the stream.
  var stream: Int

  struct Entry {
    var line: LineDraft
    var endsParagraph = false
  }

  var direction: Direction { lines.first?.line.direction ?? .right }
  var size: Float { lines.first?.line.size ?? 0 }
  var glyphCount: Int { lines.reduce(0) { $0 + $1.line.glyphCount } }

  init(_ lines: [LineDraft], region: Int = 0) {
    self.lines = lines.map { Entry(line: $0) }
    self.region = region
    box = Box(around: lines.lazy.map(\.pageBox)) ?? Box(x0: 0, y0: 0, x1: 0, y1: 0)
    stream = lines.map(\.stream).min() ?? 0
  }

  init(_ table: TableDraft, region: Int) {
    let all = table.cells.flatMap(\.lines)
    lines = all
    self.table = table
    self.region = region
    role = .table
    // A cell's text may lean over its border.
    box = all.reduce(table.grid.box) { $0.union($1.line.pageBox) }
    stream = all.map(\.line.stream).min() ?? 0
  }
}

/// A table in the making.
struct TableDraft {
  var grid: Grid
  var headerRows = 1
  var headerColumns = 1
  var cells: [Cell]

  struct Cell {
    var rows: Range<Int>
    var columns: Range<Int>
    var box: Box
    var lines: [BlockDraft.Entry]
  }
}

/// Puts lines of one region and direction together into columns of text, and cuts these into paragraphs.
struct BlockBuilder {
  let ink: [InkGlyph]
  /// Horizontal borders, in the frame of the lines.
  let borders: [Edge]

  /// In ems of the larger line.
  private static let widestLeading: Float = 2.3
  private static let narrowestLeading: Float = 0.7

  func paragraphs(_ lines: [LineDraft]) -> [[LineDraft]] {
    columns(lines).flatMap { ParagraphCutter(ink: ink).cut($0) }
  }

  /// Chains lines that stand under one another with nothing beside them.
  func columns(_ lines: [LineDraft]) -> [[LineDraft]] {
    let sorted = lines.topToBottom
    let below = sorted.indices.map { onlyNeighbour(of: $0, in: sorted, step: 1) }
    let above = sorted.indices.map { onlyNeighbour(of: $0, in: sorted, step: -1) }
    var next = [Int?](repeating: nil, count: sorted.count)
    var hasUpper = [Bool](repeating: false, count: sorted.count)
    for (i, candidate) in below.enumerated() {
      guard let j = candidate, above[j] == i, isOneColumn(sorted[i], sorted[j]) else { continue }
      next[i] = j
      hasUpper[j] = true
    }
    return sorted.indices.filter { !hasUpper[$0] }.map { start in
      var chain = [sorted[start]]
      var at = start
      while let lower = next[at] {
        chain.append(sorted[lower])
        at = lower
      }
      return chain
    }
  }

  /// The nearest line below (or above) that shares columns with this one, unless two stand side by side there.
  private func onlyNeighbour(of index: Int, in lines: [LineDraft], step: Int) -> Int? {
    let line = lines[index]
    let reach = Self.widestLeading * line.size * 1.2
    var best: Int?
    var at = index + step
    while at >= 0, at < lines.count {
      let other = lines[at]
      let distance = abs(other.baseline - line.baseline)
      if let found = best {
        if distance > abs(lines[found].baseline - line.baseline) + 0.5 * min(other.size, line.size) { return found }
        if other.box.overlapX(line.box) > 0, other.box.overlapX(lines[found].box) <= 0 { return nil }
      } else if distance > reach {
        return nil
      } else if distance > 0.4 * line.size, other.box.overlapX(line.box) > 0 {
        best = at
      }
      at += step
    }
    return best
  }

  private func isOneColumn(_ upper: LineDraft, _ lower: LineDraft) -> Bool {
    let large = max(upper.size, lower.size)
    let leading = lower.baseline - upper.baseline
    guard leading >= Self.narrowestLeading * min(upper.size, lower.size), leading <= Self.widestLeading * large else {
      return false
    }
    guard large <= 1.16 * min(upper.size, lower.size) else { return false }
    guard upper.box.overlapX(lower.box) >= 0.5 * min(upper.box.width, lower.box.width) else { return false }
    return !isParted(upper, lower)
  }

  /// Whether a border runs between two lines; an underline belongs to the upper one.
  private func isParted(_ upper: LineDraft, _ lower: LineDraft) -> Bool {
    let narrow = min(upper.box.width, lower.box.width)
    let low = max(upper.box.x0, lower.box.x0)
    let high = min(upper.box.x1, lower.box.x1)
    for border in borders where border.position > upper.baseline && border.position < lower.baseline - 0.5 * lower.size
    {
      let covered = min(border.end, high) - max(border.start, low)
      guard covered >= 0.5 * narrow else { continue }
      let isUnderline =
        border.position < upper.baseline + 0.35 * upper.size && border.length < upper.box.width + upper.size
      if !isUnderline { return true }
    }
    return false
  }
}
