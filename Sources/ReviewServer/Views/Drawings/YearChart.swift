import Scoring

/// Rates over the years: a line for each measure; where a rate is a range, its ends are shown.
struct YearChart {
  struct Series {
    let name: String
    /// One for each year; nil where there is none.
    let rates: [RateRange?]
  }

  let years: [Int]
  let series: [Series]

  private static let (width, height) = (400.0, 170.0)
  private static let (left, right, top, bottom) = (34.0, 14.0, 10.0, 24.0)
  static let styles: [StaticString] = ["s0", "s1", "s2", "s3", "s4"]

  var html: HTML {
    HTML(.svg, .class("chart"), .viewBox(width: Self.width, height: Self.height), .role("img")) {
      grid
      for (place, year) in years.enumerated() {
        HTML(.text, .length(.x, x(place)), .length(.y, Self.height - 6), .anchor("middle")) { String(year) }
      }
      // The total is drawn last, above the others.
      for (place, one) in series.enumerated().reversed() { line(one, Self.styles[place % Self.styles.count]) }
    }
  }

  /// From nought to the first ten above all rates.
  private var top: Double {
    let highest = series.flatMap(\.rates).compactMap { $0?.upperBound.percentage }.max() ?? 0
    return min(max((highest / 10).rounded(.up) * 10, 10), 100)
  }

  private var grid: HTML {
    let step = top > 50 ? 20.0 : 10.0
    var lines = HTML()
    for value in stride(from: 0.0, through: top, by: step) {
      lines.append(
        HTML(
          .line, .class(value == 0 ? "axis" : "grid"), .length(.x1, Self.left), .length(.x2, Self.width - Self.right),
          .length(.y1, y(value)), .length(.y2, y(value))))
      lines.append(
        HTML(.text, .length(.x, Self.left - 6), .length(.y, y(value) + 4), .anchor("end")) { String(Int(value)) })
    }
    return lines
  }

  private func line(_ one: Series, _ style: StaticString) -> HTML {
    let known = one.rates.enumerated().compactMap { place, rates in rates.map { (place: place, rates: $0) } }
    var drawn = HTML()
    for point in known where point.rates.lowerBound < point.rates.upperBound {
      drawn.append(
        HTML(
          .line, .class("spread", style), .length(.x1, x(point.place)), .length(.x2, x(point.place)),
          .length(.y1, y(point.rates.lowerBound.percentage)), .length(.y2, y(point.rates.upperBound.percentage))))
    }
    if known.count > 1 {
      drawn.append(
        HTML(
          .polyline, .class("path", style),
          .points(known.map { (x: x($0.place), y: y($0.rates.lowerBound.percentage)) })))
    }
    for point in known {
      let title = "\(one.name) \(years[point.place]): \(point.rates.text)"
      drawn.append(
        HTML(
          .circle, .class("point", style), .length(.cx, x(point.place)),
          .length(.cy, y(point.rates.lowerBound.percentage)), .length(.r, 3.5)
        ) { HTML(.title) { title } })
    }
    return drawn
  }

  private func x(_ place: Int) -> Double {
    let room = Self.width - Self.left - Self.right
    return Self.left + room * (Double(place) + 0.5) / Double(max(years.count, 1))
  }

  private func y(_ value: Double) -> Double {
    let room = Self.height - Self.top - Self.bottom
    return Self.top + room * (1 - min(max(value, 0), top) / top)
  }
}

extension RateRange {
  /// `35.1–36.0 %`.
  var text: String {
    lowerBound == upperBound ? "\(lowerBound.percentText) %" : "\(lowerBound.percentText)–\(upperBound.percentText) %"
  }
}
