import ReportModel

/// Finds the columns and rows that a table's designer left to white space.
///
/// A grid drawn with rules alone has one wide column; a grid drawn with upright lines alone has one high row.
/// White space that all rows share parts columns; baselines that the columns share part rows.
struct GridSplitter {
  let ink: [InkGlyph]
  /// Lines on the page in ordinary direction.
  let lines: [LineDraft]
  /// Level borders.
  let rules: [Edge]
  /// Of the lines.
  private let boxes: [Box]

  init(ink: [InkGlyph], lines: [LineDraft], rules: [Edge]) {
    self.ink = ink
    self.lines = lines
    self.rules = rules
    boxes = lines.map(\.box)
  }

  /// Narrower white space than this (ems) may be chance.
  private static let narrowestRiver: Float = 0.4
  private static let fewestRows = 3
  /// One row in so many may cross white that parts columns.
  private static let fewCross = 4

  func split(_ grid: Grid) -> Grid {
    widened(splitRows(splitSpans(splitStoreys(splitColumns(splitBands(grid))))))
  }

  /// The rows above the first that holds a figure other than a year; none where there is no such row.
  private func headerCount(_ grid: Grid) -> Int {
    (0..<grid.rowCount).first { row in
      lines(in: grid, row).contains { isFigure($0) && !LineText.isYear($0, ink) && !isBracketed($0) }
    } ?? 0
  }

  /// (1~5) below a header's words.
  private func isBracketed(_ line: LineDraft) -> Bool {
    let ends = [line.runs.first?.glyphs.first, line.runs.last?.glyphs.last].map { $0.map { ink[$0].scalar } }
    return (ends[0] == 0x28 || ends[0] == 0xFF08) && (ends[1] == 0x29 || ends[1] == 0xFF09)
  }

  /// Names over several columns that have names of their own, where nothing is drawn between them.
  private func widened(_ grid: Grid) -> Grid {
    let body = headerCount(grid)
    guard !grid.isFramed, body >= 2 else { return grid }
    return (0..<(body - 1)).reversed().reduce(grid) { widened($0, row: $1, body: body) }
  }

  private func widened(_ grid: Grid, row: Int, body: Int) -> Grid {
    let below = grid.cells.filter { $0.rows.lowerBound == row + 1 && !lines(in: $0).isEmpty }
    // What has nothing below it names its own column.
    let own = grid.cells.filter { cell in
      cell.rows == row..<(row + 1) && (lines(in: cell).isEmpty || below.contains { $0.columns.overlaps(cell.columns) })
    }
    let others = grid.cells.filter { cell in !own.contains { $0.rows == cell.rows && $0.columns == cell.columns } }
    let names = own.filter { !lines(in: $0).isEmpty }
    let heads = grid.cells.filter { $0.rows.lowerBound > row && $0.rows.lowerBound < body }
    let columns = below.compactMap { cell in
      Box(around: heads.filter { cell.columns.contains($0.columns.lowerBound) }.flatMap(lines(in:)).map(\.box))
    }
    let boxes = names.compactMap { Box(around: lines(in: $0).map(\.box)) }
    let em = names.flatMap(lines(in:)).map(\.size).max() ?? 0
    guard let dealt = NamesOverColumns(names: boxes, columns: columns, leftOut: em).dealt() else { return grid }
    let wide = dealt.map { range in
      let columns = below[range.lowerBound].columns.lowerBound..<below[range.upperBound - 1].columns.upperBound
      return cell(of: grid, row: row, columns: columns)
    }
    let bare = own.flatMap(\.columns).filter { column in !wide.contains { $0.columns.contains(column) } }
      .map { cell(of: grid, row: row, columns: $0..<($0 + 1)) }
    return Grid(
      columns: grid.columns, rows: grid.rows, cells: (others + wide + bare).sorted(by: GridCell.isBefore),
      isFramed: grid.isFramed)
  }

  private func cell(of grid: Grid, row: Int, columns: Range<Int>) -> GridCell {
    GridCell(
      rows: row..<(row + 1), columns: columns,
      box: Box(
        x0: grid.columns[columns.lowerBound], y0: grid.rows[row], x1: grid.columns[columns.upperBound],
        y1: grid.rows[row + 1]))
  }

  private func lines(in grid: Grid, _ row: Int) -> [LineDraft] {
    grid.cells.filter { $0.rows.contains(row) }.flatMap(lines(in:))
  }

  // MARK: storeys

  /// A name over several columns, and below it in the same cell a name for each: two storeys of headers, which other
  /// headers of the row span.
  private func splitStoreys(_ grid: Grid) -> Grid {
    let body = headerCount(grid)
    for row in 0..<body {
      let halves = grid.cells.map { cell in
        let isWhole = cell.rows != row..<(row + 1) || row + 1 < body && hasNames(below: cell, in: grid)
        return isWhole ? nil : storeyBorder(in: cell, of: grid)
      }
      if let border = halves.compactMap({ $0 }).min() {
        return splitStoreys(cut(grid, row, at: border, halves.map { $0 != nil }))
      }
    }
    return grid
  }

  /// Whether the columns under a cell have names of their own in the row below.
  private func hasNames(below cell: GridCell, in grid: Grid) -> Bool {
    grid.cells.contains { below in
      below.rows.lowerBound == cell.rows.upperBound && cell.columns.contains(below.columns.lowerBound)
        && below.columns.count < cell.columns.count && !lines(in: below).isEmpty
    }
  }

  /// Between the last line that runs over several columns and those below it that stand side by side: where the gap is
  /// widest, for the name may go on in a line that happens to part where the columns do.
  private func storeyBorder(in cell: GridCell, of grid: Grid) -> Float? {
    guard cell.columns.count > 1 else { return nil }
    if let drawn = ruleBetweenStoreys(of: cell) { return drawn }
    let borders = grid.columns[(cell.columns.lowerBound + 1)..<cell.columns.upperBound]
    let inside = lines(in: cell).sorted { $0.baseline < $1.baseline }
    guard let last = inside.lastIndex(where: { line in borders.contains { crosses(line, $0) } }) else { return nil }
    var widest: (gap: Float, border: Float)?
    for end in (last + 1)..<max(last + 1, inside.count) {
      let (upper, lower) = (inside[..<end], inside[end...])
      let size = inside[end].size
      guard inside[end].baseline - inside[end - 1].baseline > 0.6 * size, hasNeighbours(Array(lower)),
        let bottom = upper.map(\.box.y1).max(), let top = lower.map(\.box.y0).min()
      else { continue }
      if let known = widest, top - bottom <= known.gap + 0.2 * size { continue }
      widest = (top - bottom, (bottom + top) / 2)
    }
    return widest?.border
  }

  /// A rule right under a name, over as many columns as it names.
  private func ruleBetweenStoreys(of cell: GridCell) -> Float? {
    let inside = lines(in: cell)
    return rules.first { rule in
      rule.position > cell.box.y0 + Edges.snap && rule.position < cell.box.y1 - Edges.snap
        && GridFinder.isParted([rule], from: cell.box.x0, to: cell.box.x1)
        && inside.contains { $0.box.midY < rule.position }
        && hasNeighbours(inside.filter { $0.box.midY > rule.position })
    }?.position
  }

  /// A row in two: some of its cells are cut, the others span both.
  private func cut(_ grid: Grid, _ row: Int, at border: Float, _ isCut: [Bool]) -> Grid {
    var cells: [GridCell] = []
    for (cell, isCut) in zip(grid.cells, isCut) {
      let start = cell.rows.lowerBound > row ? cell.rows.lowerBound + 1 : cell.rows.lowerBound
      let end = cell.rows.upperBound > row ? cell.rows.upperBound + 1 : cell.rows.upperBound
      guard isCut else {
        cells.append(GridCell(rows: start..<end, columns: cell.columns, box: cell.box))
        continue
      }
      let (upper, lower) = (
        Box(x0: cell.box.x0, y0: cell.box.y0, x1: cell.box.x1, y1: border),
        Box(x0: cell.box.x0, y0: border, x1: cell.box.x1, y1: cell.box.y1)
      )
      cells.append(GridCell(rows: row..<(row + 1), columns: cell.columns, box: upper))
      cells.append(GridCell(rows: (row + 1)..<(row + 2), columns: cell.columns, box: lower))
    }
    var rows = grid.rows
    rows.insert(border, at: row + 1)
    return Grid(columns: grid.columns, rows: rows, cells: cells.sorted(by: GridCell.isBefore), isFramed: grid.isFramed)
  }

  /// A header drawn as one band over several columns, with a name over each, is a row of cells.
  private func splitSpans(_ grid: Grid) -> Grid {
    var cells: [GridCell] = []
    for cell in grid.cells {
      let inside = lines(in: cell)
      cells += cell.columns.count > 1 && hasNeighbours(inside) ? parts(of: cell, grid.columns) : [cell]
    }
    guard cells.count > grid.cells.count else { return grid }
    return joinedWhereNoRuleRuns(
      Grid(columns: grid.columns, rows: grid.rows, cells: cells, isFramed: grid.isFramed))
  }

  // MARK: bands

  /// Parts what stands between two rules far apart, where level after level holds a figure beside something else.
  private func splitBands(_ grid: Grid) -> Grid {
    guard !grid.isFramed, grid.columnCount == 1, grid.cells.count == grid.rowCount else { return grid }
    let cuts = grid.cells.flatMap { bands(lines(in: $0)) }
    guard !cuts.isEmpty else { return grid }
    let rows = (grid.rows + cuts).sorted()
    let cells = rows.indices.dropLast().map { row in
      GridCell(
        rows: row..<(row + 1), columns: 0..<1,
        box: Box(x0: grid.box.x0, y0: rows[row], x1: grid.box.x1, y1: rows[row + 1]))
    }
    return Grid(columns: grid.columns, rows: rows, cells: cells, isFramed: false)
  }

  /// Where the rows of a zone part: what goes on from a row, or leads to it, stands nearer to it than to the next.
  private func bands(_ lines: [LineDraft]) -> [Float] {
    var levels: [[LineDraft]] = []
    for line in lines.sorted(by: { $0.baseline < $1.baseline }) {
      if let last = levels.last?.first, abs(last.baseline - line.baseline) <= 0.6 * line.size {
        levels[levels.count - 1].append(line)
      } else {
        levels.append([line])
      }
    }
    let leading = levels.indices.filter { levels[$0].count >= 2 && levels[$0].contains(where: isFigure) }
    guard leading.count >= Self.fewestRows else { return [] }
    return zip(leading, leading.dropFirst()).map { upper, lower in
      let between = (upper..<lower).max {
        gap(below: levels[$0], levels[$0 + 1]) < gap(below: levels[$1], levels[$1 + 1])
      }
      let last = between ?? upper
      let bottom = levels[last].map(\.box.y1).max() ?? 0
      let top = levels[last + 1].map(\.box.y0).min() ?? 0
      return (bottom + top) / 2
    }
  }

  private func gap(below upper: [LineDraft], _ lower: [LineDraft]) -> Float {
    (lower.map(\.baseline).min() ?? 0) - (upper.map(\.baseline).max() ?? 0)
  }

  // MARK: columns

  /// Parts each column along white space that its rows share.
  func splitColumns(_ grid: Grid) -> Grid {
    var cuts: [Float] = []
    for column in 0..<grid.columnCount { cuts += rivers(grid, column) }
    guard !cuts.isEmpty else { return grid }
    let columns = (grid.columns + cuts).sorted()
    var cells: [GridCell] = []
    for cell in grid.cells { cells += parts(of: cell, columns).flatMap { parts(of: $0, atRulesOf: grid) } }
    return joinedWhereNoRuleRuns(
      Grid(columns: columns, rows: grid.rows, cells: cells.sorted(by: GridCell.isBefore), isFramed: grid.isFramed))
  }

  /// A rule that parts most columns was taken to part all: where it leaves one out, that one spans rows.
  private func joinedWhereNoRuleRuns(_ grid: Grid) -> Grid {
    var cells: [GridCell] = []
    for cell in grid.cells {
      let above = cells.lastIndex { $0.columns == cell.columns && $0.rows.upperBound == cell.rows.lowerBound }
      if let above, isSpanned(cells[above], cell, of: grid) {
        cells[above].rows = cells[above].rows.lowerBound..<cell.rows.upperBound
        cells[above].box = cells[above].box.union(cell.box)
      } else {
        cells.append(cell)
      }
    }
    return Grid(columns: grid.columns, rows: grid.rows, cells: cells, isFramed: grid.isFramed)
  }

  private func isSpanned(_ upper: GridCell, _ lower: GridCell, of grid: Grid) -> Bool {
    let position = grid.rows[lower.rows.lowerBound]
    let own = rulesFromSide(at: position, of: grid)
    return !own.isEmpty && !GridFinder.isParted(own, from: lower.box.x0, to: lower.box.x1)
      && (lines(in: upper).isEmpty || lines(in: lower).isEmpty)
  }

  /// A cell cut along the rules that part it now that it is narrower: they leave out the columns that span rows.
  private func parts(of cell: GridCell, atRulesOf grid: Grid) -> [GridCell] {
    var result: [GridCell] = []
    var start = cell.rows.lowerBound
    for row in cell.rows where row + 1 == cell.rows.upperBound || isParted(cell, at: grid.rows[row + 1], of: grid) {
      let box = Box(x0: cell.box.x0, y0: grid.rows[start], x1: cell.box.x1, y1: grid.rows[row + 1])
      result.append(GridCell(rows: start..<(row + 1), columns: cell.columns, box: box))
      start = row + 1
    }
    return result
  }

  private func isParted(_ cell: GridCell, at position: Float, of grid: Grid) -> Bool {
    GridFinder.isParted(rulesFromSide(at: position, of: grid), from: cell.box.x0, to: cell.box.x1)
  }

  /// Others lie under words, or are shades of them.
  private func rulesFromSide(at position: Float, of grid: Grid) -> [Edge] {
    rules.filter { rule in
      abs(rule.position - position) <= Edges.snap
        && (abs(rule.start - grid.box.x0) <= Self.reach || abs(rule.end - grid.box.x1) <= Self.reach)
    }
  }

  private static let reach = 2 * Edges.snap

  /// Where one column falls apart into several: the middles of its rivers.
  private func rivers(_ grid: Grid, _ column: Int) -> [Float] {
    let cells = grid.cells.filter { $0.columns == column..<(column + 1) }
    let rows = cells.map(lines(in:))
    let used = rows.filter { !$0.isEmpty }
    guard used.count >= Self.fewestRows || (used.count == 2 && used.allSatisfy { $0.count >= 4 }) else { return [] }
    let several = used.filter { row in hasNeighbours(row) }
    guard several.count * 5 >= used.count * 3 else { return [] }
    let em = several.flatMap { $0 }.map(\.size).max() ?? 10
    let cuts = rivers(
      several, from: grid.columns[column], to: grid.columns[column + 1], width: Self.narrowestRiver * em)
    guard isTabular(several, cuts) else { return [] }
    return withoutSignColumns(cuts, several, to: grid.columns[column + 1])
  }

  /// Currency signs and brackets set apart from their figures are no columns of their own: the cut to their right goes.
  private func withoutSignColumns(_ cuts: [Float], _ rows: [[LineDraft]], to right: Float) -> [Float] {
    let ends = cuts.dropFirst() + [right]
    var kept: [Float] = []
    var skipsNext = false
    for (cut, end) in zip(cuts, ends) {
      if !skipsNext { kept.append(cut) }
      let inside = rows.joined().filter { $0.box.midX > cut && $0.box.midX < end }
      skipsNext = !inside.isEmpty && inside.allSatisfy { LineText.isMoneySign($0, ink) }
    }
    return kept
  }

  /// Asked for every cell again and again: lines are large, and only their boxes are looked at.
  private func lines(in cell: GridCell) -> [LineDraft] {
    boxes.indices.filter { cell.box.containsMiddle(of: boxes[$0]) }.map { lines[$0] }
  }

  /// Whether two lines stand side by side.
  private func hasNeighbours(_ row: [LineDraft]) -> Bool {
    for (i, a) in row.enumerated() {
      for b in row[(i + 1)...] where a.box.overlapX(b.box) < 0 && a.box.overlapY(b.box) > 0.3 * a.size { return true }
    }
    return false
  }

  /// The middles of the white stretches that all rows but few share, with text on both sides.
  private func rivers(_ rows: [[LineDraft]], from low: Float, to high: Float, width: Float) -> [Float] {
    let step: Float = 0.5
    let count = Int((high - low) / step)
    guard count > 0, count < 8000 else { return [] }
    var covered = [Int](repeating: 0, count: count)
    for row in rows {
      var isCovered = [Bool](repeating: false, count: count)
      for line in row {
        let first = max(0, Int((line.box.x0 - low) / step))
        let last = min(count - 1, Int((line.box.x1 - low) / step))
        if first <= last { for at in first...last { isCovered[at] = true } }
      }
      for at in 0..<count where isCovered[at] { covered[at] += 1 }
    }
    let allowed = rows.count / Self.fewCross
    // White at the rim parts nothing.
    let white = stretches(in: covered.indices) { covered[$0] <= allowed }
      .filter { $0.lowerBound > 0 && $0.upperBound < count && Float($0.count) * step >= width }
    return white.map { low + clearest(covered, $0) * step }
  }

  /// The middle of the longest part of a stretch that the fewest rows cross: a header may lean into the white.
  private func clearest(_ covered: [Int], _ stretch: Range<Int>) -> Float {
    guard let least = covered[stretch].min() else { return Float(stretch.lowerBound) }
    var best = stretch.lowerBound..<stretch.lowerBound
    for part in stretches(in: stretch, where: { covered[$0] == least }) where part.count > best.count { best = part }
    return Float(best.lowerBound + best.upperBound) / 2
  }

  /// Columns of a table hold short things, most of them figures; columns of text hold sentences.
  private func isTabular(_ rows: [[LineDraft]], _ cuts: [Float]) -> Bool {
    guard let first = cuts.first else { return false }
    // Drawn rows that share three columns or more leave no doubt.
    if cuts.count >= 2, rows.count >= 4 || rows.allSatisfy({ $0.count >= 4 }) { return true }
    let beyond = rows.flatMap { $0 }.filter { $0.box.x0 > first }
    let short = beyond.filter { $0.glyphCount <= 14 || isFigure($0) }
    return short.count * 10 >= beyond.count * 7
  }

  private func isFigure(_ line: LineDraft) -> Bool { LineText.isFigure(line, ink) }

  /// A cell cut along the new columns; it stays whole where a line runs over the cut.
  private func parts(of cell: GridCell, _ columns: [Float]) -> [GridCell] {
    let first = columns.firstIndex(of: cell.box.x0) ?? place(cell.box.x0, columns)
    let last = columns.firstIndex(of: cell.box.x1) ?? place(cell.box.x1, columns)
    let inside = lines(in: cell)
    var result: [GridCell] = []
    var start = first
    for at in first..<max(first + 1, last) {
      let next = at + 1
      let isWhole = next < last && inside.contains { crosses($0, columns[next]) }
      if isWhole { continue }
      let box = Box(x0: columns[start], y0: cell.box.y0, x1: columns[next], y1: cell.box.y1)
      result.append(GridCell(rows: cell.rows, columns: start..<next, box: box))
      start = next
    }
    return result
  }

  /// Whether a line runs over a border; words set well apart on either side of it do not.
  private func crosses(_ line: LineDraft, _ border: Float) -> Bool {
    guard line.box.x0 < border - 1, line.box.x1 > border + 1 else { return false }
    for (left, right) in zip(line.runs, line.runs.dropFirst())
    where left.box.x1 <= border + 1 && right.box.x0 >= border - 1 && right.box.x0 - left.box.x1 >= 0.45 * line.size {
      return left.glyphs.count < 2 || right.glyphs.count < 2
    }
    return true
  }

  private func place(_ x: Float, _ columns: [Float]) -> Int {
    columns.indices.min { abs(columns[$0] - x) < abs(columns[$1] - x) } ?? 0
  }

  // MARK: rows

  /// Parts each row whose columns share baselines; a cell with one line beside several rows names them all.
  func splitRows(_ grid: Grid) -> Grid {
    guard grid.columnCount >= 2 else { return grid }
    let steps = (0..<grid.rowCount).map { row in
      self.steps(grid, row)
    }
    let cuts = steps.flatMap(\.cuts)
    guard !cuts.isEmpty else { return grid }
    let rows = (grid.rows + cuts).sorted()
    var cells: [GridCell] = []
    for (index, cell) in grid.cells.enumerated() {
      let first = rows.firstIndex(of: grid.rows[cell.rows.lowerBound]) ?? 0
      let last = rows.firstIndex(of: grid.rows[cell.rows.upperBound]) ?? first + 1
      if cell.rows.count > 1 || steps[cell.rows.lowerBound].wholeCells.contains(index) {
        cells.append(GridCell(rows: first..<last, columns: cell.columns, box: cell.box))
      } else {
        for row in first..<last {
          let box = Box(x0: cell.box.x0, y0: rows[row], x1: cell.box.x1, y1: rows[row + 1])
          cells.append(GridCell(rows: row..<(row + 1), columns: cell.columns, box: box))
        }
      }
    }
    cells.sort(by: GridCell.isBefore)
    return Grid(columns: grid.columns, rows: rows, cells: cells, isFramed: grid.isFramed)
  }

  /// Where a row falls apart, and which of its cells do not.
  private struct Steps {
    var cuts: [Float] = []
    var wholeCells: Set<Int> = []
  }

  /// Between which baselines a row falls apart: each has a figure, and all columns but few have a line on each.
  private func steps(_ grid: Grid, _ row: Int) -> Steps {
    let cells = grid.cells.indices.filter { grid.cells[$0].rows == row..<(row + 1) }
    let columns = cells.map { cell -> (cell: Int, lines: [LineDraft]) in
      (cell, lines(in: grid.cells[cell]).sorted { $0.baseline < $1.baseline })
    }.filter { !$0.lines.isEmpty }
    guard columns.count >= 2, let most = columns.map({ $0.lines.count }).max(), most >= 2 else { return Steps() }
    let figures = columns.filter { $0.lines.count == most && $0.lines.allSatisfy { isFigure($0) } }
    guard let leader = figures.first?.lines else { return Steps() }
    let agreeing = columns.filter { column in
      column.lines.count == most
        && zip(column.lines, leader).allSatisfy { abs($0.baseline - $1.baseline) <= 0.6 * $1.size }
    }
    let others = columns.filter { column in !agreeing.contains { $0.cell == column.cell } }
    guard agreeing.count >= 2, agreeing.count * 3 >= columns.count * 2 else { return Steps() }
    // Of two lines only, a wrapped label beside a figure and its bracket would look the same.
    guard most >= 3 || others.allSatisfy({ $0.lines.count == 1 }) else { return Steps() }
    return Steps(
      cuts: zip(leader, leader.dropFirst()).map { upper, lower in (upper.box.y1 + lower.box.y0) / 2 },
      wholeCells: Set(others.filter { $0.lines.count == 1 }.map(\.cell)))
  }
}
