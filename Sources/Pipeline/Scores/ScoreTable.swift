import ReportModel
import Scoring

/// A score as an aligned table for a terminal, with a bar for each part of the rubric.
struct ScoreTable {
  let card: Scorecard
  let language: Language
  /// Whether to tell how much of it people have reviewed: of an archive's scores.
  var tellsReview = false

  private struct Line {
    var name: String
    /// Rate, points and numbers of items.
    var numbers: [String]
    var bar: String
  }

  var lines: [String] {
    let rows = [head] + body
    let nameWidth = rows.map { DisplayWidth.of($0.name) }.max() ?? 0
    let widths = head.numbers.indices.map { column in rows.map { DisplayWidth.of($0.numbers[column]) }.max() ?? 0 }
    return rows.map { row in
      let numbers = zip(row.numbers, widths).map { "  " + $0.leftPadded(to: $1) }.joined()
      // The bar stands last: terminals differ in how wide its signs are.
      return (row.name.rightPadded(to: nameWidth) + numbers + "  " + row.bar).trimmedEnd
    }
  }

  private var head: Line {
    let heads =
      [
        Phrase("rate %", "得分率%"), Phrase("points", "得分/可得"), Phrase("items", "適用題"), Phrase("gained", "得分題"),
        Phrase("missed", "未得題"), Phrase("deducted", "扣分題"), Phrase("unknown", "不明題"),
      ] + (tellsReview ? [Phrase("reviewed", "已覆核/有據")] : [])
    return Line(name: "", numbers: heads.map { $0(language) }, bar: "")
  }

  private var body: [Line] {
    var lines = [line(Phrase("Total", "總分")(language), card.score)]
    for dimension in card.dimensions {
      lines.append(line(dimension.names(language), dimension.score, indent: 1))
      lines += dimension.subDimensions.map { line($0.names(language), $0.score, indent: 2) }
    }
    return lines
  }

  private func line(_ name: String, _ score: Score, indent: Int = 0) -> Line {
    let counts = score.counts
    let rate = score.rate.text
    return Line(
      name: String(repeating: "  ", count: indent) + name,
      numbers: [
        rate.isEmpty ? "-" : rate, score.pointsText, "\(counts.applying)", "\(counts.gained)", "\(counts.missed)",
        "\(counts.deducted)", "\(counts.unknown)",
      ] + (tellsReview ? ["\(counts.reviewed)/\(counts.found)"] : []), bar: Self.bar(score.rate))
  }

  private static let barWidth = 20

  /// Full as far as the rate surely reaches, half as far as it may.
  static func bar(_ rate: Score.Rate) -> String {
    guard let low = rate.low, let high = rate.high else { return "" }
    let full = cells(low)
    let possible = max(cells(high) - full, 0)
    return String(repeating: "█", count: full) + String(repeating: "▒", count: possible)
      + String(repeating: "░", count: barWidth - full - possible)
  }

  /// Rounded down: a bar is full at 100 % only.
  private static func cells(_ rate: Fraction) -> Int {
    min(max(rate.floored(times: barWidth), 0), barWidth)
  }
}

extension Score {
  /// `29/236`, or `29–33/236`.
  package var pointsText: String { "\(gained.text)/\(attainable.figure.plain)" }
}

extension String {
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(self))) + self
  }

  func rightPadded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
  }

  var trimmedEnd: String {
    var scalars = unicodeScalars[...]
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
