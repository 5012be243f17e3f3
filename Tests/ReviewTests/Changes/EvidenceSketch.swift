import ReportModel

@testable import Review

/// A piece of evidence in a few words.
func sketch(
  _ quote: String, _ plain: String? = nil, unit: String = "", meant: (String, String)? = nil, year: String = "2022",
  page: Int = 1, at place: Int = 0, level: String = "fact", boundary: String = "", name: String = "",
  qualifier: Quantity.Qualifier? = nil
) -> PlacedEvidence {
  var evidence = Evidence(
    item: "water", topics: [], rule: "r", level: level, page: page, quote: quote,
    quoteRanges: [place..<place + quote.unicodeScalars.count], focus: [])
  evidence.value = plain.map { plain in
    Evidence.Value(
      plain: plain, unit: unit, printed: plain + unit,
      normalized: meant.flatMap { meant in
        Figure(plain: meant.0).map { Quantity.Normalized(value: $0, unit: meant.1) }
      }, qualifier: qualifier)
  }
  evidence.year = year
  evidence.boundary = boundary
  evidence.name = name
  return PlacedEvidence(evidence, boxes: [])
}

func answer(
  _ evidence: [PlacedEvidence], in text: Int = 0, _ state: ItemState.State? = .found
) -> ItemAnswer {
  ItemAnswer(state: evidence.isEmpty && state == .found ? .notFound : state, evidence: evidence, text: .init(text))
}

/// The kinds of changes, as `+`, `-`, `state` and differences.
func kinds(_ changes: [Change]) -> [String] {
  changes.map { change in
    switch change {
    case .appeared: "+"
    case .vanished: "-"
    case .state: "state"
    case .altered(from: _, to: _, let differences): differences.sorted().map(\.rawValue).joined(separator: " ")
    }
  }
}
