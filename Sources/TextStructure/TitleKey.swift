import ReportModel

/// A title reduced to what two prints of it share: letters, figures and ideographs, folded, in lower case.
struct TitleKey: Hashable {
  var scalars: [UInt32]

  init(_ title: some Sequence<Unicode.Scalar>) {
    scalars = []
    for scalar in title {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      value = Folding.single(value)?.value ?? value
      if let letter = WordEvidence.lowerCase(value) { value = letter }
      if Self.counts(value) { scalars.append(value) }
    }
  }

  private static func counts(_ value: UInt32) -> Bool {
    switch ScalarClasses.shared.kind(value) {
    case .letter, .digit: true
    case .wide: (0x3040...0x9FFF).contains(value) || value >= 0x20000
    case .opening, .closing, .sign, .symbol, .space, .nothing, .mark: false
    }
  }

  /// Whether the two are the same title; one may lack its number or run on a little.
  func agrees(with other: TitleKey) -> Bool {
    if scalars == other.scalars { return !scalars.isEmpty }
    let (short, long) = scalars.count < other.scalars.count ? (scalars, other.scalars) : (other.scalars, scalars)
    guard short.count >= 4, 2 * short.count >= long.count else { return false }
    return long.starts(with: short) || long.suffix(short.count) == short[...]
  }
}
