import ReportModel

/// Pairs the values of bar and line charts with the years that they stand over.
///
/// Only where the geometry is plain: years on one line at even steps, and over each of them the same number of values,
/// which their place, the colour of their bars or their order tells apart. What is not plain stays as it is.
struct ChartFinder {
  let sketch: PageSketch

  func pair(_ blocks: inout [BlockDraft]) {
    let labels = ChartLabeler(ink: sketch.ink.glyphs).labels(blocks)
    guard labels.contains(where: { $0.reading.year != nil }) else { return }
    var isTaken = [Bool](repeating: false, count: labels.count)
    var charts: [BlockDraft] = []
    let axes = ChartAxis.find(labels)
    for axis in axes {
      let plot = ChartPlot(axis, labels, blocks, others: axes, page: sketch.page)
      guard let series = ChartSeries(plot, labels, sketch.page).rows else { continue }
      let chart = ChartTable(plot: plot, rows: series, labels: labels)
      let used = chart.used
      guard !used.contains(where: { isTaken[$0] }) else { continue }
      for label in used { isTaken[label] = true }
      charts.append(chart.block(region: blocks[labels[axis.years[0]].block].region))
    }
    guard !charts.isEmpty else { return }
    blocks = without(isTaken, labels, blocks) + charts
  }

  /// The blocks without the labels that went into charts.
  private func without(_ isTaken: [Bool], _ labels: [ChartLabel], _ blocks: [BlockDraft]) -> [BlockDraft] {
    var kept: [Int: [Int: [LineDraft]]] = [:]
    var touched: Set<Int> = []
    for (at, label) in labels.enumerated() {
      if isTaken[at] {
        touched.insert(label.block)
      } else {
        kept[label.block, default: [:]][label.entry, default: []].append(label.line)
      }
    }
    return blocks.indices.compactMap { index -> BlockDraft? in
      guard touched.contains(index) else { return blocks[index] }
      let lines = blocks[index].lines.indices.flatMap { at -> [BlockDraft.Entry] in
        let entry = blocks[index].lines[at]
        // Lines on a slant or upright are no labels.
        let lines = entry.line.direction == .right ? kept[index]?[at] ?? [] : [entry.line]
        return lines.map { BlockDraft.Entry(line: $0, endsParagraph: entry.endsParagraph) }
      }
      guard !lines.isEmpty else { return nil }
      var block = BlockDraft(lines.map(\.line), region: blocks[index].region)
      block.lines = lines
      block.role = blocks[index].role
      block.level = blocks[index].level
      return block
    }
  }
}

/// Years on one line at even steps; indices into the page's labels.
struct ChartAxis {
  var years: [Int]
  var step: Float

  private static let evenness: Float = 0.15
  private static let narrowestStep: Float = 1.2

  static func find(_ labels: [ChartLabel]) -> [ChartAxis] {
    let years = labels.indices.filter { labels[$0].reading.year != nil }
      .sorted { (labels[$0].line.baseline, labels[$0].box.x0, $0) < (labels[$1].line.baseline, labels[$1].box.x0, $1) }
    var rows: [[Int]] = []
    for at in years {
      if let last = rows.last?.last, labels[at].line.baseline - labels[last].line.baseline <= 0.3 * labels[at].size {
        rows[rows.count - 1].append(at)
      } else {
        rows.append([at])
      }
    }
    return rows.flatMap { row in even(row.sorted { (labels[$0].box.x0, $0) < (labels[$1].box.x0, $1) }, labels) }
  }

  /// The longest even stretches of rising years in a row.
  private static func even(_ row: [Int], _ labels: [ChartLabel]) -> [ChartAxis] {
    var result: [ChartAxis] = []
    var stretch: [Int] = []
    func close() {
      if let axis = ChartAxis(stretch, labels) { result.append(axis) }
      stretch = []
    }
    for at in row {
      if !stretch.isEmpty, !continues(stretch, at, labels) { close() }
      stretch.append(at)
    }
    close()
    return result
  }

  private static func continues(_ stretch: [Int], _ next: Int, _ labels: [ChartLabel]) -> Bool {
    let last = labels[stretch[stretch.count - 1]]
    let label = labels[next]
    guard let before = last.reading.year, let year = label.reading.year, year > before,
      last.reading.isWeakYear == label.reading.isWeakYear
    else { return false }
    guard stretch.count >= 2 else { return true }
    let step = labels[stretch[1]].box.midX - labels[stretch[0]].box.midX
    return abs(label.box.midX - last.box.midX - step) <= evenness * step
  }

  private init?(_ years: [Int], _ labels: [ChartLabel]) {
    guard let first = years.first, let last = years.last, years.count >= 2 else { return nil }
    if labels[first].reading.isWeakYear {
      guard years.count >= 3, let from = labels[first].reading.year, let to = labels[last].reading.year,
        to - from == years.count - 1
      else { return nil }
    }
    step = (labels[last].box.midX - labels[first].box.midX) / Float(years.count - 1)
    guard step >= Self.narrowestStep * labels[first].size else { return nil }
    self.years = years
  }
}

/// The part of a page over an axis, and the values in it.
struct ChartPlot {
  let axis: ChartAxis
  /// For each year the values over it, from the top; indices into the page's labels.
  let values: [[Int]]
  let zone: Box

  /// Of the page.
  private static let tallest: Float = 0.45
  /// A line of words this long over the plot is text or a title.
  private static let fewestWords = 10

  init(_ axis: ChartAxis, _ labels: [ChartLabel], _ blocks: [BlockDraft], others: [ChartAxis], page: PageText) {
    let years = axis.years.map { labels[$0].box }
    let left = years[0].midX - axis.step / 2
    let right = years[years.count - 1].midX + axis.step / 2
    let bottom = years.map(\.y0).min() ?? 0
    var top = bottom - Self.tallest * page.height
    func bound(_ box: Box) {
      guard box.y1 <= bottom + 1, min(box.x1, right) - max(box.x0, left) > 0.4 * min(box.width, right - left) else {
        return
      }
      top = max(top, box.y1)
    }
    for block in blocks where block.table != nil { bound(block.box) }
    for other in others where other.years != axis.years { for year in other.years { bound(labels[year].box) } }
    for label in labels where label.reading.isWords && label.line.glyphCount >= Self.fewestWords { bound(label.box) }
    let zone = Box(x0: left, y0: top, x1: right, y1: bottom)
    let near = labels.indices.filter { at in
      guard labels[at].reading.value != nil, !axis.years.contains(at) else { return false }
      let box = labels[at].box
      return box.midY > top && box.midY < bottom && box.midX > left - 2 * axis.step && box.midX < right + 2 * axis.step
    }
    let scale = ChartScale.labels(near, labels)
    var values = [[Int]](repeating: [], count: years.count)
    for at in near where !scale.contains(at) && zone.containsMiddle(of: labels[at].box) {
      let place = Int((labels[at].box.midX - left) / axis.step)
      values[max(0, min(years.count - 1, place))].append(at)
    }
    self.axis = axis
    self.zone = zone
    self.values = values.map {
      $0.sorted { (labels[$0].box.midY, labels[$0].box.midX, $0) < (labels[$1].box.midY, labels[$1].box.midX, $1) }
    }
  }
}

/// Tells the numbers of a scale: under one another at even steps, rising evenly.
enum ChartScale {
  private static let sameEdge: Float = 2

  static func labels(_ candidates: [Int], _ labels: [ChartLabel]) -> Set<Int> {
    var result: Set<Int> = []
    for edge in [\Box.x1, \Box.x0, \Box.midX] {
      let sorted = candidates.sorted { (labels[$0].box[keyPath: edge], $0) < (labels[$1].box[keyPath: edge], $1) }
      var start = 0
      for at in sorted.indices {
        let isLast = at == sorted.count - 1
        guard isLast || labels[sorted[at + 1]].box[keyPath: edge] - labels[sorted[at]].box[keyPath: edge] > sameEdge
        else { continue }
        let column = Array(sorted[start...at])
        if isEven(column, labels) { result.formUnion(column) }
        start = at + 1
      }
    }
    return result
  }

  private static func isEven(_ column: [Int], _ labels: [ChartLabel]) -> Bool {
    guard column.count >= 3 else { return false }
    let marks = column.map { (y: Double(labels[$0].box.midY), value: labels[$0].reading.value ?? 0) }.sorted {
      $0.y < $1.y
    }
    let steps = zip(marks, marks.dropFirst()).map { (y: $1.y - $0.y, value: $1.value - $0.value) }
    guard let first = steps.first, first.y > 0, first.value != 0 else { return false }
    return steps.allSatisfy {
      abs($0.y - first.y) <= 0.08 * first.y && abs($0.value - first.value) <= 0.08 * abs(first.value)
    }
  }
}
