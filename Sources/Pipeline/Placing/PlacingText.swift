/// A name or a title, so that words can be found in it however it is written: full-width letters as ordinary ones,
/// any case, any break between words, also none where the letters tell of one (`ESGReport2023`).
struct PlacingText: Sendable {
  enum Kind: Sendable { case digits, latin, han }

  /// With its case.
  let scalars: [Unicode.Scalar]
  /// Nil where something stands that is no letter and no digit.
  let kinds: [Kind?]
  /// In small letters.
  let plain: [Unicode.Scalar]
  /// Letters and digits of one kind that stand together.
  let runs: [Run]

  struct Run: Sendable, Equatable {
    var kind: Kind
    var range: Range<Int>
  }

  init(_ text: String) {
    scalars = text.unicodeScalars.map(Self.ordinary)
    kinds = scalars.map(Self.kind)
    plain = scalars.map { ("A"..."Z").contains($0) ? Unicode.Scalar($0.value + 32) ?? $0 : $0 }
    var runs: [Run] = []
    for (place, kind) in kinds.enumerated() {
      guard let kind else { continue }
      if let last = runs.last, last.kind == kind, last.range.upperBound == place {
        runs[runs.count - 1].range = last.range.lowerBound..<place + 1
      } else {
        runs.append(Run(kind: kind, range: place..<place + 1))
      }
    }
    self.runs = runs
  }

  private static func ordinary(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind? {
    if ("0"..."9").contains(scalar) { return .digits }
    if scalar.isASCII { return scalar.properties.isAlphabetic ? .latin : nil }
    return scalar.properties.isAlphabetic ? .han : nil
  }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// Whether a Latin word can begin or end here.
  private func isBorder(_ place: Int) -> Bool {
    guard place > 0, place < scalars.count, kinds[place - 1] == .latin, kinds[place] == .latin else { return true }
    let startsCapital = scalars[place].properties.isUppercase
    if !scalars[place - 1].properties.isUppercase { return startsCapital }
    return startsCapital && place + 1 < scalars.count && scalars[place + 1].properties.isLowercase
  }

  /// Where a word ends that begins here.
  func end(of word: PlacingText, at start: Int) -> Int? {
    var place = start
    for (index, run) in word.runs.enumerated() {
      if index > 0 {
        let isBroken = word.runs[index - 1].range.upperBound < run.range.lowerBound
        let gap = place
        while place < kinds.count, kinds[place] == nil { place += 1 }
        if isBroken, gap == place, !isBorder(place) { return nil }
      }
      guard place + run.range.count <= plain.count,
        plain[place..<place + run.range.count].elementsEqual(word.plain[run.range])
      else { return nil }
      if run.kind == .latin, !isBorder(place) || !isBorder(place + run.range.count) { return nil }
      place += run.range.count
    }
    return place
  }
}
