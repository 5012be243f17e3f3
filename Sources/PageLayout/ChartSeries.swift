import ReportModel

/// Tells which values of a chart belong together over the years.
struct ChartSeries {
  private let plot: ChartPlot
  private let labels: [ChartLabel]
  private let page: PageText
  /// The colour of the bar or dot that each value belongs to, as far as one is found.
  private var colors: [Int: UInt32] = [:]

  struct Row {
    var color: UInt32?
    /// The name in the legend.
    var name: Int?
    /// For each year.
    var values: [Int?]
  }

  private static let mostSeries = 8

  init(_ plot: ChartPlot, _ labels: [ChartLabel], _ page: PageText) {
    self.plot = plot
    self.labels = labels
    self.page = page
    let marks = marks()
    for value in plot.values.joined() { colors[value] = color(labels[value], marks) }
  }

  /// Nil where the geometry is not plain.
  var rows: [Row]? {
    let years = plot.values.count
    let filled = plot.values.filter { !$0.isEmpty }.count
    guard filled >= 2, filled * 4 >= years * 3, years > 3 || filled == years, isDrawn,
      let most = plot.values.map(\.count).max(), most <= Self.mostSeries
    else { return nil }
    if most == 1 { return named([row(plot.values.map(\.first))]) }
    if let rows = byColor() { return named(rows) }
    guard plot.values.allSatisfy({ $0.count == most }) else { return nil }
    return (byPlace(most) ?? byHeight(most)).map(named)
  }

  private func row(_ values: [Int?]) -> Row {
    let found = Set(values.compactMap { $0.flatMap { colors[$0] } })
    return Row(color: found.count == 1 ? found.first : nil, values: values)
  }

  /// Whether something is seen of a chart: bars or dots at the values, or values at heights of their own.
  private var isDrawn: Bool {
    let all = Array(plot.values.joined())
    if colors.count * 2 > all.count { return true }
    let rows = Set(all.map { (labels[$0].line.baseline / 2).rounded() })
    return plot.values.count >= 3 && rows.count * 3 >= all.count * 2
  }

  // MARK: bars and dots

  /// Filled areas no wider than a step, over the axis.
  private func marks() -> [Fill] {
    let zone = Box(x0: plot.zone.x0, y0: plot.zone.y0, x1: plot.zone.x1, y1: plot.zone.y1 + 4)
    // The bar of a small value is no thicker than a rule.
    let flat = page.rulings.filter(\.isHorizontal).map { Fill(box: $0.box, color: $0.color) }
    return (page.fills + flat).filter { $0.box.intersects(zone) && $0.box.width <= 1.05 * plot.axis.step }
  }

  private func color(_ label: ChartLabel, _ marks: [Fill]) -> UInt32? {
    var best: (distance: Float, color: UInt32)?
    for mark in marks {
      guard let distance = distance(label, mark.box), distance < best?.distance ?? .infinity else { continue }
      best = (distance, mark.color)
    }
    return best?.color
  }

  /// From a value to the bar that it stands on or in, or to the dot beside it.
  private func distance(_ label: ChartLabel, _ mark: Box) -> Float? {
    let box = label.box
    guard mark.x0 - 2 <= box.midX, box.midX <= mark.x1 + 2 else { return nil }
    if mark.y0 <= box.midY, box.midY <= mark.y1 { return 0 }
    let isDot = mark.width <= 9 && mark.height <= 9
    let gap = mark.y0 >= box.midY ? mark.y0 - box.y1 : box.y0 - mark.y1
    guard gap <= 1.6 * label.size, mark.y0 >= box.midY || isDot else { return nil }
    return max(0, gap) + 0.1
  }

  // MARK: which belong together

  private func byColor() -> [Row]? {
    var rows: [Row] = []
    for (year, values) in plot.values.enumerated() {
      for value in values {
        guard let color = colors[value] else { return nil }
        let at = rows.firstIndex { $0.color == color } ?? rows.count
        if at == rows.count { rows.append(Row(color: color, values: plot.values.map { _ in nil })) }
        guard rows[at].values[year] == nil else { return nil }
        rows[at].values[year] = value
      }
    }
    guard rows.count <= Self.mostSeries, rows.allSatisfy({ $0.values.filter { $0 != nil }.count >= 2 }) else {
      return nil
    }
    // Bars beside one another are read from the left; those in one column came from the top.
    return rows.sorted { place($0) < place($1) }
  }

  /// How far right of its year a series stands, in whole twentieths of a step.
  private func place(_ row: Row) -> Int {
    let offsets = row.values.enumerated().compactMap { year, value in value.map { offset($0, year) } }
    return Int((20 * offsets.reduce(0, +) / Float(max(1, offsets.count))).rounded())
  }

  /// From the middle of its year, in steps.
  private func offset(_ value: Int, _ year: Int) -> Float {
    (labels[value].box.midX - labels[plot.axis.years[year]].box.midX) / plot.axis.step
  }

  /// Side by side, each at its own distance from the year.
  private func byPlace(_ count: Int) -> [Row]? {
    let sorted = plot.values.map { $0.sorted { labels[$0].box.midX < labels[$1].box.midX } }
    let rows = (0..<count).map { at in row(sorted.map { $0[at] }) }
    var last = -Float.infinity
    for row in rows {
      let offsets = row.values.enumerated().compactMap { year, value in value.map { offset($0, year) } }
      guard let low = offsets.min(), let high = offsets.max(), high - low <= 0.12, low - last >= 0.06 else {
        return nil
      }
      last = high
    }
    return rows
  }

  /// One over another: lines that do not cross, or the parts of a column.
  private func byHeight(_ count: Int) -> [Row]? {
    let rows = (0..<count).map { at in row(plot.values.map { $0[at] }) }
    let isStacked = plot.values.joined().allSatisfy { colors[$0] != nil }
    for (upper, lower) in zip(rows, rows.dropFirst()) where !isStacked {
      let least = upper.values.compactMap { $0.flatMap { labels[$0].reading.value } }.min() ?? 0
      let most = lower.values.compactMap { $0.flatMap { labels[$0].reading.value } }.max() ?? 0
      guard least > most else { return nil }
    }
    return rows
  }

  // MARK: names

  /// With the words that stand right of a patch of the series' colour near the plot.
  private func named(_ rows: [Row]) -> [Row] {
    let zone = plot.zone
    let reach = Box(
      x0: zone.x0 - 2 * plot.axis.step, y0: zone.y0 - 60, x1: zone.x1 + 3 * plot.axis.step + 60, y1: zone.y1 + 70)
    let patches =
      page.fills.filter { $0.box.width <= 30 && $0.box.height <= 16 && reach.contains($0.box) }
      + page.rulings.filter { $0.isHorizontal && $0.box.width <= 30 && reach.contains($0.box) }
      .map { Fill(box: $0.box, color: $0.color) }
    var named = rows
    for at in rows.indices {
      guard let color = rows[at].color else { continue }
      named[at].name = labels.indices.first { isName(labels[$0], of: color, patches) }
    }
    let names = named.compactMap(\.name)
    guard Set(names).count == names.count else { return rows }
    guard names.count == rows.count, rows.count > 1 else { return named }
    return named.sorted { order($0) < order($1) }
  }

  private func order(_ row: Row) -> (Float, Float) {
    guard let name = row.name else { return (0, 0) }
    return ((labels[name].line.baseline / 4).rounded(), labels[name].box.x0)
  }

  private func isName(_ label: ChartLabel, of color: UInt32, _ patches: [Fill]) -> Bool {
    guard label.reading.isWords, label.line.glyphCount <= 24 else { return false }
    return patches.contains { patch in
      let gap = label.box.x0 - patch.box.x1
      return patch.color == color && gap >= -1 && gap <= 1.5 * label.size
        && abs(patch.box.midY - label.box.midY) <= 0.5 * label.size
    }
  }
}

/// A chart as a table: a row of years, and a row for each series.
struct ChartTable {
  let plot: ChartPlot
  let rows: [ChartSeries.Row]
  let labels: [ChartLabel]

  /// The labels that go into it.
  var used: [Int] {
    plot.axis.years + rows.flatMap { row in row.values.compactMap { $0 } } + rows.compactMap(\.name)
  }

  func block(region: Int) -> BlockDraft {
    var cells = plot.axis.years.enumerated().map { cell($1, row: 0, column: $0 + 1) }
    for (at, row) in rows.enumerated() {
      if let name = row.name { cells.append(cell(name, row: at + 1, column: 0)) }
      for (year, value) in row.values.enumerated() {
        if let value { cells.append(cell(value, row: at + 1, column: year + 1)) }
      }
    }
    let places = cells.map { GridCell(rows: $0.rows, columns: $0.columns, box: $0.box) }
    var block = BlockDraft(TableDraft(grid: grid(places), cells: cells), region: region)
    block.role = .figureText
    block.box = Box(around: cells.lazy.map(\.box)) ?? plot.zone
    return block
  }

  private func cell(_ label: Int, row: Int, column: Int) -> TableDraft.Cell {
    TableDraft.Cell(
      rows: row..<row + 1, columns: column..<column + 1, box: labels[label].box,
      lines: [BlockDraft.Entry(line: labels[label].line, endsParagraph: true)])
  }

  private func grid(_ cells: [GridCell]) -> Grid {
    let zone = plot.zone
    let columns = (0...plot.axis.years.count).map { zone.x0 + Float($0) * plot.axis.step }
    let height = (zone.y1 - zone.y0) / Float(rows.count + 1)
    return Grid(
      columns: [zone.x0 - plot.axis.step] + columns, rows: (0...rows.count + 1).map { zone.y0 + Float($0) * height },
      cells: cells)
  }
}
