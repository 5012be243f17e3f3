import ReportModel

/// Finds tables that have no borders: columns of figures with a label to the left of each row.
///
/// Figures set under one another to a common edge are the sign; the axis of a chart has no labels beside it, and
/// text in two columns has no figures.
struct BorderlessTables {
  let ink: [InkGlyph]
  /// The lines of one region, in ordinary direction.
  let lines: [LineDraft]

  /// How far (ems) one row may stand under the other.
  private static let widestStep: Float = 3.4
  private static let longestLabel = 30
  private static let alignment: Float = 2.5

  /// A region of more lines is a drawing.
  private static let mostLines = 1200

  func grids() -> [Grid] {
    guard lines.count <= Self.mostLines else { return [] }
    let columns = figureColumns()
    var taken = [Bool](repeating: false, count: columns.count)
    var result: [Grid] = []
    for start in columns.indices where !taken[start] {
      var members = [start]
      for other in columns.indices where other > start && !taken[other] && shareRows(columns[start], columns[other]) {
        members.append(other)
      }
      guard !listsPages(members.map { columns[$0] }), let grid = grid(members.map { columns[$0] }) else { continue }
      for member in members { taken[member] = true }
      result.append(grid)
    }
    return result
  }

  /// Figures (by index into `lines`) under one another on a common right edge or middle, top to bottom.
  private func figureColumns() -> [[Int]] {
    let figures = lines.indices.filter { LineText.isFigure(lines[$0], ink) }
      .sorted { (lines[$0].baseline, lines[$0].box.x0) < (lines[$1].baseline, lines[$1].box.x0) }
    var columns: [[Int]] = []
    for figure in figures {
      let at = columns.lastIndex { column in column.last.map { isUnder(figure, $0) } ?? false }
      if let at { columns[at].append(figure) } else { columns.append([figure]) }
    }
    return columns.filter { $0.count >= 2 }
  }

  private func isUnder(_ lower: Int, _ upper: Int) -> Bool {
    let (a, b) = (lines[lower], lines[upper])
    let step = a.baseline - b.baseline
    guard step > 0.5 * b.size, step <= Self.widestStep * b.size, abs(a.size - b.size) <= 0.2 * b.size else {
      return false
    }
    return abs(a.box.x1 - b.box.x1) <= Self.alignment || abs(a.box.midX - b.box.midX) <= Self.alignment
      || abs(a.box.x0 - b.box.x0) <= Self.alignment
  }

  /// Whether the figures are the page numbers of a contents page.
  private func listsPages(_ columns: [[Int]]) -> Bool {
    guard columns.reduce(0, { $0 + $1.count }) >= 4 else { return false }
    return columns.allSatisfy { column in
      let numbers = column.compactMap { TocFinder.page(lines[$0], ink) }
      return numbers.count == column.count && TocFinder.grow(numbers)
    }
  }

  private func shareRows(_ a: [Int], _ b: [Int]) -> Bool {
    let shared = b.filter { figure in a.contains { isBeside(lines[$0], lines[figure]) } }
    return shared.count * 3 >= min(a.count, b.count) * 2
  }

  private func isBeside(_ a: LineDraft, _ b: LineDraft) -> Bool {
    abs(a.baseline - b.baseline) <= 0.35 * max(a.size, b.size)
  }

  private func grid(_ columns: [[Int]]) -> Grid? {
    guard let leader = columns.max(by: { $0.count < $1.count }) else { return nil }
    guard leader.count >= (columns.count >= 2 ? 2 : 3) else { return nil }
    let left = columns.flatMap { $0 }.map { lines[$0].box.x0 }.min() ?? 0
    let labels = leader.compactMap { label(of: $0, left: left) }
    guard labels.count * 4 >= leader.count * 3, areAligned(labels) else { return nil }
    let members = labels + columns.flatMap { $0 }
    let reach = 2 * lines[leader[0]].size
    let from = (members.map { lines[$0].box.x0 }.min() ?? 0) - reach
    let to = (members.map { lines[$0].box.x1 }.max() ?? 0) + reach
    let own = lines.indices.filter { lines[$0].box.x0 >= from && lines[$0].box.x1 <= to }
    let header = headerRow(above: leader, columns, among: own)
    let rows = (header.map { [$0] } ?? []) + leader
    return grid(
      rows: rows, figures: columns.flatMap { $0 }, labels: labels + (header.map { beside($0, among: own) } ?? []))
  }

  /// The nearest words to the left of a row's figures.
  private func label(of figure: Int, left: Float) -> Int? {
    let row = lines[figure]
    let near = lines.indices.filter {
      lines[$0].box.x1 <= left + 1 && lines[$0].box.overlapY(row.box) > 0.3 * row.size
        && !LineText.isFigure(lines[$0], ink)
    }
    guard let label = near.max(by: { lines[$0].box.x1 < lines[$1].box.x1 }) else { return nil }
    return lines[label].glyphCount <= Self.longestLabel ? label : nil
  }

  private func areAligned(_ labels: [Int]) -> Bool {
    guard let first = labels.first else { return false }
    let em = lines[first].size
    let same = { (edge: (Box) -> Float) in
      labels.filter { abs(edge(lines[$0].box) - edge(lines[first].box)) <= 2.2 * em }.count * 3 >= labels.count * 2
    }
    return same { $0.x0 } || same { $0.x1 } || same { $0.midX }
  }

  /// A row of names right above the figures: one line of it.
  private func headerRow(above leader: [Int], _ columns: [[Int]], among own: [Int]) -> Int? {
    guard let first = leader.first else { return nil }
    let top = lines[first]
    let tops = columns.compactMap(\.first).map { lines[$0].box }
    return own.filter { index in
      let step = top.baseline - lines[index].baseline
      return step > 0.5 * top.size && step <= Self.widestStep * top.size && lines[index].glyphCount <= Self.longestLabel
        && (tops.contains { $0.overlapX(lines[index].box) > 0 } || beside(index, among: own).count == columns.count + 1)
    }.max { lines[$0].baseline < lines[$1].baseline }
  }

  private func beside(_ index: Int, among own: [Int]) -> [Int] { own.filter { isBeside(lines[$0], lines[index]) } }

  private func grid(rows: [Int], figures: [Int], labels: [Int]) -> Grid {
    var box = lines[rows[0]].box
    for index in rows + figures + labels { box = box.union(lines[index].box) }
    var borders = [box.y0 - 0.5]
    for (upper, lower) in zip(rows, rows.dropFirst()) {
      borders.append((lines[upper].box.y1 + lines[lower].box.y0) / 2)
    }
    borders.append(box.y1 + 0.5)
    let columns = [box.x0 - 0.5, box.x1 + 0.5]
    let cells = borders.indices.dropLast().map { row in
      GridCell(
        rows: row..<(row + 1), columns: 0..<1,
        box: Box(x0: columns[0], y0: borders[row], x1: columns[1], y1: borders[row + 1]))
    }
    return Grid(columns: columns, rows: borders, cells: cells, isFramed: false)
  }
}
