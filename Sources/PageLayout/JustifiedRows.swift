import ReportModel

/// Makes one line again of words that a narrow justified column has driven apart.
///
/// The line above or below tells: where it runs from margin to margin right over the gaps, and the words fill the
/// same measure, they are one line of the same passage.
struct JustifiedRows {
  /// In ems.
  private static let margin: Float = 0.6
  private static let widestLeading: Float = 1.9

  static func joined(_ lines: [LineDraft]) -> [LineDraft] {
    var rows = lines.topToBottom
    var at = 0
    while at < rows.count {
      // Downwards first: a mended line measures the next; then up from it for rows that came before.
      if let mended = mend(&rows, by: at, below: true) ?? mend(&rows, by: at, below: false) {
        at = min(at, mended)
      } else {
        at += 1
      }
    }
    return rows
  }

  /// Joins the words on the next baseline below or above a line that fill its measure; gives where they stood.
  private static func mend(_ rows: inout [LineDraft], by at: Int, below: Bool) -> Int? {
    let measure = rows[at]
    guard measure.glyphCount >= 8 else { return nil }
    let em = measure.size
    var words: [Int] = []
    var baseline: Float?
    var next = below ? at + 1 : at - 1
    while rows.indices.contains(next) {
      let line = rows[next]
      let leading = abs(line.baseline - measure.baseline)
      if leading > widestLeading * em { break }
      if let baseline, abs(line.baseline - baseline) > 0.2 * em { break }
      let isInside = line.box.x0 >= measure.box.x0 - margin * em && line.box.x1 <= measure.box.x1 + margin * em
      if leading > 0.8 * em, isInside {
        words.append(next)
        baseline = line.baseline
      }
      next += below ? 1 : -1
    }
    words.sort { rows[$0].box.x0 < rows[$1].box.x0 }
    guard words.count >= 2, fills(words.map { rows[$0] }, measure) else { return nil }
    var joined = rows[words[0]]
    for word in words.dropFirst() { joined = joined.followed(by: rows[word]) }
    let first = words.min() ?? at
    for word in words.sorted(by: >) { rows.remove(at: word) }
    rows.insert(joined, at: first)
    return first
  }

  private static func fills(_ words: [LineDraft], _ measure: LineDraft) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let em = measure.size
    return abs(first.box.x0 - measure.box.x0) <= margin * em && abs(last.box.x1 - measure.box.x1) <= margin * em
      && words.allSatisfy { abs($0.size - em) <= 0.05 * em && $0.style.isBold == measure.style.isBold }
      && zip(words, words.dropFirst()).allSatisfy { $1.box.x0 > $0.box.x1 }
  }
}
