import Scoring

/// How the rates of some companies are spread, by the lowest that each may be.
struct Distribution {
  /// From the lowest.
  let rates: [Double]
  let line: IndustryLine?

  init(rates: [Double], line: IndustryLine? = nil) {
    self.rates = rates.sorted()
    self.line = line
  }

  init(_ rates: [RateRange], line: IndustryLine?) {
    self.init(rates: rates.map(\.lowerBound.percentage), line: line)
  }

  var lowest: Double? { rates.first }
  var highest: Double? { rates.last }
  var median: Double? { quantile(0.5) }
  var lowerQuarter: Double? { quantile(0.25) }
  var upperQuarter: Double? { quantile(0.75) }

  /// Between two companies as far on the way as it falls between them.
  private func quantile(_ share: Double) -> Double? {
    guard !rates.isEmpty else { return nil }
    let place = share * Double(rates.count - 1)
    let (below, above) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
    return rates[below] + (rates[above] - rates[below]) * (place - Double(below))
  }

  /// How many companies are in each step from `start`, so wide each.
  func steps(from start: Double, width: Double, count: Int) -> [Int] {
    rates.reduce(into: [Int](repeating: 0, count: max(count, 1))) { steps, rate in
      steps[min(max(Int((rate - start) / width), 0), steps.count - 1)] += 1
    }
  }
}

/// A distribution as columns over a scale that several of them share, with its quarters below and its line across.
struct DistributionChart {
  let distribution: Distribution
  let scale: ClosedRange<Double>

  private static let (width, height, foot) = (1000.0, 112.0, 30.0)
  private static let steps = 40

  var html: HTML {
    let stepWidth = (scale.upperBound - scale.lowerBound) / Double(Self.steps)
    let counts = distribution.steps(from: scale.lowerBound, width: stepWidth, count: Self.steps)
    return HTML(.svg, .class("chart"), .viewBox(width: Self.width, height: Self.height), .isHiddenFromReaders) {
      limit
      columns(counts, stepWidth)
      HTML(
        .line, .class("axis"), .length(.x1, 0), .length(.x2, Self.width), .length(.y1, floor), .length(.y2, floor))
      box
      for value in stride(from: scale.lowerBound, through: scale.upperBound, by: 10) { label(value) }
    }
  }

  private var floor: Double { Self.height - Self.foot }

  private func columns(_ counts: [Int], _ stepWidth: Double) -> [HTML] {
    let most = Double(max(counts.max() ?? 1, 1))
    let width = Self.width / Double(Self.steps)
    return counts.enumerated().filter { $0.element > 0 }.map { place, count in
      let height = (floor - 8) * Double(count) / most
      let start = scale.lowerBound + Double(place) * stepWidth
      return HTML(
        .rect, .class("step"), .length(.x, Double(place) * width + 0.5), .length(.width, width - 1),
        .length(.y, floor - height), .length(.height, height)
      ) { HTML(.title) { "\(Attribute.plain(start))–\(Attribute.plain(start + stepWidth)) %: \(count)" } }
    }
  }

  /// The quarters as a box with the median, and lines to the lowest and the highest.
  @HTMLBuilder private var box: HTML {
    if let low = distribution.lowest, let high = distribution.highest, let lower = distribution.lowerQuarter,
      let upper = distribution.upperQuarter, let median = distribution.median
    {
      let middle = floor + 8
      HTML(
        .line, .class("axis"), .length(.x1, x(low)), .length(.x2, x(high)), .length(.y1, middle), .length(.y2, middle))
      HTML(
        .rect, .class("box"), .length(.x, x(lower)), .length(.width, max(x(upper) - x(lower), 1)),
        .length(.y, floor + 4), .length(.height, 8))
      HTML(
        .line, .class("median"), .length(.x1, x(median)), .length(.x2, x(median)), .length(.y1, floor + 3),
        .length(.y2, floor + 13))
    }
  }

  @HTMLBuilder private var limit: HTML {
    if let line = distribution.line {
      let (low, high) = (x(line.lowest.percentage), x(line.highest.percentage))
      if high > low {
        HTML(
          .rect, .class("limit-area"), .length(.x, low), .length(.width, high - low), .length(.height, floor))
      }
      HTML(.line, .class("limit"), .length(.x1, high), .length(.x2, high), .length(.y1, 0), .length(.y2, floor + 14))
    }
  }

  private func label(_ value: Double) -> HTML {
    let anchor: StaticString = value == scale.lowerBound ? "start" : value >= scale.upperBound ? "end" : "middle"
    return HTML(.text, .length(.x, x(value)), .length(.y, Self.height - 3), .anchor(anchor)) {
      Attribute.plain(value)
    }
  }

  private func x(_ value: Double) -> Double {
    let share = (value - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
    return min(max(share, 0), 1) * Self.width
  }
}
