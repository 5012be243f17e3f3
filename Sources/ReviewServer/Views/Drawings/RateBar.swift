import Scoring

/// A rate as a bar: full as far as it surely reaches, paler as far as it may.
struct RateBar {
  let rates: RateRange?
  /// Where the line of its industry is, if anybody should see it.
  var line: IndustryLine?

  var html: HTML {
    HTML(
      .svg, .class("bar"), .viewBox(width: 100, height: 6), .preserveAspectRatio("none"), .isHiddenFromReaders
    ) {
      HTML(.rect, .class("ground"), .length(.width, 100), .length(.height, 6))
      if let rates {
        part("full", from: 0, to: rates.lowerBound.percentage)
        if rates.lowerBound < rates.upperBound {
          part("maybe", from: rates.lowerBound.percentage, to: rates.upperBound.percentage)
        }
      }
      if let line {
        let place = line.highest.percentage
        HTML(
          .line, .class("line"), .length(.x1, place), .length(.x2, place), .length(.y1, 0), .length(.y2, 6))
      }
    }
  }

  private func part(_ name: StaticString, from start: Double, to end: Double) -> HTML {
    HTML(
      .rect, .class(name), .length(.x, max(start, 0)), .length(.width, max(min(end, 100) - max(start, 0), 0)),
      .length(.height, 6))
  }
}

/// Where among all others something stands, from the lowest on the left to the highest.
struct PlaceStrip {
  let percentile: RateRange?

  var html: HTML {
    HTML(
      .svg, .class("strip"), .viewBox(width: 100, height: 8), .preserveAspectRatio("none"), .isHiddenFromReaders
    ) {
      HTML(.rect, .class("ground"), .length(.y, 3), .length(.width, 100), .length(.height, 2))
      if let percentile {
        // A place is seen however narrow it is.
        let (low, high) = (percentile.lowerBound.percentage, percentile.upperBound.percentage)
        let width = max(high - low, 4)
        HTML(
          .rect, .class("place"), .length(.x, min(low, 100 - width)), .length(.width, width), .length(.height, 8))
      }
    }
  }
}

/// Counts beside each other as parts of one bar.
struct PartsBar {
  struct Part {
    let name: StaticString
    let count: Int
  }

  let parts: [Part]

  var html: HTML {
    let all = Double(max(parts.reduce(0) { $0 + $1.count }, 1))
    var start = 0.0
    let pieces = parts.map { part in
      let width = Double(part.count) / all * 100
      defer { start += width }
      return HTML(.rect, .class(part.name), .length(.x, start), .length(.width, width), .length(.height, 6))
    }
    return HTML(
      .svg, .class("bar"), .viewBox(width: 100, height: 6), .preserveAspectRatio("none"), .isHiddenFromReaders
    ) { pieces }
  }
}

extension Fraction {
  /// For drawings; figures are printed by `percentText`.
  var percentage: Double { Double(numerator) / Double(denominator) * 100 }
}

extension LineRate {
  /// For drawings.
  var percentage: Double {
    from.percentage + (to.percentage - from.percentage) * Double(hundredths) / 100
  }
}
