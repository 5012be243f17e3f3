import ReportModel

/// Something on the page that is read in one go, with its place on the page and in the stream.
struct ReadingItem {
  var box: Box
  /// The earliest place in the content stream.
  var stream: Int
  /// The place in the file's tagged structure, where it has one.
  var tag: Int?
  /// How much text it has.
  var weight: Float
  /// What the caller knows it by.
  var index: Int
}

/// Puts items in reading order by cutting the page again and again along white space.
///
/// Each step weighs all straight cuts that cross no item: how wide the white space is, and how far the order that
/// the cut implies agrees with the stream and the tags. Geometry, stream and tags are each wrong alone.
struct ReadingOrder {
  /// The usual type size: the measure of white space.
  let em: Float

  /// How far stream and tags are to be trusted on this page, from 0 to 1.
  let trust: Trust
  /// Whether a white strip, from left to right, parts columns on other pages too.
  let isGutter: (Float, Float) -> Bool

  private enum Weight {
    static let gap: Float = 1
    static let widestGap: Float = 3
    static let stream: Float = 8
    static let tag: Float = 4
    /// Side by side passages of many lines are columns.
    static let columns: Float = 1
    static let textColumns: Float = 2.5
    /// Items side by side with level heads are rows of a grid, not columns.
    static let rows: Float = 4
    /// White that parts columns on page after page.
    static let gutter: Float = 3
  }

  /// Items may overlap this much (ems) over a cut.
  private static let overlap: Float = 0.35
  private static let mostCandidates = 14
  /// A page in more pieces than this is a drawing; weighing all its cuts would take too long.
  private static let mostItems = 300

  struct Trust {
    let stream: Float
    let tags: Float

    init(_ items: [ReadingItem]) {
      stream = ReadingOrder.trust(items) { $0.stream }
      tags = ReadingOrder.trust(items) { $0.tag }
    }

    /// An order that is right of fewer pairs than this is worth nothing; one this much better is worth all.
    fileprivate static let least: Float = 0.7
    fileprivate static let span: Float = 0.25
    /// Fewer pairs than this tell nothing of an order.
    fileprivate static let fewestPairs = 3
    /// What an order line by line is worth at most.
    fileprivate static let lineByLine: Float = 0.15
  }

  func order(_ items: [ReadingItem]) -> [ReadingItem] {
    guard items.count > 1 else { return items }
    guard items.count <= Self.mostItems, let cut = bestCut(items) else { return fallback(items) }
    return order(cut.first) + order(cut.second)
  }

  private struct Cut {
    var first: [ReadingItem]
    var second: [ReadingItem]
    var gap: Float
  }

  private func bestCut(_ items: [ReadingItem]) -> Cut? {
    var best: (cut: Cut, score: Float)?
    let level = cuts(items, from: { $0.y0 }, to: { $0.y1 })
    let upright = cuts(items, from: { $0.x0 }, to: { $0.x1 })
    for cut in level {
      let score = agreement(cut)
      if best.map({ score > $0.score }) ?? true { best = (cut, score) }
    }
    for cut in upright where standsAbreast(cut) {
      let score = agreement(cut) + columnBonus(cut)
      if best.map({ score > $0.score }) ?? true { best = (cut, score) }
    }
    return best?.cut
  }

  /// Whether the sides of an upright cut share any height; else one stands above the other and is no column.
  private func standsAbreast(_ cut: Cut) -> Bool {
    let top = max(cut.first.map(\.box.y0).min() ?? 0, cut.second.map(\.box.y0).min() ?? 0)
    let bottom = min(cut.first.map(\.box.y1).max() ?? 0, cut.second.map(\.box.y1).max() ?? 0)
    return bottom - top > Self.overlap * em
  }

  /// The cuts across one axis, widest white space first when there are many.
  private func cuts(_ items: [ReadingItem], from: (Box) -> Float, to: (Box) -> Float) -> [Cut] {
    let sorted = items.sorted { (from($0.box), to($0.box), $0.index) < (from($1.box), to($1.box), $1.index) }
    var found: [(at: Int, gap: Float)] = []
    var reach = to(sorted[0].box)
    for at in 1..<sorted.count {
      let gap = from(sorted[at].box) - reach
      if gap >= -Self.overlap * em { found.append((at, max(0, gap))) }
      reach = max(reach, to(sorted[at].box))
    }
    if found.count > Self.mostCandidates {
      found.sort { ($0.gap, -$0.at) > ($1.gap, -$1.at) }
      found.removeLast(found.count - Self.mostCandidates)
    }
    return found.map { Cut(first: Array(sorted[..<$0.at]), second: Array(sorted[$0.at...]), gap: $0.gap) }
  }

  /// What counts for level and upright cuts alike.
  private func agreement(_ cut: Cut) -> Float {
    Weight.gap * min(cut.gap / em, Weight.widestGap) - Weight.stream * trust.stream
      * Self.disorder(cut, by: { $0.stream })
      - Weight.tag * trust.tags * Self.disorder(cut, by: { $0.tag })
  }

  private func columnBonus(_ cut: Cut) -> Float {
    let columns = min(columnShape(cut.first), columnShape(cut.second))
    let left = cut.first.map(\.box.x1).max() ?? 0
    let right = cut.second.map(\.box.x0).min() ?? 0
    let gutter = isGutter(left, right) ? Weight.gutter : 0
    return columns + gutter - Weight.rows * levelHeads(cut)
  }

  /// How much one side of an upright cut looks like a column: tall, and best of all of passages as wide as itself.
  private func columnShape(_ items: [ReadingItem]) -> Float {
    guard let side = Box(around: items.lazy.map(\.box)), side.height >= 6 * em else { return 0 }
    let passages = items.filter { $0.box.height >= 2.5 * em && $0.box.width >= 0.8 * side.width }
    return passages.count >= 2 ? Weight.textColumns : Weight.columns
  }

  /// The share of items, the topmost left out, that start level with one on the other side.
  private func levelHeads(_ cut: Cut) -> Float {
    let (few, many) = cut.first.count < cut.second.count ? (cut.first, cut.second) : (cut.second, cut.first)
    guard few.count >= 2, let top = few.map(\.box.y0).min() else { return 0 }
    let rest = few.filter { $0.box.y0 > top + em }
    guard !rest.isEmpty else { return 0 }
    let level = rest.filter { item in many.contains { abs($0.box.y0 - item.box.y0) <= 0.15 * em } }
    return Float(level.count) / Float(rest.count)
  }

  /// How well a given order keeps to that of items that stand under one another; one that goes down the whole page
  /// line by line, columns or not, says no more than the geometry does.
  private static func trust(_ items: [ReadingItem], by rank: (ReadingItem) -> Int?) -> Float {
    var under = (right: 0, all: 0)
    var apart = (right: 0, all: 0)
    for (at, a) in items.prefix(Self.mostItems).enumerated() {
      for b in items.prefix(Self.mostItems)[(at + 1)...] {
        let (upper, lower) = a.box.y0 <= b.box.y0 ? (a, b) : (b, a)
        guard lower.box.y0 - upper.box.y0 > 1 else { continue }
        guard let first = rank(upper), let second = rank(lower), first != second else { continue }
        let isRight = first < second
        if a.box.overlapX(b.box) > 0.5 * min(a.box.width, b.box.width) {
          guard lower.box.y0 >= upper.box.y1 - 2 else { continue }
          under.all += 1
          if isRight { under.right += 1 }
        } else if lower.box.y0 < upper.box.y1 {
          continue
        } else {
          apart.all += 1
          if isRight { apart.right += 1 }
        }
      }
    }
    guard under.all >= Trust.fewestPairs else { return 1 }
    let order = Float(under.right) / Float(under.all)
    let trust = max(0, min(1, (order - Trust.least) / Trust.span))
    let isLineByLine = apart.all >= 6 && apart.right * 50 >= apart.all * 49 && order > 0.98
    return isLineByLine ? min(trust, Trust.lineByLine) : trust
  }

  /// The share of pairs over the cut that the given order has the other way round, by weight of text.
  private static func disorder(_ cut: Cut, by rank: (ReadingItem) -> Int?) -> Float {
    var wrong: Float = 0
    var all: Float = 0
    let second = cut.second.compactMap { item in rank(item).map { (rank: $0, weight: item.weight) } }
    for item in cut.first {
      guard let place = rank(item) else { continue }
      for other in second {
        let weight = min(item.weight, other.weight)
        all += weight
        if other.rank < place { wrong += weight }
      }
    }
    return all > 0 ? wrong / all : 0
  }

  /// Items that overlap both ways: the stream where it goes down the page, else top to bottom.
  private func fallback(_ items: [ReadingItem]) -> [ReadingItem] {
    let byStream = items.sorted { ($0.stream, $0.index) < ($1.stream, $1.index) }
    var upward = 0
    for (a, b) in zip(byStream, byStream.dropFirst()) where b.box.y1 < a.box.y0 { upward += 1 }
    if upward * 4 <= items.count { return byStream }
    return items.sorted { ($0.box.y0, $0.box.x0, $0.index) < ($1.box.y0, $1.box.x0, $1.index) }
  }
}
