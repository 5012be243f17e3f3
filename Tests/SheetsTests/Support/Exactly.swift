import Sheets

extension Sheet {
  /// Every scalar of the table: strings are equal already where a reader would see the same, these are not.
  var scalars: [[[Unicode.Scalar]]] {
    ([header.map(Cell.text)] + rows).map { row in row.map { Array($0.text.unicodeScalars) } } + [
      [Array(name.unicodeScalars)]
    ]
  }

  /// Equal to the last scalar, and numbers to numbers.
  func isExactly(_ other: Sheet) -> Bool { self == other && scalars == other.scalars }
}
