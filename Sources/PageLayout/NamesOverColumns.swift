import ReportModel

/// Which columns each name of a header stands over, where nothing but its place tells.
///
/// A name stands in the middle over its columns, or begins where the first of them does. Of all ways to deal the
/// columns out in order, the one is taken in which names are least off.
struct NamesOverColumns {
  let names: [Box]
  let columns: [Box]
  /// What it costs to leave a column without a name, as far off as a name may be (points).
  let leftOut: Float

  /// The columns of each name; nil where there are fewer columns than names.
  func dealt() -> [Range<Int>]? {
    guard !names.isEmpty, names.count <= columns.count else { return nil }
    // By how many columns are dealt out to the names so far: how far off these are, and which each has.
    var deals: [Deal?] = (0...columns.count).map { Deal(cost: Float($0) * leftOut, columns: []) }
    for name in names {
      var next: [Deal?] = Array(repeating: nil, count: columns.count + 1)
      for start in columns.indices {
        guard let deal = deals[start] else { continue }
        for end in (start + 1)...columns.count {
          let cost = deal.cost + off(name, start..<end)
          if next[end].map({ cost < $0.cost }) ?? true {
            next[end] = Deal(cost: cost, columns: deal.columns + [start..<end])
          }
        }
      }
      for end in columns.indices {
        guard let deal = next[end] else { continue }
        let cost = deal.cost + leftOut
        if next[end + 1].map({ cost < $0.cost }) ?? true { next[end + 1] = Deal(cost: cost, columns: deal.columns) }
      }
      deals = next
    }
    return deals[columns.count]?.columns
  }

  private struct Deal {
    var cost: Float
    var columns: [Range<Int>]
  }

  private func off(_ name: Box, _ range: Range<Int>) -> Float {
    let (first, last) = (columns[range.lowerBound], columns[range.upperBound - 1])
    return min(abs(name.midX - (first.x0 + last.x1) / 2), abs(name.x0 - first.x0))
  }
}
