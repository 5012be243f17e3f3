import ReportModel

extension Evidence {
  /// In what this and a later account of the same statement differ. Where it stands counts only where nothing else
  /// does, and its words only as far as they are not the number that has changed.
  package func differences(to later: Evidence) -> Set<Difference> {
    let all = allDifferences(to: later)
    return all == [.page] ? all : all.subtracting([.page])
  }

  /// With the page, whatever else differs.
  func allDifferences(to later: Evidence) -> Set<Difference> {
    var found = NumberDifference.between(value, later.value)
    if quote != later.quote,
      found.isDisjoint(with: Self.ofNumbers) || quote.withoutFigures != later.quote.withoutFigures
    {
      found.insert(.quote)
    }
    if name != later.name { found.insert(.name) }
    if year != later.year { found.insert(.year) }
    if boundary != later.boundary { found.insert(.boundary) }
    if level != later.level { found.insert(.level) }
    if page != later.page { found.insert(.page) }
    return found
  }

  private static let ofNumbers: Set<Difference> = [.rounding, .unit, .powerOfTen, .value]
}

extension String {
  /// What the words are beside the numbers among them.
  var withoutFigures: String {
    var kept = UnicodeScalarView()
    for scalar in unicodeScalars where !Self.isOfFigure(scalar) { kept.append(scalar) }
    return String(kept)
  }

  private static func isOfFigure(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", ",", ".", "-", "%", " ": true
    default: false
    }
  }
}
