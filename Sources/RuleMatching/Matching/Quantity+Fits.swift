import ReportModel
import RuleBook

/// No kinds: any but years and dates; no units: any of the kind.
func fits(_ quantity: Quantity, kinds: [Quantity.Kind], units: [String]) -> Bool {
  let isOfKind =
    kinds.isEmpty
    ? quantity.kind != .year && quantity.kind != .date
    : kinds.contains { $0.takes(quantity.kind) || quantity.alternatives.contains($0) }
  guard isOfKind, !units.isEmpty else { return isOfKind }
  // 萬張 counts in 張 too.
  let counted = quantity.unit.unicodeScalars.drop(while: isScale)
  return units.contains { $0.isLike(quantity.unit) || $0.unicodeScalars.elementsEqual(counted) }
}

private func isScale(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "十", "百", "千", "萬", "億", "兆", "佰", "仟": true
  default: false
  }
}

extension String {
  /// The same but for A to Z being a to z.
  fileprivate func isLike(_ other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { ASCII.folded(UInt32($0)) == ASCII.folded(UInt32($1)) }
  }
}

extension Quantity.Normalized {
  /// The year of a date; its unit says how many digits for quarter, month and day follow.
  fileprivate var year: Int? {
    let more: Int? =
      switch unit {
      case "year": 0
      case "quarter": 1
      case "month": 2
      case "date": 4
      default: nil
      }
    return more.flatMap { Int((valueHigh ?? value).plain.dropLast($0)) }
  }
}

extension Quantity {
  /// The year of our calendar that it names; nil for anything else.
  package var calendarYear: Int? {
    switch kind {
    case .year, .date: return normalized.flatMap(\.year)
    case .number where alternatives.contains(.year): return Int(value.plain)
    default: return nil
    }
  }

  /// All the years that it names: three of 2021至2023年.
  var calendarYears: [Int] {
    guard let last = calendarYear else { return [] }
    guard kind == .year, let first = normalized.flatMap({ Int($0.value.plain) }), first < last, last - first < 12 else {
      return [last]
    }
    return Array(first...last)
  }
}

extension ValueRequest {
  /// A quantity with its sign, or without where that says nothing.
  func counted(_ quantity: Quantity) -> Quantity {
    switch sign {
    case .printed: quantity
    case .none: quantity.magnitude
    }
  }
}
