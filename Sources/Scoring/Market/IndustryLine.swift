import ReportModel
import RuleBook

/// The line of an industry: a percentile of the rates of its companies, by one measure.
///
/// Because some rates are ranges, so is the line. And because the line is made of the companies' own rates, it moves
/// with them: what a company has to reach is told by the rates of all others (`bar`).
package struct IndustryLine: Sendable, Equatable {
  /// How many have a rate.
  package let companies: Int
  /// If every rate is the lowest that it may be.
  package let lowest: LineRate
  /// If every rate is the highest that it may be.
  package let highest: LineRate
  private let lows: Steps?
  private let highs: Steps?

  /// The rates at the place that a company has to come to so that it is not below the line, and right before it.
  private struct Steps: Sendable, Equatable {
    let before: Fraction
    let at: Fraction

    /// What all but one company have at the place before, which is where that one has to come to.
    func bar(without own: Fraction) -> Fraction { own < at ? at : before }
  }

  /// Nil where the companies are too few to have a line.
  package init?(_ rates: [RateRange], by rules: ListRules) {
    guard rates.count >= rules.fewestCompanies,
      let place = PercentilePlace(rules.percentile, of: rates.count, rules.line)
    else { return nil }
    companies = rates.count
    let lows = rates.map(\.lowerBound).sorted()
    let highs = rates.map(\.upperBound).sorted()
    lowest = place.rate(in: lows)
    highest = place.rate(in: highs)
    self.lows = Self.steps(lows, place)
    self.highs = Self.steps(highs, place)
  }

  private static func steps(_ sorted: [Fraction], _ place: PercentilePlace) -> Steps? {
    place.reached > 0 ? Steps(before: sorted[place.reached - 1], at: sorted[place.reached]) : nil
  }

  /// The rate that one of its companies has to reach so that it is not below the line, whatever the rates of the
  /// others turn out to be. Nil where the lowest company is the line, and nobody can be below it.
  package func bar(for rates: RateRange) -> RateRange? {
    guard let lows, let highs else { return nil }
    return lows.bar(without: rates.lowerBound)...highs.bar(without: rates.upperBound)
  }

  /// Whether a company of the industry is below; nil where it surely is not.
  package func standing(of rates: RateRange) -> Certainty? {
    guard let bar = bar(for: rates) else { return nil }
    if rates.upperBound < bar.lowerBound { return .certain }
    return rates.lowerBound < bar.upperBound ? .provisional : nil
  }
}

/// Whether something holds whatever the ranges turn out to be, or only may.
package enum Certainty: String, Sendable, CaseIterable, Comparable {
  case provisional, certain

  package static func < (first: Certainty, second: Certainty) -> Bool { first == .provisional && second == .certain }
}

/// Where a line lies among rates from the lowest up; places are counted from 0.
private struct PercentilePlace {
  /// The rate on the line, or the one right below it.
  let index: Int
  /// How far the line is on the way to the next rate.
  let hundredths: Int

  init?(_ percentile: Int, of count: Int, _ line: ListRules.Line) {
    guard count > 0, (0...100).contains(percentile) else { return nil }
    switch line {
    case .nearestRank:
      index = max((percentile * count + 99) / 100, 1) - 1
      hundredths = 0
    case .interpolated:
      (index, hundredths) = (percentile * (count - 1)).quotientAndRemainder(dividingBy: 100)
    }
  }

  /// The first place that is not below the line.
  var reached: Int { hundredths == 0 ? index : index + 1 }

  func rate(in sorted: [Fraction]) -> LineRate {
    LineRate(from: sorted[index], to: sorted[reached], hundredths: hundredths)
  }
}

/// A rate so many hundredths of the way from one company's to the next one's.
package struct LineRate: Sendable, Equatable {
  package let from: Fraction
  package let to: Fraction
  package let hundredths: Int

  /// Rounded as rates are. Two denominators of as many points as a rubric may have still fit.
  package var percent: Figure {
    let whole = Int128(from.denominator) * Int128(to.denominator)
    let lower = Int128(from.numerator) * Int128(to.denominator) * Int128(100 - hundredths)
    let upper = Int128(to.numerator) * Int128(from.denominator) * Int128(hundredths)
    return Fraction.percent(lower + upper, of: whole * 100)
  }

  package var percentText: String { Fraction.text(percent) }
}
