import ReportModel

/// What patterns ask of a number, told once.
struct PatternNumber {
  let range: Range<Int>
  let kind: Quantity.Kind
  let hasAlternatives: Bool
  let isYear: Bool

  init(_ quantity: Quantity) {
    range = quantity.range
    kind = quantity.kind
    hasAlternatives = !quantity.alternatives.isEmpty
    isYear = quantity.calendarYear != nil
  }
}
