import ReportModel

/// Coordinates that no page has: damaged files hold them, and sums and sorts over them go astray.
extension PageText {
  /// The page without shapes in absurd places, of a size that can be reckoned with; glyphs there are left to `Ink`.
  var withoutAbsurdPlaces: PageText {
    let isSane =
      Coordinate.isSane(width) && Coordinate.isSane(height) && rulings.allSatisfy(\.box.isSane)
      && fills.allSatisfy(\.box.isSane) && pictures.allSatisfy(\.isSane) && outlines.allSatisfy(\.isSane)
    guard !isSane else { return self }
    var page = self
    page.width = Coordinate.isSane(width) ? width : 0
    page.height = Coordinate.isSane(height) ? height : 0
    page.rulings.removeAll { !$0.box.isSane }
    page.fills.removeAll { !$0.box.isSane }
    page.pictures.removeAll { !$0.isSane }
    page.outlines.removeAll { !$0.isSane }
    return page
  }
}

extension Glyph {
  var isAtSanePlace: Bool {
    box.isSane && Coordinate.isSane(originX) && Coordinate.isSane(originY) && Coordinate.isSane(size)
  }
}

extension Box {
  fileprivate var isSane: Bool {
    Coordinate.isSane(x0) && Coordinate.isSane(y0) && Coordinate.isSane(x1) && Coordinate.isSane(y1)
  }
}

private enum Coordinate {
  /// In points: 350 metres. False for what is not a number.
  static func isSane(_ value: Float) -> Bool { abs(value) <= 1e6 }
}
