import ReportModel

/// Text as wide as a terminal shows it.
extension String {
  /// With spaces up to a width, one at least.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - DisplayWidth.of(self))) }

  /// Cut to a width, with a sign that it was.
  func shortened(to width: Int) -> String {
    guard DisplayWidth.of(self) > width else { return self }
    var taken = 1
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      taken += DisplayWidth.of(scalar)
      if taken > width { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }
}
