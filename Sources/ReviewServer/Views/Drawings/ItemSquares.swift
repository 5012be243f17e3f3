import ReportModel
import Scoring

/// A sub-dimension at one look: a square for each item, coloured by what came of it.
struct ItemSquares {
  let items: [ScoredItem]
  let language: Language

  private static let pitch = 12.0

  var html: HTML {
    HTML(
      .svg, .class("items"), .viewBox(width: max(Double(items.count) * Self.pitch, 1), height: 10), .role("img"),
      .label(words)
    ) {
      for (place, item) in items.enumerated() {
        HTML(
          .rect, .class(item.outcome.style), .length(.x, Double(place) * Self.pitch + 0.5), .length(.y, 0.5),
          .length(.width, 9), .length(.height, 9), .length(.rx, 1.5)
        ) { HTML(.title) { item.item.names(language) } }
      }
    }
  }

  private var words: String {
    Phrase("\(items.count) items", "\(items.count) 題")(language)
  }
}

extension Outcome {
  /// As the style file names it.
  var style: StaticString {
    switch self {
    case .gained: "gained"
    case .missed: "missed"
    case .deducted: "deducted"
    case .clear: "clear"
    case .unknown: "unknown"
    case .notApplicable: "not-applicable"
    }
  }

  var sign: String {
    switch self {
    case .gained: "+"
    case .missed: "·"
    case .deducted: "−"
    case .clear: "○"
    case .unknown: "?"
    case .notApplicable: "/"
    }
  }

  var names: Phrase {
    switch self {
    case .gained: Phrase("gained", "得分")
    case .missed: Phrase("missed", "未得分")
    case .deducted: Phrase("deducted", "扣分")
    case .clear: Phrase("nothing told", "無相關陳述")
    case .unknown: Phrase("unknown", "不明")
    case .notApplicable: Phrase("does not apply", "不適用")
    }
  }
}
