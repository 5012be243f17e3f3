import ReportModel

/// Cells found from borders alone: rows and columns of a net of crossing edges, spans included.
struct Grid {
  var columns: [Float]
  var rows: [Float]
  var cells: [GridCell]
  /// Whether upright borders are drawn, and not implied by rules of one length.
  var isFramed = true

  var rowCount: Int { rows.count - 1 }
  var columnCount: Int { columns.count - 1 }
  var box: Box {
    Box(x0: columns.first ?? 0, y0: rows.first ?? 0, x1: columns.last ?? 0, y1: rows.last ?? 0)
  }
}

struct GridCell {
  var rows: Range<Int>
  var columns: Range<Int>
  var box: Box

  /// Row by row, from the left.
  static func isBefore(_ a: GridCell, _ b: GridCell) -> Bool {
    (a.rows.lowerBound, a.columns.lowerBound) < (b.rows.lowerBound, b.columns.lowerBound)
  }
}

/// Finds the grids of a page: nets of edges that cross.
struct GridFinder {
  private static let reach = Edges.snap + 0.6
  /// A border must run along this much of a slot to part it from the next.
  private static let cover: Float = 0.6
  /// More slots than any table has: a drawing on squared paper.
  private static let mostSlots = 6000

  /// How far what stands between two rules is set side by side, as cells of a row are.
  enum SideBySide {
    case nothing, some, most
  }

  /// Of a zone.
  let sideBySide: (Box) -> SideBySide

  /// Between rules farther apart stands more than one row.
  static let highestRow: Float = 90

  func grids(_ edges: Edges) -> [Grid] {
    nets(edges).compactMap(grid)
  }

  /// Groups edges that cross, directly or through others.
  private func nets(_ edges: Edges) -> [(horizontal: [Edge], vertical: [Edge])] {
    let h = edges.horizontal
    let v = edges.vertical
    var groups = DisjointSets(count: h.count + v.count)
    var isCrossed = [Bool](repeating: false, count: h.count)
    for (i, a) in h.enumerated() {
      for (j, b) in v.enumerated() where Self.crosses(a, b) {
        groups.join(i, h.count + j)
        isCrossed[i] = true
      }
    }
    for (i, upper) in h.enumerated() {
      // Edges come sorted by position: the next of the same length below.
      for isKin in [Self.isAligned, Self.isPart] {
        let lower = h[(i + 1)...].firstIndex { isKin($0, upper) && $0.position > upper.position }
        guard let lower else { continue }
        // Where upright borders tell what belongs together, less has to be guessed.
        let isNear = h[lower].position - upper.position <= Self.highestRow
        guard isNear && Self.isAligned(upper, h[lower]) || !isCrossed[i] && !isCrossed[lower] else { continue }
        let zone = Box(
          x0: max(upper.start, h[lower].start), y0: upper.position, x1: min(upper.end, h[lower].end),
          y1: h[lower].position)
        switch sideBySide(zone) {
        case .nothing: break
        case .some: if isNear { groups.join(i, lower) }
        case .most: groups.join(i, lower)
        }
      }
    }
    var index: [Int: Int] = [:]
    var result: [(horizontal: [Edge], vertical: [Edge])] = []
    for (i, edge) in h.enumerated() {
      let root = groups.root(i)
      if let at = index[root] {
        result[at].horizontal.append(edge)
      } else {
        index[root] = result.count
        result.append(([edge], []))
      }
    }
    for (j, edge) in v.enumerated() {
      if let at = index[groups.root(h.count + j)] { result[at].vertical.append(edge) }
    }
    return result
  }

  private static func isAligned(_ a: Edge, _ b: Edge) -> Bool {
    abs(a.start - b.start) <= reach && abs(a.end - b.end) <= reach && a.length >= 60
  }

  /// Whether one rule is a part of the other that leaves out its first or last cells, which span rows.
  private static func isPart(_ a: Edge, _ b: Edge) -> Bool {
    let (short, long) = a.length < b.length ? (a, b) : (b, a)
    return short.length >= max(60, 0.5 * long.length) && short.start >= long.start - reach
      && short.end <= long.end + reach
      && (abs(short.start - long.start) <= reach || abs(short.end - long.end) <= reach)
  }

  private static func crosses(_ h: Edge, _ v: Edge) -> Bool {
    h.start - reach <= v.position && v.position <= h.end + reach && v.start - reach <= h.position
      && h.position <= v.end + reach
  }

  private func grid(_ net: (horizontal: [Edge], vertical: [Edge])) -> Grid? {
    guard net.horizontal.count >= 2 else { return nil }
    let left = net.horizontal.map(\.start).min() ?? 0
    let right = net.horizontal.map(\.end).max() ?? 0
    let columns = Self.distinct(net.vertical.map(\.position) + [left, right])
    let drawn = Self.distinct(net.horizontal.map(\.position))
    let rows = Self.distinct(
      drawn
        + Self.commonEnds(of: net.vertical).filter { end in
          [drawn.first, drawn.last].contains { rule in
            guard let rule else { return false }
            return sideBySide(Box(x0: left, y0: min(rule, end), x1: right, y1: max(rule, end))) != .nothing
          }
        })
    guard columns.count >= 2, rows.count >= 2, (columns.count - 1) * (rows.count - 1) <= Self.mostSlots else {
      return nil
    }
    return Grid(columns: columns, rows: rows, cells: Self.cells(columns, rows, net), isFramed: !net.vertical.isEmpty)
  }

  /// Where upright borders that stand side by side all end: the table goes so far, drawn or not.
  private static func commonEnds(of vertical: [Edge]) -> [Float] {
    [vertical.map(\.start).min(), vertical.map(\.end).max()].compactMap { $0 }.filter { end in
      let reaching = vertical.filter { abs($0.start - end) <= Edges.snap || abs($0.end - end) <= Edges.snap }
      return reaching.count >= fewestUpright && reaching.count + 1 >= vertical.count
    }
  }

  /// Two may be the sides of a frame.
  private static let fewestUpright = 3

  private static func distinct(_ positions: [Float]) -> [Float] {
    var result: [Float] = []
    for position in positions.sorted() {
      if let last = result.last, position - last <= Edges.snap { continue }
      result.append(position)
    }
    return result
  }

  /// Grows each cell from its top left slot: to the right up to a border, then down up to a border.
  private static func cells(
    _ columns: [Float], _ rows: [Float], _ net: (horizontal: [Edge], vertical: [Edge])
  ) -> [GridCell] {
    let width = columns.count - 1
    let height = rows.count - 1
    let verticalAt = bucket(net.vertical, columns)
    let horizontalAt = bucket(net.horizontal, rows)
    var isTaken = [Bool](repeating: false, count: width * height)
    var result: [GridCell] = []
    for r in 0..<height {
      for c in 0..<width where !isTaken[r * width + c] {
        var right = c + 1
        while right < width, !isTaken[r * width + right], !isParted(verticalAt[right], from: rows[r], to: rows[r + 1]) {
          right += 1
        }
        var bottom = r + 1
        while bottom < height, !isTaken[bottom * width + c],
          (c..<right).allSatisfy({ !isParted(horizontalAt[bottom], from: columns[$0], to: columns[$0 + 1]) })
        { bottom += 1 }
        for row in r..<bottom { for column in c..<right { isTaken[row * width + column] = true } }
        let box = Box(x0: columns[c], y0: rows[r], x1: columns[right], y1: rows[bottom])
        result.append(GridCell(rows: r..<bottom, columns: c..<right, box: box))
      }
    }
    return result
  }

  private static func bucket(_ edges: [Edge], _ positions: [Float]) -> [[Edge]] {
    positions.map { position in edges.filter { abs($0.position - position) <= Edges.snap } }
  }

  /// Whether borders on one line run along most of a stretch.
  static func isParted(_ edges: [Edge], from low: Float, to high: Float) -> Bool {
    var covered: Float = 0
    for edge in edges { covered += max(0, min(edge.end, high) - max(edge.start, low)) }
    return covered >= cover * (high - low)
  }
}

/// Union-find over small integers.
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func root(_ item: Int) -> Int {
    var item = item
    while parent[item] != item {
      parent[item] = parent[parent[item]]
      item = parent[item]
    }
    return item
  }

  /// The smaller root wins, so that results do not depend on the order of joins.
  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    if x < y { parent[y] = x } else { parent[x] = y }
  }
}
