import ReportModel
import RuleBook
import Scoring

/// Two years of one company side by side, both by the same rules.
package struct ScoreComparison: Sendable {
  package let before: ScoreReport
  package let after: ScoreReport

  package init(before: ScoreReport, after: ScoreReport) {
    self.before = before
    self.after = after
  }

  /// By how many percentage points a rate has changed.
  package enum Change: Sendable, Equatable {
    /// In one of the years there is nothing to gain.
    case none
    case exact(Figure)
    case between(Figure, Figure)

    init(from before: Score.Rate, to after: Score.Rate) {
      guard let (low, high) = before.bounds, let (newLow, newHigh) = after.bounds else {
        self = .none
        return
      }
      let isExact = low == high && newLow == newHigh
      let (least, most) = (newLow.points(above: high), newHigh.points(above: low))
      self = isExact ? .exact(least) : .between(least, most)
    }
  }

  /// A part of the rubric in both years.
  struct Line {
    let depth: Int
    let path: [String]
    let id: String
    let names: Phrase
    let before: Score
    let after: Score

    var change: Change { Change(from: before.rate, to: after.rate) }
  }

  /// The total, the dimensions, the sub-dimensions, in the order of the rubric.
  var lines: [Line] {
    let (old, new) = (before.card, after.card)
    let total = Line(depth: 0, path: ["", ""], id: new.pack, names: new.names, before: old.score, after: new.score)
    return [total] + zip(old.dimensions, new.dimensions).flatMap(lines)
  }

  private func lines(_ old: Scorecard.Dimension, _ new: Scorecard.Dimension) -> [Line] {
    let whole = Line(
      depth: 1, path: [new.id, ""], id: new.id, names: new.names, before: old.score, after: new.score)
    return [whole]
      + zip(old.subDimensions, new.subDimensions).map { old, place in
        Line(
          depth: 2, path: [new.id, place.id], id: place.id, names: place.names, before: old.score, after: place.score)
      }
  }

  /// Items that came out otherwise in the later year, in the order of the rubric.
  var changedItems: [(path: [String], before: ScoredItem, after: ScoredItem)] {
    let old = Dictionary(
      before.card.dimensions.flatMap(\.subDimensions).flatMap(\.items).map { ($0.item.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return after.card.dimensions.flatMap { dimension in
      dimension.subDimensions.flatMap { place in
        place.items.compactMap { item in
          guard let before = old[item.item.id], before.outcome.code != item.outcome.code else { return nil }
          return ([dimension.id, place.id], before, item)
        }
      }
    }
  }

  /// The years that the reports are about.
  var years: (String, String) {
    func year(_ report: ScoreReport) -> String {
      report.provenance.map { String($0.scope.window.reportYear) } ?? ""
    }
    return (year(before), year(after))
  }
}

extension ScoreComparison.Change {
  /// `+2.5`, `-1.0`, `0.0`, or `-1.0…+3.0`.
  var text: String {
    switch self {
    case .none: ""
    case .exact(let points): points.signed
    case .between(let low, let high): "\(low.signed)…\(high.signed)"
    }
  }

  var low: Figure? {
    switch self {
    case .none: nil
    case .exact(let points), .between(let points, _): points
    }
  }

  var high: Figure? {
    switch self {
    case .none: nil
    case .exact(let points), .between(_, let points): points
    }
  }
}

extension Score.Rate {
  fileprivate var bounds: (Fraction, Fraction)? {
    guard let low, let high else { return nil }
    return (low, high)
  }
}

extension Figure {
  /// With its sign and its decimal.
  fileprivate var signed: String {
    let text = plain.contains(".") ? plain : plain + ".0"
    return digits > 0 ? "+" + text : text
  }
}
