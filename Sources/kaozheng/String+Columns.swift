/// Text as wide as a terminal shows it: East Asian characters take two columns.
extension String {
  var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

  /// With spaces up to a width, one at least.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - columns)) }

  /// Cut to a width, with a sign that it was.
  func shortened(to width: Int) -> String {
    guard columns > width else { return self }
    var taken = 1
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      taken += scalar.columns
      if taken > width { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }
}

extension Unicode.Scalar {
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  fileprivate var columns: Int {
    if value < 0x300 { return 1 }
    let category = properties.generalCategory
    if category == .nonspacingMark || category == .enclosingMark || category == .format { return 0 }
    return Self.wide.contains { $0.contains(value) } ? 2 : 1
  }
}
